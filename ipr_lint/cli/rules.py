"""`ipr-lint rules`: the rulebook as a list, as JSON, as the JSON schema for editors, or put to its own test."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ipr_lint.cli.names import LEVELS
from ipr_lint.cli.norwegian import NorwegianCommand

if TYPE_CHECKING:
    from ipr_lint.rulebook import Rulebook



@click.command(cls=NorwegianCommand)
@click.argument("names", nargs=-1, metavar="[NAVN]...")
@click.option("--rules", "folder", type=click.Path(path_type=Path), default=None, metavar="MAPPE",
              help="Egne regelfiler, lagt over de som følger med.")
@click.option("--json", "as_json", is_flag=True, help="Som JSON.")
@click.option("--schema", "as_schema", is_flag=True, help="JSON-skjema for regelfiler, til redigeringsprogrammer.")
@click.option("--test", "test", is_flag=True, help="Kjør reglenes egne eksempler.")
def command(names: tuple[str, ...], folder: Path | None, as_json: bool, as_schema: bool, test: bool) -> None:
    """Vis reglene, eller bare dem med disse navnene eller emnene."""
    from ipr_lint import rulebook
    from ipr_lint.cli.failures import one_line

    with one_line():
        if as_schema:
            click.echo(schema(), nl=False)
            return
        book = rulebook.load(folder)
        for complaint in book.complaints:
            click.echo(str(complaint), err=True)
        failed = _test(book, names) if test else False
        if not test:
            click.echo(_json(book, names) if as_json else _table(book, names), nl=False)
        sys.exit(2 if book.complaints else int(failed))


def schema() -> str:
    """The JSON schema of a rule file."""
    import msgspec

    from ipr_lint.rulebook import RuleFile

    schema = msgspec.json.schema(RuleFile)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "ipr-lint-regel", **schema}
    return msgspec.json.format(msgspec.json.encode(schema), indent=2).decode() + "\n"


def _json(book: Rulebook, names: tuple[str, ...]) -> str:
    import msgspec

    rules = [{"id": rule.id, "topic": rule.topic, "path": rule.path, **msgspec.to_builtins(rule.file)}
             for rule in book.rules if _wanted(rule.id, rule.topic, names)]
    return msgspec.json.format(msgspec.json.encode(rules), indent=1).decode() + "\n"


def _table(book: Rulebook, names: tuple[str, ...]) -> str:
    rules = [rule for rule in book.rules if _wanted(rule.id, rule.topic, names)]
    if not rules:
        return "Ingen regler med de navnene.\n"
    width = max(len(rule.id) for rule in rules)
    lines, topic = [], ""
    for rule in sorted(rules, key=lambda rule: (rule.topic, rule.id)):
        if rule.topic != topic:
            lines += ([""] if topic else []) + [rule.topic]
            topic = rule.topic
        lines.append(f"  {rule.id:{width}}  {LEVELS[rule.file.level]:8}  {rule.why('nb')}")
    lines += ["", f"{len(rules)} regler. `ipr-lint explain REGEL` forteller mer om én."]
    return "\n".join(lines) + "\n"


def _test(book: Rulebook, names: tuple[str, ...]) -> bool:
    from ipr_lint.cli.examples import check_examples
    from ipr_lint.config import Settings
    from ipr_lint.engine import Engine

    engine = Engine(book, Settings())
    problems = [line for rule in book.rules if _wanted(rule.id, rule.topic, names)
                for line in check_examples(rule, engine)]
    for line in problems:
        click.echo(line)
    click.echo("Alle eksemplene holder." if not problems else f"{len(problems)} eksempler holder ikke.")
    return bool(problems)


def _wanted(id_: str, topic: str, names: tuple[str, ...]) -> bool:
    return not names or id_ in names or topic in names
