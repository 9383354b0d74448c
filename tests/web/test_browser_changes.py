"""What changed about an incident, in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from rashomon import Workspace
from tests.web.browser import AXE, CHROMIUM, MISSING, served
from tests.workspace.arriving import CAME, keep_arriving

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=MISSING)
RULES = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page of a strike whose reports came at three times."""
    path: Path = tmp_path_factory.mktemp("changes") / "came.db"
    keep_arriving(path, *CAME)
    with Workspace(path) as work:
        (row,) = work.incidents().rows
    with served(path) as root:
        yield f"{root}/incidents/{row.incident.id}"


def test_it_opens_by_keyboard_and_leads_to_another_day(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto(address)
    expect(page.locator(".cell .new")).to_have_text("new since 2024-03-12")
    page.locator(".changes summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#changes")).to_contain_text("↻ revised")
    page.get_by_role("link", name="2024-03-09 10:00 UTC").click()
    expect(page.locator("#changes")).to_contain_text("≠ newly disputed")
    expect(page.locator(".cell .new").first).to_have_text("new since 2024-03-09")
    page.get_by_label("Since the day").fill("2024-03-12")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#changes")).to_contain_text("Since 2024-03-12: 2 new reports")
    context.close()
    assert faults == []


def test_it_is_a_page_of_its_own_without_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.locator(".changes summary").click()
    page.get_by_role("link", name="Show what is new, gone or other").click()
    expect(page.get_by_role("heading", name="What changed")).to_be_visible()
    expect(page.locator(".news")).to_contain_text("↻ revised")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["?since=2024-03-08", "/changes?since=2024-03-08"])
def test_axe_finds_nothing_and_a_phone_is_wide_enough(browser: Browser, address: str, path: str, scheme: str) -> None:
    context = browser.new_context(
        bypass_csp=True,
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": 360, "height": 700},
    )
    page = context.new_page()
    page.goto(address + path)
    page.add_script_tag(path=AXE)
    found = page.evaluate(f"axe.run({RULES})")
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert [(fault["id"], fault["nodes"][0]["html"][:200]) for fault in found["violations"]] == []
    assert wide <= 360
