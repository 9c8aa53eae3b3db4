"""Each mention's own evidence -> its sense; where that is thin, what the text says of the name before and after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ipr_lint.model import Block, Kind
from ipr_lint.nlp.mentions import Mention
from ipr_lint.nlp.mentions.evidence import Evidence, Sense
from ipr_lint.nlp.mentions.lexicon import Lexicon
from ipr_lint.nlp.mentions.spot import JUDGED, Form, Place

Drafted = tuple[Block, Place, list[Evidence]]


def decide(drafted: Sequence[Drafted], lexicon: Lexicon) -> Iterator[Mention]:
    """Mentions in the same order."""
    own = [_score(place, found, lexicon) for _, place, found in drafted]
    for index, (block, place, found) in enumerate(drafted):
        if place.form not in JUDGED:
            yield Mention(block, place, Sense.UNSURE, 0.0, "egennavn")
            continue
        evidence = [*found, *_inherited(index, drafted, own, lexicon)]
        score = _score(place, evidence, lexicon)
        sense = Sense.UNSURE if abs(score) < lexicon.weights.decided else _sign(score)
        yield Mention(block, place, sense, score, _because(evidence, sense))


def _sign(score: float) -> Sense:
    return Sense.ORGANISATION if score > 0 else Sense.AREA


def _score(place: Place, found: Iterable[Evidence], lexicon: Lexicon) -> float:
    prior = lexicon.weights.prior_full if place.form is Form.FULL else lexicon.weights.prior
    return prior + sum(one.weight for one in found)


def _inherited(index: int, drafted: Sequence[Drafted], own: Sequence[float], lexicon: Lexicon) -> Iterator[Evidence]:
    """What the nearest mention with evidence of its own means: the one before, else the one after; of a heading, the
    first in the text under it."""
    weights = lexicon.weights
    evidence = sum(one.weight for one in drafted[index][2])
    if abs(evidence) >= weights.weak:
        return
    sources = (("tidligere", range(index - 1, -1, -1)), ("senere", range(index + 1, len(drafted))))
    under = drafted[index][0].kind is Kind.HEADING
    for where, others in reversed(sources) if under else sources:
        for other in others:
            if drafted[other][1].form in JUDGED and abs(own[other]) >= weights.clear:
                weight = weights.inherit if own[other] > 0 else -weights.inherit
                if weight * evidence < 0:
                    return  # its own evidence is thin, but speaks against
                yield Evidence(weight, f"samme betydning som {where} i teksten")
                return


def _because(found: Iterable[Evidence], sense: Sense) -> str:
    if sense is Sense.UNSURE:
        return "lite i teksten avgjør hva som menes"
    sign = -1.0 if sense is Sense.AREA else 1.0
    agreeing = sorted((one for one in found if one.weight * sign > 0), key=lambda one: -abs(one.weight))
    telling = [one for one in agreeing if abs(one.weight) > abs(agreeing[0].weight) / 4]
    return "; ".join(dict.fromkeys(one.why for one in telling[:2])) or "det vanlige i tekster fra organisasjonen"
