"""A parsed block and one place of the name -> the words around it, asked by grammatical position, parse and order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FINITE_TAGS = ("VERB", "AUX")
_COPULAS = frozenset({"være", "vere", "bli", "verte", "forbli"})
_MODIFIERS = frozenset({"DET", "ADJ", "NUM", "ADV", "PRON", "CCONJ", "PART"})
PARTICLES = frozenset({"ned", "opp", "ut", "inn", "fram", "frem", "bort", "tilbake"})
_BREAKS = frozenset({".", "!", "?", ":", ";", "–", "—"})


@dataclass(frozen=True)
class Reading:
    """The tokens `doc[first:last]` are the name; `sentence_start`/`sentence_end` bound what counts as near."""

    doc: Doc
    first: int
    last: int
    sentence_start: int
    sentence_end: int

    def left(self, distance: int = 1) -> Token | None:
        """The token `distance` before the name, in the same sentence."""
        index = self.first - distance
        return self.doc[index] if index >= self.sentence_start else None

    def right(self, distance: int = 1) -> Token | None:
        """The token `distance` after the name, in the same sentence."""
        index = self.last - 1 + distance
        return self.doc[index] if index < self.sentence_end else None

    @property
    def root(self) -> Token:
        """The token of the name that hangs on a word outside it."""
        inside = range(self.first, self.last)
        return next((self.doc[i] for i in inside if self.doc[i].head.i not in inside), self.doc[self.first])

    def before(self, limit: int = 12) -> Iterator[Token]:
        """Tokens to the left, nearest first, within the sentence."""
        for index in range(self.first - 1, max(self.sentence_start, self.first - limit) - 1, -1):
            yield self.doc[index]

    def after(self, limit: int = 12) -> Iterator[Token]:
        """Tokens to the right, nearest first, within the sentence."""
        for index in range(self.last, min(self.sentence_end, self.last + limit)):
            yield self.doc[index]


def forms(token: Token) -> tuple[str, ...]:
    """What a word is looked up as: its lemma, then as it stands."""
    written = token.lower_.rstrip(".") or token.lower_
    lemma = token.lemma_.lower().rstrip(".") or written
    return (lemma, written) if lemma != written else (lemma,)


def verb_forms(token: Token) -> tuple[str, ...]:
    """A verb's look-up forms: lemma, as it stands, and the infinitives it may be a form of, whatever its tag."""
    shared = ("ville",) if token.lemma_.lower() == "vilje" else ()
    return tuple(dict.fromkeys((*forms(token), *shared, *infinitives(token.lower_))))


def infinitives(form: str) -> Iterator[str]:
    """«avlyste» -> «avlyse», «ledes» -> «lede», «rammet» -> «ramme», «legg» -> «legge», and some that are no words."""
    for ending in ("ede", "et", "dd", "tt", "te", "de", "es", "as", "ast", "est", "er", "ar", "a", "t", "d"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            yield form[: -len(ending)] + "e"
            yield form[: -len(ending)]
    yield form + "e"


def is_verb(token: Token) -> bool:
    """Tagged as a verb or auxiliary."""
    return token.pos_ in FINITE_TAGS


def is_finite(token: Token) -> bool:
    """A verb that can be the first one of a clause."""
    return is_verb(token) and "Fin" in token.morph.get("VerbForm", [])


def is_participle(token: Token) -> bool:
    """A perfect or passive participle, tagged as verb or adjective."""
    adjectival = token.pos_ == "ADJ" and token.lower_.endswith(("t", "te", "d", "de"))
    return adjectival or "Part" in token.morph.get("VerbForm", [])


def is_passive(token: Token) -> bool:
    """An s-passive, or a participle with a passive auxiliary among its children."""
    unanalysed = token.pos_ == "VERB" and token.lemma_.lower() == token.lower_ and token.lower_.endswith("es")
    if unanalysed or "Pass" in token.morph.get("Voice", []):
        return True
    return any(child.dep_ in ("aux:pass", "nsubj:pass") for child in token.children)


def is_infinitive(token: Token) -> bool:
    """Tagged as an infinitive."""
    return "Inf" in token.morph.get("VerbForm", [])


def is_copula(token: Token) -> bool:
    """A form of to be or to become."""
    return token.lemma_.lower() in _COPULAS


def noun_after(reading: Reading, limit: int = 7) -> Token | None:
    """The head of the noun phrase that follows the name: modifiers are passed over."""
    for token in reading.after(limit):
        if token.pos_ in ("NOUN", "PROPN"):
            return token
        if token.pos_ not in _MODIFIERS and token.text not in (",", "«", '"', "“"):
            return None
    return None


def ends_clause(token: Token) -> bool:
    """Whether a token certainly closes the clause."""
    return token.text in _BREAKS


def particle_before(reading: Reading) -> bool:
    """«legge ned Osloregionen»: the word before the name belongs to the verb before it."""
    particle, verb = reading.left(1), reading.left(2)
    return particle is not None and particle.lower_ in PARTICLES and verb is not None and is_verb(verb)
