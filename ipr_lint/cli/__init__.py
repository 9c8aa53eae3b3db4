"""The command line: `ipr-lint [check] PATH...`, explain, rules; thin, and heavy imports only inside commands."""

from __future__ import annotations

import importlib
import sys
from typing import Any

import click

from ipr_lint.cli.norwegian import NorwegianCommand
from ipr_lint.version import __version__

_COMMANDS = {
    "check": "ipr_lint.cli.check",
    "site": "ipr_lint.cli.site",
    "explain": "ipr_lint.cli.explain",
    "rules": "ipr_lint.cli.rules",
    "config": "ipr_lint.cli.show_config",
    "init": "ipr_lint.cli.init",
    "new-rule": "ipr_lint.cli.new_rule",
    "docs": "ipr_lint.cli.docs",
    "strategi": "ipr_lint.cli.strategi",
    "messages": "ipr_lint.cli.messages",
}
# Their one-line help, so that `--help` imports none of them.
_HELP = {
    "check": "Sjekk utkast og vis funnene (det vanlige).",
    "site": "Sjekk sidene på et nettsted.",
    "explain": "Forklar en regel.",
    "rules": "Vis reglene, eller kjør eksemplene deres.",
    "config": "Vis innstillingene som gjelder.",
    "init": "Skriv oppsett, hook og arbeidsflyt.",
    "new-rule": "Lag en ny regelfil.",
    "docs": "Lag regelsidene på nytt.",
    "strategi": "Vis strategiens tiltak, utkastets resultat og sjekklisten.",
    "messages": "Vis budskapene, eller hva et utkast gjør med dem.",
}


class Commands(NorwegianCommand, click.Group):
    """Loads a command's module when it is called; anything that is no command is a path for `check`."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command and end the process; mistakes in its use are told in Norwegian, like the help."""
        try:
            code = super().main(*args, **{**extra, "standalone_mode": False})
        except click.ClickException as error:
            from ipr_lint.cli.usage import told

            click.echo(told(error), err=True)
            sys.exit(error.exit_code)
        except click.Abort:
            click.echo("ipr-lint: avbrutt", err=True)
            sys.exit(130)
        sys.exit(code if isinstance(code, int) else 0)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the help text."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, None if there is none."""
        if cmd_name not in _COMMANDS:
            return None
        command = importlib.import_module(_COMMANDS[cmd_name]).command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands without importing them."""
        with formatter.section("Kommandoer"):
            formatter.write_dl([(name, _HELP.get(name, "")) for name in _COMMANDS])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """`draft.docx` means `check draft.docx`."""
        if args and args[0] not in _COMMANDS:
            args = ["check", *args]
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Options before the first path belong to `check`, too, except the group's own."""
        if args and args[0].startswith("-") and args[0] not in ("--help", "--version", "-h"):
            args = ["check", *args]
        return super().parse_args(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ipr-lint", help="Vis versjonen.")
def main() -> None:
    """Sjekker utkast (docx, md, html, txt) mot kommunikasjonsstrategien til Osloregionen IPR.

    `ipr-lint utkast.docx` er det samme som `ipr-lint check utkast.docx`.
    """
