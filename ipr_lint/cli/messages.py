"""`ipr-lint messages [--explain DRAFT]`: the key messages, where a draft conveys them, and what it lacks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ipr_lint.cli.norwegian import NorwegianCommand

if TYPE_CHECKING:
    from ipr_lint.engine import Engine
    from ipr_lint.nlp.analysis import Analysis
    from ipr_lint.nlp.messages import Verdict

_ROLES = {"title": "tittel", "lead": "ingress", "body": "brødtekst", "boilerplate": "fast tekst"}


@click.command(cls=NorwegianCommand)
@click.option("--explain", "draft", type=click.Path(path_type=Path), default=None, metavar="UTKAST",
              help="Vis hvor utkastet formidler hvert budskap, på hvilke ord, og hva som mangler.")
@click.option("--rules", "folder", type=click.Path(path_type=Path), default=None, metavar="MAPPE",
              help="Egne regelfiler over de som følger med; viser også hvilke eksempler de endrer.")
def command(draft: Path | None, folder: Path | None) -> None:
    """Vis de seks budskapene, eller forklar hva et utkast gjør med dem."""
    from ipr_lint import rulebook
    from ipr_lint.cli.failures import one_line
    from ipr_lint.config import Settings
    from ipr_lint.engine import Engine

    with one_line():
        engine = Engine(rulebook.load(folder), Settings(select=("budskap",)))
        click.echo("\n".join(_statements(engine) if draft is None else _explained(engine, _analysed(engine, draft))))
        if draft is not None or folder is not None:
            click.echo("\n".join(_examples(engine, folder)))


def _statements(engine: Engine) -> Iterator[str]:
    from ipr_lint.facts.messages import Messages

    facts = engine.rulebook.facts.get(Messages)
    for message in facts.messages:
        yield f"{message.id} {message.title.nb} (mål {message.goal})"
        yield from (f"   {statement.nb}" for statement in message.statements)
    yield f"\n{facts.about.nb}"


def _analysed(engine: Engine, path: Path) -> Analysis:
    from ipr_lint import readers
    from ipr_lint.model import UnreadableError

    try:
        return engine.analyse(readers.read(path))
    except UnreadableError as error:
        click.echo(f"{path}: {error}", err=True)
        sys.exit(2)


def _explained(engine: Engine, analysis: Analysis) -> Iterator[str]:
    from ipr_lint.nlp.messages import verdicts

    for verdict in verdicts(analysis):
        yield from _verdict(analysis, verdict)
        yield ""


def _verdict(analysis: Analysis, verdict: Verdict) -> Iterator[str]:
    from ipr_lint.nlp.messages import nearest

    message = verdict.message
    state = f"formidlet i {_ROLES[verdict.prominence]}" if verdict.prominence else "ikke formidlet"
    yield f"{message.id} {message.title.nb}: {state}{', og motsagt' if verdict.denied else ''}"
    for mark, places in (("✓", verdict.stated), ("✗", verdict.denied)):
        for place in places:
            yield f"   {mark} «{_short(analysis.document.text(place.span))}»"
            yield f"     {place.reading}: {place.words}"
    near = None if verdict.stated or verdict.denied else nearest(analysis, message)
    if near:
        met = ", ".join(f"«{text}» ({concept})" for concept, text in near.met)
        yield f"   Nærmest: «{_short(analysis.document.text(near.span))}»"
        yield f"     {near.reading}: har {met}"
        yield f"     mangler {'; '.join(near.missing)}" if near.missing else f"     {near.hindrance}"
    elif not verdict.stated and not verdict.denied:
        yield "   Ingen av begrepene til budskapet finnes i teksten."


def _short(text: str, limit: int = 160) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "…"


def _examples(engine: Engine, folder: Path | None) -> Iterator[str]:
    from ipr_lint.cli.examples import check_examples
    from ipr_lint.cli.message_changes import changes

    broken = [line for rule in engine.rules for line in check_examples(rule, engine)]
    yield from broken
    if folder is not None:
        changed = list(changes(engine))
        yield from changed or ["Ingen av reglenes egne eksempler endrer seg med de egne regelfilene."]
    elif not broken:
        yield "Reglenes egne eksempler holder."
