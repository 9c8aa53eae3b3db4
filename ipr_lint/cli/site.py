"""`ipr-lint site`: a web address or a sitemap in; the report on the pages, and an exit code, out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ipr_lint.cli.norwegian import NorwegianCommand
from ipr_lint.cli.options import common, settings_of

if TYPE_CHECKING:
    from ipr_lint.cli.run import Draft, Known, Runner
    from ipr_lint.reporters.entry import Entry
    from ipr_lint.site.bounds import Tally
    from ipr_lint.site.crawl import Crawl

_SHOWN = 10  # dead links in the closing lines
_NOT_HERE = ("fix", "unsafe_fixes", "diff", "annotate", "tracked", "diff_base", "stdin_filename")


@click.command("site", cls=NorwegianCommand)
@click.argument("address", metavar="ADRESSE|SITEMAP.XML")
@click.option("--max-pages", type=click.IntRange(1, 100_000), default=200, show_default=True, metavar="N",
              help="Flest sider.")
@click.option("--max-size", type=click.FloatRange(0.01, 20), default=5.0, show_default=True, metavar="MB",
              help="Største side.")
@click.option("--max-time", type=click.FloatRange(1), default=900.0, show_default=True, metavar="SEKUNDER",
              help="Lengste tid for hele nettstedet.")
@click.option("--page-time", type=click.FloatRange(0.1, 600), default=30.0, show_default=True, metavar="SEKUNDER",
              help="Lengste tid for en side.")
@click.option("--delay", type=click.FloatRange(0, 60), default=0.2, show_default=True, metavar="SEKUNDER",
              help="Tid mellom to forespørsler; robots.txt kan be om mer.")
@click.option("--connections", type=click.IntRange(1, 16), default=4, show_default=True, metavar="N",
              help="Flest forespørsler samtidig.")
@common
def command(address: str, **options: Any) -> None:
    """Sjekk sidene på et nettsted.

    Med en vanlig adresse følges lenkene på samme nettsted, med et sitemap (adresse eller fil) leses sidene det lister
    opp. robots.txt følges, og ingen adresse i et privat nett hentes om den ikke er navngitt her.
    """
    from ipr_lint.cli.failures import one_line

    with one_line():
        sys.exit(_site(address, options))


def _site(address: str, options: dict[str, Any]) -> int:
    from ipr_lint.cli import publish
    from ipr_lint.cli.jobs import stream
    from ipr_lint.cli.known_names import check_names
    from ipr_lint.cli.pages import as_pages
    from ipr_lint.cli.run import Runner

    if told := [name for name in _NOT_HERE if options[name]]:
        raise click.UsageError(f"--{told[0].replace('_', '-')} gjelder filer, ikke et nettsted")
    settings, _ = settings_of(options, Path.cwd())
    settings = as_pages(settings)
    publish.check_format(options["format_"])
    crawl = _crawl(address, options)
    runner = Runner(settings, not options["no_cache"], with_text=options["format_"] == "html")
    check_names(settings, runner.book, options)
    with runner:
        found = stream(runner, _work(crawl, runner), options["jobs"] or 1)
        code = publish.publish(found, [], runner, settings, options)
    _tell(crawl.tally)
    return code


def _crawl(address: str, options: dict[str, Any]) -> Crawl:
    from ipr_lint.site.addresses import resolved
    from ipr_lint.site.bounds import Limits
    from ipr_lint.site.crawl import Crawl

    limits = Limits(pages=options["max_pages"], size=int(options["max_size"] * 1_000_000), seconds=options["max_time"],
                    page_seconds=options["page_time"], workers=options["connections"], pause=options["delay"])
    if Path(address).is_file():
        try:
            return Crawl("", limits, Path(address).read_bytes())
        except OSError as error:
            raise click.UsageError(f"{address} kan ikke leses: {error.strerror}") from None
    start = resolved(address if "://" in address else f"https://{address}", "")
    if start is None:
        raise click.UsageError(f"ventet en adresse som https://osloregionen.no eller et sitemap, fikk «{address}»")
    return Crawl(start, limits)


def _work(crawl: Crawl, runner: Runner) -> Iterator[Draft | Known | Entry]:
    """Each page as it comes, or its entry if nothing is to be done; a line on standard error keeps a person company."""
    from ipr_lint.reporters.entry import unreadable

    for number, page in enumerate(crawl.pages(), start=1):
        if sys.stderr.isatty():
            click.echo(f"\r\x1b[K{number} {page.address[:90]}", nl=False, err=True)
        if page.data is None:
            yield unreadable(page.address, page.error)
        else:
            yield runner.looked_up((page.address, page.data))
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", nl=False, err=True)


def _tell(tally: Tally) -> None:
    """What was not brought home, a line each."""
    for number, told in ((tally.forbidden, "adresser er hoppet over fordi robots.txt ber om det"),
                         (tally.hidden, "sider er hoppet over fordi de ber roboter holde seg unna (noindex)"),
                         (tally.copies, "sider er like en annen og er talt én gang"),
                         (tally.others, "adresser er ikke nettsider"),
                         (tally.left, "sider til ble funnet, men ikke hentet; --max-pages henter flere")):
        if number:
            click.echo(f"ipr-lint: {number} {told}", err=True)
    for address, source in tally.dead[:_SHOWN]:
        click.echo(f"ipr-lint: død lenke: {address} (fra {source})", err=True)
    if len(tally.dead) > _SHOWN:
        click.echo(f"ipr-lint: og {len(tally.dead) - _SHOWN} døde lenker til", err=True)
