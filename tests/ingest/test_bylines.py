"""Lines that say who wrote a report and when."""

from datetime import date

import pytest

from rashomon.ingest.headings import read_headings
from tests.ingest.reading import marked, told

PROSE = "Three people were hurt on Monday when a rocket struck a market in the north of the town, officials and residents said."
TITLE = "Rocket hits market in the north"


def below_title(*lines: str) -> str:
    return "\n".join([TITLE, *lines, "", PROSE, PROSE])


def below_text(*lines: str) -> str:
    return "\n".join([TITLE, PROSE, PROSE, "", *lines])


ABOVE = [
    (("By TARA COPP", "Associated Press"), {"byline": "TARA COPP", "agency": "AP"}),
    (("By Jane Doe / Associated Press",), {"byline": "Jane Doe", "agency": "AP"}),
    (
        ("By Staff Reuters", "Posted August 27, 2021 11:23 am"),
        {"byline": "Staff", "agency": "Reuters", "published": "August 27, 2021"},
    ),
    (("By News Desk - August 30 2021",), {"byline": "News Desk", "published": "August 30 2021"}),
    (("AFP , AP , Wednesday 22 Nov 2023",), {"agency": "AFP", "published": "Wednesday 22 Nov 2023"}),
    (("Jane Roe", "Jan. 03, 2024 • 2 min read"), {"byline": "Jane Roe", "published": "Jan. 03, 2024"}),
    (("The Harbour Line Staff", "08/30/2021"), {"byline": "The Harbour Line Staff", "published": "08/30/2021"}),
    (("Reuters and Staff",), {"byline": "Staff", "agency": "Reuters"}),
    (("Aug 16, 2018 18:24 UTC",), {"published": "Aug 16, 2018"}),
    (("New Delhi, 27 February 2019",), {"published": "27 February 2019"}),
    (("Updated: 05-06-2021",), {"modified": "05-06-2021"}),
]
BELOW = [
    (("Source: Agencies",), {}),
    (("Source: Al-Manar Website",), {"outlet": "Al-Manar"}),
    (("Courtesy: (Reuters)",), {"agency": "Reuters"}),
    (("(Reuters)",), {"agency": "Reuters"}),
    (("Last Update: Monday, 30 December 2019 KSA 00:05 - GMT 21:05",), {"modified": "Monday, 30 December 2019"}),
    (("First published: 01:32 , 12.28.19",), {"published": "12.28.19"}),
    (("© 2024 AFP",), {"agency": "AFP", "published": "2024"}),
    (("© 2024 Harbour Herald. All rights reserved.",), {}),
]


@pytest.mark.parametrize(("lines", "expected"), ABOVE, ids=[lines[0] for lines, _ in ABOVE])
def test_credit_lines_above_the_text(lines: tuple[str, ...], expected: dict[str, str]) -> None:
    text = below_title(*lines)
    assert told(text) == {"title": TITLE} | expected
    assert marked(text) == ["\n".join(lines)]


@pytest.mark.parametrize(("lines", "expected"), BELOW, ids=[lines[0] for lines, _ in BELOW])
def test_credit_lines_below_the_text(lines: tuple[str, ...], expected: dict[str, str]) -> None:
    text = below_text(*lines)
    assert told(text) == {"title": TITLE} | expected
    assert marked(text) == ["\n".join(lines)]


def test_every_clue_stands_where_it_says() -> None:
    text = below_title("By Jane Doe / Associated Press", "Posted August 27, 2021 11:23 am | Updated: August 28, 2021")
    clues = {clue.field: text[clue.start : clue.end] for clue in read_headings(text).clues if clue.start < clue.end}
    assert clues["byline"] == "Jane Doe"
    assert clues["published"] == "August 27, 2021"
    assert clues["modified"] == "August 28, 2021"


def test_an_agency_at_the_very_end() -> None:
    for ending in (" - AFP.", " (AFP)", " AFP"):
        text = f"{TITLE}\n{PROSE}\n{PROSE}{ending}"
        assert told(text)["agency"] == "AFP"
        assert marked(text) == [ending.strip()]


def test_a_copyright_line_bounds_the_year_only() -> None:
    when = next(clue.when for clue in read_headings(below_text("© 2024 AFP")).clues if clue.field == "published")
    assert when is not None
    assert (when.start, when.end, when.words) == (date(2024, 1, 1), date(2024, 12, 31), "© 2024 AFP")


@pytest.mark.parametrize(
    "text",
    [
        below_title("By the time the army arrived", "nobody was left"),
        below_title("By Monday, 12 were dead"),
        below_title("What happened"),
        below_title("Sources: three dead"),
        f"{TITLE}\n{PROSE}\nThe group was founded on 3 May 2014 by two brothers from the town, according to people who knew them.",
        f"{TITLE}\n{PROSE}\nThe shop belongs to a man who said that he had once worked for Michael R. Bloomberg.",
        f"{TITLE}\n3 May 2014\n{PROSE}\n4 May 2014\n{PROSE}\n7 June 2015\n{PROSE}",
    ],
)
def test_prose_and_chronicles_date_nothing(text: str) -> None:
    assert told(text) == {"title": TITLE}
    assert marked(text) == []


def test_a_text_in_capitals_credits_nobody() -> None:
    text = f"{PROSE.upper()}\nTHE AREA IS HELD\nBY THE VALLEY FRONT AND THE HILL GROUPS\n{PROSE.upper()}"
    assert told(text) == {}


@pytest.mark.parametrize(
    "line",
    [
        TITLE,
        '"We saw fire": people tell of the raid',
        "Who fired?",
        "12 hurt as rocket hits market, army says",
        "MARKET HIT BY ROCKET",
    ],
)
def test_a_first_line_like_a_headline_is_the_title(line: str) -> None:
    expected = {} if len(line) < 12 else {"title": line}
    assert told(f"{line}\n\n{PROSE}") == expected


@pytest.mark.parametrize(
    "line", [PROSE, "It ended badly there.", "Nobody was hurt, he said:", "- a bullet that lists", "Advertisement"]
)
def test_a_first_line_that_is_no_headline(line: str) -> None:
    assert "title" not in told(f"{line}\n\n{PROSE}") or line == "Advertisement"
    assert told(f"{line}\n\n{PROSE}").get("title") != line


def test_a_section_above_the_title_is_furniture() -> None:
    text = f"World\n\n{TITLE}\n\n{PROSE}"
    assert told(text) == {"title": TITLE}
    assert marked(text) == ["World"]
