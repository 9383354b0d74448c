"""The page that can be mailed."""

import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from rashomon.model import Claimant, Incident, Ledger, Report
from rashomon.publish.html import ledger_page
from tests.publish.fixtures import LANTERN, exhibit

VOID = {"meta", "link", "br", "hr", "img", "input"}
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Page(HTMLParser):
    """Checks that tags are closed in order, and gathers ids, links and what would be fetched."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name == "href" and tag == "a":
                self.links.append(value or "")
            elif name in ("src", "srcset", "data") or name == "href" or name.startswith("on"):
                self.fetched.append(f"{tag} {name}")
        if tag in ("script", "iframe", "object", "embed"):
            self.fetched.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def page() -> str:
    return ledger_page(exhibit().ledger, exhibit().backing)


def test_it_is_whole_and_every_link_leads_somewhere() -> None:
    found = Page(page())
    assert found.open == []
    assert len(set(found.ids)) == len(found.ids)
    assert {link.removeprefix("#") for link in found.links if link.startswith("#")} <= set(found.ids)


def test_it_fetches_nothing_and_runs_nothing() -> None:
    assert Page(page()).fetched == []
    assert "url(" not in page()
    assert "@import" not in page()


def test_every_cell_opens_its_verbatim_sentences() -> None:
    text = Page(page()).text
    for incident in exhibit().ledger.incidents:
        for answered in incident.questions:
            for account in answered.accounts:
                assert account.id in page()
                assert all(" ".join(e.sentence.text.split()) in text for e in account.evidence)


def test_it_holds_hashes_ways_findings_and_what_was_skipped() -> None:
    text = Page(page()).text
    for report in exhibit().backing.reports.values():
        assert report.sha256 in text
    assert "Came by Harbour Gazette ← Meridian News ← Two medical sources in the border town" in text
    assert "≠ contradicts" in text
    assert "reports.jsonl, line 3: It is no JSON." in text
    assert "Judged: accepted by Ines" in text


def test_the_page_is_the_same_each_time() -> None:
    assert page() == page()


EVIL = "<script>alert(1)</script>\" onload='x' <b>&amp;"


def evil_report(report: Report) -> Report:
    return replace(report, title=EVIL, outlet=EVIL, name=EVIL, url="javascript:alert(1)", agency=EVIL)


def test_everything_that_a_report_brings_is_escaped() -> None:
    exhibited = exhibit()
    strike = exhibited.ledger.incidents[0]
    account = replace(strike.questions[3].accounts[0], value=EVIL, claimant=Claimant(name=EVIL, role=EVIL))
    incident: Incident = replace(
        strike,
        title=EVIL,
        places=(EVIL,),
        initiators=(EVIL,),
        questions=(replace(strike.questions[3], reason=EVIL, finding="contradicts", accounts=(account,)),),
    )
    backing = replace(
        exhibited.backing, reports={id: evil_report(report) for id, report in exhibited.backing.reports.items()}
    )
    found = Page(ledger_page(replace(exhibited.ledger, incidents=(incident,)), backing))
    assert found.open == []
    assert found.fetched == []
    assert not any(link.startswith("javascript:") for link in found.links)
    assert EVIL in "".join(found.words)


def test_tags_in_a_report_stay_words() -> None:
    assert "<b>It blamed" in LANTERN
    assert "<b>It blamed" not in page()


def test_an_empty_ledger_is_a_page_too() -> None:
    text = Page(ledger_page(Ledger(), replace(exhibit().backing, skipped=()))).text
    assert "No incident was found in the reports." in text


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
@pytest.mark.parametrize("width", [1200, 500])
def test_a_browser_shows_it_without_scrolling_sideways(width: int, tmp_path: Path) -> None:
    written = tmp_path / "page.html"
    # The page itself runs no script; this copy reports whether it overflows.
    probe = (
        "<script>document.title = document.documentElement.scrollWidth <= innerWidth ? 'FITS' : 'OVERFLOWS'</script>"
    )
    opened = page().replace('<details class="account"', '<details open class="account"')
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    assert policy in opened
    opened = opened.replace(policy, "default-src 'unsafe-inline'").replace("</body>", f"{probe}</body>")
    written.write_text(opened, encoding="utf-8")
    done = subprocess.run(
        [
            str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-background-networking", f"--user-data-dir={tmp_path / 'profile'}",
            f"--window-size={width},900", "--dump-dom", written.as_uri(),
        ],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert "<title>FITS</title>" in done.stdout
