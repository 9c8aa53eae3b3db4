"""Analysis -> the figures and the message coverage that stand in every report, gated or not."""

from __future__ import annotations

from ipr_lint.model import Coverage
from ipr_lint.nlp import messages
from ipr_lint.nlp.analysis import Analysis

MESSAGE_IDS = ("B1", "B2", "B3", "B4", "B5", "B6")


def metrics(draft: Analysis) -> dict[str, float | int | None]:
    """Words and sentences of the running text, and what is made of them."""
    sentences = [sentence for block in draft.running() for sentence in draft.sentences(block)]
    return {"words": sum(sentence.words for sentence in sentences), "sentences": len(sentences),
            "channel_guessed": int("channel" not in draft.context.declared)}


def coverage(draft: Analysis, checked: bool) -> tuple[Coverage, ...]:
    """One entry for each key message; not looked for when no message rule is enabled."""
    if not checked:
        return tuple(Coverage(id_, checked=False) for id_ in MESSAGE_IDS)
    return messages.coverage(draft)
