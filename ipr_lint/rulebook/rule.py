"""What a rule file says, as types: the YAML keys are the fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from ipr_lint.facts import Texts
from ipr_lint.model import Level
from ipr_lint.rulebook.loading import check_module
from ipr_lint.typed_yaml import ComplaintError, convert, position

RuleLevel = Literal["error", "warning", "suggestion", "off"]


class Variant(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Another message or level for some hits of a rule; the check says which variant a hit is."""

    level: RuleLevel | None = None
    message: Texts | None = None


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A draft that a rule must pass (good) or flag (bad); ⟦ and ⟧ mark the exact spans.

    A bad example without brackets expects exactly one finding on the document as a whole. `metadata` are the keys a
    draft would declare (`kanal`, `publiseres`, ...); `config` are keys of ipr-lint.toml; `fixed` is the text after the
    rule's fixes.
    """

    text: str
    format: Literal["text", "markdown", "html"] = "text"
    channel: str = ""
    audience: tuple[str, ...] = ()
    platform: str = ""
    today: str = "2025-03-10"
    metadata: dict[str, str | tuple[str, ...]] = {}
    config: dict[str, Any] = {}
    variant: str = ""
    fixed: str | None = None


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"params": "with"}):
    """One file rules/<topic>/<rule-id>.yaml."""

    check: Annotated[str, Meta(description="the module under ipr_lint/checks/ that finds the hits")]
    level: Annotated[RuleLevel, Meta(description="error, warning, suggestion or off")]
    kind: Annotated[
        Literal["krav", "feil", "husstil"],
        Meta(description="krav: a demand of the strategy or the law; feil: a language error; husstil: house style"),
    ]
    clause: Annotated[str, Meta(min_length=5, description="the sentence of strategy, law or style source enforced")]
    why: Annotated[Texts, Meta(description="one line for the report: why this matters to the reader")]
    message: Annotated[Texts, Meta(description="what is wrong and what to write instead; {names} are the hit's values")]
    good: Annotated[tuple[str | Example, ...], Meta(min_length=1, description="drafts the rule leaves alone")]
    bad: Annotated[tuple[str | Example, ...], Meta(min_length=1, description="drafts it flags, ⟦spans⟧ marked")]
    variants: Annotated[dict[str, Variant], Meta(description="messages and levels of the check's variants")] = {}
    params: Annotated[dict[str, Any], Meta(description="the check's values: thresholds, words")] = {}
    channels: Annotated[dict[str, RuleLevel], Meta(description="another level in a channel; off: not there")] = {}
    audiences: Annotated[dict[str, RuleLevel], Meta(description="another level for an audience; off: not there")] = {}
    switches: Annotated[
        dict[Literal["require-reason"], RuleLevel], Meta(description="another level while that setting is true")
    ] = {}
    languages: Annotated[tuple[str, ...], Meta(description="languages of the text it applies to")] = ("nb", "nn", "en")
    in_quotation: Annotated[
        Literal["same", "suggestion", "off"], Meta(description="what becomes of hits inside a direct quotation")
    ] = "same"
    in_code: Annotated[Literal["same", "off"], Meta(description="what becomes of hits inside inline code")] = "off"
    source: Annotated[str, Meta(description="where a threshold or figure comes from")] = ""
    editable: Annotated[str, Meta(description="who may change what in this file")] = (
        "Rådgivere kan endre nivå, meldinger, verdier og eksempler; ny logikk krever en utvikler."
    )


@dataclass(frozen=True)
class Rule:
    """A rule file with its identity: what the engine runs (SARIF *reportingDescriptor*).

    Its check is imported, and its values are made the check's Params, on first use: a list of rules needs neither.
    """

    id: str
    topic: str
    path: str
    file: RuleFile

    @cached_property
    def check(self) -> Any:
        """The check's module. Raises: ComplaintError, when there is none of that name."""
        module = check_module(self.file.check)
        if module is None:
            message = f"check: ventet en modul i ipr_lint/checks/, fant ikke «{self.file.check}»"
            raise ComplaintError(self.path, *position(Path(self.path), ("check",)), message)
        return module

    @cached_property
    def params(self) -> Any:
        """The check's Params with the rule's values. Raises: ComplaintError, when they do not fit."""
        return convert(self.file.params, self.check.Params, Path(self.path), ("with",))

    def is_chosen(self, select: tuple[str, ...], ignore: tuple[str, ...]) -> bool:
        """Whether a run with these rules and topics (none selected: all of them) has this rule."""
        names = {self.id, self.topic}
        return (not select or not names.isdisjoint(select)) and names.isdisjoint(ignore)

    def level(self, channel: str, audience: tuple[str, ...], variant: str = "") -> Level:
        """The level for a draft: the audience's word over the channel's, over the variant's, over the rule's.

        A channel that says `off` has no use for the rule, whoever reads: nothing switches it on again. An audience that
        says `off` switches every variant off; where several audiences have a word, the strictest counts.
        """
        if self.file.channels.get(channel) == "off":
            return Level.OFF
        own = self.file.variants[variant].level if variant in self.file.variants else None
        level = Level(own or self.file.level)
        if channel in self.file.channels:
            level = _narrow(Level(self.file.channels[channel]), level, bool(own))
        told = [Level(self.file.audiences[name]) for name in audience if name in self.file.audiences]
        if told:
            level = _narrow(max(told, key=lambda one: one.rank), level, bool(own))
        return level

    def message(self, language: str, values: Mapping[str, Any], variant: str = "") -> str:
        """The message filled with a hit's values, in `nb` or `en`."""
        chosen = self.file.variants[variant].message if variant in self.file.variants else None
        return (chosen or self.file.message).of(language).format_map(values).strip()

    def why(self, language: str) -> str:
        """One line on why it matters."""
        return self.file.why.of(language).strip()


def _narrow(told: Level, level: Level, is_variant: bool) -> Level:
    if told is Level.OFF or not is_variant:
        return told
    return level
