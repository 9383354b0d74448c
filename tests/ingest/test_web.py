"""Web pages: the text without what stands around it, dates as the page states them, and no page that crashes."""

import time
from datetime import date
from pathlib import Path

import pytest

from rashomon.ingest.markup import visible_text
from rashomon.model import Report
from tests.ingest.reading import reason, report_of

HEAD = """<title>Three hurt in strike on depot | Northern Herald</title>
<meta property="og:site_name" content="Northern Herald"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2024-02-03T21:10:00+03:00">
<meta property="article:modified_time" content="2024-02-04T08:00:00+03:00">
<link rel="canonical" href="https://www.herald.example/2024/02/03/depot">"""
BODY = """<nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>Three hurt in strike on depot</h1>
<p>ERBIL (AFP) &mdash; Three people were <b>hurt</b> on Saturday when a drone struck a fuel depot near the town, two officials said.</p>
<p>&ldquo;We heard two blasts,&rdquo; a shop keeper told AFP. The governor's office said the fire was put out by noon.</p>
<p>The army denied any part in it &amp; promised an inquiry into the attack, the third one in the province within a month.</p>
</article><footer>All about cookies. Subscribe now!</footer><script>var x = "<p>not text</p>";</script>"""
PARAGRAPH = "<p>Three people were hurt when a drone struck a fuel depot near the town on Saturday, two security officials said there.</p>"


def page(head: str, body: str = BODY) -> str:
    return f"<!DOCTYPE html>\n<html><head>{head}</head><body>{body}</body></html>"


def read(source: str, folder: Path) -> Report:
    return report_of(source, ".html", folder)


def test_a_page_gives_its_text_and_its_fields(tmp_path: Path) -> None:
    report = read(page(HEAD), tmp_path)
    assert report.text.split("\n") == [
        "Three hurt in strike on depot",
        "ERBIL (AFP) — Three people were hurt on Saturday when a drone struck a fuel depot near the town, two officials said.",
        "“We heard two blasts,” a shop keeper told AFP. The governor's office said the fire was put out by noon.",
        "The army denied any part in it & promised an inquiry into the attack, the third one in the province within a month.",
    ]
    assert (report.title, report.outlet, report.byline) == (
        "Three hurt in strike on depot",
        "Northern Herald",
        "Jane Doe",
    )
    assert (report.dateline, report.agency) == ("ERBIL", "AFP")
    assert report.published.start == report.published.end == date(2024, 2, 3)
    assert report.modified.start == date(2024, 2, 4)
    assert report.url == "https://www.herald.example/2024/02/03/depot"
    assert report.media_type == "text/html"


def test_the_map_leads_back_into_the_page(tmp_path: Path) -> None:
    source = page(HEAD)
    report = read(source, tmp_path)
    for piece in report.offset_map:
        assert report.text[piece.start : piece.end] == source[piece.origin : piece.origin + piece.end - piece.start]
    mapped = sum(piece.end - piece.start for piece in report.offset_map)
    assert mapped > 0.95 * len(report.text)


DATES = {
    "meta": '<meta name="pubdate" content="2021-08-27">',
    "linked data": '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2021-08-27T10:00:00Z"}]}</script>',
    "broken linked data": '<script type="application/ld+json">{"datePublished": "2021-08-27", "x": }</script>',
    "words": '<meta name="date" content="August 27, 2021">',
}


@pytest.mark.parametrize("head", DATES.values(), ids=DATES)
def test_dates_that_a_page_states(head: str, tmp_path: Path) -> None:
    report = read(page(head), tmp_path)
    assert report.published.start == report.published.end == date(2021, 8, 27)
    assert any(item.field == "published" and "page" in item.basis for item in report.found)


def test_a_marked_up_time(tmp_path: Path) -> None:
    report = read(
        page("", BODY.replace("</h1>", '</h1><time class="published" datetime="2021-08-27">a while ago</time>')),
        tmp_path,
    )
    assert report.published.start == date(2021, 8, 27)


@pytest.mark.parametrize("head", ["", '<meta name="date" content="soon">', "<!-- built 2021-08-27 -->"])
def test_no_date_is_invented(head: str, tmp_path: Path) -> None:
    body = BODY.replace("on Saturday", "on 3 February 2020") + '<p>Copyright 2019</p><img src="/2018/05/06/x.jpg">'
    assert not read(page(head, body), tmp_path).published.known


def test_an_ambiguous_date_stays_so(tmp_path: Path) -> None:
    report = read(page('<meta name="date" content="05/06/2021">'), tmp_path)
    assert (report.published.start, report.published.end) == (date(2021, 5, 6), date(2021, 6, 5))


def test_a_known_host_names_the_outlet(tmp_path: Path) -> None:
    report = read(page('<link rel="canonical" href="https://www.rudaw.net/english/1">'), tmp_path)
    assert report.outlet == "Rudaw"


def test_the_page_states_its_encoding(tmp_path: Path) -> None:
    source = page(
        '<meta charset="windows-1251">',
        PARAGRAPH + "<p>Глава города сообщил, что никто не пострадал при ударе по складу.</p>",
    )
    report = report_of(source.encode("cp1251"), ".html", tmp_path)
    assert "Глава города сообщил" in report.text


def test_a_page_is_a_page_under_any_name(tmp_path: Path) -> None:
    assert report_of(page(HEAD), ".txt", tmp_path).media_type == "text/html"


HOSTILE = {
    "deep": "<div>" * 100_000 + PARAGRAPH,
    "deep inline": "<p>" + "<b>" * 100_000 + "Three people were hurt by it.",
    "unclosed": f"{PARAGRAPH}<p>and an end that <a href='x",
    "scripts": "<script>x</script>" * 20_000 + PARAGRAPH,
    "entities": "&" * 200_000 + PARAGRAPH,
    "attributes": "<p " + "a=1 " * 100_000 + ">" + PARAGRAPH,
    "angles": "<" * 200_000 + PARAGRAPH,
    "tables": "<table><tr><td>" * 20_000 + "Three people were hurt by it.",
    "comments open": PARAGRAPH + "<!--" * 100_000,
    "nulls": PARAGRAPH.replace(" were ", " we\x00re "),
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_is_read_in_time(body: str, tmp_path: Path) -> None:
    start = time.perf_counter()
    assert "hurt" in read(page("", body), tmp_path).text
    assert time.perf_counter() - start < 20


def test_a_page_without_text(tmp_path: Path) -> None:
    assert "no text on this page" in reason(page("", "<img src='x.png'>"), ".html", tmp_path)


def test_the_plain_way_keeps_blocks_apart() -> None:
    assert (
        visible_text("<p>One &amp; two</p><p>three<br>four <b>fi</b>ve</p><style>x</style>")
        == "One & two\nthree\nfour five"
    )
