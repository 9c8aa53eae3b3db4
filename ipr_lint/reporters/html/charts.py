"""Figures -> small SVG graphics that say the same in words to a screen reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

_BANDS = ((20, "easy1"), (30, "easy2"), (40, "easy3"), (50, "hard1"), (60, "hard2"))
_LOW, _HIGH, _WIDTH = 20.0, 70.0, 300.0


def lix_scale(lix: float, label: str) -> Markup:
    """A scale from 20 to 70 with the five bands of Björnsson (1968) and a marker at `lix`."""
    width = _WIDTH / 5
    boxes = [Markup('<rect class="{}" x="{}" y="14" width="{}" height="10"/>').format(name, n * width, width)
             for n, (_, name) in enumerate(_BANDS)]
    at = (min(max(lix, _LOW), _HIGH) - _LOW) / (_HIGH - _LOW) * _WIDTH
    marker = Markup('<path class="marker" d="M{:.1f} 13 l-5 -9 h10 z"/>').format(at)
    numbers = [Markup('<text x="{}" y="36">{}</text>').format(n * width, limit) for n, (limit, _) in enumerate(_BANDS)]
    return _svg(label, 302, 40, [*boxes, marker, *numbers])


def coverage(messages: Sequence[Mapping[str, Any]], words: Mapping[str, str]) -> Markup:
    """Six boxes B1–B6: filled where the message is referred to, crossed where it is contradicted."""
    shapes, told = [], []
    for number, message in enumerate(messages):
        state = "denied" if message["contradicted"] else "found" if message["found"] else "missing"
        told.append(f"{message['id']} {words[state]}")
        x = number * 50
        shapes.append(Markup('<rect class="{}" x="{}" y="1" width="44" height="26" rx="4"/>').format(state, x + 1))
        shapes.append(Markup('<text class="on-{}" x="{}" y="19" text-anchor="middle">{}</text>').format(
            state, x + 23, message["id"]))
    return _svg(f"{words['messages']}: {', '.join(told)}", 302, 30, shapes)


def bars(rows: Sequence[tuple[str, int]], title: str) -> Markup:
    """One bar per row, in their order."""
    if not rows:
        return Markup("")
    top = max(1, *(number for _, number in rows))
    shapes = []
    for index, (name, number) in enumerate(rows[:25]):
        y = index * 22
        shapes.append(Markup('<text x="0" y="{}">{}</text>').format(y + 15, name))
        shapes.append(Markup('<rect class="bar" x="200" y="{}" width="{:.1f}" height="14"/>').format(
            y + 4, max(2.0, number / top * 240) if number else 0))
        shapes.append(Markup('<text x="{:.1f}" y="{}">{}</text>').format(206 + number / top * 240, y + 15, number))
    told = ", ".join(f"{name} {number}" for name, number in rows)
    return _svg(f"{title}: {told}", 500, min(len(rows), 25) * 22 + 4, shapes)


def _svg(label: str, width: int, height: int, shapes: list[Markup]) -> Markup:
    head = Markup('<svg role="img" aria-label="{}" viewBox="0 0 {} {}" width="{}" height="{}">').format(
        escape(label), width, height, width, height)
    return head + Markup("").join(shapes) + Markup("</svg>")
