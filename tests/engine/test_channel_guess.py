"""A draft's channel: declared, or guessed from its own words, or the default."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ipr_lint import readers
from ipr_lint.config import Settings
from ipr_lint.engine.context import context_of
from ipr_lint.model import Context
from ipr_lint.rulebook import Rulebook

_STORY = "Kommunene møttes på Hamar i går. De snakket om jernbane, og de ble enige om fire tiltak."


def _context(book: Rulebook, text: str, name: str = "utkast.md", settings: Settings | None = None) -> Context:
    document = readers.read(Path(name), data=text.encode())
    return context_of(document, settings or Settings(), book.facts)


@pytest.mark.parametrize(
    "text, channel",
    [
        (f"# Vil ha flere tog\n\nPressemelding, 10. mars 2025\n\n{_STORY}", "pressemelding"),
        (f"# Høringssvar om ny veilov\n\nVi viser til høringsbrev av 3. mars.\n\n{_STORY}", "horingsuttalelse"),
        (f"Kronikk\n\n# Når toget står\n\n{_STORY}", "kronikk"),
        (f"# Invitasjon til frokostmøte\n\n{_STORY} Meld deg på innen 3. mars.", "invitasjon"),
        (f"# Nyhetsbrev for mars\n\n{_STORY}\n\nMeld deg av nyhetsbrevet.", "nyhetsbrev"),
        ("Bane til Hamar på 50 minutter? #jernbane #pendling #hamar", "some"),
        (f"# Møtereferat fra styret\n\n{_STORY}", "internt"),
        (f"Hei alle\n\nVi skal levere høringssvar innen fredag, og alle kan bidra. {_STORY}\n\nHilsen Siri", "internt"),
    ],
)
def test_guessed(book: Rulebook, text: str, channel: str) -> None:
    found = _context(book, text)
    assert found.channel == channel
    assert found.guessed
    assert "channel" not in found.declared


def test_a_file_named_after_its_channel_says_so(book: Rulebook) -> None:
    assert _context(book, _STORY, "some-klar.md").channel == "some"
    assert _context(book, _STORY, "x-klar.md").channel == "nettsak"


@pytest.mark.parametrize(
    "text",
    [
        f"# Vil ha flere tog\n\n{_STORY}",
        f"Regionen skal levere høringssvar om ny veilov, og kommunene har snakket om hva som bør stå der.\n\n{_STORY}",
        f"# Vil ha flere tog\n\n{_STORY} Regjeringen sa i en pressemelding at de takker for en invitasjon til møtet.",
    ],
)
def test_nothing_to_guess_from_gives_the_default(book: Rulebook, text: str) -> None:
    found = _context(book, text)
    assert (found.channel, found.guessed) == ("nettsak", "")


def test_declared_wins_however_written(book: Rulebook) -> None:
    found = _context(book, f"---\nkanal: Høringsuttalelse\n---\n# Pressemelding\n\n{_STORY}")
    assert (found.channel, found.guessed, found.declared) == ("horingsuttalelse", "", frozenset({"channel"}))


def test_platform_as_channel_says_both(book: Rulebook) -> None:
    found = _context(book, f"---\nkanal: linkedin\n---\n{_STORY}")
    assert (found.channel, found.platform) == ("some", "linkedin")


def test_unknown_channel_is_kept_for_the_rule_that_reports_it(book: Rulebook) -> None:
    assert _context(book, _STORY, settings=Settings(channel="plakat")).channel == "plakat"


def test_publishing_date_may_be_written_in_words(book: Rulebook) -> None:
    assert _context(book, f"---\npubliseres: 10. mars 2025\n---\n{_STORY}").today == date(2025, 3, 10)
