"""Which level a rule has in a channel and for an audience: the channel's «off» is final."""

from __future__ import annotations

import msgspec
import pytest

from ipr_lint.rulebook import Rule, Rulebook

LEVELS = [  # rule's level, channels, audiences, channel, audience -> level
    ("warning", {}, {}, "internt", ("medlemmer",), "warning"),
    ("warning", {"internt": "off"}, {}, "internt", ("medlemmer",), "off"),
    ("warning", {"internt": "off"}, {"medlemmer": "error"}, "internt", ("medlemmer",), "off"),
    ("warning", {"internt": "off"}, {"medlemmer": "error"}, "nettsak", ("medlemmer",), "error"),
    ("warning", {"nettsak": "suggestion"}, {"medlemmer": "error"}, "nettsak", ("medlemmer",), "error"),
    ("warning", {"nettsak": "suggestion"}, {"medlemmer": "error"}, "nettsak", ("media",), "suggestion"),
    ("warning", {"nettsak": "error"}, {"medlemmer": "off"}, "nettsak", ("medlemmer",), "off"),
    ("warning", {}, {"medlemmer": "off", "media": "suggestion"}, "nettsak", ("medlemmer", "media"), "suggestion"),
    ("off", {"nettsak": "suggestion"}, {}, "nettsak", (), "suggestion"),
    ("off", {"some": "off"}, {"storting": "warning"}, "some", ("storting",), "off"),
    ("off", {"some": "off"}, {"storting": "warning"}, "nettsak", ("storting",), "warning"),
]


@pytest.mark.parametrize(("own", "channels", "audiences", "channel", "audience", "level"), LEVELS)
def test_level(book: Rulebook, own: str, channels: dict[str, str], audiences: dict[str, str], channel: str,
               audience: tuple[str, ...], level: str) -> None:
    rule = next(rule for rule in book.rules if not rule.file.variants)
    file = msgspec.structs.replace(rule.file, level=own, channels=channels, audiences=audiences)
    assert Rule(rule.id, rule.topic, rule.path, file).level(channel, audience).value == level


def test_a_channel_that_switches_a_rule_off_does_so_for_every_audience(book: Rulebook) -> None:
    loud = [(rule.id, channel, audience) for rule in book.rules for audience in rule.file.audiences
            for channel, told in rule.file.channels.items() if told == "off"
            for variant in ("", *rule.file.variants) if rule.level(channel, (audience,), variant).value != "off"]
    assert loud == []
