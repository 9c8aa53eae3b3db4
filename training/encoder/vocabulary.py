"""E5's vocabulary -> a SentencePiece model with the pieces of Norwegian and English only, in order of their old ids.

    python training/encoder/vocabulary.py OUT.model --source DIR --treebank DIR

The embeddings are frozen while the rest is fine-tuned, so a piece that is left out costs nothing but the texts that
have it, and those are cut into smaller ones.
"""
from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sentencepiece
import source
import wordfreq
from data import MESSAGE_TEXTS, NAMING_TEXTS, rows
from sentencepiece import sentencepiece_model_pb2 as proto

sys.path.insert(0, str(Path(__file__).parent.parent))
from conllu import read_sentences

WORDS = {"nb": 60_000, "en": 20_000}  # the most frequent words whose pieces are kept
SPECIAL = 4  # <s> <pad> </s> <unk>
Pieces = list[tuple[str, float]]


def words(treebank: Path) -> Iterator[str]:
    """Frequent words (as they stand and with a capital), the treebank's train part, our own texts."""
    for language, count in WORDS.items():
        for word in wordfreq.top_n_list(language, count):
            yield from (word, word.capitalize())
    for language in ("nb", "nn"):
        for sentence in read_sentences(treebank / f"{language}-train.conllu"):
            yield from (token.form for token in sentence.tokens)
    for row in rows([*NAMING_TEXTS, *MESSAGE_TEXTS]):
        yield str(row["text"])


def model(pieces: Pieces) -> bytes:
    """A SentencePiece unigram model; texts come in NFC, so that it changes nothing but white space."""
    built: Any = proto.ModelProto()
    built.trainer_spec.model_type = proto.TrainerSpec.UNIGRAM
    built.trainer_spec.unk_id, built.trainer_spec.bos_id, built.trainer_spec.eos_id = 3, 0, 2
    built.trainer_spec.pad_id = 1
    built.normalizer_spec.name = "identity"
    for index, (piece, score) in enumerate(pieces):
        kind = proto.ModelProto.SentencePiece
        built.pieces.add(piece=piece, score=score, type=kind.UNKNOWN if index == 3 else
                         kind.CONTROL if index < SPECIAL else kind.NORMAL)
    return bytes(built.SerializeToString())


def full(vocabulary: Path) -> Pieces:
    """All pieces of the tokenizer that came with the model."""
    described = json.loads(vocabulary.read_text(encoding="utf8"))
    return [(piece, score) for piece, score in described["model"]["vocab"]]


def kept(pieces: Pieces, texts: Iterator[str]) -> list[int]:
    """The ids of the special pieces, every piece of the texts, and every single Latin character."""
    everything = sentencepiece.SentencePieceProcessor(model_proto=model(pieces))
    wanted = set(range(SPECIAL))
    for ids in everything.encode(list(dict.fromkeys(texts))):
        wanted.update(ids)
    plain = [piece.strip("▁") for piece, _ in pieces]
    wanted.update(i for i, piece in enumerate(plain) if len(piece) <= 1 and piece < "\u0250")
    return sorted(wanted)


def main() -> None:
    """Command line; beside OUT.model stands OUT.ids, the old id of each piece."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--treebank", type=Path, required=True)
    args = parser.parse_args()
    _, vocabulary = source.fetch(args.source)
    pieces = full(vocabulary)
    ids = kept(pieces, words(args.treebank))
    args.out.write_bytes(model([pieces[i] for i in ids]))
    args.out.with_suffix(".ids").write_text(json.dumps(ids), encoding="utf8")
    print(len(ids), "pieces,", args.out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
