"""What the checks read: a document with languages, sentences, parses and quotations, each made on first use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from ipr_lint.facts import Facts
from ipr_lint.facts.abbreviations import Abbreviations
from ipr_lint.facts.languages import LanguageFeatures
from ipr_lint.facts.quotation import QuotationFacts
from ipr_lint.model import Block, Context, Document, Kind, Span
from ipr_lint.nlp import boundaries, languages, quotations, sentences
from ipr_lint.nlp.pipelines import Pipelines
from ipr_lint.nlp.quotations import Quotation
from ipr_lint.nlp.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc

T = TypeVar("T")
RUNNING_TEXT = (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE)
# Spaces and hyphens that the pipeline's training text does not have, each replaced by one character of the same width.
_PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2011": "-", "\t": " ", "\n": " ", "\r": " "})
_MARKS = re.compile(r"[^\w\s]{200,}")  # spaCy takes the square of their length to take them apart
NORWEGIAN = frozenset({"nb", "nn"})


class Analysis:
    """A draft as the checks see it. All offsets are code points in a block's text, spaCy's `token.idx` included."""

    def __init__(self, document: Document, context: Context, facts: Facts, pipelines: Pipelines) -> None:
        self.document = document
        self.context = context
        self.facts = facts
        self._pipelines = pipelines
        self._memo: dict[object, Any] = {}

    def memo(self, key: object, make: Callable[[], T]) -> T:
        """What several checks share: computed once per draft under a key."""
        if key not in self._memo:
            self._memo[key] = make()
        made: T = self._memo[key]
        return made

    def known(self, key: object) -> Any:
        """What some check had computed under a key, None if none had."""
        return self._memo.get(key)

    def blocks(self, *kinds: Kind) -> Iterator[Block]:
        """The blocks of these kinds, or all of them, that have text (images come without, too), in order."""
        return (block for block in self.document.blocks
                if (not kinds or block.kind in kinds) and (block.text.strip() or block.kind is Kind.IMAGE))

    def running(self) -> Iterator[Block]:
        """Paragraphs, list items and quotes."""
        return self.blocks(*RUNNING_TEXT)

    @property
    def language(self) -> str | None:
        """The language most of the text is in (`nb`, `nn`, `en`, `da`, ...), None when nothing can be told."""
        return self.memo("language", self._document_language)

    def language_of(self, block: Block) -> str | None:
        """The language of one block; short ones inherit the document's."""
        return self.memo(("language", block.id), lambda: self._block_language(block))

    def sentences(self, block: Block) -> tuple[Sentence, ...]:
        """The sentences of a block by the project's own segmentation (the one LIX counts with)."""
        return self.memo(("sentences", block.id), lambda: tuple(
            sentences.split(block.text, self.facts.get(Abbreviations), self.language_of(block))))

    def sentence_at(self, block: Block, offset: int) -> Sentence | None:
        """The sentence that a place in a block's text stands in; None between sentences."""
        return next((one for one in self.sentences(block) if one.start <= offset < one.end), None)

    def heard(self, block: Block) -> tuple[Sentence, ...]:
        """The sentences of a block as a reader hears them: cut at colons and glued headings, too (needs the parse)."""
        return self.memo(("heard", block.id), lambda: tuple(boundaries.refine(
            block.text, self.sentences(block), self.facts.get(Abbreviations), self.doc(block))))

    def doc(self, block: Block) -> Doc | None:
        """The spaCy Doc of a block: parsed when Norwegian, tokens with lemmas when English, None in other languages.

        `doc.has_annotation("DEP")` tells the first two apart. Token offsets (`idx`) are offsets in the block's text.
        """
        language = self.language_of(block)
        if language in NORWEGIAN or language is None:
            return self.memo("docs", self._parse).get(block.id)
        if language == "en":
            return self.memo(("doc", block.id), lambda: self._english(block))
        return None

    @property
    def is_parsed(self) -> bool:
        """Whether a check has had the Norwegian text parsed, so that looking at the parse costs nothing more."""
        return "docs" in self._memo

    def quotations(self, block: Block) -> tuple[Quotation, ...]:
        """Direct quotations in a block, with who speaks where the text says so."""
        found = self.memo("quotations", lambda: quotations.find(self.document, self.facts.get(QuotationFacts)))
        return found.get(block.id, ())

    def quotation_at(self, span: Span) -> Quotation | None:
        """The direct quotation that a span stands in."""
        inside = (q for q in self.quotations(self.document.blocks[span.block]) if q.start <= span.start < q.end)
        return next(inside, None)

    def role(self, block: Block) -> str:
        """How prominent a block is: `title`, `lead`, `body` or `boilerplate`."""
        return self.memo("roles", self._roles).get(block.id, "body")

    def _english(self, block: Block) -> Doc:
        starts = frozenset(sentence.start for sentence in self.sentences(block))
        return self._pipelines.parse_english(plain(block.text), starts)

    def _document_language(self) -> str | None:
        return languages.of_document(self.document, self.facts.get(LanguageFeatures))

    def _block_language(self, block: Block) -> str | None:
        return languages.of_block(self.document, block, self.language, self.facts.get(LanguageFeatures))

    def _parse(self) -> dict[int, Doc]:
        wanted = [b for b in self.blocks() if b.text.strip() and self.language_of(b) in (*NORWEGIAN, None)]
        return dict(zip((b.id for b in wanted), self._pipelines.parse([plain(b.text) for b in wanted]), strict=True))

    def _roles(self) -> dict[int, str]:
        roles: dict[int, str] = {}
        seen_title = seen_lead = in_about = False
        for block in self.blocks():
            if block.kind is Kind.HEADING:
                in_about = _is_about(block.text)
                roles[block.id] = "boilerplate" if in_about else "body" if seen_title else "title"
                seen_title = True
            elif block.kind is Kind.BOILERPLATE or in_about or _is_about(block.text):
                roles[block.id] = "boilerplate"
            elif block.kind is Kind.PARAGRAPH and not seen_lead and len(block.text.split()) >= 8:
                roles[block.id] = "lead"
                seen_lead = True
        return roles


def plain(text: str) -> str:
    """The text with plain spaces and hyphens, and letters for endless runs of marks, so that offsets stay."""
    return _MARKS.sub(lambda run: "x" * len(run[0]), text.translate(_PLAIN))


def _is_about(text: str) -> bool:
    return text.lower().startswith(("om osloregionen", "fakta om osloregionen", "about the oslo region"))
