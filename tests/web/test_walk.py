"""The main paths through the workbench, from an empty workspace on, by clicks and keys as a user goes them."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.serving import serving
from tests.web.browser import CHROMIUM, MISSING
from tests.web.walked import COUNCIL, PASTED, TOWN, walked
from tests.workspace.unsure import TEXTS, UNSURE, written_to

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
def desk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Path 1: a new workspace, and reports chosen on its page, with one among them that is none."""
    folder = tmp_path_factory.mktemp("walk")
    blank = folder / "blank.txt"
    blank.write_text(" \n")
    unsure = written_to(folder / "unsure")
    with serving(folder / "walk.db", "--new") as address:
        context = browser.new_context(base_url=address)
        page = context.new_page()
        page.add_init_script(LISTEN)
        page.goto("/")
        expect(page.get_by_text("0 incidents")).to_be_visible()
        page.get_by_role("navigation", name="Main").get_by_role("link", name="Bring in").click()
        page.get_by_label("Files").set_input_files([*CASE.files, *unsure, blank])
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
    assert [fault for fault in faults if "409" not in fault and "400" not in fault] == []


def _watched(page: Page) -> tuple[str, ...]:
    """Each stage that the page told until the run has ended; nobody asks for the page anew meanwhile."""
    expect(page.get_by_role("heading", name="The last run")).to_be_visible(timeout=RUN_MILLISECONDS)
    return tuple(page.evaluate("sessionStorage.getItem('told')").split("\n"))


def test_reports_are_brought_in_and_what_is_skipped_is_told(desk: Desk) -> None:
    assert any(stage.startswith("Reading") for stage in desk.stages)
    assert len(desk.stages) > 2
    assert f"{len(CASE.files) + len(TEXTS)} new reports" in desk.ended
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


def test_a_decision_is_made_by_keys_and_the_ledger_and_the_log_show_it(page: Page) -> None:
    page.goto("/review")
    _leaf_to(page, CASE.value)
    incident = _asked_about(page)
    _press(page, "a")  # nobody has said yet who decides
    expect(page.get_by_label("Who decides")).to_be_focused()
    page.keyboard.type("Ines")
    page.keyboard.press("Enter")
    expect(_told(page)).to_contain_text("Kept: accepted by Ines")
    expect(page.locator(".log li").first).to_contain_text("accepted by Ines")
    expect(page.locator(".said")).not_to_have_text(CASE.value)
    assert _verdicts(page, incident) == "accepted by Ines"
    page.goto("/judgements")
    expect(page.locator(".log li").first).to_contain_text("accepted by Ines")
    expect(page.locator(".log li").first).to_contain_text("in force")

    page.goto("/review")
    _press(page, "u")
    expect(page.locator(".said")).to_have_text(CASE.value)  # what was undone waits again, and is shown
    expect(page.locator(".log li").nth(1)).to_contain_text("undone")
    assert _verdicts(page, incident) == ""
    page.goto("/judgements")
    expect(page.locator(".log li").first).to_contain_text("undoing")


def test_a_decision_with_a_reason_and_a_corrected_value_are_taken_out(page: Page, tmp_path: Path) -> None:
    page.goto("/review")
    _leaf_to(page, CASE.value)
    incident = _asked_about(page)
    page.get_by_label("Reason, if you like").fill("The hospital counted again.")
    page.get_by_label("Who decides").fill("Omar")
    page.keyboard.press("Escape")
    _press(page, "c")
    expect(page.get_by_label("The right value")).to_be_focused()
    page.keyboard.type(CASE.corrected)
    page.keyboard.press("Enter")
    expect(_told(page)).to_contain_text(f"corrected {CASE.corrected} by Omar")
    assert "Omar" in _verdicts(page, incident)
    expect(page.locator(".matrix").get_by_role("link", name=CASE.corrected).first).to_be_visible()

    files = {}
    for format in ("JSON", "CSV", "HTML", "MD"):
        with page.expect_download() as coming:
            page.locator(".take").get_by_role("link", name=format, exact=True).click()
        files[format] = tmp_path / coming.value.suggested_filename
        coming.value.save_as(files[format])
    ledger = json.loads(files["JSON"].read_text())
    verdicts = [
        (verdict["who"], verdict["why"])
        for incident in ledger["incidents"]
        for answered in incident["questions"]
        for account in answered["accounts"]
        for verdict in account["verdicts"]
    ]
    assert ("Omar", "The hospital counted again.") in verdicts
    with files["CSV"].open(encoding="utf-8-sig", newline="") as rows:
        assert any(CASE.corrected in "|".join(map(str, row.values())) for row in csv.DictReader(rows))
    assert CASE.corrected in files["MD"].read_text()
    page.goto(files["HTML"].as_uri())
    expect(page.locator("body")).to_contain_text("Omar")


def test_text_is_pasted_and_whom_it_names_is_told_apart_or_not_by_keys(page: Page) -> None:
    page.goto("/bring-in")
    page.get_by_label("Or paste the text of one report").fill(PASTED)
    page.get_by_label("A name for it").fill("mill")
    page.get_by_label("A name for it").press("Enter")
    expect(page.get_by_role("heading", name="The last run")).to_be_visible(timeout=RUN_MILLISECONDS)
    expect(page.locator("main")).to_contain_text("1 new report")
    page.goto("/review?kind=actor")
    expect(page.locator(".asked .who")).to_contain_text(COUNCIL)
    page.get_by_label("Who decides").fill("Ines")
    page.keyboard.press("Escape")
    _press(page, "n")  # whom it is not has to be named
    expect(page.get_by_label("Somebody of the codebook")).to_be_focused()
    page.keyboard.type("Nobody at all")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("The codebook has no one actor")
    field = page.get_by_label("Somebody of the codebook")
    expect(field).to_have_value("Nobody at all")  # nothing of what was typed is lost
    field.fill("")
    page.keyboard.press("Escape")
    _press(page, "n")
    page.keyboard.type("Iraqi military (irq.mil)")
    page.keyboard.press("Enter")
    expect(page.locator(".log li").first).to_contain_text("kept apart by Ines")
    expect(page.get_by_text("Nothing waits for you.")).to_be_visible()
    _press(page, "u")
    expect(page.locator(".asked .who")).to_contain_text(COUNCIL)
    _press(page, "s")
    page.keyboard.type("Iraqi military (irq.mil)")
    page.keyboard.press("Enter")
    expect(page.locator(".log li").first).to_contain_text("joined by Ines")
    page.goto("/actor?who=irq.mil")
    _settle(page)
    expect(page.locator("main")).to_contain_text(TOWN)


def test_two_incidents_are_joined_or_kept_apart_by_keys(page: Page) -> None:
    page.goto("/incidents?actor=United+States&since=2021-03-02&until=2021-03-02")
    expect(page.locator("#found-title")).to_have_text("2 incidents of those that you ask for")
    page.goto("/review?kind=join")
    assert {name.strip() for name in page.locator(".pair h2").all_inner_texts()} == UNSURE
    expect(page.locator(".points")).to_contain_text("The same side is said to have done it.")
    page.get_by_label("Who decides").fill("Ines")
    page.keyboard.press("Escape")
    _press(page, "n")
    expect(page.locator(".log li").first).to_contain_text("kept apart by Ines")
    expect(page.get_by_text("Nothing waits for you.")).to_be_visible()
    _press(page, "u")
    expect(page.locator(".pair")).to_be_visible()
    _press(page, "s")
    expect(page.locator(".log li").first).to_contain_text("joined by Ines")
    expect(page.get_by_text("Nothing waits for you.")).to_be_visible()
    _settle(page)
    page.goto("/incidents?actor=United+States&since=2021-03-02&until=2021-03-02")
    expect(page.locator("#found-title")).to_have_text("1 incident of those that you ask for")


def test_keys_skip_go_back_explain_themselves_and_can_be_switched_off(page: Page) -> None:
    page.goto("/review")
    first = page.locator(".said").inner_text()
    _press(page, "k")
    expect(_told(page)).to_contain_text("this is no. 2")
    _press(page, "ArrowRight")
    expect(_told(page)).to_contain_text("this is no. 3")
    _press(page, "ArrowLeft")
    expect(_told(page)).to_contain_text("this is no. 2")
    _press(page, "ArrowLeft")
    expect(_told(page)).to_contain_text("this is no. 1")
    assert page.locator(".said").inner_text() == first
    _press(page, "?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    _press(page, "a")  # keys do nothing behind it
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.get_by_role("checkbox", name="Keyboard shortcuts").uncheck()
    _press(page, "k")
    expect(_told(page)).to_contain_text("this is no. 1")
    page.reload()
    expect(page.get_by_role("checkbox", name="Keyboard shortcuts")).not_to_be_checked()
    page.get_by_role("checkbox", name="Keyboard shortcuts").check()


def test_of_two_tabs_the_second_is_told_what_the_first_decided(page: Page) -> None:
    other = page.context.new_page()
    for tab, who in ((page, "Ines"), (other, "Omar")):
        tab.goto("/review?kind=dispute")
        tab.get_by_label("Who decides").fill(who)
        tab.keyboard.press("Escape")
    _press(page, "r")
    expect(_told(page)).to_contain_text("rejected by Ines")
    _press(other, "a")
    expect(other.get_by_role("heading", name="Somebody decided on this meanwhile")).to_be_visible()
    expect(other.get_by_role("alert")).to_contain_text("was not kept")
    expect(other.locator(".log")).to_contain_text("rejected by Ines")
    other.get_by_role("link", name="Look at it as it is now").click()
    expect(other.locator(".asked .said")).to_be_visible()
    _settle(other)
    expect(other.locator(".asked .judged")).to_contain_text("rejected by Ines")
    other.goto("/judgements")
    expect(other.locator(".log li").first).to_contain_text("rejected by Ines")


def test_files_are_dropped_anywhere_on_the_form_and_a_run_is_cancelled(page: Page, tmp_path: Path) -> None:
    dropped = tmp_path / "dropped.txt"
    dropped.write_text(PASTED.replace("three", "four"))
    page.goto("/bring-in")
    page.set_viewport_size({"width": 360, "height": 700})
    _drop(page, dropped, "form.bring")
    assert page.get_by_label("Files").evaluate("field => [...field.files].map(file => file.name)") == ["dropped.txt"]
    expect(page.locator("#chosen")).to_have_text("dropped.txt")
    page.get_by_role("button", name="Bring in").click()
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("Cancelled. What was kept by then stays")).to_be_visible(timeout=20_000)
    expect(page.get_by_label("Files")).to_be_visible()


def _leaf_to(page: Page, value: str) -> None:
    """Skip through the queue by its key until a value is asked about."""
    for number in range(1, LONGEST_QUEUE):
        expect(_told(page)).to_contain_text(f"this is no. {number}.")
        if page.locator(".asked .said").inner_text() == value:
            return
        _press(page, "k")
    raise AssertionError(f"{value} is not in the queue")


def _press(page: Page, key: str) -> None:
    """Press a key of the review as soon as its script is there."""
    expect(page.locator("#shortcuts")).to_be_visible()
    page.keyboard.press(key)


def _told(page: Page) -> Locator:
    """What the review says of the decision before and of its queue."""
    return page.locator(".asked > [role=status]")


def _settle(page: Page) -> None:
    """Look again until the ledger shows every judgement, as the page says to."""
    for _ in range(RUN_MILLISECONDS // 500):
        if page.locator(".relaying").count() == 0:
            return
        page.wait_for_timeout(500)
        page.get_by_role("link", name="Look again").click()
        page.wait_for_load_state()
    raise AssertionError("the ledger has not been laid anew")


def _asked_about(page: Page) -> str:
    """The address of the incident that the review asks about."""
    return str(page.locator(".asked .head h2 a").get_attribute("href")).partition("?")[0]


def _verdicts(page: Page, incident: str) -> str:
    """What the matrix of an incident says of decisions."""
    page.goto(incident)
    _settle(page)
    return " ".join(page.locator(".matrix .verdict").all_inner_texts())


def _drop(page: Page, file: Path, target: str) -> None:
    """Drop a file as a hand would: the browser itself makes the events."""
    box = page.locator(target).bounding_box()
    assert box is not None
    session = page.context.new_cdp_session(page)
    data = {"items": [], "files": [str(file)], "dragOperationsMask": 1}
    at = {"x": box["x"] + 20, "y": box["y"] + 6}
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, **at, "data": data})
