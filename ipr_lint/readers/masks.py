"""Source text in; the same text, position by position, with template tags and shortcodes blanked out, out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ipr_lint.readers.masked_code import mask_code

MASK = "\ufdd0"  # a noncharacter: no markup to any parser, and in no text
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_OPENING = re.compile(r"\{[{%#]")
_ATTRIBUTES = re.compile(r"\{(?::|(?=[#.]))[^{}\n]{1,300}\}")  # kramdown and Hugo: {: .lead}, {#anchor .wide}
_COMMENT = re.compile(r"\{%-?\s{0,9}comment\b")
_END_COMMENT = re.compile(r"\{%-?\s{0,9}endcomment\s{0,9}-?%\}")
LONGEST_TAG = 4000  # characters; a brace that closes later than that closes something else


def mask_templates(source: str) -> str:
    """Blank out Hugo, Jekyll/Liquid and Jinja tags (`{{ }}`, `{{< >}}`, `{% %}`, `{# #}`) and attribute lists."""
    source = mask_code(source, MASK)
    if "{" not in source:
        return source
    parts: list[str] = []
    at = 0
    for start, end in template_tags(source):
        parts += (source[at:start], MASK * (end - start))
        at = end
    return _ATTRIBUTES.sub(lambda match: MASK * len(match[0]), "".join(parts) + source[at:])


def template_tags(source: str) -> Iterator[tuple[int, int]]:
    """Where tags stand; every closing mark is looked up once, so that hostile text takes no longer than other text."""
    closing = dict.fromkeys(_CLOSING.values(), -1)
    comments = True
    at = 0
    while match := _OPENING.search(source, at):
        mark = _CLOSING[match[0]]
        if closing[mark] < match.end() and closing[mark] != len(source):
            found = source.find(mark, match.end())
            closing[mark] = len(source) if found < 0 else found
        end = closing[mark] + 2
        if end > len(source) or end - match.start() > LONGEST_TAG:
            at = match.end()
            continue
        if comments and _COMMENT.match(source, match.start()):
            last = _END_COMMENT.search(source, end)
            comments, end = last is not None, last.end() if last else end
        yield match.start(), end
        at = end
