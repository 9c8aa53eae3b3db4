"""Our own passages in real situations, labelled before the first run: precision and recall must not fall."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from ipr_lint import readers
from ipr_lint.engine import Engine
from ipr_lint.nlp.messages import verdicts

_HERE = Path(__file__).parent
# The floors of each set: precision and recall of references, then of contradictions. First runs, before any change:
# messages.jsonl 0.93, 0.84, 0.75, 1.0; messages-2.jsonl (two batches of other passages) 0.95, 0.86, 0.79, 0.73. The
# classes of words they showed to be thin have since been widened. messages-3.jsonl is by an independent author: first
# runs 0.92, 0.88, 0.83, 0.56 (before any change) and 0.72, 0.54, 1.0, 0.25 (its second half, after work on the first).
# messages-4.jsonl has taught nothing as yet: three batches by authors who saw neither code nor rules, first runs 0.95,
# 0.76, 0.71, 0.50; 0.84, 0.64, 1.0, 0.50; 0.96, 0.92, 1.0, 0.70.
# Since the encoder has a say: messages-5.jsonl (480 passages by three such authors) had 0.86, 0.74, 0.63, 0.33 with the
# readings alone, and messages-6.jsonl (200 by a fourth) 0.89, 0.83, 0.54, 0.58; neither was trained on, but the weights
# of the two voices were chosen on the former. On messages.jsonl, from which the readings had learnt, the encoder loses
# a little of what they had; on messages-4.jsonl it costs denials and gains references.
# With the encoder of twelve layers messages-7.jsonl (260, a fifth author) had 0.97, 0.90, 0.95, 0.83 (with that of six
# 0.98, 0.90, 1.0, 0.79), and messages-8.jsonl (280, a sixth) in its first and only blind run 0.99, 0.87, 0.97, 0.67;
# the weights were then moved a little towards recall.
# Since encoder 2.1.0, which learnt from plain office and news prose, there are four more sets by authors who saw
# nothing: messages-9.jsonl (260, all genres) had 0.91, 0.95, 0.82, 0.67 with 2.0.0; messages-10.jsonl (321, soft
# denials) 0.81, 0.76, 0.89, 0.48; these two chose nothing. messages-11.jsonl (300, officialese: 0.83, 0.76, 0.86, 0.44)
# and -12.jsonl (300, denials over several sentences: 0.87, 0.82, 0.88, 0.23) chose the weights with -5 and -6, and
# drafts without a denial, which cost some recall. messages-8.jsonl loses (0.99, 0.89, 0.97, 0.71 before).
_FLOORS = {
    "messages.jsonl": (0.98, 0.98, 0.98, 0.98),
    "messages-2.jsonl": (0.98, 0.98, 0.98, 0.98),
    "messages-3.jsonl": (0.92, 0.97, 0.95, 0.90),
    "messages-4.jsonl": (0.95, 0.88, 0.89, 0.86),
    "messages-5.jsonl": (0.96, 0.89, 0.87, 0.64),
    "messages-6.jsonl": (0.96, 0.94, 0.95, 0.79),
    "messages-7.jsonl": (0.95, 0.90, 0.90, 0.88),
    "messages-8.jsonl": (0.97, 0.85, 0.88, 0.68),
    "messages-9.jsonl": (0.95, 0.93, 0.95, 0.92),
    "messages-10.jsonl": (0.91, 0.76, 0.91, 0.61),
    "messages-11.jsonl": (0.86, 0.72, 0.87, 0.69),
    "messages-12.jsonl": (0.90, 0.84, 0.92, 0.50),
}


def _share(right: int, other: int) -> float:
    return right / (right + other)


@pytest.mark.parametrize("name", sorted(_FLOORS))
def test_messages_set(engine: Engine, name: str) -> None:
    precision, recall, denied_precision, denied_recall = _FLOORS[name]
    count: Counter[str] = Counter()
    rows = [json.loads(line) for line in (_HERE / name).read_text(encoding="utf-8").splitlines()]
    for row in rows:
        found = verdicts(engine.analyse(readers.read(Path("utkast.txt"), data=row["text"].encode())))
        stated = {one.message.id for one in found if one.stated}
        denied = {one.message.id for one in found if one.denied}
        gold, contradicted = set(row["gold"]), set(row["contradicts"])
        count["right"] += len(gold & stated)
        count["missed"] += len(gold - stated)
        count["false"] += len(stated - gold - contradicted)
        count["right denial"] += len(contradicted & denied)
        count["missed denial"] += len(contradicted - denied)
        count["false denial"] += len(denied - contradicted)
    assert len(rows) >= 40
    assert _share(count["right"], count["false"]) >= precision, count
    assert _share(count["right"], count["missed"]) >= recall, count
    assert _share(count["right denial"], count["false denial"]) >= denied_precision, count
    assert _share(count["right denial"], count["missed denial"]) >= denied_recall, count
