"""The map, the timeline, the charts and the pages of actors in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.browser import CHROMIUM, LOOKS, MISSING, Scheme, served, violations
from tests.web.sayings import keep_sayings
from tests.web.scattered import COUNTRY, NEXT_TOWN, NOWHERE, PROVINCE, SEA, TOWN, incident_at, keep_incidents

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=MISSING)

PLACES = ((TOWN,), (NEXT_TOWN,), (PROVINCE,), (SEA,), (COUNTRY,), (NOWHERE,))
LISTED = ("/incidents", "/incidents?map=33,44,6.0", "/incidents?map=33,44,9.0")
SAID = ("/incidents/m0", "/actor?who=usa.dod", "/actor?who=person.john_kirby", "/actors?q=pentagon")
ALL = [("places", path) for path in LISTED] + [("sayings", path) for path in SAID]
WIDTHS = (360, 1280, 1700)


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A workbench on incidents all over the map, and one on claimants that part."""
    folder: Path = tmp_path_factory.mktemp("pictures")
    keep_incidents(
        folder / "places.db", [incident_at(f"x{n}", *here, disputed=n % 2 == 0) for n, here in enumerate(PLACES)]
    )
    keep_sayings(folder / "sayings.db")
    with served(folder / "places.db") as places, served(folder / "sayings.db") as sayings:
        yield {"places": places, "sayings": sayings}


@pytest.fixture
def page(browser: Browser, addresses: dict[str, str]) -> Iterator[Page]:
    """A page of the incidents on the map, on which no script fails and nothing breaks the policy."""
    context = browser.new_context(base_url=addresses["places"], viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield opened
    context.close()
    assert faults == []


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
@pytest.mark.parametrize(("which", "path"), ALL)
def test_axe_finds_nothing(
    browser: Browser, addresses: dict[str, str], which: str, path: str, scheme: Scheme, width: int
) -> None:
    context = browser.new_context(
        base_url=addresses[which], bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 800}
    )
    opened = context.new_page()
    opened.goto(path)
    for details in opened.locator("main details").all():
        details.evaluate("element => { element.open = true; }")
    found = violations(opened)
    context.close()
    assert found == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("which", "path"), ALL)
def test_no_page_is_wider_than_its_window(
    browser: Browser, addresses: dict[str, str], which: str, path: str, width: int
) -> None:
    context = browser.new_context(base_url=addresses[which], viewport={"width": width, "height": 700})
    opened = context.new_page()
    opened.goto(path)
    wide = opened.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert wide <= width


def test_the_map_is_moved_by_keyboard_and_stays_in_the_address(page: Page) -> None:
    page.goto("/incidents?place=tel")
    first = page.locator("#map .sheet .mark").first
    first.focus()
    before = page.locator("#map .scale text").text_content()
    page.keyboard.press("+")
    expect(page.locator("#map .scale text")).not_to_have_text(str(before))
    expect(page.locator("#map-in")).to_be_focused()
    page.wait_for_url("**/incidents?place=tel&map=33*")
    page.wait_for_function("!document.querySelector('.htmx-settling, .htmx-swapping, .htmx-request')")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#map-north")).to_be_focused()
    page.wait_for_url("**/incidents?place=tel&map=33.7*")
    moved = page.locator("#map").inner_html()
    page.reload()
    assert page.locator("#map .land").inner_html() in moved
    page.locator("#map-all").focus()
    page.keyboard.press("0")
    expect(page.locator("#map .scale text")).to_have_text(str(before))
    page.wait_for_url("**/incidents?place=tel")


def test_a_group_opens_to_its_towns_and_a_town_to_its_incident(page: Page) -> None:
    page.goto("/incidents?map=33,44,4.0")
    page.get_by_role("link", name="Karsa, Tel Sarw: 2 incidents").click()
    expect(page.locator("#map .sheet .dot")).to_have_count(2)
    page.get_by_role("link", name="2: Shelling, Karsa (Karsa)").click()
    expect(page.get_by_role("heading", name="Shelling, Karsa")).to_be_visible()


def test_a_filter_changes_the_map_and_the_timeline(page: Page) -> None:
    page.goto("/incidents")
    expect(page.locator("#map-words")).to_contain_text("5 incidents in this part of the map")
    page.get_by_label("in dispute", exact=True).check()
    expect(page.locator("#map-words")).to_contain_text("3 incidents in this part of the map")
    expect(page.get_by_role("link", name="2024-02-03: 3 incidents, 3 in dispute")).to_be_visible()


def test_the_map_works_without_script(browser: Browser, addresses: dict[str, str]) -> None:
    context = browser.new_context(base_url=addresses["places"], java_script_enabled=False)
    opened = context.new_page()
    opened.goto("/incidents?place=tel")
    before = opened.locator("#map .scale text").text_content()
    opened.get_by_role("link", name="Farther").click()
    assert opened.locator("#map .scale text").text_content() != before
    opened.get_by_role("link", name="1: Shelling, Tel Sarw").click()
    expect(opened.get_by_role("heading", name="Shelling, Tel Sarw")).to_be_visible()
    context.close()


def test_a_figure_leads_to_its_evidence(browser: Browser, addresses: dict[str, str]) -> None:
    context = browser.new_context(base_url=addresses["sayings"])
    opened = context.new_page()
    opened.goto("/incidents/m0")
    opened.locator("#figures").get_by_role("link", name="at least 17").click()
    expect(opened.locator("#evidence")).to_contain_text("Five died at the mill")
    expect(opened.locator("#evidence .opened")).to_be_in_viewport()
    opened.locator("#figures").get_by_role("link", name="Pentagon").click()
    expect(opened.get_by_role("heading", name="Pentagon")).to_be_visible()
    context.close()


def test_the_map_is_drawn_by_mouse_and_a_mark_is_still_clicked(page: Page) -> None:
    page.goto("/incidents?map=33,44,6.0")
    box = page.locator("#map svg").first.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 40, steps=4)
    page.mouse.up()
    page.wait_for_url("**/incidents?map=33.*%2C4*")
    latitude, longitude, zoom = page.url.split("map=")[1].split("%2C")
    assert float(latitude) > 33.1 and float(longitude) < 43.9 and zoom == "6.0"
    page.get_by_role("link", name="Karsa, Tel Sarw: 2 incidents").click()
    expect(page.locator("#map .sheet .dot")).to_have_count(2)


def test_the_incident_of_the_page_is_in_sight_in_its_chain(browser: Browser, addresses: dict[str, str]) -> None:
    context = browser.new_context(base_url=addresses["sayings"], viewport={"width": 360, "height": 700})
    opened = context.new_page()
    opened.goto("/incidents/m4")
    box, frame = opened.locator(".graph .focus").bounding_box(), opened.locator("#chain .scroll").bounding_box()
    context.close()
    assert box is not None and frame is not None
    assert frame["x"] - 1 <= box["x"] and box["x"] + box["width"] <= frame["x"] + frame["width"] + 1
