"""Rulebook and settings -> the rules of a run, with the levels and values that the settings give them."""

from __future__ import annotations

import dataclasses

import msgspec

from ipr_lint import faults
from ipr_lint.config import ConfigError, Settings
from ipr_lint.model import Context, Level
from ipr_lint.rulebook import Rule, Rulebook


def selected(rulebook: Rulebook, settings: Settings) -> tuple[Rule, ...]:
    """The enabled rules as this run has them. Raises: ConfigError for a value that a check does not take."""
    return tuple(_told(rule, settings) for rule in rulebook.rules if rule.is_chosen(settings.select, settings.ignore))


def is_off(rule: Rule, context: Context) -> bool:
    """Whether channel or audience switch the rule off altogether."""
    variants = ("", *rule.file.variants)
    return all(rule.level(context.channel, context.audience, variant) is Level.OFF for variant in variants)


def _told(rule: Rule, settings: Settings) -> Rule:
    """A level in the settings holds everywhere: over variants, channels and audiences of the rule file."""
    file = rule.file
    if settings.require_reason and "require-reason" in file.switches:
        file = msgspec.structs.replace(file, level=file.switches["require-reason"])
    if level := settings.levels.get(rule.id, settings.levels.get(rule.topic)):
        plain = {name: msgspec.structs.replace(variant, level=None) for name, variant in file.variants.items()}
        file = msgspec.structs.replace(file, level=level, channels={}, audiences={}, variants=plain)
    if values := settings.params.get(rule.id):
        file = msgspec.structs.replace(file, params={**file.params, **values})
        try:
            msgspec.convert(file.params, rule.check.Params, strict=True)
        except msgspec.ValidationError as error:
            fault, steps = faults.parted(error)
            place = ".".join((f"params.{rule.id}", *map(str, steps)))
            raise ConfigError(f"{place}: {faults.in_norwegian(fault, rule.check.Params, steps)}") from None
    return rule if file is rule.file else dataclasses.replace(rule, file=file)
