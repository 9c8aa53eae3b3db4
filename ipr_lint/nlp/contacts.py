"""A draft -> its e-mail addresses and telephone numbers, and the contact blocks they make with names and roles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ipr_lint.facts.organisation import Contacts
from ipr_lint.model import Block, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.phrase_words import words
from ipr_lint.nlp.phrases import find

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?P<domain>[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})(?![\w-])")
# Eight digits in the groupings Norwegians write, after a word for telephone or with a country code, or standing alone.
_PHONE = re.compile(
    r"(?<![\d.,/-])(?:(?:\+|00)47[\s\u00a0]?)?(?:\d{8}|\d{3}[\s\u00a0]\d{2}[\s\u00a0]\d{3}|\d{2}(?:[\s\u00a0]\d{2}){3})"
    r"(?![\d.,/-]\d|\d|[\s\u00a0]\d|[\s\u00a0](?:kroner|kr|mill|innbygg|prosent|NOK))")
_NAME = re.compile(r"(?<![\w.@-])[A-ZÆØÅÄÖÉ][a-zæøåäöéü'’-]{1,20}"
                   r"(?:[ \u00a0](?:[A-ZÆØÅ]\.|[A-ZÆØÅÄÖÉ][\w'’-]{1,20})){1,3}")
# What follows a name and is no address: «Jonas Wiik, fagansvarlig for klima, tlf. …», «Kari Holm (koordinator)».
_AFTER_NAME = re.compile(_NAME.pattern + r"\s{0,3}[,;(|/–—\n-]\s{0,3}(?!\S{1,80}[@.]\w)(?P<first>[a-zæøå][\w-]{3,40})")
_REACH = 2  # blocks from one another that still are one contact block («Kontakt:», name and number on their own lines)


@dataclass(frozen=True, slots=True)
class ContactBlock:
    """What stands together around an address or number; `foreign` are addresses outside the organisation's domains."""

    span: Span
    name: bool
    role: bool
    phone: bool
    email: bool
    foreign: tuple[Span, ...] = ()

    @property
    def parts(self) -> int:
        """How many of name, role, phone and own e-mail are there."""
        return sum((self.name, self.role, self.phone, self.email))


def contact_blocks(draft: Analysis) -> tuple[ContactBlock, ...]:
    """Every place where somebody can be reached, in order."""
    return draft.memo("contact-blocks", lambda: tuple(_blocks(draft)))


def emails(block: Block) -> Iterator[tuple[Span, str]]:
    """The e-mail addresses of a block with their domains, mailto links included."""
    for match in _EMAIL.finditer(block.text):
        yield block.span(match.start(), match.end()), match["domain"].lower()
    for mark in block.marks:
        href = mark.attributes.get("href", "")
        if mark.kind == "link" and href.lower().startswith("mailto:"):
            address = _EMAIL.search(href[7:])
            if address and "@" not in block.text[mark.start : mark.end]:
                yield block.span(mark.start, mark.end), address["domain"].lower()


def phones(block: Block) -> Iterator[Span]:
    """The telephone numbers of a block, tel: links included."""
    for match in _PHONE.finditer(block.text):
        yield block.span(match.start(), match.end())
    for mark in block.marks:
        if mark.kind == "link" and mark.attributes.get("href", "").lower().startswith("tel:"):
            yield block.span(mark.start, mark.end)


def _blocks(draft: Analysis) -> Iterator[ContactBlock]:
    facts = draft.facts.get(Contacts)
    texts = [block for block in draft.blocks() if block.text]
    reached = [index for index, block in enumerate(texts)
               if next(emails(block), None) or next(phones(block), None)]
    groups: list[list[int]] = []
    for index in reached:
        if groups and index - groups[-1][-1] <= _REACH:
            groups[-1].append(index)
        else:
            groups.append([index])
    for group in groups:
        yield _contact(texts, group, facts)


def _contact(texts: list[Block], group: list[int], facts: Contacts) -> ContactBlock:
    inside = [texts[index] for index in range(max(0, group[0] - _REACH), group[-1] + 1)]
    near = [block for block in inside if len(block.text) < 200 or block.id >= texts[group[0]].id]
    found = [pair for block in inside for pair in emails(block)]
    own = [domain for _, domain in found if domain in facts.domains]
    roles = "|".join(f"{role}|{role}en" for role in facts.roles)
    first = texts[group[0]]
    return ContactBlock(
        first.span(),
        name=any(_has_name(block.text) for block in near),
        role=any(find(roles, words(block.text)) for block in near)
        or has_role("\n".join(block.text for block in near), facts),
        phone=any(next(phones(block), None) for block in inside),
        email=bool(own),
        foreign=tuple(span for span, domain in found if domain not in facts.domains),
    )


def has_role(text: str, facts: Contacts) -> bool:
    """Whether a name in the text is followed by what the person does: a word in small letters, no word for a number."""
    return any(_is_person(match[0]) and not match["first"].startswith(facts.no_roles)
               for match in _AFTER_NAME.finditer(text))


def _has_name(text: str) -> bool:
    return any(_is_person(match[0]) for match in _NAME.finditer(text))


def _is_person(name: str) -> bool:
    return "osloregionen" not in name.lower() and "oslo region" not in name.lower()
