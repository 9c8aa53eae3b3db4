"""Analysis -> which key messages the draft conveys or denies, and the words that say so."""

from ipr_lint.nlp.messages.coverage import Verdict, coverage, verdicts
from ipr_lint.nlp.messages.nearest import Near, nearest

__all__ = ["Near", "Verdict", "coverage", "nearest", "verdicts"]
