"""What happened, and what was only planned, threatened, denied or supposed."""

import pytest

from rashomon.model import Attribution
from tests.read.incidents.reading import mention, mentions, report_of


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Jets bombed the camp.", "bombed", "happened"),
        ("The army denied bombing the camp.", "bombing", "denied"),
        ("The army did not attack the village.", "attack", "denied"),
        ("There was no second explosion, the mayor said.", "explosion", "denied"),
        ("The rebels denied involvement in the attacks on the embassy.", "attacks", "happened"),
        ("The group threatened to attack the capital.", "attack", "threatened"),
        ("Iran vowed to retaliate.", "retaliate", "threatened"),
        ("Moscow vowed to answer the shelling of the city.", "shelling", "happened"),
        ("The cell was planning to attack a market.", "attack", "planned"),
        ("Rebels could attack the town again.", "attack", "hypothetical"),
        ("The town fears a possible attack.", "attack", "hypothetical"),
        ("Turkey often carries out air strikes in the hills.", "air strikes", "background"),
        ("The convoy was attacked in March and has been attacked in the past.", "attacked", "happened"),
    ],
)
def test_reality(text: str, trigger: str, expected: str) -> None:
    assert mention(text, trigger).reality == expected


def test_the_content_of_a_denial_that_was_read_before_is_denied() -> None:
    text = "That it struck a clinic the coalition has always contested."
    report = report_of(text)
    start = text.index("it struck")
    denial = Attribution(
        id="a1",
        source=(),
        cue=(),
        content=(report.span(start, start + len("it struck a clinic")),),
        stance="denies",
        claimant=None,
    )
    assert mentions(text)[0].reality == "happened"
    assert mentions(text, (denial,))[0].reality == "denied"


@pytest.mark.parametrize(
    ("text", "trigger", "series"),
    [
        ("More than 90 attacks since mid-October were counted.", "attacks", True),
        ("Dozens of operations on US bases followed.", "operations", True),
        ("It was in answer to rocket attacks; a series of attacks on bases.", "attacks", False),
        ("The attack on the base was the worst.", "attack", False),
        ("US strikes on Friday killed 46 fighters.", "strikes", False),
        ("The militia has fired rockets at the base in recent weeks.", "fired", True),
    ],
)
def test_series(text: str, trigger: str, series: bool) -> None:
    assert mention(text, trigger).series is series


def test_the_attacks_recall_a_series() -> None:
    text = "More than 90 attacks on bases were counted.\n\nThe attacks began in October."
    assert [m.series for m in mentions(text)] == [True, True]
