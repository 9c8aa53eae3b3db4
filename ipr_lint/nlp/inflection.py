"""A word with its class («anvende v2») and a language -> its forms by slot, Bokmål and Nynorsk, regular ones by rule.

Classes: m, f, n nouns; v1 (kaste), v2 (bruke), v3 (prøve) verbs; a adjectives; several forms with slashes between
stand for themselves («si/sier/sa/sagt», «frist/fristen/frister/fristene», «liten/lite/små»); without a class a word
or a phrase is never inflected.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

NOUN = ("si", "sd", "pi", "pd")  # singular and plural, indefinite and definite
VERB = ("inf", "pres", "past", "perf")
_PREPOSITIONS = frozenset(["på", "til", "for", "om", "av", "med", "i"])
ADJECTIVE = ("pos", "neut", "plur")
_CLASSES = frozenset({"m", "f", "n", "v1", "v2", "v3", "a", "me"})
# Endings after the stem (without a final -e) for words in -e and for others; `me`: English nouns, plural also in -s.
_NOUNS = {
    ("nb", "m"): ("", "en", "er", "ene"), ("nn", "m"): ("", "en", "ar", "ane"),
    ("nb", "f"): ("", "en", "er", "ene"), ("nn", "f"): ("", "a", "er", "ene"),
    ("nb", "n"): ("", "et", "", "ene"), ("nn", "n"): ("", "et", "", "a"),
}
_VERBS = {
    ("nb", "v1"): ("e", "er", "et", "et"), ("nn", "v1"): ("e", "ar", "a", "a"),
    ("nb", "v2"): ("e", "er", "te", "t"), ("nn", "v2"): ("e", "er", "te", "t"),
    ("nb", "v3"): ("e", "er", "de", "d"), ("nn", "v3"): ("e", "er", "de", "t"),
}


@dataclass(frozen=True)
class Inflected:
    """`forms`: slot -> form as the language writes it; `also`: other forms that are found -> their slot.

    `gender`: m, f or n of a noun, as articles agree with it (Bokmål has one form for m and f); else empty.
    """

    forms: Mapping[str, str]
    also: Mapping[str, str]
    is_noun: bool = False
    gender: str = ""

    def slots(self) -> dict[str, str]:
        """Every form that is found -> its slot; the first slot where two are alike."""
        found: dict[str, str] = {}
        for slot, form in self.forms.items():
            found.setdefault(form, slot)
        for form, slot in self.also.items():
            found.setdefault(form, slot)
        return found


def inflect(entry: str, language: str) -> Inflected:
    """The forms of «word class», «form/form/form/form» or an uninflected phrase. Raises: ValueError."""
    entry = entry.strip()
    if "/" in entry:
        return _listed(tuple(form.strip() for form in entry.split("/")), language)
    word, _, kind = entry.rpartition(" ")
    if not word or kind not in _CLASSES:
        return Inflected({"pos": entry}, {})
    if kind.startswith("v"):
        return _verb(word, kind, language)
    return _adjective(word) if kind == "a" else _noun(word, kind, language)


def _listed(forms: tuple[str, ...], language: str) -> Inflected:
    if len(forms) == 3:
        return Inflected(dict(zip(ADJECTIVE, forms, strict=True)), {})
    if len(forms) != 4:
        raise ValueError(f"ventet 3 eller 4 former, fikk {len(forms)}: {'/'.join(forms)}")
    if forms[3].endswith(("ene", "ane")):
        gender = "n" if forms[1].endswith("et") else "f" if language == "nn" and forms[1].endswith("a") else "m"
        return Inflected(dict(zip(NOUN, forms, strict=True)), _genitives(forms), " " not in forms[0], gender)
    return Inflected({**dict(zip(VERB, forms, strict=True)), "pass": _passive(forms[0], language)}, {})


def _noun(word: str, kind: str, language: str) -> Inflected:
    stem, endings = word, _NOUNS[language, "m" if kind == "me" else kind]
    if word.endswith("e"):
        stem = word[:-1]
        endings = ("e", *endings[1:])
        if kind == "n":
            endings = ("e", "et", "er", "ene") if language == "nb" else ("e", "et", "e", "a")
    elif kind == "f" and word.endswith("ing") and language == "nn":
        endings = ("", "a", "ar", "ane")
    forms = tuple(stem + ending for ending in endings)
    also = _genitives(forms)
    if kind == "f" and language == "nb":
        also |= {f"{stem}a": "sd"}
    if kind == "n" and language == "nb":
        also |= {f"{stem}er": "pi", f"{stem}a": "pd"}
    if kind == "me":
        also = {**also, f"{word}s": "pi"}  # «deadlines» is the plural, not the genitive
    gender = kind if kind == "n" or (kind == "f" and language == "nn") else "m"
    return Inflected(dict(zip(NOUN, forms, strict=True)), also, is_noun=True, gender=gender)


def _genitives(forms: tuple[str, ...]) -> dict[str, str]:
    return {f"{form}s": f"{slot}-s" for form, slot in zip(forms, NOUN, strict=True) if not form.endswith("s")}


def _verb(word: str, kind: str, language: str) -> Inflected:
    stem = word.removesuffix("e")
    forms = tuple(stem + ending for ending in _VERBS[language, kind])
    also = {f"{stem}a": "past" if language == "nb" else "inf"} if kind == "v1" or language == "nn" else {}
    if kind == "v2" and stem.endswith("er"):
        also = {}
    return Inflected({**dict(zip(VERB, forms, strict=True)), "pass": _passive(word, language)}, also)


def _passive(infinitive: str, language: str) -> str:
    """«sette i gang» -> «settes i gang», in Nynorsk «setjast i gang»."""
    first, _, rest = infinitive.partition(" ")
    ending = "s" if language == "nb" else "ast"
    form = first.removesuffix("s") + ending if language == "nb" else first.removesuffix("e").removesuffix("a") + ending
    return f"{form} {rest}".strip()


def _adjective(word: str) -> Inflected:
    neuter = word if word.endswith(("ig", "leg", "sk", "t", "ende", "ande", "e")) else f"{word}t"
    plural = word if word.endswith("e") else f"{word}e"
    return Inflected(dict(zip(ADJECTIVE, (word, neuter, plural), strict=True)), {})


def form_for(replacement: Inflected, slot: str) -> str:
    """The replacement's form in a slot; its base form where it has no such slot."""
    base = slot.removesuffix("-s")
    form = replacement.forms.get(base) or next(iter(replacement.forms.values()))
    return f"{form}s" if slot.endswith("-s") and base in replacement.forms and " " not in form else form


def counterpart_for(replacement: Inflected, slot: str) -> str:
    """Its form there; the infinitive for the passive of «legge vekt på», whose object can't become a subject."""
    *before, last = replacement.forms.get("inf", "").split() or [""]
    return replacement.forms["inf"] if slot == "pass" and before[1:] and last in _PREPOSITIONS else \
        form_for(replacement, slot)
