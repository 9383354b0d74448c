"""The workbench without a mouse: what has the focus is seen, what was opened gives it back, and nothing traps it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.publish.fixtures import exhibit
from tests.publish.kept import keep_exhibit
from tests.web.browser import CHROMIUM, MISSING, served

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=MISSING)

STRIKE = exhibit().ledger.incidents[0]
HARBOUR = exhibit().ledger.reports[0].id
PAGES = (
    "/incidents", f"/incidents/{STRIKE.id}", "/reports", f"/reports/{HARBOUR}", "/search?q=killed", "/actors",
    "/actor?who=name+Meridian+News", "/review", "/judgements", "/bring-in", "/api", "/nothing",
)  # fmt: skip
MOST_STOPS = 150
FOCUS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return null;
  const box = at.getBoundingClientRect();
  const style = getComputedStyle(at);
  const drawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const own = at.closest("a, button, input, select, textarea, summary, [tabindex]");
  const inner = at instanceof SVGElement && [...at.querySelectorAll("*")].some(
    (one) => getComputedStyle(one).outlineStyle !== "none" || getComputedStyle(one).stroke !== "none");
  const middle = document.elementFromPoint(box.x + Math.min(box.width / 2, innerWidth - box.x - 1), box.y + box.height / 2);
  return {
    name: `${at.tagName} ${at.id || at.textContent.trim().slice(0, 40)}`,
    seen: drawn || inner,
    within: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: Boolean(middle) && !at.contains(middle) && !middle.contains(at) && Boolean(middle.closest("thead, .top")),
  };
}"""
"""What has the focus, whether that is drawn, in the window, and not under something that stays in place."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The workbench on the hand-made ledger."""
    path: Path = tmp_path_factory.mktemp("keyboard") / "hand.db"
    keep_exhibit(path)
    with served(path) as found:
        yield found


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page, not high, so that much of it has to be scrolled to."""
    context = browser.new_context(base_url=address, viewport={"width": 1000, "height": 600})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_tab_goes_through_a_page_and_is_always_seen(page: Page, path: str) -> None:
    page.goto(path)
    stops = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None:  # it has left the page
            break
        stops.append(stop)
    assert len(stops) > 5
    assert stops[0]["name"] == "A Skip to the content"
    assert [stop for stop in stops if not (stop["seen"] and stop["within"]) or stop["covered"]] == []


def test_the_skip_link_leads_past_the_navigation(page: Page) -> None:
    page.goto("/incidents")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_evidence_is_opened_and_closed_and_the_focus_comes_back(page: Page) -> None:
    page.goto(f"/incidents/{STRIKE.id}")
    cell = page.locator(".matrix a.cell").nth(2)
    for close in ("Escape", "Enter"):
        cell.focus()
        page.keyboard.press("Enter")
        expect(page.locator("#opened-title")).to_be_focused()
        if close == "Enter":
            page.keyboard.press("Shift+Tab")
            expect(page.locator("#evidence .close")).to_be_focused()
        page.keyboard.press(close)
        expect(page.locator("#evidence")).to_be_empty()
        expect(cell).to_be_focused()


def test_a_filter_keeps_the_focus_while_the_list_is_laid_in(page: Page) -> None:
    page.goto("/incidents")
    disputed = page.get_by_label("in dispute", exact=True)
    disputed.focus()
    page.keyboard.press("Space")
    page.wait_for_url("**/incidents?disputed=1")
    expect(page.get_by_role("heading", name="1 incident of those")).to_be_visible()
    expect(disputed).to_be_focused()
    expect(page.locator("#told")).to_have_text("1 incident of those that you ask for")
    words = page.get_by_label("Words in reports and claims")
    words.focus()
    page.keyboard.type("nowhere to be found")
    expect(page.get_by_text("No incident is like that.")).to_be_visible()
    expect(words).to_be_focused()


def test_from_the_list_to_a_decision_by_keys_alone(page: Page) -> None:
    page.goto("/incidents")
    _tab_to(page, "airstrike by United States")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Who says what")).to_be_visible()
    _tab_to(page, "Review")
    page.keyboard.press("Enter")
    expect(page.locator("#shortcuts")).to_be_visible()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate(
        "document.activeElement === document.body || document.activeElement.closest('dialog') !== null"
    )
    page.keyboard.press("Escape")
    _tab_to(page, "who")
    page.keyboard.type("Ines")
    _tab_to(page, "Accept")
    page.keyboard.press("Enter")
    expect(page.locator(".asked > [role=status]")).to_contain_text("accepted by Ines")


def test_the_help_gives_the_focus_back(page: Page) -> None:
    page.goto("/review")
    button = page.get_by_role("button", name="What they are")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()


def _tab_to(page: Page, name: str) -> None:
    """Press Tab until something of a name, or of an id, has the focus."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate(
            "name => document.activeElement.id === name || document.activeElement.textContent.trim().startsWith(name)",
            name,
        ):
            return
    raise AssertionError(f"Tab does not come to {name}")
