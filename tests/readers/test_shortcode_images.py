"""Images that shortcodes make: alternative and caption are text, at their place in the source."""

from __future__ import annotations

import pytest

from ipr_lint.model import Kind
from tests.readers.test_markdown import of


def seen(text: str) -> list[tuple[str, str]]:
    """Kind and text of the blocks; the alternative of an image."""
    return [(block.kind.value, block.attributes.get("alt", "–") if block.kind is Kind.IMAGE else block.text)
            for block in of(text).blocks]


@pytest.mark.parametrize(("draft", "blocks"), [
    ('{{< figure src="a.jpg" alt="Et tog" caption="Toget i Ås" >}}', [("image", "Et tog"), ("caption", "Toget i Ås")]),
    ("{{% figure src='a.jpg' caption='Toget' %}}", [("image", "Toget"), ("caption", "Toget")]),
    ("{{< img src=`a.jpg` alt=`Et \"tog\"` >}}", [("image", 'Et "tog"')]),
    ('{% include figure.html src="a.jpg" caption="Et \\"tog\\" &amp; to" %}',
     [("image", 'Et \\"tog\\" & to'), ("caption", 'Et "tog" & to')]),
    ('{{< figure src="a.jpg" caption="Se **her**, [Moss](https://x.no) og _Ås_" >}}',
     [("image", "Se **her**, [Moss](https://x.no) og _Ås_"), ("caption", "Se her, Moss og Ås")]),
    ('{{< figure src="a.jpg" >}}', [("image", "–")]),
    ('{{< figure src="a.jpg" alt="" >}}', [("image", "")]),
    ('Først.\n\n{{< figure\n  src="a.jpg"\n  caption="Toget"\n>}}\n\nSist.',
     [("paragraph", "Først."), ("image", "Toget"), ("caption", "Toget"), ("paragraph", "Sist.")]),
    ('- Punkt {{< figure src="a.jpg" caption="Toget" >}}\n- To',
     [("list-item", "Punkt"), ("image", "Toget"), ("caption", "Toget"), ("list-item", "To")]),
    ('Tekst {{< youtube id="caption" title="alt" >}} her.', [("paragraph", "Tekst her.")]),
    ('```\n{{< figure src="a.jpg" caption="I kode" >}}\n```\n\nSist.', [("paragraph", "Sist.")]),
    ('<!-- {{< figure src="a.jpg" caption="Skjult" >}} -->\n\nSist.', [("paragraph", "Sist.")]),
    ('{{</* figure src="a.jpg" caption="Eksempel" */>}}', []),
])
def test_images_of_shortcodes(draft: str, blocks: list[tuple[str, str]]) -> None:
    assert seen(draft) == blocks


def test_a_caption_stands_where_it_is_written() -> None:
    draft = 'Hei.\r\n\r\n{{< figure src="a.jpg" caption="Toget i *Moss* &amp; Ås" >}}\r\n'
    document = of(draft)
    caption = next(block for block in document.blocks if block.kind is Kind.CAPTION)
    assert [document.source[piece.source_start:piece.source_end] for piece in caption.pieces] == [
        "Toget i ", "Moss", " ", "&amp;", " Ås"]
