"""Our own marked texts, marked anew where the treebank's scheme speaks against them: texts and teacher in, texts out.

    python training/remark.py TEACHER.pt IN... --source DIR --pipeline DIR --out DIR [--show]

The author of a text knows what its names stand for; the teacher (`teacher.py`) knows how the treebank marks such
things. So the author decides between a person and a company, the teacher between a state as a place and as an actor,
or whether a derivation is marked at all. Sentences in which the two differ and neither is sure are left out.
"""
from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import marked
import spacy
import teacher
import torch
from conllu import Article, Sentence

Span = tuple[int, int, str]
SCHEME = {frozenset(pair): sure for pair, sure in (  # how sure the teacher must be to settle it
    (("GPE_LOC", "GPE_ORG"), 0.5), (("LOC", "GPE_LOC"), 0.8), (("ORG", "GPE_ORG"), 0.8), (("ORG", "PROD"), 0.8),
    (("DRV", "ORG"), 0.8), (("DRV", "GPE_LOC"), 0.8), (("DRV", "PER"), 0.8), (("DRV", "PROD"), 0.8),
    (("LOC", "GPE_ORG"), 0.8), (("EVT", "PROD"), 0.8), (("LOC", "ORG"), 0.9), (("EVT", "ORG"), 0.9))}
ADDED, DOUBTED, UNMARKED = 0.85, 0.5, 0.8


def settled(own: str, other: str, sure: float) -> str:
    """The type of a mention that both mark."""
    return other if own != other and sure >= SCHEME.get(frozenset((own, other)), 1.0) else own


def merged(own: set[Span], other: set[Span], sure: list[float]) -> list[Span] | None:
    """The mentions of a sentence, None where it is better left out."""
    found = list[Span]()
    for start, end, label in own:
        same = next((one for one in other if one[:2] == (start, end)), None)
        certain = min(sure[start:end])
        if same is not None:
            found.append((start, end, settled(label, same[2], certain)))
        elif any(one[0] < end and start < one[1] for one in other) or label not in ("DRV", "EVT", "MISC"):
            found.append((start, end, label))  # names the teacher does not know, and other bounds
        elif certain < UNMARKED:
            found.append((start, end, label))
    for start, end, label in other:
        if any(one[0] < end and start < one[1] for one in own):
            continue
        certain = min(sure[start:end])
        if certain >= ADDED:
            found.append((start, end, label))
        elif certain >= DOUBTED:
            return None
    return sorted(found)


def line(sentence: Sentence, spans: list[Span]) -> str:
    """The sentence with its marks."""
    opens = {start: label for start, _, label in spans}
    ends = {end for _, end, _ in spans}
    text = ""
    for i, token in enumerate(sentence.tokens):
        text += f"[{opens[i]} " if i in opens else ""
        text += token.form + ("]" if i + 1 in ends else "") + (" " if token.space else "")
    return text.strip()


def remark(model: teacher.Tagger, sp: teacher.SentencePieceProcessor, article: Article, changes: Counter[str],
           show: bool) -> list[str]:
    """The lines of an article."""
    text = teacher.encode(sp, [t for s in article.sentences for t in s.tokens])
    ((tags, sure),) = teacher.mark(model, [text])
    lines, at = list[str](), 0
    for sentence in article.sentences:
        end = at + len(sentence.tokens)
        if end > len(tags):
            break
        own = teacher.spans(text.tags[at:end])
        spans = merged(own, teacher.spans(tags[at:end]), sure[at:end])
        if spans is None or set(spans) != own:
            kind = "left out" if spans is None else "changed"
            changes[kind] += 1
            if show:
                print(f"{kind}: {line(sentence, sorted(own))}\n     -> {line(sentence, spans or [])}")
        changes["kept"] += spans is not None
        if spans is not None:
            lines.append(line(sentence, spans))
        at = end
    return lines


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("teacher", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--pipeline", type=Path, required=True, help="for its tokenizer")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--show", action="store_true", help="print what is changed")
    args = parser.parse_args()
    torch.set_num_threads(1)
    model, sp = teacher.load(args.source)
    model.load_state_dict(torch.load(args.teacher), strict=False)
    nlp = spacy.load(args.pipeline)
    args.out.mkdir(parents=True, exist_ok=True)
    for path in args.texts:
        changes = Counter[str]()
        parts = list[str]()
        for article in marked.read_file(nlp, path):
            if lines := remark(model, sp, article, changes, args.show):
                parts.append("\n".join((f"# {article.lang}", *lines)))
        (args.out / path.name).write_text("\n\n".join(parts) + "\n", encoding="utf8")
        print(path.name, dict(changes), flush=True)


if __name__ == "__main__":
    main()
