"""Two neighbouring tokens -> the compound they should have been, where the parse and the lexicon agree on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ipr_lint.nlp.wordforms import is_common, is_verb_only, lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_SHORTEST = 3  # letters; shorter parts join into too many other words
_ADJECTIVAL = ("ig", "sk", "leg", "full", "som", "bar", "løs", "laus", "t", "ende", "ande")


def joined(first: Token, second: Token, productive: Mapping[str, str]) -> str:
    """The word that `first second` should be («kommune styret» -> «kommunestyret»), "" if they are two words.

    Both must be common nouns: by the parse, or, for a first part that the parser takes for something else, by a form
    that is nothing else than the first part of a compound. The joined form must be in the lexicon, or begin with one
    of the `productive` first parts ({as written: with its linking letter}).
    """
    if second.pos_ not in ("NOUN", "VERB") or not _plain(first, second):
        return ""
    left, right = first.text.lower(), second.text
    if not is_common(right):
        return ""
    combining = left.endswith("s") and lemma(left) == left[:-1]  # «arbeids»: nothing but a first part or a genitive
    if is_verb_only(right) or (second.pos_ != "NOUN" and not (combining and second.pos_ == "VERB")):
        return ""
    word = next((one for one in (left + right, f"{left}s{right}") if is_common(one)), "")
    if first.pos_ == "ADJ" and first.i > first.sent.start and first.nbor(-1).pos_ == "CCONJ":
        return ""  # «individuell og kollektiv rettighet»: an adjective like the one before
    if left in productive and first.pos_ in ("NOUN", "ADJ", "X", "PROPN") and _is_bare(first):
        return _cased(first.text, productive[left] + right)
    if word and _may_join(first, left, plainly=word == left + right):
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
        return not _is_adjective(left)
    in_phrase = first.i > first.sent.start and first.nbor(-1).pos_ in ("DET", "ADJ")
    return first.pos_ == "VERB" and in_phrase and left.endswith("e")


def _plain(first: Token, second: Token) -> bool:
    if first.whitespace_ != " " or not second.text.islower():
        return False
    small = first.text.islower() or (bool(first.is_sent_start) and first.text[1:].islower())
    return small and all(len(one.text) >= _SHORTEST and one.text.isalpha() for one in (first, second))


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
