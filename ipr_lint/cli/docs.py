"""`ipr-lint docs`: one page per rule, an index and the schema, made from the rules; `--check` says what is stale."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ipr_lint.cli.names import KINDS, LEVELS
from ipr_lint.cli.norwegian import NorwegianCommand

if TYPE_CHECKING:
    from ipr_lint.rulebook import Example, Rule, Rulebook

_LEVELS = {**LEVELS, "off": "av (slås på i oppsettet)"}


@click.command("docs", cls=NorwegianCommand)
@click.argument("folder", metavar="[MAPPE]", type=click.Path(path_type=Path, file_okay=False), default=Path("docs"))
@click.option("--check", "only_check", is_flag=True, help="Skriv ingenting; kode 1 hvis noe er foreldet.")
def command(folder: Path, only_check: bool) -> None:
    """Lag regelsidene og skjemaet på nytt fra regelfilene."""
    from ipr_lint import rulebook
    from ipr_lint.cli.failures import one_line

    with one_line():
        wanted = pages(rulebook.load())
        there = {path.relative_to(folder).as_posix() for path in (folder / "regler").glob("*.md")}
        stale = [name for name, text in wanted.items() if _text(folder / name) != text]
        extra = sorted(there - wanted.keys())
        if only_check:
            for name in [*stale, *extra]:
                click.echo(f"{folder / name}: foreldet; kjør `ipr-lint docs`")
            sys.exit(1 if stale or extra else 0)
        for name in stale:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(wanted[name], encoding="utf-8", newline="\n")
        for name in extra:
            (folder / name).unlink()
        click.echo(f"{len(stale)} sider skrevet, {len(extra)} strøket")


def pages(book: Rulebook) -> dict[str, str]:
    """{path below docs/: content} of every generated page."""
    from ipr_lint.cli.rules import schema

    made = {f"regler/{rule.id}.md": "\n".join(_page(rule)) + "\n" for rule in book.rules}
    made["regler/README.md"] = "\n".join(_index(book)) + "\n"
    made["regel.schema.json"] = schema()
    return made


def _index(book: Rulebook) -> Iterator[str]:
    yield "# Reglene"
    yield ""
    yield "Laget fra `rules/` med `ipr-lint docs`; endre regelfilene, ikke disse sidene."
    for topic in book.topics:
        yield from ("", f"## {topic}", "", "| regel | nivå | hvorfor |", "|---|---|---|")
        for rule in book.rules:
            if rule.topic == topic:
                yield f"| [{rule.id}]({rule.id}.md) | {_LEVELS[rule.file.level]} | {_cell(rule.why('nb'))} |"


def _page(rule: Rule) -> Iterator[str]:
    file = rule.file
    yield f"# {rule.id}"
    yield ""
    yield rule.why("nb")
    yield ""
    yield f"- Nivå: {_LEVELS[file.level]} ({KINDS[file.kind]})"
    yield f"- Bygger på: {file.clause}"
    if file.source:
        yield f"- Kilde: {file.source}"
    for name, level in file.channels.items():
        yield f"- I kanalen {name}: {_LEVELS[level]}"
    for name, level in file.audiences.items():
        yield f"- For målgruppen {name}: {_LEVELS[level]}"
    if file.in_quotation != "same":
        yield f"- I sitater: {'forslag' if file.in_quotation == 'suggestion' else 'av'}"
    yield from ("", "## Meldingen", "", f"> {file.message.nb.strip()}")
    for name, variant in file.variants.items():
        text = variant.message.nb.strip() if variant.message else "som over"
        yield from ("", f"> *{name}* ({_LEVELS[variant.level or file.level]}): {text}")
    if file.params:
        yield from ("", "## Verdier", "", "| verdi | |", "|---|---|")
        for name, value in file.params.items():
            yield f"| `{name}` | {_cell(_value(value))} |"
    yield from ("", "## Uten funn", "")
    yield from _examples(file.good)
    yield from ("", "## Med funn", "", "⟦ ⟧ viser nøyaktig hva som blir markert.", "")
    yield from _examples(file.bad)
    yield from ("", "## Gjør unntak", "")
    yield f"I Markdown og HTML, foran avsnittet: `<!-- ipr-lint: ignorer {rule.id} – grunn -->`. I Word: en kommentar"
    yield f"«ipr-lint: ignorer {rule.id} – grunn». For flere filer: `ignore` eller `[[waivers]]` i `ipr-lint.toml`."
    yield from ("", "## Endre", "", f"{file.editable} Filen er `rules/{rule.topic}/{rule.id}.yaml`.")


def _examples(items: tuple[str | Example, ...]) -> Iterator[str]:
    for item in items:
        text = item if isinstance(item, str) else item.text
        told = "" if isinstance(item, str) else ", ".join(
            f"{key}: {value}" for key, value in (("kanal", item.channel), ("dato", item.metadata.get("publiseres", "")))
            if value)
        fence = "~~~~" if "~~~" in text else "~~~"
        yield from (f"{fence}text", *text.strip("\n").splitlines(), fence)
        yield from ([f"({told})"] if told else [])
        yield ""


def _value(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(str(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_value(item)}" for key, item in value.items())
    return str(value)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
