"""`ipr-lint config`: the effective settings, and where each came from."""

from __future__ import annotations

from pathlib import Path

import click

from ipr_lint.cli.norwegian import NorwegianCommand


@click.command("config", cls=NorwegianCommand)
@click.argument("path", metavar="[STI]", type=click.Path(path_type=Path), default=Path())
@click.option("--config", "config_", type=click.Path(path_type=Path), default=None, metavar="FIL")
def command(path: Path, config_: Path | None) -> None:
    """Vis innstillingene som gjelder for en fil eller mappe, og hvor hver av dem kommer fra."""
    import msgspec

    from ipr_lint import config
    from ipr_lint.cli.failures import one_line

    with one_line():
        settings, source = config.load(path if path.is_dir() else path.parent, config_)
        default = config.Settings()
        click.echo(f"# {source or 'ingen oppsettsfil funnet'}")
        for field in msgspec.structs.fields(config.Settings):
            if field.name == "root":
                continue
            value = getattr(settings, field.name)
            where = str(source) if value != getattr(default, field.name) else "standard"
            click.echo(f"{field.encode_name} = {_toml(value)}    # {where}")
        if not path.is_dir():
            for table in settings.tables(str(path)):
                click.echo(f"# gjelder for {path}: {_toml(table)}")


def _toml(value: object) -> str:
    import msgspec

    return msgspec.json.encode(value).decode()
