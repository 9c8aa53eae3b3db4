"""The text around a mention -> evidence without grammar: labels, letter lines, affiliations, other words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from ipr_lint.nlp.mentions.complement import predicate
from ipr_lint.nlp.mentions.evidence import Evidence
from ipr_lint.nlp.mentions.lexicon import Lexicon
from ipr_lint.nlp.mentions.reading import Reading, infinitives, is_finite
from ipr_lint.nlp.mentions.spot import Place
from ipr_lint.nlp.mentions.table import STRONG

_SPEAKS = re.compile(r":\s*(?:[–—«\"-]|(?:Vi|Me|Vår|Vårt|Våre|Oss)\b)")
_LETTER = re.compile(
    r"(?:hilsen|helsing|mvh|hilsener|helsingar|kjære|hei|takk,?|velkommen til|velkomen til|hurra for|gratulerer,?)"
    r"(?: (?:fra|frå|oss i))?$"
)
_MEANT = re.compile(r"[»\"”]?\s+(?:men(?:er|te|es)|mein(?:er|te|ast|st)|forstå(?:r|s|tt)?)\b")
_ABOUT = re.compile(r"(?:fakta )?om|kort om|litt om|dette er", re.IGNORECASE)
_PERSON_BEFORE = re.compile(r"[A-ZÆØÅ][\w-]+ [A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+)?\s*[,(]\s*$")
_LABEL = re.compile(r"(?:^|[\n.;!?)]\s*|\s)(\w+(?: (?:av|fra|frå))?):\s*$")
_WIDEST = 50  # tokens around the mention, other sentences included
_ENDS_LABEL = frozenset({":", ")", "(", "|", "/"})
_TALK = 7  # words from which a sentence about a place would have said something of a place
_TO_PLACES = frozenset(
    {"i", "på", "til", "fra", "frå", "mot", "mellom", "over", "langs", "gjennom", "ved", "via", "rundt"}
)
_MOST = 4  # hints from the sentence that count


def labels(text: str, place: Place, reading: Reading, lexicon: Lexicon) -> Iterator[Evidence]:
    """«Osloregionen: – …», «… hilsen Osloregionen», «Kari Berg, Osloregionen»."""
    weights, start, end = lexicon.weights, place.start, place.end
    left = text[max(0, start - 60) : start]
    if _SPEAKS.match(text, end):
        yield Evidence(weights.strong, "avsender foran kolon og sitat eller «vi»")
    elif text[end : end + 1] == ":" and not text[:start].strip():
        yield from _heading_label(reading, lexicon)
    if (label := _LABEL.search(left)) and (value := lexicon.labels.compound(label[1].lower())):
        yield Evidence(weights.strong if value > 0 else -weights.clear, f"etter «{label[1]}:»")
    near = reading.doc[max(reading.sentence_start, reading.first - 8) : min(reading.sentence_end, reading.last + 6)]
    for token in near:
        if token.lower_ in lexicon.platforms and token.i and token.doc[token.i - 1].lower_ in ("på", "via"):
            yield Evidence(weights.clear, f"«på {token.text}»", (token.i,))
            break
    if _ABOUT.fullmatch(text[:start].strip()) and text[end:].lstrip()[:1] in ("", ":"):
        yield Evidence(weights.clear, "overskrift over tekst om avsenderen")
    if left.rstrip("«\"“ ").lower().endswith("med") and _MEANT.match(text, end):
        yield Evidence(-weights.clear, "forklarer hvilket område som menes")
    if _LETTER.search(left.rstrip().lower()):
        yield Evidence(weights.strong, "hilsen eller tiltale")
    if _PERSON_BEFORE.search(left) and (end >= len(text.rstrip()) or text[end : end + 1] in ").,;:\n"):
        yield Evidence(weights.clear, "står etter et personnavn")


def _heading_label(reading: Reading, lexicon: Lexicon) -> Iterator[Evidence]:
    following = [token for token in reading.after(9) if token.text != ":"]
    if any(is_finite(token) for token in following[1:7]):
        yield Evidence(lexicon.weights.weak, "avsender foran kolon")
    else:
        yield from predicate(following, ":", lexicon)


def verbless(reading: Reading, lexicon: Lexicon) -> Iterator[Evidence]:
    """Headings and captions without a verb: «Osloregionen i tall», «Osloregionen kritisk til kuttene», «Budsjett
    Osloregionen»."""
    label = list(
        takewhile(lambda token: token.text not in _ENDS_LABEL, reading.doc[reading.last : reading.sentence_end])
    )
    if any(is_finite(token) for token in [*reading.doc[reading.sentence_start : reading.last], *label]):
        return
    right, before = reading.right(), reading.left()
    known = before is not None and (before.pos_ == "NOUN" or before.i == reading.sentence_start)
    if before is not None and known and (value := lexicon.owned(before)):
        yield Evidence(lexicon.weight(value), f"«{before.text} …»", (before.i,))
    elif right is not None and lexicon.subject.exact(*infinitives(right.lower_)) >= STRONG:
        yield Evidence(lexicon.weights.strong, f"subjekt for «{right.text}»", (right.i,))
    else:
        yield from predicate(label[:8], reading.doc[reading.first].text, lexicon)


def subject_matter(reading: Reading, lexicon: Lexicon, used: frozenset[int]) -> Iterator[Evidence]:
    """Hints from the other words of the sentence, nearest first."""
    found = 0
    around = [*range(reading.first), *range(reading.last, len(reading.doc))]
    for index in sorted(around, key=lambda i: min(abs(i - reading.first), abs(i - reading.last + 1)))[:_WIDEST]:
        token = reading.doc[index]
        value = lexicon.noun(token) if token.pos_ == "NOUN" else 0
        if abs(value) < STRONG or index in used:
            continue
        found += 1
        near = reading.sentence_start <= index < reading.sentence_end
        hint = lexicon.weights.hint * (1.0 if near else 0.6)
        yield Evidence(hint if value > 0 else -hint, f"setningen handler om «{token.text}»")
        if found >= _MOST:
            return


def silence(reading: Reading, lexicon: Lexicon) -> Iterator[Evidence]:
    """A whole sentence in which nothing speaks for either: one about the area seldom says nothing of a place."""
    before = reading.left()
    if before is not None and before.lower_ in _TO_PLACES:
        return
    verb = reading.right()
    if verb is not None and verb.lemma_.lower() in lexicon.light_verbs and (before is None or before.pos_ != "ADP"):
        return  # «… vil at Osloregionen skal ha …»: either may have
    sentence = reading.doc[reading.sentence_start : reading.sentence_end]
    if any(lexicon.name(token.text) < 0 for token in sentence):
        return
    if sum(token.is_alpha for token in sentence) >= _TALK and any(is_finite(token) for token in sentence):
        yield Evidence(lexicon.weights.hint, "setningen nevner ikke noe om et sted")
