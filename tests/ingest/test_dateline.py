"""What opens a report: place, day, agency or outlet, all of it furniture."""

import pytest

from tests.ingest.reading import marked, told

PROSE = "Three people were hurt on Monday when a rocket struck a market in the north of the town, officials and residents said."

DATELINES = [
    ("SULAIMANI (ESTA) — ", {"dateline": "SULAIMANI", "outlet": "ESTA"}),
    ("BAGHDAD (AFP) – ", {"dateline": "BAGHDAD", "agency": "AFP"}),
    ("KABUL, Aug 29 (Reuters) - ", {"dateline": "KABUL", "agency": "Reuters", "published": "Aug 29"}),
    ("MOSCOW, April 8. /TASS/. ", {"dateline": "MOSCOW", "agency": "TASS", "published": "April 8"}),
    ("WASHINGTON (AP) — ", {"dateline": "WASHINGTON", "agency": "AP"}),
    ("date 2023-12-26 Shafaq News/ ", {"outlet": "Shafaq News", "published": "2023-12-26"}),
    ("Shafaq News / ", {"outlet": "Shafaq News"}),
    ("(CNN) ", {"outlet": "CNN"}),
    ("KIRKUK: ", {"dateline": "KIRKUK"}),
    ("TEHRAN/BAGHDAD: ", {"dateline": "TEHRAN/BAGHDAD"}),
    ("NAIROBI. - ", {"dateline": "NAIROBI"}),
    ("Kerman, Iran - ", {"dateline": "Kerman, Iran"}),
    ("kyiv, Ukraine (AP) — ", {"dateline": "kyiv, Ukraine", "agency": "AP"}),
    ("Quetta, March 13: ", {"dateline": "Quetta", "published": "March 13"}),
    ("Kunduz (Afghanistan): ", {"dateline": "Kunduz"}),
    ("August 10, 2018 - ", {"published": "August 10, 2018"}),
    (
        "KUNDUZ, Afghanistan - September 4, 2009 - ",
        {"dateline": "KUNDUZ, Afghanistan", "published": "September 4, 2009"},
    ),
    ("April 6 (UPI) -- ", {"published": "April 6", "agency": "UPI"}),
    ("HAVANA (AP)_ ", {"dateline": "HAVANA", "agency": "AP"}),
    ("ALBANY, N.Y., Sept. 26 (UPI) — ", {"dateline": "ALBANY, N.Y.", "published": "Sept. 26", "agency": "UPI"}),
    ("OLD HARBOUR (Harbour Herald) — ", {"dateline": "OLD HARBOUR", "outlet": "Harbour Herald"}),
    ("KABUL (AFP/Reuters) - ", {"dateline": "KABUL", "agency": "AFP"}),
]


@pytest.mark.parametrize(("opening", "expected"), DATELINES, ids=[opening.strip() for opening, _ in DATELINES])
@pytest.mark.parametrize("above", ["", "Rocket hits market\n\n"], ids=["first", "below a title"])
def test_a_dateline_is_read_and_marked(opening: str, expected: dict[str, str], above: str) -> None:
    text = f"{above}{opening}{PROSE}\nNothing else was known.\n"
    found = told(text)
    found.pop("title", None)
    assert found == expected
    assert marked(text) == [opening]


@pytest.mark.parametrize(
    "text",
    [
        "The Popular Forces (PF) - an umbrella of groups - said three of its people had been hurt in the attack on Monday.",
        "STATEMENT - The command confirms that three of its people were hurt in the attack near the town on Monday.",
        "Kirby: We struck the site on Monday because of the attacks on our people there, and we would do it again, he said.",
        "Earlier: Three people were hurt on Monday when a rocket struck a market in the north of the town, officials said.",
        "The raid - which nobody claimed - hurt three people in the north of the town on Monday, officials and residents said.",
        "Police: Gunman had planned the attack on the market in the north of the town for weeks before he struck on Monday.",
        "Three soldiers (all conscripts) were hurt on Monday when a rocket struck their post in the north, officials said.",
        "In a national Northern Times/Valley University poll on Monday, most people said that they did not feel safe at all.",
    ],
)
def test_prose_has_no_dateline(text: str) -> None:
    assert told(text).keys() <= {"title"}
    assert marked(text) == []


def test_speakers_of_a_transcript_are_no_places() -> None:
    turns = "\n".join(
        f"{name}: We have seen the reports about the strike on the market and we are looking into them very carefully."
        for name in ("RYDER", "QUESTION ONE", "RYDER", "MODERATOR")
    )
    assert "dateline" not in told(f"Briefing on the strike\n{turns}")


def test_an_agency_named_after_a_town_is_no_place() -> None:
    body = "BAGHDAD (Meridian) - A drone struck a headquarters on Thursday, and two people were hurt, police said.\n"
    credit = "\u00a9 2024 Meridian News Agency\n"
    assert told(body + credit).get("outlet") == "Meridian"
    assert "outlet" not in told(body)
