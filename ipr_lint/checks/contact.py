"""Contact information: name, role, telephone and an e-mail address in the organisation's domain, standing together."""

from __future__ import annotations

from collections.abc import Iterator

from ipr_lint.checks import NoParams
from ipr_lint.facts.organisation import Contacts
from ipr_lint.model import Hit, Needs
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.contacts import ContactBlock, contact_blocks
from ipr_lint.nlp.message_words import joined

needs = Needs.TEXT
Params = NoParams
_PARTS = {"name": ("navn", "name"), "role": ("rolle", "role"), "phone": ("telefon", "telephone"),
          "email": ("e-post i eget domene", "e-mail in your own domain")}


def run(draft: Analysis, params: NoParams) -> Iterator[Hit]:
    """One hit: nobody to contact, or what the best contact block lacks."""
    domain = draft.facts.get(Contacts).domains[0]
    best = max(contact_blocks(draft), key=lambda one: one.parts, default=None)
    if best is None:
        yield Hit(None, {"domain": domain}, evidence="verken telefonnummer eller e-postadresse i teksten")
        return
    missing = _missing(best)
    if missing:
        told = joined([_PARTS[part] for part in missing])
        yield Hit(best.foreign[0] if best.foreign and not best.email else best.span,
                  {"missing": told, "domain": domain}, variant="ufullstendig", evidence=f"mangler {told['nb']}")


def _missing(best: ContactBlock) -> list[str]:
    return [part for part in _PARTS if not getattr(best, part)]
