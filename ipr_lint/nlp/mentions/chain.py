"""A finite verb and the name -> the name’s use with its main verb, auxiliaries passed through."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from ipr_lint.nlp.mentions.reading import (
    Reading,
    ends_clause,
    is_copula,
    is_infinitive,
    is_participle,
    is_passive,
    is_verb,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_PASSIVE_AUXILIARIES = frozenset({"bli", "verte"})


class Role(Enum):
    """What the name is to its verb."""

    SUBJECT = auto()
    OBJECT = auto()


@dataclass(frozen=True)
class Use:
    """The name with its verb: `auxiliaries` before `main`; `after` is the first token behind both verb and name."""

    role: Role
    main: Token
    auxiliaries: tuple[Token, ...]
    passive: bool
    after: int
    end: int


def use_of(reading: Reading, verb: Token, role: Role, *, alone: bool = False) -> Use:
    """The use of the name with this verb; `alone`: the verb is the main one, by the parse."""
    chain = [verb]
    if not alone and (verb.pos_ == "AUX" or is_copula(verb) or verb.lemma_.lower() in ("ha", "få", "ville")):
        chain += _rest_of_chain(reading, verb)
    if alone:
        chain = [child for child in verb.children if child.dep_ in ("aux", "aux:pass")] + chain
    main = chain[-1]
    perfect = any(verb.lemma_.lower() == "ha" for verb in chain[-2:-1])
    passive = not perfect and (is_passive(main) or _made_passive(chain))
    after = max(main.i + 1, reading.last)
    return Use(role, main, tuple(chain[:-1]), passive, after, reading.sentence_end)


def _rest_of_chain(reading: Reading, verb: Token) -> list[Token]:
    rest: list[Token] = []
    start = max(verb.i + 1, reading.last) if verb.i < reading.first else verb.i + 1
    for index in range(start, min(reading.sentence_end, start + 9)):
        token = reading.doc[index]
        if token.pos_ == "NOUN" and reading.doc[index - 1].pos_ not in ("ADP", "NUM"):
            break
        if ends_clause(token) or token.pos_ == "SCONJ" or token.lower_ in ("som", "at", "å", "og", "men", "enn", ","):
            break
        if is_verb(token) or (is_participle(token) and verb.lemma_.lower() in _PASSIVE_AUXILIARIES):
            if not (is_participle(token) or is_infinitive(token)):
                break
            rest.append(token)
            if token.pos_ == "VERB":
                break
    return rest


def _made_passive(chain: list[Token]) -> bool:
    if len(chain) < 2 or not is_participle(chain[-1]):
        return False
    before = chain[-2].lemma_.lower()
    return before in _PASSIVE_AUXILIARIES or before in ("være", "vere")
