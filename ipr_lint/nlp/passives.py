"""Parsed Norwegian text -> its passives, by morphology and parse: «vedtas», «vedtakast», «ble vedtatt»."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ipr_lint.facts.passive import PassiveFacts
from ipr_lint.nlp.wordforms import is_common, lemmas

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BECOME = frozenset({"bli", "blir", "ble", "blei", "blitt", "verta", "verte", "vert", "vart", "vorte", "vorten"})
_APART = 12  # tokens between auxiliary and participle; more is a parsing error

_SHORTEST = 2  # letters; «tas» and «gis» have three
_SHORTEST_VERB = 4  # letters; shorter verbs are no last part of a longer one that we do not know
_WITH_AV = frozenset({"ut", "grunn", "hjelp"})  # «ut av riket», «på grunn av»
_DAYS = frozenset({"går", "dag", "fjor", "år", "morgen", "morgon", "kveld"})  # «i går» has no «av …» of its own


@dataclass(frozen=True, slots=True)
class Passive:
    """`start`/`end`: offsets in the block; `kind`: `s` or `bli`; `verb`: the lemma of the verb.

    `auxiliary`: «bli», «vart» as written, lower case, "" in an s-passive; `has_agent`: who acts follows after «av».
    """

    start: int
    end: int
    kind: str
    verb: str
    auxiliary: str = ""
    has_agent: bool = False


def find(doc: Doc, facts: PassiveFacts, language: str | None) -> list[Passive]:
    """The passives of a Doc, in order. Verbs without an active counterpart and mere states are left out.

    `language`: nb has no passive in -ast; None for unknown.
    """
    deponents, states = _lists(facts)
    found = []
    for token in doc:
        if _is_s_passive(token, deponents) and _has_infinitive(token.lower_, language):
            found.append(Passive(token.idx, token.idx + len(token), "s", token.lemma_, "", _has_agent(token)))
        elif (verb := _participle(token)) is not None and verb.lower_ not in states:
            first, last = sorted((token, verb), key=lambda one: one.i)
            found.append(Passive(first.idx, last.idx + len(last), "bli", verb.lemma_,
                                 token.lower_, _has_agent(verb)))
    return found


@lru_cache(maxsize=4)
def _lists(facts: PassiveFacts) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(facts.deponents.split()), frozenset(facts.states.split())


def _is_s_passive(token: Token, deponents: frozenset[str]) -> bool:
    """By tag, tense and ending: Nynorsk training text lacks the mark `Voice=Pass`, and Bokmål models miss it often."""
    form = token.lower_
    if token.pos_ not in ("VERB", "AUX") or form in deponents or token.lemma_.lower() in deponents:
        return False
    if token.lemma_.lower().startswith(form):  # «les» is no passive of «lese»
        return False
    if "Tense=Pres" not in token.morph and "VerbForm=Inf" not in token.morph:
        return False
    return len(form) > _SHORTEST and form.endswith(("ast", "es", "as", "is", "ås", "ys")) and not form.endswith("ss")


def _has_infinitive(form: str, language: str | None) -> bool:
    """Whether taking -s or -st away leaves a verb of the lexicon, whole or as last part: «prinsippfast» has none."""
    stems: tuple[str, ...] = (form[:-1], form[:-2])  # «bygges», «sies»
    if form.endswith("ast"):
        stems = () if language == "nb" else (f"{form[:-3]}e", f"{form[:-3]}a", form[:-3])
    if any(is_common(stem) for stem in stems):
        return True
    tails = (stem[at:] for stem in stems for at in range(1, len(stem) - _SHORTEST_VERB + 1))
    return lemmas(form) != {form} and any(is_common(tail) for tail in tails)  # «likeledes» is a word of its own


def _has_agent(verb: Token) -> bool:
    """Whether «av» and somebody or something stand after the verb; a bare noun is a material («laget av plast»)."""
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        of_verb = token.head == verb or (token.head.head == verb and token.head.lower_ in _DAYS)
        by = next((child for child in token.lefts if child.dep_ == "case" and child.lower_ == "av"), None)
        if of_verb and by is not None and by.nbor(-1).lower_ not in _WITH_AV:
            known = "Definite=Def" in token.morph or "Number=Plur" in token.morph or token.pos_ in ("PROPN", "PRON")
            told = any(child.dep_ in ("det", "nummod", "nmod:poss") for child in token.children)
            return token.lower_ != "tre" and (known or told or token.pos_ == "NUM")
    return False


def _participle(token: Token) -> Token | None:
    """The participle that a form of «bli» or «verte» makes a passive with."""
    if token.lower_ not in _BECOME:
        return None
    head = token.head
    near = abs(head.i - token.i) <= _APART
    is_participle = "VerbForm=Part" in head.morph and (
        head.pos_ == "VERB" or (head.pos_ == "ADJ" and token.dep_ == "aux:pass"))  # Nynorsk «vart opna», inflected
    found = near and is_participle and token.dep_ in ("aux:pass", "aux", "cop")
    return head if found and not _is_subject(head, token) else None


def _is_subject(verb: Token, auxiliary: Token) -> bool:
    """«mindre blir presset på prisene»: a noun that looks like a participle stands where the subject does, and there is
    no other."""
    form = verb.lower_
    if verb.i != auxiliary.i + 1 or not (form.endswith("et") and form[:-2] in lemmas(form)):
        return False
    if auxiliary.i == 0 or auxiliary.nbor(-1).pos_ in ("CCONJ", "PUNCT"):
        return False  # «ble kjøpt og blir bygget ut»: the subject stands earlier
    return not any(child.dep_.startswith(("nsubj", "csubj", "expl")) for child in verb.children)
