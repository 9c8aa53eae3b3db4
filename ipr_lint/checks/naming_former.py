"""The organisation's former name about the time after it was given up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ipr_lint.checks import NoParams
from ipr_lint.facts.names import Names
from ipr_lint.model import Edit, Fix, Hit, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.mentions import Form, Mention, in_draft

needs = Needs.PARSE
Params = NoParams

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BACK_THEN = re.compile(
    r"\b(?:tidligere|tidlegare|den gang|den gongen|daværende|dåverande|dav\.|het|heitte|hette|hetende|fram til|inntil"
    r"|før|opprinnelig|opphavleg|gamle|gammel|gammal|navnet|namnet|utdatert|foreldet|forelda|forløper|forløpar|arvet|avløste|avløyste|omdannet|omdanna|historie)\b",
    re.IGNORECASE,
)


def run(draft: Analysis, params: NoParams) -> Iterator[Hit]:
    """One hit per former name whose sentence speaks of no earlier time."""
    names = draft.facts.get(Names)
    for mention in in_draft(draft):
        place = mention.place
        if place.form is Form.FORMER and not _about_the_past(draft, mention, int(names.former_until[:4])):
            span = Span(mention.block.id, place.start, place.end)
            genitive = "s" if mention.block.text[place.start : place.end].endswith("s") else ""
            fix = Fix(f"Skriv «{names.organisation}»", (Edit(span, names.organisation + genitive),))
            values = {"organisation": names.organisation, "former": names.former_name}
            yield Hit(span, values, fixes=(fix,), evidence="setningen handler ikke om tiden før navnebyttet")


def _about_the_past(draft: Analysis, mention: Mention, last_year: int) -> bool:
    text = mention.block.text
    sentence = draft.sentence_at(mention.block, mention.place.start)
    start, end = (sentence.start, sentence.end) if sentence else (0, len(text))
    years = [int(match[0]) for match in _YEAR.finditer(text, start, end)]
    if years:
        return min(years) <= last_year
    return bool(_BACK_THEN.search(text, start, end)) or _past_tense(draft, mention, start, end)


def _past_tense(draft: Analysis, mention: Mention, start: int, end: int) -> bool:
    doc = draft.doc(mention.block)
    tokens = [token for token in doc or () if start <= token.idx < end and token.pos_ in ("VERB", "AUX")]
    finite = [token.morph.get("Tense", []) for token in tokens if "Fin" in token.morph.get("VerbForm", [])]
    return bool(finite) and all(tense == ["Past"] for tense in finite)
