"""Rules x drafts -> Report: run, word, suppress, deduplicate, sort."""

from __future__ import annotations

from collections.abc import Iterator

from ipr_lint.config import Settings
from ipr_lint.engine.context import context_of
from ipr_lint.engine.exceptions import ABOUT_SUPPRESSIONS, names, running, waived, waivers
from ipr_lint.engine.findings import worded
from ipr_lint.engine.metrics import coverage, metrics
from ipr_lint.engine.selection import is_off, selected
from ipr_lint.model import Abstain, Document, FileReport, Finding, Kind, Needs, Skip
from ipr_lint.nlp.analysis import Analysis
from ipr_lint.nlp.pipelines import PipelineError, Pipelines
from ipr_lint.rulebook import Rule, Rulebook

_OF_PROSE = frozenset({"avsender", "fakta", "kanal", "identitet", "budskap"})  # topics


class Engine:
    """Lints documents with one rulebook and one set of settings; pipelines are loaded once, when first needed."""

    def __init__(self, rulebook: Rulebook, settings: Settings) -> None:
        """Picks the enabled rules and what they need."""
        self.rulebook = rulebook
        self.settings = settings
        self.rules = selected(rulebook, settings)
        self._known = names(list(rulebook.rules), rulebook.rules)
        needs = Needs.TEXT
        for rule in self.rules:
            needs |= rule.check.needs
        self.pipelines = Pipelines(settings.pipeline, needs)

    def lint(self, document: Document) -> FileReport:
        """The report on one draft. A rule that breaks is named in `crashed`; the others still report."""
        draft = self.analyse(document)
        context = draft.context
        findings: list[Finding] = []
        skipped: list[Skip] = []
        crashed: list[str] = []
        rules = [rule for rule in running(self.rules, document.path, self.settings) if not is_off(rule, context)]
        draft.memo("rules that ran", lambda: names(rules, self.rulebook.rules))
        draft.memo("known rules", lambda: self._known)
        for rule in rules:
            if rule.topic == ABOUT_SUPPRESSIONS:  # these come last, and look at what the others found
                draft.memo("findings", lambda: tuple(findings))
            try:
                for result in self._run(rule, draft):
                    (skipped if isinstance(result, Skip) else findings).append(result)  # type: ignore[arg-type]
            except PipelineError:
                raise
            except Exception as error:  # a rule that breaks must not take the others with it
                crashed.append(f"{rule.id}: {type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}")
        return FileReport(
            path=document.path,
            document=document,
            context=context,
            language=draft.language,
            findings=tuple(sorted(dict.fromkeys(findings), key=_order)),
            metrics=metrics(draft, self.pipelines.needs),
            messages=coverage(draft, any(rule.topic == "budskap" for rule in self.rules)),
            skipped=tuple(skipped),
            crashed=tuple(crashed),
        )

    def analyse(self, document: Document, settings: Settings | None = None) -> Analysis:
        """The draft as the checks will see it, under these settings or the engine's own."""
        context = context_of(document, settings or self.settings, self.rulebook.facts)
        draft = Analysis(document, context, self.rulebook.facts, self.pipelines)
        draft.memo("waivers", lambda: waivers(document.path, settings or self.settings))
        return draft

    def _run(self, rule: Rule, draft: Analysis) -> Iterator[Finding | Skip]:
        for result in rule.check.run(draft, rule.params):
            if isinstance(result, Abstain):
                yield Skip(rule.id, result.reason)
            elif finding := worded(rule, result, draft, self.settings.ui_lang):
                if finding.span is None and rule.topic in _OF_PROSE and not _says_anything(draft.document):
                    continue  # a layout, a list page, a form: nothing is said there
                yield waived(finding, rule.topic, draft.memo("waivers", tuple), draft.context)


def _says_anything(document: Document) -> bool:
    return any(block.text.strip() for block in document.blocks if block.kind not in (Kind.HEADING, Kind.IMAGE))


def _order(finding: Finding) -> tuple[int, int, int, str, str]:
    span = finding.span
    return (span.block, span.start, span.end, finding.rule, finding.message) if span else (
        -1, 0, 0, finding.rule, finding.message)
