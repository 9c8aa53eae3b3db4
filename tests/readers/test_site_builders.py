"""What Hugo, Jekyll and MkDocs read as code, formulas or settings is no text, and no fix touches it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from ipr_lint.cli import main
from ipr_lint.model import UnreadableError
from ipr_lint.readers.markdown import read

CODE = [
    '{{< highlight yaml >}}\nnavn: "x"\na:  "b"...\n{{< /highlight >}}',
    '{% highlight ruby %}\nputs "hei  der"... if x  - 1\n{% endhighlight %}',
    '{{< mermaid >}}\nA["En boks"] - B...\n{{< /mermaid >}}',
    '$$\na - b ... "c"\n$$',
    "Formelen er $$a - b ... c$$",
    '\\begin{align}\na - b ... "c"\n\\end{align}',
    '{::comment}\nHei  "du" - x ...\n{:/comment}',
    '!!! note "Tittel her"',
    '[gallery ids="1,2" link="x"]',
    '{\n  "title": "Buss",\n  "x": "y  z"\n}',
    "Begrep\n: Definisjon",
]


@pytest.mark.parametrize("code", CODE)
def test_no_fix_touches_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setenv("IPR_LINT_CACHE_DIR", str(tmp_path / ".cache"))
    draft = tmp_path / "a.md"
    draft.write_text(f"{code}\n\nKommunene  møttes.\n", encoding="utf-8")
    CliRunner().invoke(main, ["--fix", "--unsafe-fixes", "--select", "korrekt", str(draft)])
    assert draft.read_text("utf-8") == f"{code}\n\nKommunene møttes.\n"


def test_code_that_is_never_closed_is_text() -> None:
    text = "{{< highlight yaml >}}\nKommunene møttes på Hamar.\n"
    assert [block.text for block in read(text.encode(), "a.md").blocks] == ["Kommunene møttes på Hamar."]


def test_definition_lists_are_blocks_of_their_own() -> None:
    blocks = read(b"Begrep\n: Definisjon\n\nAnnet\n: En\n: To\n", "a.md").blocks
    assert [block.text for block in blocks] == ["Begrep", "Definisjon", "Annet", "En", "To"]


@pytest.mark.parametrize("front", [
    "---\ntitle: Buss og tog\n---", '+++\ntitle = "Buss og tog"\n+++', "---\ntitle: >-\n  Buss og tog\nx: 1\n---",
    "---\nTitle: 'Buss og tog'\n---", '{\n  "draft": false,\n  "title": "Buss og tog"\n}'])
def test_the_title_is_read_in_every_form_of_front_matter(front: str) -> None:
    document = read(f"{front}\n\nVi møttes.\n".encode(), "a.md")
    title = document.blocks[0]
    piece = title.pieces[0]
    assert (title.kind.value, title.text) == ("heading", "Buss og tog")
    assert document.source[piece.source_start:piece.source_end] == "Buss og tog"


def test_settings_are_read_from_json_too() -> None:
    document = read(b'{"kanal": "nyhetsbrev", "title": "Nytt"}\n\nVi er her.\n', "a.md")
    assert document.metadata["kanal"] == "nyhetsbrev"


def test_a_date_that_does_not_exist_is_named_with_its_line() -> None:
    with pytest.raises(UnreadableError, match="linje 3; «2026-13-45» er ingen dato"):
        read(b"---\ntitle: Nytt\npubliseres: 2026-13-45\n---\n\nVi er her.\n", "a.md")
