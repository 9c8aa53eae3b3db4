"""Read CoNLL-U with NorNE tags in MISC: path in, articles (lists of sentences of plain tokens) out."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

UNTAGGED = "X"  # the part of speech in text that has names marked and nothing else


@dataclass
class Token:
    """One gold word. `head` is the 1-based position in its sentence, 0 for the root."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    space: bool
    entity: str  # IOB tag of NorNE: "O", "B-PER", "I-PER", ...


@dataclass
class Sentence:
    """One gold sentence with the id of the document it comes from."""

    sent_id: str
    tokens: list[Token]
    new_paragraph: bool = False


@dataclass
class Article:
    """One document of the treebank; `lang` is nb or nn."""

    doc_id: str
    lang: str
    sentences: list[Sentence] = field(default_factory=list)


def misc_fields(misc: str) -> dict[str, str]:
    """`SpaceAfter=No|name=B-PER` as a dictionary."""
    return dict(part.split("=", 1) for part in misc.split("|") if "=" in part)


def parse_token(line: str) -> Token | None:
    """One CoNLL-U line; None for ranges (1-2) and empty nodes (1.1)."""
    cols = line.split("\t")
    if not cols[0].isdigit():
        return None
    misc = misc_fields(cols[9])
    feats = "" if cols[5] == "_" else cols[5]
    return Token(cols[1], cols[2], cols[3], feats, int(cols[6]), cols[7],
                 misc.get("SpaceAfter") != "No", misc.get("name", "O"))


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Sentences of one file, in order."""
    sent_id, new_paragraph, tokens = "", False, list[Token]()
    for line in path.read_text(encoding="utf8").splitlines():
        if line.startswith("# sent_id"):
            sent_id = line.split("=", 1)[1].strip()
        elif line.startswith("# newpar"):
            new_paragraph = True
        elif not line.strip():
            if tokens:
                yield Sentence(sent_id, tokens, new_paragraph)
            new_paragraph, tokens = False, []
        elif not line.startswith("#") and (token := parse_token(line)):
            tokens.append(token)
    if tokens:
        yield Sentence(sent_id, tokens, new_paragraph)


def read_articles(path: Path, lang: str, size: int = 40) -> list[Article]:
    """Articles of one file: by the id's stem (`ap001_0000-0003`), else every `size` sentences."""
    articles: list[Article] = []
    for index, sentence in enumerate(read_sentences(path)):
        stem, dash, _ = sentence.sent_id.rpartition("-")
        doc_id = stem if dash and "_" in stem else f"{path.stem}-{index // size:04d}"
        if not articles or articles[-1].doc_id != doc_id:
            articles.append(Article(doc_id, lang))
        articles[-1].sentences.append(sentence)
    return articles
