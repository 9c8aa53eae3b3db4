"""`ipr-lint check`: paths and options in, a report and an exit code out."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ipr_lint.cli.norwegian import NorwegianCommand
from ipr_lint.cli.options import common, settings_of
from ipr_lint.config import Settings

if TYPE_CHECKING:
    from ipr_lint.cli.run import Runner


@click.command(cls=NorwegianCommand)
@click.argument("paths", nargs=-1, required=True, metavar="UTKAST...")
@common
def command(paths: tuple[str, ...], **options: Any) -> None:
    """Sjekk utkast og vis funnene.

    UTKAST er filer, mapper eller «-» for standard inn. Avslutningskoder: 0 ingen funn på eller over --fail-on, 1 funn,
    2 feil i bruk, oppsett, fil eller regel.
    """
    from ipr_lint.cli.failures import one_line

    with one_line():
        sys.exit(_check(paths, options))


def _check(paths: tuple[str, ...], options: dict[str, Any]) -> int:
    from ipr_lint.cli import publish
    from ipr_lint.cli.groups import by_configuration
    from ipr_lint.cli.jobs import entries

    settings, _ = settings_of(options, _start(paths))
    publish.check_format(options["format_"])
    if options["prune_baseline"] and not settings.baseline:
        raise click.UsageError("--prune-baseline: ventet --baseline FIL eller «baseline» i oppsettet")
    if options["diff_base"]:
        from ipr_lint.cli.diff_base import check_ref

        check_ref(options["diff_base"], _start(paths))
    use_cache = not (options["no_cache"] or options["versions"])
    drafts, errors = _drafts(paths, settings, options)
    groups = by_configuration(drafts, frozenset(paths), settings, _start(paths), options)
    if len(groups) > 1:
        return _several(groups, errors, use_cache, options)
    ((settings, drafts),) = groups
    runner = _runner(settings, use_cache, options)
    if options["fix"] or options["unsafe_fixes"] or options["diff"]:
        from ipr_lint.cli import fix

        return fix.run(runner, drafts, errors, settings, options)
    if options["annotate"] is not None or options["tracked"]:
        from ipr_lint.cli import annotate

        return annotate.run(runner, drafts, errors, settings, options)
    if options["versions"]:
        from ipr_lint.cli import versions

        runner.versions = versions.siblings([name for name, data in drafts if data is None])
        options["jobs"] = 1  # every version is compared with the others
    runner.desk = publish.desk(runner, settings, options, len(drafts) + len(errors))
    with runner, closing(entries(runner, drafts, options["jobs"])) as found:
        return publish.publish(found, errors, runner, settings, options)


def _several(
    groups: list[tuple[Settings, list[tuple[str, bytes | None]]]], errors: list[tuple[str, str]], use_cache: bool,
    options: dict[str, Any],
) -> int:
    """One report on drafts that have different configurations; the level that fails the run is the first one's."""
    from contextlib import ExitStack
    from itertools import chain

    from ipr_lint.cli import publish
    from ipr_lint.cli.jobs import entries

    changing = any(options[name] for name in ("fix", "unsafe_fixes", "diff", "tracked", "versions"))
    if changing or options["annotate"] is not None:
        raise click.UsageError("utkastene har hver sin oppsettsfil; kjør mappene hver for seg, eller oppgi --config")
    with ExitStack() as stack:
        found, runners = [], []
        for settings, drafts in groups:
            runner = _runner(settings, use_cache, options)
            runners.append(stack.enter_context(runner))
            found.append(stack.enter_context(closing(entries(runner, drafts, options["jobs"]))))
        return publish.publish(chain.from_iterable(found), errors, runners[0], groups[0][0], options)


def _runner(settings: Settings, use_cache: bool, options: dict[str, Any]) -> Runner:
    """What lints with these settings. Raises: click.UsageError, for a name in them that does not exist."""
    from ipr_lint.cli.known_names import check_names
    from ipr_lint.cli.pages import as_pages
    from ipr_lint.cli.run import Runner

    runner = Runner(as_pages(settings), use_cache, options["diff_base"], options["format_"] == "html")
    check_names(settings, runner.book, options)
    return runner


def _start(paths: tuple[str, ...]) -> Path:
    """Where the search for a configuration begins: the first path's folder, the working folder for standard input."""
    first = Path(paths[0])
    if paths[0] == "-" or not first.exists():
        return Path.cwd()
    return first if first.is_dir() else first.parent


def _drafts(
    paths: tuple[str, ...], settings: Settings, options: dict[str, Any]
) -> tuple[list[tuple[str, bytes | None]], list[tuple[str, str]]]:
    from ipr_lint.cli.files import drafts
    from ipr_lint.cli.pages import is_export, posts

    exports = [path for path in paths if is_export(path)]
    found, errors = posts(exports) if exports else ([], [])
    if "-" in paths:
        name = options["stdin_filename"] or "standard-inn.txt"
        found.append((name, sys.stdin.buffer.read()))
    named = [path for path in paths if path != "-" and not is_export(path)]
    for path, error in drafts(named, settings, options["force_exclude"]):
        if error:
            errors.append((str(path), error))
        else:
            found.append((str(path), None))
    return found, errors
