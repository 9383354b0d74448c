"""Hostile words in a real browser, with the policy that keeps script out and without it: nothing of them ever runs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.browser import CHROMIUM, MISSING, served
from tests.web.everywhere import addresses
from tests.web.hostile import IMAGE, SCRIPT

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=MISSING)

FILES = ("/api/v1", "/take-out", "/bring-in/events")
PAGES = sorted({one for one in addresses() if not one.startswith(FILES) and "/original" not in one})
FOREIGN = """() => [...document.querySelectorAll("*")].filter((one) =>
  one.matches("img, iframe, object, embed, base, style, script:not([src^='/static/']), link:not([href^='/static/'])")
  || one.getAttributeNames().some((name) => name.startsWith("on") || name === "style")
  || /^\\s*(javascript|data):/i.test(one.getAttribute("href") ?? "")).map((one) => one.outerHTML.slice(0, 200))"""


@pytest.fixture(params=["policy", "no policy"])
def page(browser: Browser, hostile_workspace: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on which no dialog opens, no policy is broken, no script fails, and nothing is fetched from elsewhere."""
    with served(hostile_workspace) as address:
        context = browser.new_context(base_url=address, bypass_csp=request.param == "no policy")
        opened = context.new_page()
        faults: list[str] = []
        opened.on("dialog", lambda dialog: (faults.append(dialog.message), dialog.dismiss()))
        opened.on("pageerror", lambda error: faults.append(str(error)))
        opened.on("console", lambda told: faults.append(told.text) if told.type in ("error", "warning") else None)
        opened.on("request", lambda asked: None if asked.url.startswith(address) else faults.append(asked.url))
        yield opened
        context.close()
    assert [fault for fault in faults if "404" not in fault] == []


def _nothing_ran(page: Page) -> None:
    assert page.title() != "ran"
    assert page.evaluate(FOREIGN) == []


def test_nothing_runs_on_any_page(page: Page) -> None:
    for path in PAGES:
        page.goto(path)
        _nothing_ran(page)


def test_nothing_runs_in_what_is_laid_into_a_page(page: Page) -> None:
    page.goto("/incidents/x1")
    page.locator("a.cell").first.click()
    expect(page.locator("#opened-title")).to_be_visible()
    expect(page.locator("#evidence")).to_contain_text("<img src=x")
    _nothing_ran(page)
    page.goto("/incidents")
    page.get_by_label("Place").fill(IMAGE)
    page.get_by_label("Place").blur()
    expect(page.get_by_role("heading", name="of those that you ask for")).to_be_visible()
    _nothing_ran(page)
    page.locator("#f-q").fill(SCRIPT)
    expect(page.locator("#found")).to_be_visible()
    page.locator('#map [data-key="+"]').click()
    page.wait_for_load_state("networkidle")
    _nothing_ran(page)
    page.goto("/review")
    page.get_by_role("searchbox").fill(f'"{IMAGE}')
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Search")).to_be_visible()
    _nothing_ran(page)


def test_nothing_runs_in_what_is_taken_out(page: Page, tmp_path: Path) -> None:
    page.goto("/incidents/x1")
    with page.expect_download() as kept:
        page.get_by_role("link", name="HTML", exact=True).click()
    kept.value.save_as(tmp_path / "taken.html")
    page.goto("about:blank")
    page.set_content((tmp_path / "taken.html").read_text(encoding="utf-8"))
    expect(page.get_by_text("<script>").first).to_be_visible()
    assert page.title() != "ran"
    assert page.locator("img, script, iframe").count() == 0
