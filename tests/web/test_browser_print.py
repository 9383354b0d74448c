"""What the pages are on paper, printed by a real browser: all that was said, and nothing of the workbench around it."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from pypdf import PdfReader

from rashomon.publish.words import claimant_words, position_words, question_words
from tests.publish.fixtures import exhibit
from tests.publish.kept import keep_exhibit
from tests.web.browser import ARGUMENTS, CHROMIUM, MISSING, served
from tests.web.sayings import keep_sayings
from tests.web.scattered import keep_incidents, many

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=MISSING)

STRIKE = exhibit().ledger.incidents[0]
HARBOUR = exhibit().ledger.reports[0].id
ACCOUNTS = [(answered, account) for answered in STRIKE.questions for account in answered.accounts]
AROUND = ("Skip to the content", "Judgements", "Take it out", "Only where the accounts part", "Log out", "Clear", "API")
"""Words of the workbench that no paper needs."""
INSIDE_MARGINS = 695
"""Pixels between the margins of a sheet of A4."""
Printed = Callable[[str, str], list[str]]


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A workbench on the hand-made ledger, one on a chain of claimants that part, and one on a long list."""
    folder: Path = tmp_path_factory.mktemp("print")
    keep_exhibit(folder / "hand.db")
    keep_sayings(folder / "sayings.db")
    keep_incidents(folder / "many.db", many(60))
    with (
        served(folder / "hand.db") as hand,
        served(folder / "sayings.db") as sayings,
        served(folder / "many.db") as long,
    ):
        yield {"hand": hand, "sayings": sayings, "many": long}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all tests of this file."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def printed(browser: Browser, addresses: dict[str, str]) -> Printed:
    """Prints a page of a workbench; the words of each sheet."""

    def _print(which: str, path: str) -> list[str]:
        context = browser.new_context(base_url=addresses[which], color_scheme="dark")
        page = context.new_page()
        page.goto(path)
        pdf = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
        context.close()
        return [" ".join(sheet.extract_text().split()) for sheet in pdf.pages]

    return _print


def squeezed(words: str) -> str:
    """Words without the spaces between them, which a sheet has where its lines break."""
    return re.sub(r"\s", "", words)


def test_an_incident_is_printed_with_every_answer_and_the_sentences_as_numbered_notes(printed: Printed) -> None:
    sheets = printed("hand", f"/incidents/{STRIKE.id}?sentences=1")
    whole = squeezed(" ".join(sheets))
    for number, (answered, account) in enumerate(ACCOUNTS, 1):
        assert whole.count(squeezed(position_words(account))) >= 2
        assert squeezed(question_words(answered.question)) in whole
        assert squeezed(claimant_words(account.claimant)).lower() in whole.lower()
        assert whole.count(f"[{number}]") >= 2
        for evidence in account.evidence:
            assert squeezed(evidence.sentence.text) in whole
    assert f"/incidents/{STRIKE.id}" in whole
    assert f"{datetime.now(UTC):%Y-}" in whole
    assert "1/" + str(len(sheets)) in squeezed(sheets[0])
    assert 2 <= len(sheets) <= 6
    assert [words for words in AROUND if words in " ".join(sheets)] == []


def test_without_being_asked_for_the_sentences_stay_away(printed: Printed) -> None:
    sheets = " ".join(printed("hand", f"/incidents/{STRIKE.id}"))
    assert "The sentences" not in sheets and "[1]" in sheets  # the numbers are those of the brief's sources
    assert STRIKE.title in sheets


@pytest.mark.parametrize(
    ("which", "path", "wanted", "most"),
    [
        ("hand", f"/reports/{HARBOUR}", ("Harbour Gazette", "SHA-256", "How it came"), 2),
        ("many", "/incidents", ("Incidents", "60 incidents"), 4),
        ("sayings", "/actor?who=usa.dod", ("Pentagon", "What it says"), 3),
    ],
)
def test_other_pages_are_printed_without_the_workbench(
    printed: Printed, which: str, path: str, wanted: tuple[str, ...], most: int
) -> None:
    sheets = printed(which, path)
    whole = " ".join(sheets)
    assert [words for words in wanted if words not in whole] == []
    assert [words for words in AROUND if words in whole] == []
    assert len(sheets) <= most
    assert min(len(sheet) for sheet in sheets) > 40  # no sheet is left empty


def test_a_list_tells_on_every_sheet_what_its_columns_are(printed: Printed) -> None:
    sheets = printed("many", "/incidents")
    assert len(sheets) > 1
    assert all("In dispute" in sheet and "Origins" in sheet for sheet in sheets[1:])


@pytest.mark.parametrize(
    ("which", "path"),
    [
        ("hand", f"/incidents/{STRIKE.id}?sentences=1&across=claimants"),
        ("hand", f"/incidents/{STRIKE.id}?across=sides"),
        ("hand", f"/incidents/{STRIKE.id}?cell={STRIKE.questions[0].accounts[0].id}"),
        ("hand", f"/reports/{HARBOUR}"),
        ("hand", "/review"),
        ("sayings", "/incidents/m0?across=claimants"),
        ("sayings", "/incidents/m4"),
        ("sayings", "/actor?who=usa.dod"),
        ("many", "/incidents"),
    ],
)
def test_nothing_is_cut_at_the_edge_of_the_paper(
    browser: Browser, addresses: dict[str, str], which: str, path: str
) -> None:
    context = browser.new_context(base_url=addresses[which], viewport={"width": INSIDE_MARGINS, "height": 1000})
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto(path)
    over = page.evaluate(
        """width => [...document.querySelectorAll("main td, main th, main p, main li, main svg, main a")]
        .filter(one => one.getClientRects().length && !one.closest("svg *, .hidden")
          && one.getBoundingClientRect().right > width + 1).map(one => one.outerHTML.slice(0, 120))""",
        INSIDE_MARGINS,
    )
    context.close()
    assert over == []
