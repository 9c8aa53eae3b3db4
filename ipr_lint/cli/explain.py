"""`ipr-lint explain RULE`: clause, reason, values, examples, and who may change what, from the rule's own file."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ipr_lint.cli.names import KINDS, LEVELS
from ipr_lint.cli.norwegian import NorwegianCommand

if TYPE_CHECKING:
    from ipr_lint.rulebook import Example, Rule



@click.command(cls=NorwegianCommand)
@click.argument("rule_id", metavar="REGEL")
@click.option("--rules", "folder", type=click.Path(path_type=Path), default=None, metavar="MAPPE",
              help="Egne regelfiler, lagt over de som følger med.")
def command(rule_id: str, folder: Path | None) -> None:
    """Forklar en regel: hva den bygger på, hvorfor, verdiene, og eksempler."""
    from ipr_lint import rulebook
    from ipr_lint.cli.failures import one_line

    with one_line():
        book = rulebook.load(folder)
        rule = book.rule(rule_id)
        if rule is None:
            close = difflib.get_close_matches(rule_id, [rule.id for rule in book.rules], 1)
            hint = f"mente du «{close[0]}»?" if close else "`ipr-lint rules` viser dem som finnes"
            raise click.UsageError(f"ukjent regel «{rule_id}»; {hint}")
        click.echo("\n".join(lines(rule)))


def lines(rule: Rule) -> Iterator[str]:
    """The explanation as plain lines."""
    file = rule.file
    yield f"{rule.id} ({LEVELS[file.level]}, {KINDS[file.kind]})"
    yield ""
    yield f"Hvorfor:    {rule.why('nb')}"
    yield f"Bygger på:  {file.clause}"
    if file.source:
        yield f"Kilde:      {file.source}"
    yield f"Melding:    {file.message.nb.strip()}"
    yield from _exceptions(file.channels, "I kanalen")
    yield from _exceptions(file.audiences, "For målgruppen")
    if file.in_quotation != "same":
        yield f"I sitater:  {'forslag' if file.in_quotation == 'suggestion' else 'av'}"
    for name, value in file.params.items():
        yield f"Verdi:      {name} = {_value(value)}"
    yield ""
    yield "Slik (uten funn):"
    yield from (f"  ✓ {_text(example)}" for example in file.good)
    yield "Ikke slik (⟦funnet⟧):"
    yield from (f"  ✗ {_text(example)}" for example in file.bad)
    yield ""
    yield f"Endre:      {file.editable}"
    yield f"Fil:        {rule.path}"
    yield f"Unntak:     <!-- ipr-lint: ignorer {rule.id} – grunn --> foran avsnittet, eller en Word-kommentar"
    yield f"            «ipr-lint: ignorer {rule.id} – grunn»."


def _exceptions(levels: dict[str, Any], label: str) -> Iterator[str]:
    for name, level in levels.items():
        yield f"{label} {name}: {LEVELS[level]}"


def _value(value: Any) -> str:
    if isinstance(value, list | tuple):
        shown = ", ".join(str(item) for item in value[:8])
        return f"{shown} … ({len(value)} i alt)" if len(value) > 8 else shown
    if isinstance(value, dict):
        shown = ", ".join(f"{key}: {item}" for key, item in list(value.items())[:6])
        return f"{shown} …" if len(value) > 6 else shown
    return str(value)


def _text(example: str | Example) -> str:
    text = example if isinstance(example, str) else example.text
    where = "" if isinstance(example, str) or not example.channel else f"  (kanal: {example.channel})"
    shown = " ⏎ ".join(line for line in text.strip().splitlines() if line.strip())
    return (shown if len(shown) < 400 else shown[:380] + " …") + where
