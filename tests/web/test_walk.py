"""The main paths through the workbench, from an empty workspace on, by clicks and keys as a user goes them."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Download, Locator, Page, expect, sync_playwright

from tests.serving import serving
from tests.web.browser import ARGUMENTS, CHROMIUM, MISSING
from tests.web.walked import COUNCIL, PASTED, walked

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=MISSING)

CASE = walked()
RUN_MILLISECONDS = 120_000
LONGEST_QUEUE = 80
LISTEN = """
new MutationObserver(() => {
  const now = document.getElementById("stage")?.textContent;
  const told = sessionStorage.getItem("told") ?? "";
  if (now && told.split("\\n").at(-1) !== now) sessionStorage.setItem("told", `${told}\\n${now}`);
}).observe(document, { childList: true, subtree: true, characterData: true });
"""
"""Keeps each stage that a page tells beyond the page itself."""


@dataclass(frozen=True)
class Desk:
    """A workbench into which the reports were brought, the stages that its page told, and the page at the end."""

    address: str
    stages: tuple[str, ...]
    ended: str


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all tests of this file."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def desk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Path 1: a new workspace, and reports chosen on its page, with one among them that is none."""
    folder = tmp_path_factory.mktemp("walk")
    blank = folder / "blank.txt"
    blank.write_text(" \n")
    with serving(folder / "walk.db", "--new") as address:
        context = browser.new_context(base_url=address)
        page = context.new_page()
        page.add_init_script(LISTEN)
        page.goto("/")
        expect(page.get_by_text("0 incidents")).to_be_visible()
        page.get_by_role("navigation", name="Main").get_by_role("link", name="Bring in").click()
        page.get_by_label("Files").set_input_files([*CASE.files, blank])
        page.get_by_role("button", name="Bring in").click()
        stages = _watched(page)
        yield Desk(address, stages, page.locator("main").inner_text())
        context.close()


@pytest.fixture
def page(browser: Browser, desk: Desk) -> Iterator[Page]:
    """A page on which no script fails and nothing breaks the policy."""
    context = browser.new_context(base_url=desk.address, viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield opened
    context.close()
    assert [fault for fault in faults if "409" not in fault] == []


def _watched(page: Page) -> tuple[str, ...]:
    """Each stage that the page told until the run has ended; nobody asks for the page anew meanwhile."""
    expect(page.get_by_role("heading", name="The last run")).to_be_visible(timeout=RUN_MILLISECONDS)
    return tuple(page.evaluate("sessionStorage.getItem('told')").split("\n"))


def test_reports_are_brought_in_and_what_is_skipped_is_told(desk: Desk) -> None:
    assert any(stage.startswith("Reading") for stage in desk.stages)
    assert len(desk.stages) > 2
    assert f"{len(CASE.files)} new reports" in desk.ended
    assert "1 thing left out or left unread" in desk.ended
    assert re.search(r"blank\.txt: \S.+", desk.ended)


def test_the_disputed_strike_is_found_and_its_evidence_opened(page: Page) -> None:
    page.goto("/incidents")
    page.get_by_label("in dispute", exact=True).check()
    page.get_by_label("Words in reports and claims").fill(CASE.words)
    expect(page.get_by_role("heading", name=re.compile("of those that you ask for"))).to_be_visible()
    page.wait_for_url("**/incidents?q=*&disputed=1")
    strike = page.locator("#table tbody tr", has=page.locator(".dispute", has_text=CASE.question))
    expect(strike).to_have_count(1)
    strike.get_by_role("link").click()
    expect(page.get_by_role("heading", name="Where the accounts part")).to_be_visible()
    page.locator(".matrix").get_by_role("link", name=re.compile(rf"\b{CASE.value}\b")).first.click()
    expect(page.locator("#opened-title")).to_be_focused()
    evidence = page.locator("#evidence")
    for mark, words in (("source", CASE.source), ("cue", CASE.cue), ("content", CASE.content)):
        assert words in "".join(evidence.locator(f"blockquote .m-{mark}").all_text_contents())
    expect(evidence.locator("div", has=page.get_by_text("Came by", exact=True))).to_contain_text(CASE.came_by)
    expect(evidence.locator(".reason")).to_contain_text(CASE.reason)
    expect(evidence).to_contain_text(re.compile(r"confidence [01]\.\d\d"))


def test_the_strike_is_found_by_the_search_of_every_page(page: Page) -> None:
    page.goto("/reports")
    page.keyboard.press("/")
    page.keyboard.type(CASE.words)
    page.keyboard.press("Enter")
    page.locator("main").get_by_role("link", name=re.compile(CASE.value)).first.click()
    expect(page.locator("#evidence")).to_contain_text(CASE.content)
