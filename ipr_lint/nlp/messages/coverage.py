"""Analysis -> one verdict for each key message: conveyed or denied, where, how prominently, by which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ipr_lint.facts.messages import Message, Messages
from ipr_lint.model import Coverage, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.messages import polarity
from ipr_lint.nlp.messages.passages import Passage, passages
from ipr_lint.nlp.messages.polarity import Polarity
from ipr_lint.nlp.messages.readings import Match, matches

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


def _verdicts(draft: Analysis) -> Iterator[Verdict]:
    found = tuple(passages(draft))
    for message in draft.facts.get(Messages).messages:
        stated: dict[Span, Place] = {}
        denied: dict[Span, Place] = {}
        for passage in found:
            for match, says in judged(passage, message):
                target = stated if says is Polarity.STATES else denied
                if says is not Polarity.REJECTS_DENIAL:
                    target.setdefault(_span(match), _place(match))
        for span in denied:
            stated.pop(span, None)
        roles = {draft.role(draft.document.blocks[span.block]) for span in stated}
        prominence = next((role for role in PROMINENCE if role in roles), None)
        yield Verdict(message, _ordered(stated), _ordered(denied), prominence)


def judged(passage: Passage, message: Message) -> Iterator[tuple[Match, Polarity]]:
    """Every match of a message in a passage with what the text does with it; a denial silences what it overlaps."""
    denials = [(m, polarity.of_denial(m, passage)) for reading in message.denials for m in matches(passage, reading)]
    yield from denials
    taken = {clue.span for match, says in denials if says is Polarity.DENIES for clue in match.sentences}
    for reading in message.readings:
        for match in matches(passage, reading):
            if not any(clue.span in taken for clue in match.sentences):
                yield match, polarity.of_reading(match, passage)


def _span(match: Match) -> Span:
    first = match.sentences[0].span
    last = max((c.span.end for c in match.sentences if c.span.block == first.block), default=first.end)
    return Span(first.block, first.start, last)


def _place(match: Match) -> Place:
    reasons = sorted(match.evidence, key=lambda e: (e.block, e.words, e.concept))
    return Place(_span(match), match.reading.name, tuple((e.concept, e.text) for e in reasons))


def _ordered(places: dict[Span, Place]) -> tuple[Place, ...]:
    return tuple(places[span] for span in sorted(places, key=lambda s: (s.block, s.start, s.end)))
