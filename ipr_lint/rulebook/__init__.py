"""rules/ -> Rule objects and Facts, or complaints that name file, line and column."""

from __future__ import annotations

import string
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ipr_lint.facts import Facts, Texts
from ipr_lint.rulebook.rule import Example, Rule, RuleFile
from ipr_lint.typed_yaml import ComplaintError, convert, is_known_good, load_folder, position, remember_good

__all__ = ["ComplaintError", "Example", "Rule", "RuleFile", "Rulebook", "builtin_folder", "load"]


@dataclass(frozen=True)
class Rulebook:
    """Rules sorted by id, the shared facts, a hash of every file they came from, and complaints about broken ones."""

    rules: tuple[Rule, ...]
    facts: Facts
    digest: str
    complaints: tuple[ComplaintError, ...] = ()

    def rule(self, id_: str) -> Rule | None:
        """The rule of that id."""
        return self._by_id.get(id_)

    @cached_property
    def _by_id(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics in use, sorted."""
        return tuple(sorted({rule.topic for rule in self.rules}))


def builtin_folder() -> Path:
    """Where the shipped rules stand: in the wheel, or at the top of a checkout."""
    installed = Path(__file__).parent.parent / "_rules"
    return installed if installed.is_dir() else Path(__file__).parent.parent.parent / "rules"


def load(extra: Path | None = None) -> Rulebook:
    """The shipped rulebook, with the files of the folder `extra` put over it (same relative path replaces).

    A rule file that is wrong is left out and complained of; a fact file that is wrong raises when first used.
    Raises: ComplaintError, when a file is no YAML or the folder does not exist.
    """
    roots = [builtin_folder()]
    if extra is not None:
        if not extra.is_dir():
            raise ComplaintError(str(extra), 0, 0, "ventet en mappe med regelfiler")
        roots.append(extra)
    files: dict[str, tuple[Path, Any]] = {}
    digest = ""
    for root in roots:
        data, part = load_folder(root)
        digest += part
        files.update({name: (root / name, value) for name, value in data.items()})
    key = (digest, tuple(map(str, roots)))
    if key not in _loaded:
        _loaded.clear()  # one rulebook is what a process works with; the last one is enough
        _loaded[key] = _assemble(files, digest)
    return _loaded[key]


_loaded: dict[tuple[str, tuple[str, ...]], Rulebook] = {}


def _assemble(files: dict[str, tuple[Path, Any]], digest: str) -> Rulebook:
    facts = Facts({name.removeprefix("facts/"): value for name, value in files.items() if name.startswith("facts/")})
    rules, complaints = _rules({name: value for name, value in files.items() if not name.startswith("facts/")})
    if not is_known_good(digest):
        faults = [complaint for rule in rules if (complaint := _fault(rule))]
        complaints += faults
        rules = [rule for rule in rules if rule.path not in {complaint.path for complaint in faults}]
        if not complaints:
            remember_good(digest)
    return Rulebook(tuple(sorted(rules, key=lambda rule: rule.id)), facts, digest, tuple(complaints))


def _rules(files: dict[str, tuple[Path, Any]]) -> tuple[list[Rule], list[ComplaintError]]:
    rules: dict[str, Rule] = {}
    complaints: list[ComplaintError] = []
    for name, (path, data) in files.items():
        try:
            rule = _rule(name, path, data)
            if rule.id in rules:
                raise ComplaintError(str(path), 1, 1, f"regelen «{rule.id}» finnes alt i {rules[rule.id].path}")
            rules[rule.id] = rule
        except ComplaintError as complaint:
            complaints.append(complaint)
    return list(rules.values()), complaints


def _rule(name: str, path: Path, data: Any) -> Rule:
    parts = Path(name).with_suffix("").parts
    if len(parts) != 2:
        raise ComplaintError(str(path), 1, 1, "ventet regelfilen i en emnemappe: <emne>/<regel-id>.yaml")
    file = convert(data, RuleFile, path)
    _check_messages(file, path)
    return Rule(parts[1], parts[0], str(path), file)


def _fault(rule: Rule) -> ComplaintError | None:
    """What is wrong between a rule and its check: none of that name, one that breaks, values that do not fit."""
    try:
        _ = rule.params
    except ComplaintError as complaint:
        return complaint
    except Exception as error:  # a plug-in that can't be imported must not take the other rules with it
        return ComplaintError(rule.path, 1, 1, f"check: «{rule.file.check}» kan ikke lastes: {error}")
    return None


def _check_messages(file: RuleFile, path: Path) -> None:
    texts: list[tuple[tuple[str, ...], Texts]] = [(("message",), file.message)]
    texts += [(("variants", key, "message"), v.message) for key, v in file.variants.items() if v.message]
    for steps, text in texts:
        for language in ("nb", "en"):
            try:
                list(string.Formatter().parse(text.of(language)))
            except ValueError:
                line, column = position(path, (*steps, language))
                where = ".".join((*steps, language))
                raise ComplaintError(str(path), line, column, f"{where}: ventet {{navn}} rundt verdier") from None
