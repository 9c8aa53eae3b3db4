"""Fonts and colours of Word paragraphs are held against the design profile; an empty profile gives no verdict."""

from __future__ import annotations

from ipr_lint.checks import design_profile
from ipr_lint.checks.design_profile import Params
from ipr_lint.engine import Engine
from ipr_lint.model import Abstain, Block, Document, Hit, Kind, Piece


def _draft(*looks: tuple[Kind, str, str]) -> Document:
    text = "Kommunene møttes på Hamar."
    blocks = tuple(
        Block(index, kind, text, (Piece(0, len(text), 0, len(text)),), attributes={"fonts": fonts, "colours": colours})
        for index, (kind, fonts, colours) in enumerate(looks))
    return Document("a.docx", "docx", text, blocks)


def _run(engine: Engine, document: Document, params: Params) -> list[Hit | Abstain]:
    return list(design_profile.run(engine.analyse(document), params))


def test_empty_profile_gives_no_verdict(engine: Engine) -> None:
    (found,) = _run(engine, _draft((Kind.PARAGRAPH, "Comic Sans MS", "FF0000")), Params())
    assert isinstance(found, Abstain)


def test_other_fonts_are_one_hit(engine: Engine) -> None:
    document = _draft((Kind.HEADING, "Oslo Sans", ""), (Kind.PARAGRAPH, "Arial;Georgia", ""),
                      (Kind.PARAGRAPH, "Georgia", ""))
    params = Params(fonts=("Arial",), heading_fonts=("Oslo Sans",))
    (hit,) = _run(engine, document, params)
    assert isinstance(hit, Hit)
    assert (hit.variant, hit.values["found"], len(hit.related)) == ("skrift", "Georgia", 1)
    assert hit.span is not None
    assert hit.span.block == 1


def test_black_is_always_allowed(engine: Engine) -> None:
    document = _draft((Kind.PARAGRAPH, "", "000000"), (Kind.PARAGRAPH, "", "2A2859"), (Kind.PARAGRAPH, "", "FF0000"))
    (hit,) = _run(engine, document, Params(colours=("#2A2859",)))
    assert isinstance(hit, Hit)
    assert (hit.variant, hit.values["found"]) == ("farge", "FF0000")
