"""Analysis -> one verdict for each key message: conveyed or denied, where, how prominently, by which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ipr_lint.facts.messages import Message, Messages
from ipr_lint.model import Coverage, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.messages.claims import Claim, claims
from ipr_lint.nlp.messages.judged import Judged, judge
from ipr_lint.nlp.messages.passages import passages
from ipr_lint.nlp.messages.polarity import Polarity
from ipr_lint.nlp.messages.second_opinion import Opinion, opinions

PROMINENCE = ("title", "lead", "body", "boilerplate")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message is conveyed or denied: its sentences within one block, and why we think so."""

    span: Span
    reading: str
    reasons: tuple[tuple[str, str], ...]  # (concept, the words as written)

    @property
    def words(self) -> str:
        """The deciding words: «motor» (motor), «landet» (hele landet)."""
        return ", ".join(f"«{text}» ({concept})" for concept, text in self.reasons)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a draft does with one message."""

    message: Message
    stated: tuple[Place, ...]
    denied: tuple[Place, ...]
    prominence: str | None


def verdicts(draft: Analysis) -> tuple[Verdict, ...]:
    """One verdict per message, in the order of messages.yaml; computed once per draft."""
    return draft.memo("messages", lambda: tuple(_verdicts(draft)))


def coverage(draft: Analysis) -> tuple[Coverage, ...]:
    """The verdicts as the report shows them."""
    return tuple(
        Coverage(
            id=one.message.id,
            found=bool(one.stated),
            contradicted=bool(one.denied),
            prominence=one.prominence,
            evidence=tuple(place.span for place in one.stated),
        )
        for one in verdicts(draft)
    )


def voices(draft: Analysis) -> tuple[list[Claim], list[Opinion]]:
    """What the readings claim and what the encoder reads, before they are weighed against each other."""
    found = list(passages(draft))
    claimed = [claim for passage in found for claim in claims(passage, draft.facts.get(Messages).messages)]
    return claimed, opinions(draft, found, claimed)


def places(judged: Sequence[Judged], message: str) -> tuple[list[Place], list[Place]]:
    """Where a message is conveyed, and where it is denied; what is denied there is not conveyed in the same place."""
    stated, denied = (
        {_span(one): _place(one) for one in reversed(judged) if one.message == message and one.says is says}
        for says in (Polarity.STATES, Polarity.DENIES)
    )
    return [place for span, place in stated.items() if span not in denied], list(denied.values())


def _verdicts(draft: Analysis) -> Iterator[Verdict]:
    facts = draft.facts.get(Messages)
    judged = judge(facts, *voices(draft))
    for message in facts.messages:
        stated, denied = places(judged, message.id)
        roles = {draft.role(draft.document.blocks[place.span.block]) for place in stated}
        prominence = next((role for role in PROMINENCE if role in roles), None)
        yield Verdict(message, _ordered(stated), _ordered(denied), prominence)


def _span(one: Judged) -> Span:
    first = one.sentences[0].span
    last = max((c.span.end for c in one.sentences if c.span.block == first.block), default=first.end)
    return Span(first.block, first.start, last)


def _place(one: Judged) -> Place:
    reasons = sorted(one.evidence, key=lambda e: (e.block, e.words, e.concept))
    return Place(_span(one), one.reading, tuple((e.concept, e.text) for e in reasons))


def _ordered(places: Iterable[Place]) -> tuple[Place, ...]:
    """In reading order; a place that holds a smaller one says no more than that."""
    every = list(places)
    least = [p for p in every if not any(_holds(p.span, other.span) for other in every if other is not p)]
    return tuple(sorted(least, key=lambda p: (p.span.block, p.span.start, p.span.end)))


def _holds(outer: Span, inner: Span) -> bool:
    return outer.block == inner.block and outer.start <= inner.start and inner.end <= outer.end and outer != inner
