"""«og» where only the infinitive marker «å» is grammatical, and «å» where only the conjunction «og» is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from ipr_lint.model import Block, Edit, Fix, Hit, Needs, Span
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.wordforms import is_common, lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

needs = Needs.PARSE

Words = tuple[str, ...]
_OBJECT = frozenset({"DET", "PRON", "PROPN", "NUM"})


class Params(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that decide; lower case, inflected forms as they stand in text."""

    prepositions: Annotated[Words, Meta(description="«… og + infinitive» is never right after these")]
    particles: Annotated[Words, Meta(description="those of them that end a clause as well: «følge med på og lære»")]
    stranding: Annotated[Words, Meta(description="words that any of them may close: «sørge for og følge opp»")]
    modals: Annotated[Words, Meta(description="verbs that take an infinitive without «å»")]
    noun_like: Annotated[Words, Meta(description="infinitives that are nouns as often: «støtte», «møte»")]
    imperative_like: Annotated[Words, Meta(description="infinitives that are imperatives, too: «få», «se»")]
    postures: Annotated[Words, Meta(description="verbs joined to the next by «og»: «sitte og vente»")]
    finite: Annotated[Words, Meta(description="finite verbs that are nothing else: «er», «har»")]
    subjects: Annotated[Words, Meta(description="pronouns that are only subjects: «jeg», «vi»")]
    idioms: Annotated[Words, Meta(description="phrases that are right as they stand, «og» or «å» and its neighbours")]


def run(draft: Analysis, params: Params) -> Iterator[Hit]:
    """One hit per wrong word, with a safe fix."""
    for block in draft.blocks():
        doc = draft.doc(block)
        if doc is None or not doc.has_annotation("DEP"):
            continue
        for token in doc[1:-1]:
            if token.text not in ("og", "å") or _is_idiom(token, params):
                continue
            if token.text == "og" and (reason := _needs_marker(doc, token, params)):
                yield _hit(block, token, "å", reason)
            elif token.text == "å" and (reason := _needs_conjunction(doc, token, params)):
                yield _hit(block, token, "og", reason)


def _needs_marker(doc: Doc, token: Token, params: Params) -> str:
    before, verb = doc[token.i - 1], doc[token.i + 1]
    if not _is(verb, "VerbForm=Inf") or before.is_punct or not _surely_verb(doc, verb, params):
        return ""
    licensed = before.lower_ in params.modals or _licensed(doc[token.sent.start : token.i], params)
    if before.lower_ in params.prepositions:
        if before.lower_ in params.particles and lemma(verb.lower_) != verb.lower_:
            return ""
        particle = before.lower_ in params.particles or doc[max(0, before.i - 1)].lower_ in params.stranding
        return "" if licensed and particle else f"infinitiv etter «{before.lower_}»"
    if verb.lower_ in params.imperative_like and not _is(before, "VerbForm=Fin"):
        return ""
    if licensed or before.lower_.endswith(("ende", "ande")) or lemma(verb.lower_) != verb.lower_:
        return ""  # «bli stående og lytte» is right; «engasjerte» is no infinitive, whatever the tagger says
    if _is(before, "VerbForm=Fin") and not _is(before, "Mood=Imp"):
        if _is(before, "Tense=Past") and verb.lower_.endswith(("a", "te", "de")):
            return ""  # Nynorsk: past and infinitive look alike
        return f"infinitiv etter «{before.lower_}»"
    has_verb = any(_is(one, "VerbForm=Fin") and not _is(one, "Mood=Imp") for one in doc[token.sent.start : token.i])
    if has_verb and before.pos_ in ("ADJ", "NOUN") and not verb.lower_.endswith("a"):
        return f"infinitiv etter «{before.lower_}»"
    return ""


def _surely_verb(doc: Doc, verb: Token, params: Params) -> bool:
    """A form that is a noun as well counts as a verb when an object follows."""
    if verb.lower_ not in params.noun_like and not verb.lower_.endswith(("ing", "s")):
        return True
    follower = doc[verb.i + 1] if verb.i + 1 < len(doc) else None
    if follower is None or follower.lower_ == "som":
        return False
    return follower.pos_ in _OBJECT or _is(follower, "Definite=Def")


def _licensed(before: object, params: Params) -> bool:
    """Whether something earlier in the sentence could carry the infinitive: another infinitive, or a modal."""
    return any(_is(one, "VerbForm=Inf") or one.lower_ in params.modals or one.lower_ == "å"
               for one in before)  # type: ignore[attr-defined]


def _needs_conjunction(doc: Doc, token: Token, params: Params) -> str:
    before, after = doc[token.i - 1], doc[token.i + 1]
    if before.is_punct or before.pos_ in ("DET", "INTJ") or after.is_punct:
        return ""
    present = after.lower_.endswith(("er", "ar")) and (_is(after, "Tense=Pres") or _is_inflected(after))
    if after.lower_ in params.finite or present:
        return f"«{after.text}» er ikke infinitiv"
    if after.lower_ in params.subjects:
        return f"«{after.text}» er ikke infinitiv"
    if before.lower_ in params.postures and _is(after, "VerbForm=Inf"):
        return f"«{before.lower_} og» binder sammen to verb"
    if after.pos_ == "PROPN" and before.pos_ == "PROPN":
        return "to navn"
    following = doc[token.i + 2] if token.i + 2 < len(doc) else after
    if after.pos_ == "NOUN" and before.pos_ in ("NOUN", "PROPN") and not after.lower_.endswith(("e", "a")):
        return "to substantiv"
    if after.pos_ == "ADJ" and before.pos_ == "ADJ" and following.pos_ == "NOUN":
        return "to adjektiv"
    return ""


def _is_inflected(token: Token) -> bool:
    """A form in -er or -ar that the lexicon derives from another one: present tense or plural, never an infinitive."""
    return token.pos_ in ("VERB", "AUX", "NOUN") and is_common(token.lower_) and lemma(token.lower_) != token.lower_


def _is_idiom(token: Token, params: Params) -> bool:
    near = token.doc[max(0, token.i - 2) : token.i + 3].text.lower()
    return any(idiom in near for idiom in params.idioms)


def _is(token: Token, feature: str) -> bool:
    return feature in str(token.morph).split("|")


def _hit(block: Block, token: Token, right: str, reason: str) -> Hit:
    span = Span(block.id, token.idx, token.idx + len(token.text))
    fix = Fix(f"Skriv «{right}»", (Edit(span, right),), safe=True)
    return Hit(span, {"right": right, "found": token.text}, fixes=(fix,), evidence=reason)
