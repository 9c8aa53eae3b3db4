"""A command whose help speaks Norwegian where click has English words of its own."""

from __future__ import annotations

import click


class NorwegianCommand(click.Command):
    """`Bruk`, `Valg` and a Norwegian line about --help."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """«Bruk: ipr-lint check [VALG] UTKAST...»."""
        words = {"[OPTIONS]": "[VALG]", "COMMAND [ARGS]...": "KOMMANDO ..."}
        pieces = [words.get(piece, piece) for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Bruk: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options under a Norwegian heading."""
        rows = [row for param in self.get_params(ctx)
                if isinstance(param, click.Option) and (row := param.get_help_record(ctx)) is not None]
        with formatter.section("Valg"):
            formatter.write_dl(rows)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """-h and --help, with a help text in Norwegian."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Vis denne hjelpen."
        return option
