"""A folder in; varied Word files in it out: the corpus of the tests, and what LibreOffice makes of HTML, RTF and text."""

# ruff: noqa: E501 – a small page is easier to read on one line

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.word.corpus import TEXT, corpus

HTML = {
    "nettside": f"<h1>Flere tog</h1><p>{TEXT}</p><h2>Derfor</h2><ul><li>punkt</li><li><b>fett</b> punkt</li></ul>",
    "tabell": "<table border=1><tr><th>Kommune</th><th>Tall</th></tr><tr><td>Asker</td><td>1&nbsp;000</td></tr></table><p>Slutt</p>",
    "lenker": '<p>Se <a href="https://osloregionen.no">nettstedet</a> og <i>kursiv <b>fet</b></i>.</p><blockquote>Et sitat</blockquote>',
    "sprak": f'<p lang="nn">Vi ber om fleire tog.</p><p lang="en-GB">More trains.</p><p>{TEXT}</p>',
}
RTF = (r"{\rtf1\ansi\deff0{\fonttbl{\f0 Arial;}}\f0 Vi {\b mener} at {\revised\revauth1 nye} tog m\'e5 komme."
       r"{\footnote Kilde: SSB.}\par\trowd\cellx3000\cellx6000 En\cell To\cell\row\pard Slutt.\par}")


def by_libreoffice(folder: Path) -> None:
    """What LibreOffice writes when it converts HTML, RTF and text."""
    sources = folder / "kilder"
    sources.mkdir(exist_ok=True)
    for name, inside in HTML.items():
        page = f"<html lang=nb><head><meta charset=utf-8><title>{name}</title></head><body>{inside}</body></html>"
        (sources / f"libreoffice-{name}.html").write_text(page, encoding="utf-8")
    (sources / "libreoffice-rtf.rtf").write_text(RTF, encoding="ascii")
    (sources / "libreoffice-tekst.txt").write_text(f"Tittel\n\n{TEXT}\n{TEXT}\n", encoding="utf-8")
    for pattern, reader in (("*.html", "HTML (StarWriter)"), ("*.rtf", "Rich Text Format"), ("*.txt", "Text (encoded):UTF8")):
        files = [str(path) for path in sorted(sources.glob(pattern))]
        subprocess.run(["soffice", "--headless", f"--infilter={reader}", "--convert-to", "docx:MS Word 2007 XML", "--outdir",
                        str(folder), *files], check=True, capture_output=True)


def build(folder: Path) -> None:
    """Write the whole corpus."""
    for name, data in corpus().items():
        (folder / name).write_bytes(data)
    by_libreoffice(folder)
