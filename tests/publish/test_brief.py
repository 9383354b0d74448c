"""The brief: a paragraph from cells alone, with numbered sources."""

import re
from dataclasses import replace

from rashomon.model import Account, Claimant, Ledger
from rashomon.publish.brief import brief_of
from rashomon.publish.markdown import incident_markdown
from tests.publish.fixtures import exhibit

LEDGER = exhibit().ledger
STRIKE = LEDGER.incidents[0]
KILLED = STRIKE.questions[0]


def told(*accounts: Account, finding: str = "compatible", question: str = "killed") -> str:
    """What the brief says of one question."""
    answered = replace(KILLED, question=question, finding=finding, accounts=accounts)  # type: ignore[arg-type]
    paragraph = brief_of(LEDGER, replace(STRIKE, questions=(answered,))).paragraph
    return paragraph.partition("]. ")[2]


def by(name: str, **fields: object) -> Account:
    values = {"claimant": Claimant(name=name), "status": "stated", "who": "people", **fields}
    return replace(KILLED.accounts[0], **values)  # type: ignore[arg-type]


def test_a_dispute_is_told_as_one_with_both_sides_and_their_sources() -> None:
    said = told(by("the army", low=16, high=16), by("a monitor", low=23, high=23), finding="contradicts")
    assert re.fullmatch(
        r"Accounts differ: the army says 16 people were killed \[1, 3\]; a monitor says 23 people were killed \[1, 3\]\.",
        said,
    )


def test_who_says_the_same_stands_together() -> None:
    assert told(by("the army", low=2, high=2), by("a monitor", low=2, high=2)).startswith(
        "The army and a monitor say 2 people were killed"
    )


def test_numbers_are_worded_as_what_they_are() -> None:
    assert "says 1 person was killed" in told(by("x", low=1, high=1))
    assert "says no soldiers were killed" in told(by("x", low=0, high=0, who="soldiers"))
    assert "says the number killed was “dozens”" in told(by("x", low=None, high=None, hedge="dozens"))
    assert "were killed (unconfirmed)" in told(by("x", low=3, high=3, status="unconfirmed"))
    assert "says 12 rockets were used" in told(by("x", low=12, high=12, who="rockets"), question="munitions")


def test_words_are_worded_by_their_question() -> None:
    values = {"notified": "not told before; told only after", "responsibility": "not Olden", "lawful": "unlawful"}
    said = {question: told(by("x", value=value), question=question) for question, value in values.items()}
    assert "the government was not told before and the government was told only after" in said["notified"]
    assert "it was not done by Olden" in said["responsibility"]
    assert "it was unlawful" in said["lawful"]


def test_a_part_is_left_out_where_the_whole_is_told() -> None:
    said = told(by("x", low=9, high=9), by("y", low=2, high=2, partial=True))
    assert "9 people" in said
    assert "2 people" not in said


def test_every_number_in_brackets_is_a_source_and_every_source_is_cited() -> None:
    brief = brief_of(LEDGER, STRIKE)
    cited = {int(n) for group in re.findall(r"\[([\d, ]+)\]", brief.paragraph) for n in group.split(", ")}
    assert cited == set(range(1, len(brief.sources) + 1))
    assert any(
        source == "Harbour Gazette, “Strike kills “at least 17” near Tel Sarw”, 2021-02-27" for source in brief.sources
    )


def test_signs_of_markdown_in_the_words_of_reports_are_harmless() -> None:
    headings = tuple(replace(heading, title="# <b>*bold*</b>") for heading in LEDGER.reports)
    text = incident_markdown(Ledger(reports=headings, incidents=LEDGER.incidents), STRIKE)
    assert "<b>" not in text
    assert "\\*bold\\*" in text
