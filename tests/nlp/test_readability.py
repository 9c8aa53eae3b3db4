"""The formulas against values counted by hand, and what counts as running text."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipr_lint import readers
from ipr_lint.config import Settings
from ipr_lint.engine import Engine
from ipr_lint.model import Span
from ipr_lint.nlp import readability
from ipr_lint.nlp.english import syllables
from ipr_lint.rulebook import Rulebook


@pytest.fixture(scope="module")
def lix_only(book: Rulebook) -> Engine:
    return Engine(book, Settings(select=("lix",)))


def figures(engine: Engine, text: str, name: str = "utkast.txt") -> dict[str, float | int | None]:
    return dict(engine.lint(readers.read(Path(name), data=text.encode())).metrics)


def test_lix_and_its_parts_by_hand(lix_only: Engine) -> None:
    text = ("Møtet starter kl. 14.30 den 17. mai. Der skal kommunene samarbeide om f.eks. buss og bane. "
            "Hva mener egentlig innbyggerne selv? Politikerne vil nå klimamålene.")
    found = figures(lix_only, text)
    assert (found["words"], found["sentences"]) == (7 + 9 + 5 + 4, 4)
    long = 7  # starter, kommunene, samarbeide, egentlig, innbyggerne, Politikerne, klimamålene
    assert found["lix"] == round(25 / 4 + 100 * long / 25, 1) == 34.2
    assert found["rix"] == round(long / 4, 1)
    assert found["mean_sentence_length"] == 6.2
    assert found["long_word_share"] == 28.0


def test_flesch_by_hand(lix_only: Engine) -> None:
    text = "The council met on Monday to talk about the new trains. It agreed on four measures for the whole region."
    # 11 + 9 words; syllables 1 2 1 1 2 1 1 2 1 1 1 and 1 2 1 1 2 1 1 1 2
    found = figures(lix_only, text)
    assert (found["words"], found["sentences"]) == (20, 2)
    assert found["flesch"] == round(206.835 - 1.015 * 10 - 84.6 * 26 / 20, 1)


def test_numbers_hyphens_addresses_and_initials_by_hand(lix_only: Engine) -> None:
    text = ("Planen for Nord-Norge-banen koster 12 500 000 kroner, dvs. 3,5 prosent mer enn i 2024. "
            "O. J. Berg svarer på post@osloregionen.no eller www.osloregionen.no/nyheter før 1. mai. Er det nok?!")
    found = figures(lix_only, text)
    assert (found["words"], found["sentences"]) == (13 + 9 + 3, 3)
    long = 2  # Nord-Norge-banen, prosent; numbers and addresses are not long words
    assert found["lix"] == round(25 / 3 + 100 * long / 25, 1) == 16.3


def test_the_last_fragment_of_a_list_is_no_sentence(lix_only: Engine) -> None:
    text = "Vi vil at:\n\n- kommunene får mer\n- bussene blir billigere.\n- Dette er en hel setning.\n\nDet er alt."
    found = figures(lix_only, text, "utkast.md")
    assert (found["words"], found["sentences"]) == (5 + 3, 2)


def test_ovix_by_hand() -> None:
    one = readability.Measured(Span(0, 0, 1), ("og", "vi", "og", "de"), 0)
    assert readability.ovix([one]) == pytest.approx(7.352, abs=0.001)  # 1.3863 / log(2 - 1.0986 / 1.3863)
    assert readability.ovix([readability.Measured(Span(0, 0, 1), ("vi", "de"), 0)]) is None


def test_only_running_text_counts(lix_only: Engine) -> None:
    text = """---
kanal: nettsak
---
# Overskriften teller ikke med i LIX

Dette er en hel setning på ti ord, og den teller.

- Samferdsel
- Hele setninger i en liste teller også med.

> Sitatblokker teller heller ikke med i denne utregningen av tallet.

| By | Innbyggere |
|---|---|
| Hamar kommune ved Mjøsa | Mange tusen mennesker bor der. |

Foto: Kari Nordmann
"""
    found = figures(lix_only, text, "utkast.md")
    assert (found["words"], found["sentences"]) == (11 + 8, 2)


@pytest.mark.parametrize(
    "word, count",
    [("municipality", 6), ("table", 2), ("changes", 2), ("worked", 1), ("created", 3), ("people", 2), ("area", 3),
     ("million", 2), ("science", 2), ("government", 3), ("unique", 2), ("going", 2), ("co-operation", 5), ("65", 1)],
)
def test_english_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_heaviest_sentence_is_the_one_whose_loss_helps_most(lix_only: Engine) -> None:
    text = ("Vi møttes i går. Kommunesektorens interesseorganisasjoner understreker finansieringsansvaret overfor "
            "samferdselsmyndighetene. Det gikk bra. Alle var med på det.")
    draft = lix_only.analyse(readers.read(Path("u.txt"), data=text.encode()))
    worst = readability.heaviest(readability.measured(draft), 3)
    assert draft.document.text(worst[0].span).startswith("Kommunesektorens")
    assert len(worst) == 1 or all(readability.lix([one]) for one in worst)


def test_short_texts_get_no_verdict(lix_only: Engine) -> None:
    report = lix_only.lint(readers.read(Path("u.txt"), data="Kommunene møttes på Hamar i går kveld.".encode()))
    assert [(skip.rule, skip.reason) for skip in report.skipped] == [("lix", "færre enn 200 ord")]
    assert not report.findings


def test_an_endless_sentence_is_the_one_to_mend(lix_only: Engine) -> None:
    """It was told «Begynn med de 0 setningene»."""
    text = "Kommunesammenslåingsforhandlingene " + "og arealplanleggingsprosessene " * 250 + "omtales."
    (finding,) = lix_only.lint(readers.read(Path("a.txt"), data=text.encode())).findings
    assert len(finding.related) == 1
    assert "0" not in finding.message.partition(". ")[2]
