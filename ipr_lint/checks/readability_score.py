"""LIX of a Norwegian text, or Flesch Reading Ease of an English one, against the limits of channel and audience."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Abstain, Hit, Needs
from ipr_lint.nlp import readability
from ipr_lint.nlp.analysis import NORWEGIAN, Analysis
from ipr_lint.nlp.readability import Measured

needs = Needs.SENTENCES
_OPENING_WORDS = 6


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Above `remark` a suggestion, above `warn` a warning (English: below)."""

    remark: Annotated[float, Meta(ge=0, le=120, description="score from which there is a remark")]
    warn: Annotated[float, Meta(ge=0, le=120, description="score from which there is a warning")]


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Limits by channel, shifts by audience, and what makes a verdict possible."""

    limits: Annotated[dict[str, Limits], Meta(description="LIX limits by channel")]
    otherwise: Annotated[Limits, Meta(description="LIX limits in every other channel")]
    shifts: Annotated[dict[str, float], Meta(description="added to both limits for an audience")]
    english: Annotated[Limits, Meta(description="Flesch limits of English text; lower is harder")]
    tolerance: Annotated[float, Meta(ge=0, le=10, description="how far beyond a limit the score must be")]
    minimum_words: Annotated[int, Meta(ge=50, description="shortest text with a verdict, in words")]
    mend_first: Annotated[int, Meta(ge=0, le=10, description="how many sentences to point at")]


def run(draft: Analysis, params: Params) -> Iterator[Hit | Abstain]:
    """One hit for the document; the sentences to mend first are its related spans."""
    sentences = readability.measured(draft)
    count = sum(len(one.words) for one in sentences)
    if draft.language not in (*NORWEGIAN, "en") and draft.language is not None:
        yield Abstain("teksten er verken på norsk eller engelsk")
    elif count < params.minimum_words:
        yield Abstain(f"færre enn {params.minimum_words} ord")
    elif draft.language == "en":
        yield from _english(draft, sentences, params)
    else:
        yield from _norwegian(draft, sentences, params)


def _norwegian(draft: Analysis, sentences: tuple[Measured, ...], params: Params) -> Iterator[Hit]:
    score = readability.lix(sentences)
    limits = params.limits.get(draft.context.channel, params.otherwise)
    shift = min((params.shifts.get(name, 0.0) for name in draft.context.audience), default=0.0)
    for limit, variant in ((limits.warn + shift, "tung"), (limits.remark + shift, "")):
        if score is not None and score > limit + params.tolerance:
            yield _hit(draft, score, limit, variant, params)
            return


def _english(draft: Analysis, sentences: tuple[Measured, ...], params: Params) -> Iterator[Hit]:
    score = readability.flesch(sentences)
    for limit, variant in ((params.english.warn, "engelsk-tung"), (params.english.remark, "engelsk")):
        if score is not None and score < limit - params.tolerance:
            yield _hit(draft, score, limit, variant, params)
            return


def _hit(draft: Analysis, score: float, limit: float, variant: str, params: Params) -> Hit:
    sentences = readability.measured(draft)
    count = sum(len(one.words) for one in sentences)
    worst = readability.heaviest(sentences, params.mend_first)
    mean, share = readability.mean_length(sentences) or 0.0, readability.long_share(sentences) or 0.0
    first = "; tyngst: " + ", ".join(_told(draft, one) for one in worst) if worst else ""
    return Hit(
        None,
        {"score": _decimal(score), "limit": f"{limit:g}", "worst": len(worst),
         "mean": _decimal(mean), "share": _decimal(share)},
        variant=variant,
        related=tuple(one.span for one in worst),
        evidence=f"{count} ord, {_decimal(mean)} ord per setning, {_decimal(share)} % lange ord{first}",
    )


def _told(draft: Analysis, one: Measured) -> str:
    """A sentence by its opening, so that it can be found in reports that only show text."""
    shown = draft.document.text(one.span).split()
    opening = " ".join(shown[:_OPENING_WORDS]) + (" …" if len(shown) > _OPENING_WORDS else "")
    return f"«{opening}» ({len(one.words)} ord, {one.long} lange)"


def _decimal(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
