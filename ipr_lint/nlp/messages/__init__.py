"""Analysis -> which key messages the draft conveys or denies, and the words that say so."""

from ipr_lint.nlp.messages.coverage import Verdict, coverage, verdicts

__all__ = ["Verdict", "coverage", "verdicts"]
