"""The pages in a real browser: what can be done with them, with and without script, and who is kept out by them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.publish.fixtures import exhibit
from tests.publish.kept import keep_exhibit
from tests.web.browser import CHROMIUM, LOOKS, MISSING, Scheme, served, violations

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=MISSING)

STRIKE, ROCKET = exhibit().ledger.incidents
CELL = STRIKE.questions[0].accounts[0]
HARBOUR = exhibit().ledger.reports[0].id
PAGES = (
    "/incidents", "/incidents?place=nowhere", f"/incidents/{STRIKE.id}", f"/incidents/{STRIKE.id}?cell={CELL.id}",
    f"/incidents/{STRIKE.id}/cells/{CELL.id}", f"/incidents/{ROCKET.id}", "/reports", f"/reports/{HARBOUR}",
    f"/reports/{HARBOUR}/source", "/search?q=killed", "/search?q=killed&kind=report", "/actors", "/judgements", "/review", "/bring-in", "/api", "/nothing",
)  # fmt: skip
WIDTHS = (360, 1280)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The workbench on the hand-made ledger."""
    path = tmp_path_factory.mktemp("browser") / "hand.db"
    keep_exhibit(path)
    with served(path) as found:
        yield found


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page on which no script fails and nothing breaks the policy."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield opened
    context.close()
    assert [fault for fault in faults if "404" not in fault] == []


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(browser: Browser, address: str, path: str, scheme: Scheme, width: int) -> None:
    # The policy of the page keeps the tests' script out as any other; it is put aside for this alone.
    context = browser.new_context(
        base_url=address, bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 800}
    )
    opened = context.new_page()
    opened.goto(path)
    found = violations(opened)
    context.close()
    assert found == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_its_window(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_filter_changes_the_list_and_the_address(page: Page) -> None:
    page.goto("/incidents")
    page.get_by_label("in dispute", exact=True).check()
    expect(page.get_by_role("heading", name="1 incident of those")).to_be_visible()
    assert page.url.endswith("/incidents?disputed=1")
    page.get_by_label("Place").fill("karsa")
    page.get_by_label("Place").blur()
    expect(page.get_by_text("No incident is like that.")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Place")).to_have_value("karsa")
    page.go_back()
    expect(page.get_by_role("heading", name="1 incident of those")).to_be_visible()


def test_a_cell_opens_its_evidence_and_can_be_sent_as_an_address(page: Page) -> None:
    page.goto(f"/incidents/{STRIKE.id}")
    page.get_by_role("link", name="at least 17").first.click()
    evidence = page.locator("#evidence")
    expect(evidence).to_contain_text("Two medical sources in the border town told Meridian News")
    expect(evidence.get_by_role("heading")).to_be_focused()
    assert page.url.endswith(f"?cell={CELL.id}")
    page.goto(page.url)
    expect(page.locator("#evidence")).to_contain_text("Two medical sources")
    page.locator("#evidence").get_by_role("link", name="Harbour Gazette").click()
    expect(page.locator("#here").first).to_be_in_viewport()


def test_what_was_opened_is_closed_by_escape_and_the_reader_is_back_at_the_cell(page: Page) -> None:
    page.goto(f"/incidents/{STRIKE.id}?parted=1")
    page.get_by_role("link", name="at least 17").first.click()
    expect(page.locator("#opened-title")).to_be_focused()
    assert page.url.endswith(f"?parted=1&cell={CELL.id}")
    page.keyboard.press("Escape")
    expect(page.locator("#evidence")).to_be_empty()
    expect(page.get_by_role("link", name="at least 17").first).to_be_focused()
    assert page.url.endswith("?parted=1")


def test_everything_works_without_script(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/incidents")
    page.get_by_label("in dispute", exact=True).check()
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", name="1 incident of those")).to_be_visible()
    page.get_by_role("link", name="airstrike by United States").click()
    page.get_by_role("link", name="at least 17").first.click()
    expect(page.locator("#evidence")).to_contain_text("Meridian News")
    context.close()


def test_the_keyboard_is_enough(page: Page) -> None:
    page.goto(f"/incidents/{STRIKE.id}")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('cell')"):
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page.locator("#opened-title")).to_be_focused()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_marks_can_be_put_aside(page: Page) -> None:
    page.goto(f"/reports/{HARBOUR}")
    claim = page.locator(".words span.claim").first
    before = claim.evaluate("node => getComputedStyle(node).textDecorationLine")
    page.get_by_role("checkbox", name="claims").uncheck()
    assert (before, claim.evaluate("node => getComputedStyle(node).textDecorationLine")) == ("underline", "none")


def test_nothing_that_a_report_holds_runs(browser: Browser, hostile_workspace: Path) -> None:
    with served(hostile_workspace) as address:
        context = browser.new_context(base_url=address)
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto("/reports")
        page.locator(".list a").first.click()
        expect(page.locator(".words")).to_contain_text("<script>")
        for path in (
            "/incidents",
            "/incidents/x1?cell=c1",
            "/search?q=three",
            "/search?q=shells&kind=report",
            "/actors",
        ):
            page.goto(path)
            expect(page.locator("h1")).to_be_visible()
            assert page.title() != "ran"
            assert page.locator("main img, main script, main b.mayor").count() == 0
        context.close()
    assert [url for url in asked if not url.startswith(address)] == []


def test_nothing_comes_from_elsewhere(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in PAGES:
        page.goto(path)
    assert [url for url in asked if not url.startswith(address)] == []
