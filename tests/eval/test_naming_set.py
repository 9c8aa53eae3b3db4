"""Our own sentences in real situations, labelled before the first run: precision and recall must not fall."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from ipr_lint import readers
from ipr_lint.config import Settings
from ipr_lint.engine import Engine
from ipr_lint.nlp.mentions import Form, Sense, in_draft

# First runs, before any change: naming.jsonl P 0.84, R 0.87; naming-2.jsonl P 1.00, R 0.88; naming-3.jsonl (by another
# author, two batches) P 0.87 and 0.97, R 0.91 and 0.83; naming-4.jsonl (eight batches) R 0.76 to 0.94, P 0.92 to 1.00,
# and in the two made of hard cases of the area 13 false alarms among 55 mentions of it. What they taught has since gone
# into the evidence and the word lists: these floors say nothing of unseen text. naming-5.jsonl (three batches by
# authors who saw neither code nor rules) has taught little as yet: its first runs, P 0.97, 0.83, 0.97 and R 0.88, 0.77,
# 0.92, tell best what to expect.
# naming-6.jsonl (three sets of 150 texts) and naming-7.jsonl (170) are by four more such authors: with grammar and word
# lists alone 0.90 to 0.97, 0.86 to 0.89 and 0.92, 0.83 for the organisation; neither has taught the encoder or the
# lists, but the weight of the encoder's voice was chosen on both. naming-8.jsonl and naming-9.jsonl (220 and 260) are
# by two later authors and have chosen nothing: with the encoder of six layers the former had 0.96, 0.93 for the
# organisation, with the present one both first had 1.0, 0.96 and 0.97, 0.97.
_FLOORS = {  # precision and recall of both rules together, and the greatest share of unsure
    "naming.jsonl": (0.95, 0.92, 0.05),
    "naming-2.jsonl": (0.95, 0.92, 0.05),
    "naming-3.jsonl": (0.95, 0.90, 0.05),
    "naming-4.jsonl": (0.95, 0.92, 0.05),
    "naming-5.jsonl": (0.95, 0.86, 0.06),
    "naming-6.jsonl": (0.95, 0.93, 0.03),
    "naming-7.jsonl": (0.95, 0.94, 0.03),
    "naming-8.jsonl": (0.96, 0.93, 0.03),
    "naming-9.jsonl": (0.96, 0.95, 0.03),
}


def _verdict(engine: Engine, text: str, start: int) -> str:
    draft = engine.analyse(readers.read(Path("utkast.txt"), data=text.encode()), Settings())
    for mention in in_draft(draft):
        place = mention.place
        if place.start <= start < place.end and place.form in (Form.BARE, Form.FULL):
            if mention.sense is Sense.UNSURE:
                return "" if place.form is Form.FULL else "unsure"
            wrong = (mention.sense is Sense.AREA) == (place.form is Form.FULL)
            return mention.sense.name.lower() if wrong else ""
    return ""


@pytest.mark.parametrize("name", _FLOORS)
def test_naming_set(engine: Engine, name: str) -> None:
    precision, recall, unsure = _FLOORS[name]
    count: Counter[str] = Counter()
    for line in Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for gold in row["mentions"]:
            if gold["gold"] == "either":
                continue
            full = "IPR" in gold["surface"]
            meant = gold["gold"] in ("organisation", "area")
            wanted = gold["gold"] if meant and (gold["gold"] == "area") == full else ""
            found = _verdict(engine, row["text"], gold["start"])
            count["mentions"] += 1
            count["unsure"] += found == "unsure"
            count["right"] += bool(wanted) and found == wanted
            count["missed"] += bool(wanted) and found != wanted
            count["false"] += found not in ("", "unsure", wanted)
    assert count["mentions"] >= 60
    assert count["right"] / (count["right"] + count["false"]) >= precision, count
    assert count["right"] / (count["right"] + count["missed"]) >= recall, count
    assert count["unsure"] / count["mentions"] <= unsure, count
