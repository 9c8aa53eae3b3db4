"""Channel and audience of a draft: whether they are declared, known, and fit each other."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from ipr_lint.facts.channels import Audiences, Channels
from ipr_lint.model import Hit, Needs
from ipr_lint.nlp.analysis import Analysis

needs = Needs.TEXT


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which of the two a rule looks at."""

    field: Annotated[Literal["channel", "audience"], Meta(description="channel or audience")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit for what is undeclared, and one for each unknown value or unfit pair."""
    if params.field == "channel":
        yield from _channel(draft)
    else:
        yield from _audience(draft)


def _channel(draft: Analysis) -> Iterator[Hit]:
    channels, audiences = draft.facts.get(Channels), draft.facts.get(Audiences)
    context = draft.context
    known = ", ".join(channels.channels)
    profile = channels.channels.get(context.channel)
    if "channel" not in context.declared:
        variant = "gjettet" if context.guessed else ""
        yield Hit(None, {"channel": context.channel, "known": known, "sign": context.guessed}, variant=variant,
                  evidence=f"vurdert som {context.channel}")
    elif profile is None:
        yield Hit(None, {"written": context.channel, "known": known, "near": _near(context.channel, channels.channels)},
                  variant="ukjent")
    else:
        for audience in context.audience:
            if audience in audiences.audiences and audience not in profile.audiences:
                name, channel = audiences.audiences[audience].name, profile.name
                yield Hit(None, {"audience": {"nb": name.nb, "en": name.en},
                                 "channel": {"nb": channel.nb, "en": channel.en}}, variant="passer-ikke",
                          evidence="ikke i matrisen i rules/facts/channels.yaml")


def _audience(draft: Analysis) -> Iterator[Hit]:
    audiences = draft.facts.get(Audiences).audiences
    known = ", ".join(audiences)
    if not draft.context.audience:
        yield Hit(None, {"known": known})
    for written in draft.context.audience:
        if written not in audiences:
            yield Hit(None, {"written": written, "known": known, "near": _near(written, audiences)}, variant="ukjent")


def _near(written: str, known: object) -> dict[str, str]:
    """«Mente du …?» in both languages, empty without a near name."""
    assert isinstance(known, dict)
    close = difflib.get_close_matches(written.lower(), list(known), 1)
    return {"nb": f" Mente du «{close[0]}»?", "en": f" Did you mean «{close[0]}»?"} if close else {"nb": "", "en": ""}
