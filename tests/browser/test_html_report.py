"""The HTML report in a real browser: filters work, and axe-core finds nothing to complain of."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.select import Select

from ipr_lint.cli import main

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
DRAFTS = [str(FIXTURES / name) for name in ("pressemelding-sykkel.md", "pressemelding-tog.docx", "notat-dansk.txt")]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    folder = tmp_path_factory.mktemp("browser")
    page = folder / "rapport.html"
    CliRunner().invoke(main, ["check", "--no-cache", "--format", "html", "--output", str(page), *DRAFTS])
    options = webdriver.ChromeOptions()
    for argument in ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                     f"--user-data-dir={folder / 'profile'}"):
        options.add_argument(argument)
    options.binary_location = "/usr/bin/chromium"
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
    driver.get(page.as_uri())
    yield driver
    driver.quit()


def visible(browser: webdriver.Chrome) -> list[str]:
    return [str(item.get_attribute("data-level")) for item in browser.find_elements(By.CSS_SELECTOR, "li[data-rule]")
            if item.is_displayed()]


def test_a_level_can_be_filtered_away(browser: webdriver.Chrome) -> None:
    before = visible(browser)
    assert "error" in before
    browser.find_element(By.CSS_SELECTOR, "input[value=error]").click()
    after = visible(browser)
    assert after == [level for level in before if level != "error"]
    assert browser.find_element(By.ID, "shown").text == str(len(after))
    browser.find_element(By.CSS_SELECTOR, "input[value=error]").click()
    assert visible(browser) == before


def test_a_rule_can_be_picked(browser: webdriver.Chrome) -> None:
    Select(browser.find_element(By.CSS_SELECTOR, "#filter select")).select_by_visible_text("navn-organisasjon")
    shown = [item for item in browser.find_elements(By.CSS_SELECTOR, "li[data-rule]") if item.is_displayed()]
    assert shown
    assert {item.get_attribute("data-rule") for item in shown} == {"navn-organisasjon"}
    Select(browser.find_element(By.CSS_SELECTOR, "#filter select")).select_by_index(0)


def test_a_marked_passage_leads_to_its_finding(browser: webdriver.Chrome) -> None:
    link = browser.find_element(By.CSS_SELECTOR, ".draft a.error")
    target = str(link.get_attribute("href")).partition("#")[2]
    link.click()
    assert browser.execute_script("return document.querySelector(':target').id") == target


def test_axe_core_finds_no_violations(browser: webdriver.Chrome) -> None:
    browser.execute_script(Path(os.environ["IPR_LINT_AXE"]).read_text(encoding="utf-8"))
    result = browser.execute_async_script("axe.run().then(arguments[arguments.length - 1])")
    told = [(v["id"], [node["html"][:200] for node in v["nodes"]][:3]) for v in result["violations"]]
    assert told == [], json.dumps(told, indent=1)


def test_the_policy_lets_nothing_be_fetched(browser: webdriver.Chrome) -> None:
    assert browser.execute_script("return performance.getEntriesByType('resource').length") == 0
