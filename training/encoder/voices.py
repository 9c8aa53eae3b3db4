"""How much the encoder's voice should count: labelled sets it has not learnt from in, the best weights out.

    python training/encoder/voices.py naming SET.jsonl ... [--then SET.jsonl ...]
    python training/encoder/voices.py messages SET.jsonl ... [--then SET.jsonl ...]

Tries all combinations of the values in GRIDS in place of `second_opinion` in `rules/facts/names.yaml` or
`messages.yaml` and prints the present weights, then the best ones, with the figures over the sets (and over those given
with --then, which choose nothing). The best miss the bars by least; a false alarm counts more than a miss.
"""
from __future__ import annotations

import argparse
import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from unittest.mock import patch

import msgspec
from data import rows

from ipr_lint import readers, rulebook
from ipr_lint.config import Settings
from ipr_lint.engine import Engine
from ipr_lint.facts.messages import Messages
from ipr_lint.facts.names import Names
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.encoder import encoder
from ipr_lint.nlp.mentions import Form, Sense
from ipr_lint.nlp.mentions.classify import classify
from ipr_lint.nlp.messages.coverage import places, voices
from ipr_lint.nlp.messages.judged import judge

Row = dict[str, object]
Figures = tuple[float, float, float, float]  # precision and recall of the two rules
Measure = Callable[[msgspec.Struct], Figures]
GRIDS: dict[str, dict[str, tuple[float, ...]]] = {
    "naming": {"asked_below": (2.7, 3.5, 4.5, 6.0, 9.0), "caution": (0.0, 0.4, 0.8, 1.2, 1.6),
               "most": (3.0, 4.0, 5.0, 6.0)},
    "messages": {"support": (0.5, 1.0, 2.0, 3.0), "support_clear": (2.0, 3.0, 4.0),
                 "conveyed_above": (-1.5, -0.9, -0.4, 0.2), "conveyed_alone": (-0.5, 0.0, 0.5, 1.0, 1.5),
                 "denied_above": (-0.5, 0.0, 0.5, 1.0), "denied_against": (1.0, 2.5, 3.9)}}
COSTS = (1.5, 1.0, 0.9, 0.6)  # of missing each bar
BARS: dict[str, Figures] = {"naming": (0.97, 0.95, 0.95, 0.90), "messages": (0.93, 0.88, 0.85, 0.70)}
SHOWN = 12


def analysed(engine: Engine, paths: Sequence[Path]) -> Iterator[tuple[Row, Analysis]]:
    """The rows with their analyses."""
    for row in rows(paths):
        yield row, engine.analyse(readers.read(Path("tekst.txt"), data=str(row["text"]).encode()), Settings())


def figures(counts: Counter[str]) -> Figures:
    """Precision and recall of the first and of the second rule."""
    first, second = ((counts[f"{n} right"], counts[f"{n} false"], counts[f"{n} missed"]) for n in (0, 1))
    return tuple(right / max(right + wrong, 1) for right, false, missed in (first, second)
                 for wrong in (false, missed))  # type: ignore[return-value]


def tally(counts: Counter[str], rule: int, wanted: bool, got: bool) -> None:
    """Count one decision."""
    if wanted or got:
        counts[f"{rule} {'right' if wanted and got else 'missed' if wanted else 'false'}"] += 1


def naming(sets: Sequence[tuple[Row, Analysis]], names: Names) -> Measure:
    """Measures weights over mentions: a finding is a bare name that means the organisation, or a full one, the area."""
    def measure(opinion: msgspec.Struct) -> Figures:
        counts = Counter[str]()
        for row, draft in sets:
            found = {m.place.start: m for m in classify(draft, msgspec.structs.replace(names, second_opinion=opinion))}
            for gold in row["mentions"]:  # type: ignore[attr-defined]
                mention = found.get(gold["start"])
                if gold["gold"] == "either" or mention is None or mention.place.form not in (Form.BARE, Form.FULL):
                    continue
                full = mention.place.form is Form.FULL
                wrong_sense = Sense.AREA if full else Sense.ORGANISATION
                tally(counts, int(full), gold["gold"] == ("area" if full else "organisation"),
                      mention.sense is wrong_sense)
        return figures(counts)
    return measure


def messages(sets: Sequence[tuple[Row, Analysis]], facts: Messages) -> Measure:
    """Measures weights over passages: a message conveyed, or denied. Each passage is read once."""
    heard = [(row, voices(draft)) for row, draft in sets]

    def measure(opinion: msgspec.Struct) -> Figures:
        counts = Counter[str]()
        for row, told in heard:
            judged = judge(msgspec.structs.replace(facts, second_opinion=opinion), *told)
            for message in facts.messages:
                if message.id in row.get("either", []):  # type: ignore[operator]
                    continue
                stated, denied = places(judged, message.id)
                against = message.id in row.get("contradicts", [])  # type: ignore[operator]
                tally(counts, 1, against, bool(denied))
                if not against:
                    tally(counts, 0, message.id in row["gold"], bool(stated))  # type: ignore[operator]
        return figures(counts)
    return measure


def loss(found: Figures, bars: Figures) -> float:
    """By how much the bars are missed, precision counting more; a little for what is above them."""
    short = sum(min(value - bar, 0.0) * cost for value, bar, cost in zip(found, bars, COSTS, strict=True))
    return -short - 0.05 * sum(found)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rule", choices=sorted(GRIDS))
    parser.add_argument("sets", type=Path, nargs="+")
    parser.add_argument("--then", type=Path, nargs="*", default=[])
    args = parser.parse_args()
    book = rulebook.load()
    engine, measures = Engine(book, Settings()), []
    present = book.facts.get(Names if args.rule == "naming" else Messages).second_opinion
    reading = cache(lambda parts: encoder().mentions([parts])[0])
    with patch("ipr_lint.nlp.mentions.second_opinion.encoder") as asked:
        asked.return_value.mentions = lambda texts: [reading(parts) for parts in texts]
        for paths in (args.sets, args.then):
            sets = list(analysed(engine, paths))
            measures.append(naming(sets, book.facts.get(Names)) if args.rule == "naming"
                            else messages(sets, book.facts.get(Messages)))
        grid, tried = GRIDS[args.rule], list[tuple[float, dict[str, float]]]()
        for values in itertools.product(*grid.values()):
            weights = dict(zip(grid, values, strict=True))
            found = measures[0](msgspec.structs.replace(present, **weights))
            tried.append((loss(found, BARS[args.rule]), weights))
        for lost, weights in [(0.0, {}), *sorted(tried, key=lambda one: one[0])[:SHOWN]]:
            both = [measure(msgspec.structs.replace(present, **weights)) for measure in measures]
            print(round(lost, 4), weights or "as it stands", *([f"{value:.3f}" for value in some] for some in both))


if __name__ == "__main__":
    main()
