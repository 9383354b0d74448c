"""Figures as answers to the question how many."""

from rashomon.codebook.questions import questions
from rashomon.model import Figure, Reading, ReportedIncident
from rashomon.reconcile.answers import Told
from rashomon.reconcile.numbers import read_numbers
from tests.builders import find, make_report

REPORT = make_report("Two women and three children were killed.")
INCIDENT = ReportedIncident(id="i1", type="other", main=True)


def _range(*, addends: tuple[str, ...]) -> tuple[int | None, int | None]:
    figure = Figure(
        id="f1", incident="i1", outcome="killed", low=5, high=5, who="people", partial=False,
        span=find(REPORT, "Two women and three children"), status="derived", addends=addends,
    )  # fmt: skip
    reading = Reading(report=REPORT.id, reader="test", incidents=(INCIDENT,), figures=(figure,))
    killed = next(entry for entry in questions() if entry.question.id == "killed")
    [answer] = read_numbers(killed, Told(report=REPORT, reading=reading, incident=INCIDENT))
    return answer.low, answer.high


def test_the_sum_of_a_list_rules_out_only_smaller_tolls() -> None:
    assert _range(addends=("a", "b")) == (5, None)
    assert _range(addends=()) == (5, 5)
