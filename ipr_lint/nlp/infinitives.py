"""Parsed sentence -> why an «og» in it must be the infinitive marker «å»."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ipr_lint.nlp.infinitive_words import InfinitiveWords
from ipr_lint.nlp.judgements import judges_what_follows
from ipr_lint.nlp.wordforms import is_common, is_verb_only, lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OBJECT = frozenset({"DET", "PRON", "PROPN", "NUM"})


def needs_marker(doc: Doc, token: Token, words: InfinitiveWords) -> str:
    """Why this «og» must be «å»."""
    before, verb = _skip(doc, token.i - 1, -1, words), _skip(doc, token.i + 1, 1, words)
    if (phrase := _set_phrase(doc, token, words)) and _reads_as_infinitive(verb, words):
        return f"infinitiv etter «{phrase}»"
    governing = before.lower_ in words.governors and not _is_degree(doc, before)
    governed = before.lower_ in words.prepositions or governing
    infinitive = has(verb, "VerbForm=Inf") or (governed and is_verb_only(verb.lower_))
    judged = verb.lower_ not in words.never_judged and judges_what_follows(doc, before, words.copulas, words.judgements)
    sure = judged or _surely_verb(doc, verb, words) or _has_come_for(doc, before)
    if not infinitive or before.is_punct or not sure:
        return ""
    if verb.lower_.endswith("s") and not (governed or judged):
        return ""  # «er øverste organ og møtes …»: present and infinitive look alike
    reason = f"infinitiv etter «{before.lower_}»"
    earlier = doc[token.sent.start : before.i]
    licensed = before.lower_ in words.modals or _licensed((*earlier, before), words)
    if before.lower_ in words.prepositions:
        if before.lower_ in words.particles and lemma(verb.lower_) != verb.lower_:
            return ""
        return "" if licensed and _may_be_stranded(before, earlier, words) else reason
    if governing and is_base(verb):
        return reason
    if has(before, "Case=Nom") and before.i and doc[before.i - 1].lower_ in words.governors and is_base(verb):
        return f"infinitiv etter «{doc[before.i - 1].lower_} {before.lower_}»"
    if licensed or not is_base(verb) or before.lower_.endswith(("ende", "ande")):
        return ""  # «bli stående og lytte» is right; «engasjerte» is no infinitive, whatever the tagger says
    if verb.lower_ in words.imperative_like and not judged and not has(before, "VerbForm=Fin"):
        return ""
    if has(before, "VerbForm=Fin") and not has(before, "Mood=Imp"):
        past = has(before, "Tense=Past") and verb.lower_.endswith(("a", "te", "de"))
        return "" if past else reason  # Nynorsk: past and infinitive look alike
    if any(has(one, "VerbForm=Part") and one.lower_.endswith("e") for one in earlier):
        return ""  # Nynorsk «har teke … og rive …»: participle and infinitive look alike
    has_verb = any(has(one, "VerbForm=Fin") and not has(one, "Mood=Imp") for one in earlier)
    return reason if has_verb and before.pos_ in ("ADJ", "NOUN") and (judged or not verb.lower_.endswith("a")) else ""


def _has_come_for(doc: Doc, before: Token) -> bool:
    """«De kom (til Ås) for og lære»: what follows «for og» there is no noun that is coordinated with another."""
    return before.lower_ == "for" and before.i > 0 and doc[before.i - 1].pos_ in ("VERB", "PROPN", "ADV")


def _is_degree(doc: Doc, word: Token) -> bool:
    """«mest mulig og», «så rik som mulig og»: how much, not whether it can be done."""
    earlier = doc[word.i - 1] if word.i else None
    return earlier is not None and (earlier.lower_ == "som" or has(earlier, "Degree=Sup"))


def _set_phrase(doc: Doc, token: Token, words: InfinitiveWords) -> str:
    earlier = doc[token.sent.start : token.i].text.lower()
    return next((one for one in words.set_phrases if f" {earlier}".endswith(f" {one}")), "")


def _reads_as_infinitive(verb: Token, words: InfinitiveWords) -> bool:
    """By its form alone: the tagger hears a noun in «på tide og handle»."""
    form = verb.lower_
    if verb.text != form or not is_base(verb) or form in words.finite:
        return False
    present = is_common(f"{form}r") or is_common(f"{form[:-1]}ar")
    return form in words.imperative_like or (form.endswith(("e", "a")) and present and verb.pos_ != "ADJ")


def _skip(doc: Doc, at: int, step: int, words: InfinitiveWords) -> Token:
    """The token there, or the next one beyond a single adverb."""
    beyond = at + step
    return doc[beyond] if doc[at].lower_ in words.adverbs and 0 <= beyond < len(doc) else doc[at]


def is_base(verb: Token) -> bool:
    """Whether a form is its own dictionary form."""
    return lemma(verb.lower_) == verb.lower_


def _surely_verb(doc: Doc, verb: Token, words: InfinitiveWords) -> bool:
    """A form that is a noun as well counts as a verb when an object follows."""
    if verb.lower_ not in words.noun_like and not verb.lower_.endswith(("ing", "s")):
        return True
    follower = doc[verb.i + 1] if verb.i + 1 < len(doc) else None
    if follower is None or follower.lower_ == "som":
        return False
    return follower.pos_ in _OBJECT or has(follower, "Definite=Def")


def _licensed(before: Iterable[Token], words: InfinitiveWords) -> bool:
    """Whether something earlier in the sentence could carry the infinitive: another infinitive, or a modal."""
    return any(has(one, "VerbForm=Inf") or one.lower_ in words.modals or one.lower_ == "å" for one in before)


def _may_be_stranded(preposition: Token, earlier: Iterable[Token], words: InfinitiveWords) -> bool:
    """Whether the preposition can close a clause, so that «og» joins two infinitives after it."""
    governor = preposition.nbor(-1).lower_ if preposition.i else ""
    if preposition.lower_ not in words.particles:
        return governor in words.stranding
    return any(one.lower_ in words.clause_openers for one in earlier) or governor in words.stranding


def has(token: Token, feature: str) -> bool:
    """Whether the tagger gives a token this feature («VerbForm=Inf»)."""
    return feature in str(token.morph).split("|")
