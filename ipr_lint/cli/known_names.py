"""Settings and rules -> a complaint of the first rule, topic or channel that does not exist, and where it is named."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from ipr_lint import config
from ipr_lint.cli.options import names_in
from ipr_lint.config import ConfigError, Settings
from ipr_lint.rulebook import Rulebook

_LISTED = "`ipr-lint rules` viser dem som finnes"


def check_names(settings: Settings, book: Rulebook, options: dict[str, Any]) -> None:
    """Raises: click.UsageError for a name on the command line, ConfigError (naming the file) for a configured one."""
    rules = {rule.id for rule in book.rules} | set(book.topics)
    for option in ("select", "ignore"):
        for name in names_in(options.get(option)) or ():
            if name not in rules:
                raise click.UsageError(f"--{option}: {_unknown_rule(name, rules)}")
    for place, name in _rules_named(settings):
        if name not in rules:
            raise ConfigError(f"{_file(settings, options)}: {place}: {_unknown_rule(name, rules)}")
    told = [("default-channel", settings.default_channel), *(("paths.channel", one.channel) for one in settings.paths)]
    for place, name in told:
        _check_channel(place, name, settings, book, options)


def _rules_named(settings: Settings) -> list[tuple[str, str]]:
    """The keys of a configuration that name rules, with every name."""
    keys: list[tuple[str, Iterable[str]]] = [
        ("select", settings.select), ("ignore", settings.ignore), ("levels", settings.levels),
        ("params", settings.params), *(("paths.ignore", table.ignore) for table in settings.paths),
        ("waivers.rule", [one.rule for one in settings.waivers])]
    return [(key, name) for key, names in keys for name in names]


def _check_channel(place: str, name: str, settings: Settings, book: Rulebook, options: dict[str, Any]) -> None:
    if not name:
        return
    from ipr_lint.facts.channels import Channels  # most runs, cached ones above all, name none

    channels = book.facts.get(Channels)
    if channels.key(name) not in channels.channels:
        hint = _near(name, channels.channels, f"ventet en av: {', '.join(channels.channels)}")
        raise ConfigError(f"{_file(settings, options)}: {place}: ukjent kanal «{name}»{hint}")


def _file(settings: Settings, options: dict[str, Any]) -> Path | str:
    return options.get("config_") or config.find(Path(settings.root)) or "oppsettet"


def _unknown_rule(name: str, rules: Iterable[str]) -> str:
    return f"ukjent regel eller emne «{name}»{_near(name, rules, _LISTED)}"


def _near(name: str, known: Iterable[str], otherwise: str) -> str:
    import difflib

    close = difflib.get_close_matches(name, sorted(known), 1)
    return f"; mente du «{close[0]}»?" if close else f"; {otherwise}"
