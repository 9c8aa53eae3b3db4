"""Source text in; the same text with what its site builder reads as code or formulas blanked out, position by position.

Hugo and Jekyll have code in paired shortcodes, formulas between `$$`, `\\[` or `\\begin{…}`, comments in `{::comment}`;
MkDocs and WordPress have marks with quoted attributes. None of it is text, and no fix may touch it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_NAMES = r"highlight|mermaid|katex|math|latex|tex|chart|plantuml|graphviz|code|codeblock|csv-table|rawhtml"
_OPENING = re.compile(
    rf"\{{\{{[<%]-?\s{{0,9}}(?P<hugo>{_NAMES})\b[^{{}}]{{0,400}}?[>%]\}}\}}"
    rf"|\{{%-?\s{{0,9}}(?P<liquid>{_NAMES})\b[^{{}}]{{0,400}}?%\}}"
    r"|\{::(?P<kramdown>comment|nomarkdown)\b[^{}\n]{0,200}\}"
    r"|\\begin\{(?P<latex>[a-z]{1,20}\*?)\}"
    r"|^(?P<formula>\$\$|\\\[)(?=\s)", re.MULTILINE)
_LONGEST = 20_000  # characters; what is not closed within them is text
_PAIRED = re.compile(r"\$\$[^$\n]{1,2000}\$\$")
_MARKS = re.compile(
    r"^[ \t]{0,8}[!?]{3}\+?[ \t]+[\w-]{1,40}(?:[ \t]+\"[^\"\n]{0,200}\")?[ \t]*$"  # !!! note "Tittel"
    r"|\[/?[a-z][a-z_-]{1,30}(?:\s+[a-z_-]{1,30}=(?:\"[^\"\]\n]{0,300}\"|'[^'\]\n]{0,300}'|[\w,.-]{1,100}))+\s?/?\]",
    re.MULTILINE)


def mask_code(source: str, mask: str) -> str:
    """Blank out code, formulas and marks; every character becomes `mask`."""
    parts: list[str] = []
    at = 0
    for start, end in _ranges(source):
        parts += (source[at:start], mask * (end - start))
        at = end
    told = "".join(parts) + source[at:] if parts else source
    if "$$" in told:
        told = _PAIRED.sub(lambda match: mask * len(match[0]), told)
    if any(sign in told for sign in ("=", "!!!", "???")):
        told = _MARKS.sub(lambda match: mask * len(match[0]), told)
    return told


def _ranges(source: str) -> Iterator[tuple[int, int]]:
    """Where paired code stands; a closing mark that was looked for in vain is not looked for again."""
    absent = set[str]()
    at = 0
    while match := _OPENING.search(source, at):
        at = match.end()
        closing = _closing(match)
        if closing.pattern in absent:
            continue
        closed = closing.search(source, at, at + _LONGEST)
        if closed:
            yield match.start(), closed.end()
            at = closed.end()
        elif not closing.search(source, at):
            absent.add(closing.pattern)


def _closing(match: re.Match[str]) -> re.Pattern[str]:
    if name := match["hugo"]:
        return re.compile(rf"\{{\{{[<%]-?\s{{0,9}}/\s{{0,9}}{name}\s{{0,9}}-?[>%]\}}\}}")
    if name := match["liquid"]:
        return re.compile(rf"\{{%-?\s{{0,9}}end{name}\s{{0,9}}-?%\}}")
    if name := match["kramdown"]:
        return re.compile(rf"\{{:/(?:{name})?\}}")
    if name := match["latex"]:
        return re.compile(rf"\\end\{{{re.escape(name)}\}}")
    return re.compile(r"^\$\$[ \t]*$" if match["formula"] == "$$" else r"^\\\][ \t]*$", re.MULTILINE)
