"""Two neighbouring tokens -> the compound they should have been, where the parse and the lexicon agree on it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ipr_lint.nlp.wordforms import is_common, is_verb_only, lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_SHORTEST = 3  # letters; shorter parts join into too many other words
_LINKED = re.compile(r"\w{2,}(?:ing|else|het|skap|dom|sjon|tet)s")  # nouns that compounds begin with so, and with an s
_INDEFINITE = frozenset({"en", "ei", "et", "ein", "eit"})
_ADJECTIVAL = ("ig", "sk", "leg", "full", "som", "bar", "løs", "laus", "t", "ende", "ande")


def joined(first: Token, second: Token, productive: Mapping[str, str]) -> str:
    """The word that `first second` should be («kommune styret» -> «kommunestyret»), "" if they are two words.

    Both must be common nouns: by the parse, or, for a first part that the parser takes for something else, by a form
    that is nothing else than the first part of a compound. The joined form must be in the lexicon, or begin with one
    of the `productive` first parts ({as written: with its linking letter}).
    """
    left, right = first.text.lower(), second.text
    if second.pos_ not in ("NOUN", "VERB") or not _plain(first, second, 2 if left in productive else _SHORTEST):
        return ""
    if not is_common(right) or _is_told_apart(first, second):
        return ""
    linked = _LINKED.fullmatch(left) is not None and is_common(left[:-1]) and lemma(left[:-1]) == left[:-1]
    # «veilednings rolle» is no genitive, which would be definite
    combining = linked or (left.endswith("s") and lemma(left) == left[:-1])  # «arbeids»: a first part or a genitive
    if is_verb_only(right) or (second.pos_ != "NOUN" and not (combining and second.pos_ == "VERB")):
        return ""
    word = next((one for one in (left + right, f"{left}s{right}") if is_common(one)), "")
    if first.pos_ == "ADJ" and first.i > first.sent.start and first.nbor(-1).pos_ == "CCONJ":
        return ""  # «individuell og kollektiv rettighet»: an adjective like the one before
    if linked and not word and second.pos_ == "NOUN" and first.pos_ in ("NOUN", "ADJ", "X"):
        return _cased(first.text, left + right)
    if left in productive and first.pos_ in ("NOUN", "ADJ", "X", "PROPN") and _is_bare(first):
        return _cased(first.text, productive[left] + right)
    if word and (linked or _may_join(first, left, plainly=word == left + right)):
        return _cased(first.text, word)
    return ""


def _may_join(first: Token, left: str, plainly: bool) -> bool:
    if first.pos_ == "NOUN":
        return _is_bare(first) and (plainly or not left.endswith("s"))
    if not plainly:
        return False
    if left.endswith("s") and first.pos_ in ("ADJ", "VERB", "DET", "X", "ADP") and lemma(left) == left[:-1]:
        return True
    if first.pos_ in ("ADJ", "X"):
        return not _is_adjective(left) and "VerbForm=Part" not in str(first.morph)  # «dyrka jord» is two words
    in_phrase = first.i > first.sent.start and first.nbor(-1).pos_ in ("DET", "ADJ")
    return first.pos_ == "VERB" and in_phrase and left.endswith("e")


def _is_told_apart(first: Token, second: Token) -> bool:
    """«en bolig bygget i Moss»: an indefinite article begins no definite compound, so the second is a participle."""
    at = first.i - 1
    while at > first.sent.start and first.doc[at].pos_ == "ADJ":
        at -= 1
    return at >= first.sent.start and first.doc[at].lower_ in _INDEFINITE and "Definite=Def" in str(second.morph)


def _plain(first: Token, second: Token, shortest: int) -> bool:
    if first.whitespace_ != " " or not second.text.islower():
        return False
    small = first.text.islower() or (bool(first.is_sent_start) and first.text[1:].islower())
    return small and len(first.text) >= shortest and len(second.text) >= _SHORTEST and all(
        one.text.isalpha() for one in (first, second))


def _cased(model: str, word: str) -> str:
    return word[0].upper() + word[1:] if model[0].isupper() else word


def _is_bare(noun: Token) -> bool:
    """Indefinite and singular, or with the s of one: what can begin a compound."""
    morph, form = str(noun.morph), noun.lower_
    linked = form.endswith("s") and is_common(form[:-1])
    return "Definite=Def" not in morph and ("Number=Plur" not in morph or linked)


def _is_adjective(form: str) -> bool:
    """Whether a form is inflected as adjectives are: «sosial», «sosialt», «sosiale»; «gass» is not."""
    if form.endswith(_ADJECTIVAL) or (form.endswith("e") and lemma(form) != form):
        return True
    return any(is_common(form + ending) and lemma(form + ending) == form for ending in ("t", "e", "ere", "are"))
