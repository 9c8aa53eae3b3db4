"""A Word file in; its text as a reader sees it, with blocks, metadata and suppressions, out."""

from __future__ import annotations

from ipr_lint.docx_xml.draft import WordText, word_text
from ipr_lint.docx_xml.names import qn
from ipr_lint.docx_xml.package import Package
from ipr_lint.docx_xml.story import View
from ipr_lint.model import Block, Document, UnreadableError
from ipr_lint.readers.docx_blocks import BlockMaker
from ipr_lint.readers.docx_comments import suppressions
from ipr_lint.readers.docx_looks import primary_language
from ipr_lint.readers.docx_numbering import Numbering
from ipr_lint.readers.docx_properties import metadata
from ipr_lint.readers.docx_styles import Styles

_FIGURES = ("diagramData", "chart")


def read(data: bytes, path: str, view: View = "accepted") -> Document:
    """Read a draft with its tracked changes accepted, or the `original` behind them.

    `Document.source` has one paragraph a line: the body, then notes, page headers and footers.
    Raises: UnreadableError.
    """
    package = Package(data)
    draft = word_text(package, view)
    styles = Styles(package)
    blocks = _blocks(package, draft, styles)
    if not blocks:
        raise UnreadableError("Word-filen har ingen tekst; ventet et utkast med tekst")
    properties = metadata(package)
    language = styles.default_language or primary_language(str(properties.get("language", "")))
    return Document(path, "docx", draft.source, blocks, properties, language,
                    suppressions(package, draft, blocks), _notes(package, draft))


def _blocks(package: Package, draft: WordText, styles: Styles) -> tuple[Block, ...]:
    maker = BlockMaker(styles, Numbering(package, styles))
    relations = {part: package.relations(part) for part in draft.stories}
    for line in draft.lines:
        maker.add(line, relations[line.part])
    return tuple(maker.blocks)


def _notes(package: Package, draft: WordText) -> tuple[str, ...]:
    """What a reader of the report should know about text that was left out."""
    notes = []
    if empty := sum(story.placeholders for story in draft.stories.values()):
        notes.append(f"Utkastet har {empty} felt som ikke er fylt ut; ledeteksten i dem er ikke sjekket.")
    if any(kind == "aFChunk" for kind, _ in package.relations(package.main).values()):
        notes.append("Utkastet har innlimte filer (altChunk) som ikke er sjekket; lagre det på nytt fra Word.")
    if any(_has_figure_text(package, part) for part in draft.stories):
        notes.append("Utkastet har figurer (SmartArt eller diagram) med tekst som ikke er sjekket.")
    return tuple(notes)


def _has_figure_text(package: Package, part: str) -> bool:
    figures = (target for kind, target in package.relations(part).values()
               if kind in _FIGURES and target in package.names)
    return any((text.text or "").strip() for figure in figures for text in package.xml(figure).iter(qn("a:t")))
