"""A crawl stays on its site, within its bounds, and tells what it could not fetch."""

from __future__ import annotations

import gzip

import pytest

from ipr_lint.site.bounds import Limits, Page
from ipr_lint.site.crawl import Crawl
from ipr_lint.site.network import _is_public
from tests.site.server import Reply, Site, packed, page, redirect, served

QUICK = {"pause": 0.0, "backoff": 0.01, "workers": 3}


def crawled(site: Site, path: str = "/", **limits: float) -> tuple[dict[str, Page], Crawl]:
    crawl = Crawl(site.address + path, Limits(**{**QUICK, **limits}))  # type: ignore[arg-type]
    pages = {found.address.removeprefix(site.address): found for found in crawl.pages()}
    return pages, crawl


def test_follows_links_on_the_site_only_and_each_page_once() -> None:
    with served({
        "/": page("Hjem", "/a", "b.html", "#topp", "http://example.com/x", "mailto:a@b.no", "/a?utm_source=x", "/a#x"),
        "/a": page("A", "/", "/c/", "/bilde.jpg"), "/b.html": page("B", "javascript:x()"), "/c/": page("C", "../a"),
    }) as site:
        pages, _ = crawled(site)
        assert list(pages) == ["/", "/a", "/b.html", "/c/"]
        assert set(site.asked.values()) == {1}
        assert "/bilde.jpg" not in site.asked
        assert all(agent.startswith("ipr-lint/") for agent in site.agents)
        assert pages["/a"].data == site.replies["/a"].body


def test_robots_are_honoured() -> None:
    robots = Reply(b"User-agent: *\nDisallow: /hemmelig\nDisallow: /*?sok=\n", kind="text/plain")
    with served({"/robots.txt": robots, "/": page("Hjem", "/hemmelig/a", "/b?sok=x", "/b"), "/b": page("B")}) as site:
        pages, crawl = crawled(site)
        assert list(pages) == ["/", "/b"]
        assert crawl.tally.forbidden == 2
        assert not {"/hemmelig/a", "/b?sok=x"} & site.asked.keys()


def test_a_site_whose_robots_are_in_trouble_is_not_crawled() -> None:
    with served({"/robots.txt": Reply(status=500), "/": page("Hjem", "/a"), "/a": page("A")}) as site:
        pages, _ = crawled(site)
        assert "robots.txt" in pages["/"].error
        assert "/a" not in site.asked


def test_redirects_loops_and_dead_links() -> None:
    with served({
        "/": page("Hjem", "/gammel", "/rundt", "/ut", "/borte", "/feil", "/selv"), "/gammel": redirect("/ny"),
        "/ny": page("Ny"), "/rundt": redirect("/rundt2"), "/rundt2": redirect("/rundt"), "/selv": redirect("/selv"),
        "/ut": redirect("http://example.com/"), "/feil": Reply(status=403),
    }) as site:
        pages, crawl = crawled(site)
        assert list(pages) == ["/", "/ny", "/rundt", "/ut", "/feil", "/selv"]
        assert "til seg selv" in pages["/rundt"].error
        assert "til seg selv" in pages["/selv"].error
        assert "annet nettsted" in pages["/ut"].error
        assert "403" in pages["/feil"].error
        assert crawl.tally.dead == [(f"{site.address}/borte", f"{site.address}/")]


def test_the_start_may_redirect() -> None:
    with served({"/": redirect("/nb/"), "/nb/": page("Hjem", "/nb/a"), "/nb/a": page("A")}) as site:
        assert list(crawled(site)[0]) == ["/nb/", "/nb/a"]


def test_endless_sites_end() -> None:
    replies = {f"/side/{number}": page(f"Side {number}", f"/side/{number + 1}") for number in range(60)}
    replies["/"] = page("Hjem", "/side/0", "/x/x/x/x/x")
    with served(replies) as site:
        pages, crawl = crawled(site, pages=10)
        assert len(pages) == 10
        assert crawl.tally.left >= 1
        assert "/x/x/x/x/x" not in site.asked


def test_large_slow_and_broken_pages_do_not_stop_the_others() -> None:
    with served({
        "/": page("Hjem", "/stor", "/treg", "/pakket", "/bombe", "/skadet", "/ok"),
        "/stor": Reply(b"<p>" + b"stor " * 20_000, repeat=200), "/treg": Reply(b"<p>treg", drip=0.2, repeat=100),
        "/pakket": packed(page("Pakket")), "/bombe": packed(Reply(b"a" * 5_000_000)),
        "/skadet": Reply(b"\x1f\x8bxxxxxxxx", headers={"Content-Encoding": "gzip"}), "/ok": page("Greit"),
    }) as site:
        pages, _ = crawled(site, size=1_000_000, page_seconds=1.0)
        assert "større enn 1 MB" in pages["/stor"].error
        assert "større enn 1 MB" in pages["/bombe"].error
        assert "sekunder" in pages["/treg"].error
        assert "skadet" in pages["/skadet"].error
        assert pages["/pakket"].data == page("Pakket").body
        assert pages["/ok"].data


def test_the_run_ends_in_time_and_a_hesitant_server_gets_another_chance() -> None:
    with served({"/": page("Hjem", "/a", "/treg"), "/a": Reply(page("A").body, fails=2),
                 "/treg": Reply(b"x", drip=0.3, repeat=100)}) as site:
        pages, _ = crawled(site, seconds=2.0)
        assert pages["/a"].data
        assert site.asked["/a"] == 3
        assert pages["/treg"].error


def test_copies_and_files_are_counted_and_no_pages() -> None:
    with served({"/": page("Hjem", "/a", "/b", "/c"), "/a": page("A"), "/b": page("A"),
                 "/c": Reply(b"%PDF", kind="application/pdf")}) as site:
        pages, crawl = crawled(site)
        assert list(pages) == ["/", "/a"]
        assert (crawl.tally.copies, crawl.tally.others) == (1, 1)


def sitemap(site: Site, *paths: str, name: str = "urlset") -> Reply:
    inner = "url" if name == "urlset" else "sitemap"
    parts = "".join(f"<{inner}><loc>{site.address}{path}</loc></{inner}>" for path in paths)
    text = f'<?xml version="1.0"?><{name} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{parts}</{name}>'
    return Reply(text.encode(), kind="application/xml")


def test_a_sitemap_lists_the_pages() -> None:
    with served({"/a": page("A", "/b"), "/b": page("B"), "/c": page("C")}) as site:
        site.replies["/kart.xml"] = sitemap(site, "/en.xml", "/to.xml.gz", "/borte.xml", name="sitemapindex")
        site.replies["/en.xml"] = sitemap(site, "/a", "/a")
        site.replies["/to.xml.gz"] = Reply(gzip.compress(sitemap(site, "/c", "/d").body))
        pages, _ = crawled(site, "/kart.xml")
        assert list(pages) == ["/borte.xml", "/a", "/c", "/d"]
        assert pages["/c"].data
        assert "404" in pages["/d"].error  # listed by the site itself
        assert "/b" not in site.asked


@pytest.mark.parametrize("body", [
    b"<!DOCTYPE x [<!ENTITY a 'b'>]><urlset><url><loc>&a;</loc></url></urlset>", b"<urlset></urlset>", b"<urlset"])
def test_sitemaps_that_are_none(body: bytes) -> None:
    with served({"/kart.xml": Reply(body, kind="application/xml")}) as site:
        pages, _ = crawled(site, "/kart.xml")
        assert [bool(found.error) for found in pages.values()] == [True]


def test_nobody_is_led_into_a_private_network() -> None:
    with served({"/": page("Hjem")}) as site:
        listed = sitemap(site, "/").body
        pages = list(Crawl("", Limits(**QUICK), listed).pages())  # type: ignore[arg-type]
        assert "privat nett" in pages[0].error
        assert not site.asked
        port = site.address.rpartition(":")[2]
        site.replies["/"] = redirect(f"http://localhost:{port}/inne")  # another name, which the user did not write
        pages = list(Crawl(site.address, Limits(**QUICK)).pages())  # type: ignore[arg-type]
        assert "privat nett" in pages[0].error
        assert "/inne" not in site.asked


def test_pages_in_old_encodings_and_in_danish() -> None:
    old = Reply("<p>Blåbær på bøen</p>".encode("latin-1"), kind="text/html; charset=iso-8859-1")
    cyrillic = Reply("<meta charset=windows-1251><p>Норвегия</p>".encode("cp1251"), kind="text/html")
    with served({"/": page("Hjem", "/gammel", "/k", "/da"), "/gammel": old, "/k": cyrillic,
                 "/da": page("Kommunerne skal også tage hensyn.", lang="da")}) as site:
        pages, _ = crawled(site)
        assert pages["/gammel"].data == old.body
        assert "Норвегия".encode() in (pages["/k"].data or b"")
        assert pages["/da"].data


def head(text: str, inside: str, *links: str) -> Reply:
    whole = page(text, *links)
    whole.body = whole.body.replace(b"<main>", f"<head>{inside}</head><main>".encode())
    return whole


def test_a_page_with_several_addresses_is_taken_once() -> None:
    same = "<link rel='canonical' href='/a'>"
    elsewhere = "<link rel='canonical' href='http://example.com/c'>"
    with served({"/": page("Hjem", "/utskrift/a", "/a", "/a?side=2", "/c"), "/utskrift/a": head("A utskrift", same),
                 "/a": head("A", same, "/b"), "/a?side=2": head("A to", same), "/b": page("B"),
                 "/c": head("C", elsewhere)}) as site:
        pages, crawl = crawled(site)
        assert list(pages) == ["/", "/utskrift/a", "/c", "/b"]
        assert crawl.tally.copies == 2


def test_pages_that_ask_robots_to_stay_away_are_left_alone() -> None:
    with served({
        "/": page("Hjem", "/skjult", "/blind", "/hode", "/andre"), "/skjult": head(
            "Skjult", "<meta name='ROBOTS' content='NoIndex, follow'>", "/via-skjult"),
        "/via-skjult": page("Via"), "/blind": head("Blind", "<meta name=robots content=nofollow>", "/via-blind"),
        "/hode": Reply(page("Hode").body, headers={"X-Robots-Tag": "none"}),
        "/andre": head("Andre", "<meta name=googlebot content=noindex>"),
    }) as site:
        pages, crawl = crawled(site)
        assert list(pages) == ["/", "/blind", "/andre", "/via-skjult"]
        assert crawl.tally.hidden == 2
        assert "/via-blind" not in site.asked


@pytest.mark.parametrize(("address", "public"), [
    ("193.156.1.1", True), ("2a01:799::1", True), ("64:ff9b::c19c:101", True), ("::ffff:193.156.1.1", True),
    ("10.0.0.1", False), ("127.0.0.1", False), ("169.254.169.254", False), ("100.64.0.1", False), ("0.0.0.0", False),
    ("::1", False), ("fe80::1%eth0", False), ("fd00::1", False), ("ff02::1", False), ("224.0.0.1", False),
    ("::ffff:10.0.0.1", False), ("::ffff:a9fe:a9fe", False), ("64:ff9b::a9fe:a9fe", False), ("64:ff9b::a00:1", False),
    ("64:ff9b:1::808:808", False), ("2002:a00:1::", False), ("::10.0.0.1", False),
])
def test_addresses_that_lead_into_a_private_network(address: str, public: bool) -> None:
    assert _is_public(address) is public
