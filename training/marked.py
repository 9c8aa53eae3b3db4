"""Our own marked text for the entity recogniser: `[PER Kari Berg] sa …` in, articles out.

One sentence a line, an empty line between texts, `# nb` or `# nn` before each. The marks are NorNE's types; there is no
syntax, so only the recogniser (whose shared layer is frozen) can learn from it.
"""
from __future__ import annotations

import re
from pathlib import Path

from conllu import UNTAGGED, Article, Sentence, Token
from spacy.language import Language

MARK = re.compile(r"\[(PER|ORG|LOC|GPE_LOC|GPE_ORG|PROD|EVT|DRV|MISC) ([^\[\]]+)\]")


def plain(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The line without marks, and (start, end, label) of each mention in it. Raises ValueError on a stray bracket."""
    text, spans, last = "", [], 0
    for match in MARK.finditer(line):
        text += line[last:match.start()]
        spans.append((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        last = match.end()
    text += line[last:]
    if "[" in text or "]" in text:
        raise ValueError(f"a mark that is none of NorNE's types: {line}")
    return text, spans


def sentence(nlp: Language, line: str, sent_id: str) -> Sentence | None:
    """One line as tokens of the pipeline's tokenizer; None where a mention does not begin and end with a token."""
    text, spans = plain(line)
    doc = nlp.make_doc(text)
    entities = ["O"] * len(doc)
    for start, end, label in spans:
        span = doc.char_span(start, end)
        if span is None:
            return None
        for i in range(span.start, span.end):
            entities[i] = ("B-" if i == span.start else "I-") + label
    return Sentence(sent_id, [Token(t.text, t.lower_, UNTAGGED, "", 0, "dep", bool(t.whitespace_), entity)
                              for t, entity in zip(doc, entities, strict=True)])


def read_file(nlp: Language, path: Path) -> list[Article]:
    """The texts of one file."""
    articles = list[Article]()
    lang, open_text = "nb", False
    for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), 1):
        line = line.strip()
        if line.startswith("# "):
            lang, open_text = line[2:], False
        elif not line:
            open_text = False
        elif (found := sentence(nlp, line, f"{path.stem}-{number}")) and found.tokens:
            if not open_text:
                articles.append(Article(f"{path.stem}_{number}", lang))
                open_text = True
            articles[-1].sentences.append(found)
    return articles


def read(nlp: Language, folder: Path) -> list[Article]:
    """All texts of all files of a folder, in order of name."""
    return [article for path in sorted(folder.glob("*.txt")) for article in read_file(nlp, path)]
