"""The tokenizer both written standards share: spaCy's Nynorsk rules with a few repairs, stored with the pipeline."""
from __future__ import annotations

import spacy
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex
from spacy.vocab import Vocab

ABBREVIATIONS = ["kap.", "Kap.", "St.meld.", "Meld.St.", "Innst.", "f.v.", "F.v.", "str.", "Mek.", "journ.", "anm.",
                 "Ot.prp.", "km/t", "A/S"]
NOT_ABBREVIATIONS = ["):", "eg.", "Frp.", "FrP.", "Sp."]  # emoticon; pronoun and parties at a sentence end


def norwegian_tokenizer(vocab: Vocab) -> Tokenizer:
    """spaCy's `nn` tokenizer over `vocab`; splits 2007-2008, `):` and `»-spillet`, keeps more abbreviations."""
    base = spacy.blank("nn")
    infixes = [*base.Defaults.infixes, r"(?<=[0-9])[-–/](?=[0-9])", r"[»”](?=[-–])"]
    rules = {k: v for k, v in base.tokenizer.rules.items() if k not in NOT_ABBREVIATIONS}
    rules |= {form: [{ORTH: form}] for form in ABBREVIATIONS}
    old = base.tokenizer
    return Tokenizer(vocab, rules=rules, prefix_search=old.prefix_search, suffix_search=old.suffix_search,
                     infix_finditer=compile_infix_regex(infixes).finditer, token_match=old.token_match,
                     url_match=old.url_match)
