"""The states of pages that an address alone does not show: axe finds nothing in them, light and wide, dark and narrow."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from rashomon.config import Config
from rashomon.pipeline import run
from rashomon.store import open_store
from tests.publish.fixtures import exhibit
from tests.publish.kept import keep_exhibit
from tests.web.browser import CHROMIUM, LOOKS, MISSING, Scheme, served, violations
from tests.web.scattered import COUNTRY, PROVINCE, SEA, TOWN, incident_at, keep_incidents
from tests.workspace.unsure import written_to

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=MISSING)

STRIKE = exhibit().ledger.incidents[0]
PASSWORD = "a password of some length"
REPORT = "TEL SARW, 3 March 2021 – A drone strike killed three people at a mill, the mayor said on Tuesday.\n"
Step = Callable[[Page], object]
STATES: dict[str, tuple[str, Step]] = {}


def state(where: str) -> Callable[[Step], Step]:
    """A way into a state of the workbench `where`, named by its function."""

    def kept(step: Step) -> Step:
        STATES[step.__name__] = (where, step)
        return step

    return kept


def _come_to_bring_in(page: Page) -> None:
    """The form of a workbench on which no run is under way."""
    page.goto("/bring-in")
    if page.locator("#running").is_visible():
        page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_label("Files")).to_be_visible(timeout=60_000)


@state("hand")
def evidence_open(page: Page) -> None:
    page.goto(f"/incidents/{STRIKE.id}")
    page.get_by_role("link", name="at least 17").first.click()
    expect(page.locator("#opened-title")).to_be_focused()


@state("hand")
def everything_unfolded(page: Page) -> None:
    page.goto(f"/incidents/{STRIKE.id}")
    for details in page.locator("main details").all():
        details.evaluate("element => { element.open = true; }")


@state("hand")
def filters_unfolded_and_nothing_found(page: Page) -> None:
    page.goto("/incidents")
    if page.get_by_text("More filters").is_visible():
        page.get_by_text("More filters").click()
    page.get_by_label("Place").fill("nowhere")
    page.get_by_label("Place").blur()
    expect(page.get_by_text("No incident is like that.")).to_be_visible()


@state("hand")
def help_overlay(page: Page) -> None:
    page.goto("/review")
    page.get_by_role("button", name="What they are").click()
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()


@state("hand")
def a_thing_that_waits_no_more(page: Page) -> None:
    page.goto("/review?item=nothing")
    expect(page.get_by_role("alert")).to_contain_text("waits no more")


@state("unsure")
def two_that_may_be_one(page: Page) -> None:
    page.goto("/review?kind=join")
    expect(page.locator(".points")).to_be_visible()


@state("hand")
def nothing_waits(page: Page) -> None:
    page.goto("/review?kind=join")
    expect(page.get_by_text("Nothing waits for you.")).to_be_visible()


@state("hand")
def somebody_decided_meanwhile(page: Page) -> None:
    page.goto("/review")
    page.get_by_label("Who decides").fill("Ines")
    other = page.context.new_page()
    other.goto("/review")
    other.get_by_label("Who decides").fill("Omar")
    other.get_by_role("button", name="Reject").click()
    expect(other.locator(".asked > [role=status]")).to_contain_text("rejected")
    other.close()
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_role("heading", name="Somebody decided on this meanwhile")).to_be_visible()


@state("hand")
def a_correction_that_is_none(page: Page) -> None:
    page.goto("/review?kind=dispute")
    page.get_by_label("Who decides").fill("Ines")
    page.get_by_label("The right value").fill("many")
    page.get_by_role("button", name="Correct to the value").click()
    expect(page.get_by_role("alert")).to_contain_text("is no figure")


@state("hand")
def judged_things(page: Page) -> None:
    page.goto("/review")
    page.get_by_label("Who decides").fill("Ines")
    page.get_by_role("button", name="Reject").click()
    expect(page.locator(".asked > [role=status]")).to_contain_text("rejected")
    page.goto("/judgements")


@state("hand")
def a_file_of_no_kind(page: Page) -> None:
    page.goto("/bring-in")
    page.get_by_label("Files").set_input_files({"name": "run.exe", "mimeType": "text/plain", "buffer": b"MZ"})
    page.get_by_role("button", name="Bring in").click()
    expect(page.get_by_role("alert")).to_contain_text("of a kind that can't be brought in")


@state("reads")
def a_run_under_way(page: Page) -> None:
    _come_to_bring_in(page)
    page.route("**/bring-in/events", lambda route: route.abort())  # so that the page stays as it is
    page.get_by_label("Or paste the text of one report").fill(REPORT)
    page.get_by_role("button", name="Bring in").click()
    expect(page.get_by_role("heading", name="A run is under way")).to_be_visible()


@state("reads")
def a_run_that_left_something_out(page: Page) -> None:
    _come_to_bring_in(page)
    files = [("mill.txt", REPORT.encode()), ("blank.txt", b" ")]
    page.get_by_label("Files").set_input_files(
        [{"name": name, "mimeType": "text/plain", "buffer": held} for name, held in files]
    )
    page.get_by_role("button", name="Bring in").click()
    expect(page.get_by_text("left out or left unread")).to_be_visible(timeout=60_000)


@state("locked")
def login(page: Page) -> None:
    page.goto("/incidents")
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()


@state("locked")
def a_wrong_password(page: Page) -> None:
    page.goto("/login")
    page.get_by_label("Password").fill("not this one at all")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("alert")).to_be_visible()


@state("places")
def a_part_of_the_map(page: Page) -> None:
    page.goto("/incidents?map=33,44,6.0")
    page.locator("#map-in").click()
    page.wait_for_url("**/incidents?map=*7*")


for path in ("/incidents", "/reports", "/actors", "/review", "/judgements", "/bring-in", "/search?q=mill"):
    STATES[f"nothing on {path}"] = ("empty", lambda page, path=path: page.goto(path))  # type: ignore[misc]


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Workbenches: on the hand-made ledger, one that is read into, one behind a password, one of a map, an empty one."""
    folder: Path = tmp_path_factory.mktemp("states")
    keep_exhibit(folder / "hand.db")
    keep_incidents(
        folder / "places.db",
        [
            incident_at(f"x{n}", *here, disputed=n % 2 == 0)
            for n, here in enumerate(((TOWN,), (PROVINCE,), (SEA,), (COUNTRY,)))
        ],
    )
    files = [str(file) for file in written_to(folder / "unsure")]
    run(files, Config(workspace=folder / "unsure.db", reader="rules"))
    for name in ("empty", "reads"):
        with open_store(folder / f"{name}.db"):
            pass
    with (
        served(folder / "hand.db") as hand,
        served(folder / "hand.db", password=PASSWORD) as locked,
        served(folder / "places.db") as places,
        served(folder / "reads.db", reader="rules") as reads,
        served(folder / "empty.db") as empty,
        served(folder / "unsure.db") as unsure,
    ):
        yield {"unsure": unsure, "hand": hand, "locked": locked, "places": places, "reads": reads, "empty": empty}


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
@pytest.mark.parametrize("name", STATES)
def test_axe_finds_nothing(browser: Browser, addresses: dict[str, str], name: str, scheme: Scheme, width: int) -> None:
    where, step = STATES[name]
    # The policy of the page keeps the tests' script out as any other; it is put aside for this alone.
    context = browser.new_context(
        base_url=addresses[where], bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    step(page)
    found = violations(page)
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert found == []
    assert wide <= width
