"""Parsed sentence -> why an «og» must be the infinitive marker «å», or an «å» the conjunction «og»."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ipr_lint.nlp.infinitive_words import InfinitiveWords
from ipr_lint.nlp.judgements import judges_what_follows
from ipr_lint.nlp.wordforms import is_common, is_verb_only, lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OBJECT = frozenset({"DET", "PRON", "PROPN", "NUM"})
_REACH = 8  # tokens; adverbials between «å» and its infinitive are no longer


def needs_marker(doc: Doc, token: Token, words: InfinitiveWords) -> str:
    """Why this «og» must be «å»."""
    before, verb = _skip(doc, token.i - 1, -1, words), _skip(doc, token.i + 1, 1, words)
    if (phrase := _set_phrase(doc, token, words)) and _reads_as_infinitive(verb, words):
        return f"infinitiv etter «{phrase}»"
    governed = before.lower_ in words.prepositions or before.lower_ in words.governors
    infinitive = _is(verb, "VerbForm=Inf") or (governed and is_verb_only(verb.lower_))
    judged = verb.lower_ not in words.never_judged and judges_what_follows(doc, before, words.copulas, words.judgements)
    if not infinitive or before.is_punct or not (judged or _surely_verb(doc, verb, words)):
        return ""
    reason = f"infinitiv etter «{before.lower_}»"
    earlier = doc[token.sent.start : before.i]
    licensed = before.lower_ in words.modals or _licensed((*earlier, before), words)
    if before.lower_ in words.prepositions:
        if before.lower_ in words.particles and lemma(verb.lower_) != verb.lower_:
            return ""
        return "" if licensed and _may_be_stranded(before, earlier, words) else reason
    if before.lower_ in words.governors and _base(verb):
        return reason
    if _is(before, "Case=Nom") and before.i and doc[before.i - 1].lower_ in words.governors and _base(verb):
        return f"infinitiv etter «{doc[before.i - 1].lower_} {before.lower_}»"
    if licensed or not _base(verb) or before.lower_.endswith(("ende", "ande")):
        return ""  # «bli stående og lytte» is right; «engasjerte» is no infinitive, whatever the tagger says
    if verb.lower_ in words.imperative_like and not judged and not _is(before, "VerbForm=Fin"):
        return ""
    if _is(before, "VerbForm=Fin") and not _is(before, "Mood=Imp"):
        past = _is(before, "Tense=Past") and verb.lower_.endswith(("a", "te", "de"))
        return "" if past else reason  # Nynorsk: past and infinitive look alike
    if any(_is(one, "VerbForm=Part") and one.lower_.endswith("e") for one in earlier):
        return ""  # Nynorsk «har teke … og rive …»: participle and infinitive look alike
    has_verb = any(_is(one, "VerbForm=Fin") and not _is(one, "Mood=Imp") for one in earlier)
    return reason if has_verb and before.pos_ in ("ADJ", "NOUN") and not verb.lower_.endswith("a") else ""


def needs_conjunction(doc: Doc, token: Token, words: InfinitiveWords) -> str:
    """Why this «å» must be «og»."""
    before, after = doc[token.i - 1], doc[token.i + 1]
    if before.is_punct or before.pos_ in ("DET", "INTJ") or after.is_punct or _is(after, "VerbForm=Part"):
        return ""  # «etter å fått» lacks «ha», it wants no «og»
    present = after.lower_.endswith(("er", "ar")) and (_is(after, "Tense=Pres") or _is_inflected(after))
    if present or after.lower_ in words.finite or after.lower_ in words.subjects:
        return f"«{after.text}» er ikke infinitiv"
    if before.lower_ in words.postures and _is(after, "VerbForm=Inf"):
        return f"«{before.lower_} og» binder sammen to verb"
    for one in doc[token.i + 1 : min(token.i + 1 + _REACH, token.sent.end)]:
        if one.is_punct:
            break
        if _may_be_infinitive(one, one.i == token.i + 1, words):
            return ""
    return "ingen infinitiv følger"


def is_superfluous(doc: Doc, token: Token, words: InfinitiveWords) -> bool:
    """Whether this «å» stands between a modal (and its subject) and the infinitive: «vi må å samarbeide»."""
    before = doc[token.i - 1]
    if _is(before, "Case=Nom") and token.i > 1:
        before = doc[token.i - 2]
    return before.lower_ in words.bare_modals and _is(doc[token.i + 1], "VerbForm=Inf")


def _set_phrase(doc: Doc, token: Token, words: InfinitiveWords) -> str:
    earlier = doc[token.sent.start : token.i].text.lower()
    return next((one for one in words.set_phrases if f" {earlier}".endswith(f" {one}")), "")


def _reads_as_infinitive(verb: Token, words: InfinitiveWords) -> bool:
    """By its form alone: the tagger hears a noun in «på tide og handle»."""
    form = verb.lower_
    if verb.text != form or not _base(verb) or form in words.finite:
        return False
    present = is_common(f"{form}r") or is_common(f"{form[:-1]}ar")
    return form in words.imperative_like or (form.endswith(("e", "a")) and present and verb.pos_ != "ADJ")


def _skip(doc: Doc, at: int, step: int, words: InfinitiveWords) -> Token:
    """The token there, or the next one beyond a single adverb."""
    beyond = at + step
    return doc[beyond] if doc[at].lower_ in words.adverbs and 0 <= beyond < len(doc) else doc[at]


def _base(verb: Token) -> bool:
    return lemma(verb.lower_) == verb.lower_


def _surely_verb(doc: Doc, verb: Token, words: InfinitiveWords) -> bool:
    """A form that is a noun as well counts as a verb when an object follows."""
    if verb.lower_ not in words.noun_like and not verb.lower_.endswith(("ing", "s")):
        return True
    follower = doc[verb.i + 1] if verb.i + 1 < len(doc) else None
    if follower is None or follower.lower_ == "som":
        return False
    return follower.pos_ in _OBJECT or _is(follower, "Definite=Def")


def _licensed(before: Iterable[Token], words: InfinitiveWords) -> bool:
    """Whether something earlier in the sentence could carry the infinitive: another infinitive, or a modal."""
    return any(_is(one, "VerbForm=Inf") or one.lower_ in words.modals or one.lower_ == "å" for one in before)


def _may_be_stranded(preposition: Token, earlier: Iterable[Token], words: InfinitiveWords) -> bool:
    """Whether the preposition can close a clause, so that «og» joins two infinitives after it."""
    governor = preposition.nbor(-1).lower_ if preposition.i else ""
    if preposition.lower_ not in words.particles:
        return governor in words.stranding
    return any(one.lower_ in words.clause_openers for one in earlier) or governor in words.stranding


def _may_be_infinitive(token: Token, near: bool, words: InfinitiveWords) -> bool:
    """Generous right after «å» (`near`), where the tagger may err; further on its word is good enough."""
    form = token.lower_
    if _is(token, "VerbForm=Inf"):
        return True
    if token.text[0].isupper() or token.pos_ in ("ADP", "CCONJ", "SCONJ", "PRON", "DET", "NUM", "PART"):
        return False
    if not near and token.pos_ not in ("VERB", "AUX", "X"):
        return False
    if form in words.imperative_like or not is_common(form):
        return True
    return form.endswith(("es", "ast", "as")) or (form.endswith(("e", "a", "å")) and _base(token))


def _is_inflected(token: Token) -> bool:
    """A form in -er or -ar that the lexicon derives from another one: present tense or plural, never an infinitive."""
    return token.pos_ in ("VERB", "AUX", "NOUN") and is_common(token.lower_) and not _base(token)


def _is(token: Token, feature: str) -> bool:
    return feature in str(token.morph).split("|")
