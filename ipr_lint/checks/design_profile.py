"""Fonts, colours, logo and template of a Word or HTML draft, against what the design profile has filled in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta

from ipr_lint.facts.organisation import Design
from ipr_lint.model import Abstain, Block, Hit, Kind, Needs
from ipr_lint.nlp.analysis import Analysis

needs = Needs.TEXT
_PLAIN_COLOURS = frozenset({"000000", "auto", ""})


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Values that go before those in rules/facts/design.yaml; what is empty in both is not checked."""

    fonts: Annotated[tuple[str, ...], Meta(description="approved fonts")] = ()
    heading_fonts: Annotated[tuple[str, ...], Meta(description="approved fonts in headings; else as `fonts`")] = ()
    colours: Annotated[tuple[str, ...], Meta(description="approved colours, six hexadecimal digits")] = ()
    logo: Annotated[tuple[str, ...], Meta(description="what the logo is known by: file name or text alternative")] = ()
    templates: Annotated[tuple[str, ...], Meta(description="approved Word templates")] = ()


def run(draft: Analysis, params: Params) -> Iterator[Hit | Abstain]:
    """One hit each for fonts, colours, logo and template; no verdict while the profile is empty."""
    design = draft.facts.get(Design)
    fonts, colours = params.fonts or design.fonts, params.colours or design.colours
    headings = params.heading_fonts or design.heading_fonts or fonts
    logo, templates = params.logo or design.logo, params.templates or design.templates
    if not (fonts or colours or logo or templates):
        yield Abstain("designprofilen er ikke fylt inn i rules/facts/design.yaml")
        return
    yield from _looks(draft, "fonts", "skrift", fonts, headings)
    yield from _looks(draft, "colours", "farge", colours, colours)
    yield from _logo(draft, logo)
    template = draft.context.metadata.get("template", "")
    if templates and isinstance(template, str) and template and template.lower() not in _lower(templates):
        yield Hit(None, {"found": template, "wanted": ", ".join(templates)}, variant="mal", evidence=template)


def _looks(draft: Analysis, attribute: str, variant: str, body: tuple[str, ...],
           headings: tuple[str, ...]) -> Iterator[Hit]:
    """One hit on the first block that looks otherwise, the others related to it."""
    off: list[tuple[Block, str]] = []
    for block in draft.blocks():
        allowed = headings if block.kind is Kind.HEADING else body
        told = [one for one in block.attributes.get(attribute, "").split(";") if one]
        wrong = [one for one in told if one.lower() not in _lower(allowed) and one.lower() not in _PLAIN_COLOURS]
        if allowed and wrong:
            off.append((block, wrong[0]))
    if off:
        found = ", ".join(dict.fromkeys(name for _, name in off))
        yield Hit(off[0][0].span(), {"found": found, "wanted": ", ".join(body)}, variant=variant,
                  related=tuple(block.span() for block, _ in off[1:]), evidence=f"{len(off)} avsnitt")


def _logo(draft: Analysis, logo: tuple[str, ...]) -> Iterator[Hit]:
    if not logo or draft.document.format not in ("docx", "html"):
        return
    told = [block.attributes for block in draft.blocks(Kind.IMAGE)]
    told += [mark.attributes for block in draft.blocks() for mark in block.marks if mark.kind == "image"]
    names = [f"{one.get('alt', '')} {one.get('src', '')}".lower() for one in told]
    if not any(wanted in name for wanted in _lower(logo) for name in names):
        yield Hit(None, {"found": "", "wanted": ", ".join(logo)}, variant="logo",
                  evidence=f"{len(names)} bilde{'' if len(names) == 1 else 'r'} i utkastet")


def _lower(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name.lower().removeprefix("#") for name in names)
