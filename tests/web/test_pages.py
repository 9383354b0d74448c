"""What pages show, with and without htmx, and what they say of what is not there."""

import html
import re

import pytest
from starlette.testclient import TestClient

from tests.publish.fixtures import exhibit

LEDGER = exhibit().ledger
STRIKE, ROCKET = LEDGER.incidents
CELL = STRIKE.questions[0].accounts[0]
HARBOUR = LEDGER.reports[0]


def words(page: str) -> str:
    """The text of a page."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())


def test_the_first_page_is_the_list(client: TestClient) -> None:
    shown = client.get("/")
    assert shown.status_code == 200
    assert shown.url.path == "/incidents"
    assert "2 incidents" in words(shown.text)


def test_filters_stand_in_the_address_and_in_the_form(client: TestClient) -> None:
    shown = client.get("/incidents?place=karsa&disputed=&since=&order=newest").text
    assert "1 incident of those that you ask for" in words(shown)
    assert 'value="karsa"' in shown
    assert '<option value="newest" selected>' in shown


def test_htmx_gets_the_part_and_the_clean_address(client: TestClient) -> None:
    part = client.get("/incidents?place=karsa&q=&since=", headers={"HX-Request": "true"})
    assert part.text.lstrip().startswith('<section id="found"')
    assert part.headers["HX-Push-Url"] == "/incidents?place=karsa"


def test_a_mistaken_filter_is_named(client: TestClient) -> None:
    shown = client.get("/incidents?since=yesterday")
    assert shown.status_code == 422
    assert "since" in words(shown.text)


def test_the_ledger_is_a_table_with_sides_and_findings(client: TestClient) -> None:
    shown = client.get(f"/incidents/{STRIKE.id}").text
    said = words(shown)
    assert said.index("Where the accounts part") < said.index("Who says what")
    assert "≠ contradicts How many were killed?" in said
    assert "The outlets themselves" in said
    for scope in ("row", "col", "colgroup"):
        assert f'scope="{scope}"' in shown
    for answered in STRIKE.questions:
        for account in answered.accounts:
            assert f"/incidents/{STRIKE.id}?cell={account.id}#evidence" in shown
    assert "Nobody answers: Was it lawful?" in said


def test_the_ledger_can_have_a_column_for_a_side(client: TestClient) -> None:
    sides = client.get(f"/incidents/{STRIKE.id}?across=sides&parted=1").text
    claimants = client.get(f"/incidents/{STRIKE.id}?across=claimants").text
    assert 'scope="colgroup"' in claimants and 'scope="colgroup"' not in sides
    assert 'class="scroll matrix by-sides"' in sides
    assert f"/incidents/{STRIKE.id}?parted=True" not in sides
    assert f"?parted=1&amp;across=sides&amp;cell={CELL.id}#evidence" in sides
    assert client.get(f"/incidents/{STRIKE.id}?across=nothing").status_code == 422


def test_a_cell_opens_without_javascript_and_with_it(client: TestClient) -> None:
    whole = client.get(f"/incidents/{STRIKE.id}?cell={CELL.id}").text
    part = client.get(f"/incidents/{STRIKE.id}/cells/{CELL.id}", headers={"HX-Request": "true"}).text
    alone = client.get(f"/incidents/{STRIKE.id}/cells/{CELL.id}").text
    assert "<html" in whole and "<html" in alone and "<html" not in part
    for shown in (whole, part, alone):
        said = words(shown)
        assert "at least 17" in said
        assert "Came by Harbour Gazette ← Meridian News ←" in said
        assert "confidence 0.82" in said
        assert 'class="m-source ' in shown


def test_a_cell_of_another_incident_is_not_shown(client: TestClient) -> None:
    assert client.get(f"/incidents/{ROCKET.id}/cells/{CELL.id}").status_code == 404


@pytest.mark.parametrize("of", [STRIKE.id, ROCKET.id])
def test_a_cell_that_is_no_more_is_told_on_the_page_of_its_incident(client: TestClient, of: str) -> None:
    for cell in ("c0", *((CELL.id,) if of == ROCKET.id else ())):
        shown = client.get(f"/incidents/{of}?cell={cell}")
        assert shown.status_code == 200
        assert "not in the ledger any more" in words(shown.text)


def test_a_report_shows_its_text_whole_and_marked(client: TestClient) -> None:
    evidence = CELL.evidence[0]
    shown = client.get(f"/reports/{HARBOUR.id}?at={evidence.sentence.start}-{evidence.sentence.end}").text
    report = exhibit().backing.reports[HARBOUR.id]
    body = shown[shown.index('<div class="words" lang="en">') : shown.index("</section>\n<aside")]
    bare = re.sub(r'<a class="tag[^>]*>[^<]*</a>', "", body)
    lines = [html.unescape(re.sub(r"<[^>]*>", "", line)) for line in re.findall(r"<p[^>]*>(.*?)</p>", bare, re.DOTALL)]
    assert [line.rstrip("\n") for line in lines] == [line for line in report.text.splitlines() if line.strip()]
    assert 'id="here"' in shown
    assert "two medical sources" in words(shown).lower()
    assert report.sha256 in shown


def test_the_original_comes_as_a_file(client: TestClient) -> None:
    answer = client.get(f"/reports/{HARBOUR.id}/original")
    assert answer.content.startswith(b"harbour\n")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment;")


def test_the_original_can_be_looked_at_as_text(client: TestClient) -> None:
    shown = client.get(f"/reports/{HARBOUR.id}/source").text
    assert html.unescape(shown).count("harbour\nStrike kills “at least 17” near Tel Sarw") == 1


@pytest.mark.parametrize("kind", ["claim", "report"])
def test_the_search_marks_what_it_found(client: TestClient, kind: str) -> None:
    shown = client.get(f"/search?q=informed&kind={kind}").text
    assert "<mark>informed</mark>" in shown
    assert "1 claim" in words(shown) and "1 report" in words(shown)


@pytest.mark.parametrize("path", ["/nothing", "/incidents/x0", "/reports/r0", "/reports/r0/original"])
def test_what_is_not_there_is_a_page_that_says_so(client: TestClient, path: str) -> None:
    shown = client.get(path)
    assert shown.status_code == 404
    assert "no such page" in words(shown.text)


@pytest.mark.parametrize("path", ["/incidents", "/reports", "/actors", "/judgements", "/search?q=killed", "/api"])
def test_every_page_has_its_landmarks(client: TestClient, path: str) -> None:
    shown = client.get(path).text
    for wanted in ('<html lang="en">', 'class="skip" href="#main"', '<main id="main"', "<h1", "<nav aria-label"):
        assert wanted in shown
    assert "<style" not in shown and " style=" not in shown and "onclick" not in shown
