"""A finding and its rule in; the paragraphs of the Word comment about it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ipr_lint.model import Document, Finding, Fix
from ipr_lint.rulebook import Rulebook

_WORDS = {
    "nb": {
        "error": "feil", "warning": "advarsel", "suggestion": "forslag", "why": "Hvorfor", "clause": "Grunnlag",
        "rule": "Regel", "fix": "Forslag", "or": "Eller", "suggested": "vurder om det passer",
        "in": "satt inn som sporet endring", "by hand": "må rettes for hånd her",
        "some in": "satt inn som sporede endringer der det gikk; resten må rettes for hånd",
        "whole": "Gjelder hele teksten",
        "header": "Gjelder toppteksten: «{}»", "footer": "Gjelder bunnteksten: «{}»",
        "footnote": "Gjelder fotnoten: «{}»", "endnote": "Gjelder sluttnoten: «{}»",
        "textbox": "Gjelder tekstboksen: «{}»", "image": "bilde", "space": "mellomrom",
    },
    "en": {
        "error": "error", "warning": "warning", "suggestion": "suggestion", "why": "Why", "clause": "Based on",
        "rule": "Rule", "fix": "Suggestion", "or": "Or", "suggested": "see whether it fits",
        "in": "entered as a tracked change", "by hand": "must be corrected by hand here",
        "some in": "entered as tracked changes where possible; the rest must be corrected by hand",
        "whole": "About the whole text", "header": "About the page header: «{}»",
        "footer": "About the page footer: «{}»", "footnote": "About the footnote: «{}»",
        "endnote": "About the endnote: «{}»", "textbox": "About the text box: «{}»", "image": "image", "space": "space",
    },
}
ENTERED = tuple(words[key] for words in _WORDS.values() for key in ("in", "some in"))  # in comments on changes
Outcome = Literal["", "in", "some in", "by hand"]
_LONGEST_QUOTE = 120  # characters of the draft repeated in a comment
_MOST_FIXES = 3


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding as a comment says it: `belongs` names the place in the draft when the comment stands elsewhere.

    `tracked` is "" where no changes are tracked, else what became of the first fix.
    """

    finding: Finding
    belongs: str = ""
    tracked: Outcome = ""


class Wording:
    """Words comments in `nb` or `en`."""

    def __init__(self, document: Document, rulebook: Rulebook, language: str) -> None:
        self._document, self._rulebook, self._language = document, rulebook, language
        self._words = _WORDS[language]

    def comment(self, remark: Remark) -> list[str]:
        """The paragraphs of a comment on one finding: what, what to write, why, on what ground, which rule."""
        finding, words = remark.finding, self._words
        lines = []
        if remark.belongs:
            text = _shortened(finding.text) or words["space" if finding.text else "image"]
            lines.append(words[remark.belongs].format(text))
        lines.append(finding.message + ("" if finding.evidence in finding.message else f" ({finding.evidence})"))
        lines += self._fixes(remark)
        rule = self._rulebook.rule(finding.rule)
        if rule is not None:
            lines.append(f"{words['why']}: {rule.why(self._language)}")
            lines.append(f"{words['clause']}: {rule.file.clause}")
        return [*lines, f"{words['rule']}: {finding.rule} ({words[finding.level.value]})"]

    def whole(self, remarks: list[Remark]) -> list[str]:
        """The paragraphs of the one comment about the whole text."""
        paragraphs = [self._words["whole"]]
        for number, remark in enumerate(remarks, 1):
            first, *rest = self.comment(remark)
            paragraphs += [f"{number}. {first}" if len(remarks) > 1 else first, *rest]
        return paragraphs

    def _fixes(self, remark: Remark) -> list[str]:
        lines = []
        for number, fix in enumerate(remark.finding.fixes[:_MOST_FIXES]):
            said = [] if fix.safe else [self._words["suggested"]]
            if remark.tracked and number == 0:
                said.append(self._words[remark.tracked])
            lines.append(self._fix(fix, number) + (f" ({', '.join(said)})" if said else ""))
        return lines

    def _fix(self, fix: Fix, number: int) -> str:
        new = fix.edits[0].text if len(fix.edits) == 1 else ""
        if not new.strip() or len(new) > _LONGEST_QUOTE:
            return fix.description
        old = self._document.text(fix.edits[0].span)
        arrow = f"«{_shortened(old)}» → " if old else ""
        return f"{self._words['or' if number else 'fix']}: {arrow}«{new}»"


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:80].rstrip()} … {text[-30:].lstrip()}"
