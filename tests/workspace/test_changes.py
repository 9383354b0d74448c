"""What has changed about one incident, on a strike whose reports came at three times."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon import Workspace
from rashomon.errors import UsageMistaken
from rashomon.model import Claimant
from rashomon.publish.changes import Changes, changes_json
from rashomon.publish.difference import Changed, difference
from rashomon.workspace import Deed
from rashomon.workspace.changing import instant_of
from tests.reconcile.weight.strikes import PENTAGON, RUSSIA, SOHR, Told, toll
from tests.reconcile.weight.strikes import ledger as ledger_of
from tests.workspace.arriving import CAME, EMBER, FIRST, FLINT, GABLE, SECOND, THIRD, keep_arriving

LATER = "2024-03-20T10:00:00+00:00"


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Workspace]:
    """The strike, opened."""
    keep_arriving(tmp_path / "came.db", *CAME)
    with Workspace(tmp_path / "came.db") as opened:
        yield opened


def strike(work: Workspace) -> str:
    (row,) = work.incidents().rows
    return row.incident.id


def killed(changes: Changes) -> Changed:
    return next(one for one in changes.questions if one.answered.question == "killed")


def test_by_default_it_counts_from_when_reports_last_came(work: Workspace) -> None:
    changes = work.changes(strike(work))
    assert changes.arrived.since == THIRD
    assert [(moment.when, moment.reports) for moment in changes.arrived.moments] == [
        (THIRD, 2), (SECOND, 1), (FIRST, 1),
    ]  # fmt: skip
    assert {heading.name for heading in changes.reports} == {"Gable", "Heath"}
    assert (changes.arrived.known, changes.arrived.undated) == (2, 0)
    (revised,) = killed(changes).revised
    assert (revised.account.low, revised.before) == (12, ("9",))
    (again,) = changes.repeated
    assert (again.account.claimant, again.reports) == (PENTAGON, (GABLE[0].id,))


def test_another_day_tells_of_a_dispute_that_came_with_it(work: Workspace) -> None:
    changes = work.changes(strike(work), "2024-03-08")
    assert changes.arrived.known == 1
    assert killed(changes).newly_disputed
    assert {account.claimant for account in killed(changes).new} == {SOHR}
    assert not killed(changes).revised, "9 and 12 are both new to whoever knew neither"


def test_before_everything_all_is_new_and_after_everything_nothing_is(work: Workspace) -> None:
    everything = work.changes(strike(work), "2024-01-01")
    assert (everything.arrived.known, len(everything.reports)) == (0, 4)
    assert (everything.facts, everything.repeated) == ((), ())
    nothing = work.changes(strike(work), "2030-01-01")
    assert not nothing.changed
    assert (nothing.reports, nothing.judgements) == ((), ())


def test_a_judgement_changes_it_and_undoing_brings_it_back(work: Workspace) -> None:
    incident = strike(work)
    (heath,) = (a for a in killed(work.changes(incident)).answered.accounts if a.low == 12)
    made = work.judge("reject", heath.id, deed=Deed(who="Ines", why="A slip.", when=LATER))
    changes = work.changes(incident, "2024-03-19")
    assert [one.id for one in changes.judgements] == [made.id]
    assert ("12" in {gone.value for gone in killed(changes).gone}) and not changes.reports
    work.judge("withdraw", made.id, deed=Deed(who="Ines", when="2024-03-21T10:00:00+00:00"))
    undone = work.changes(incident, "2024-03-21")
    assert [one.decision for one in undone.judgements] == ["withdraw"]
    assert 12 in {account.low for one in undone.questions for account in one.new} | {
        one.account.low for question in undone.questions for one in question.revised
    }
    assert not work.changes(incident, "2024-03-19").changed, "what was rejected and brought back is as it was"


def test_reports_that_came_at_once_are_held_against_what_people_judged_since(tmp_path: Path) -> None:
    keep_arriving(tmp_path / "once.db", (FIRST, EMBER), (FIRST, FLINT))
    with Workspace(tmp_path / "once.db") as work:
        incident = strike(work)
        assert work.changes(incident).arrived.since is None
        account = next(a for q in work.incident(incident).questions for a in q.accounts)
        made = work.judge("reject", account.id, deed=Deed(who="Ines", when=LATER))
        changes = work.changes(incident)
    assert changes.arrived.since == LATER
    assert [moment.reports for moment in changes.arrived.moments] == [0, 2]
    assert (changes.judgements, changes.arrived.known) == ((made,), 2)


def test_reports_of_which_it_is_not_known_when_they_came_count_as_known(tmp_path: Path) -> None:
    keep_arriving(tmp_path / "old.db", (None, EMBER), (SECOND, FLINT))
    with Workspace(tmp_path / "old.db") as work:
        changes = work.changes(strike(work))
    assert (changes.arrived.since, changes.arrived.known, changes.arrived.undated) == (SECOND, 1, 1)
    assert killed(changes).newly_disputed


def test_where_nobody_knows_when_anything_came_nothing_is_said(tmp_path: Path) -> None:
    keep_arriving(tmp_path / "old.db", (None, EMBER), (None, FLINT))
    with Workspace(tmp_path / "old.db") as work:
        changes = work.changes(strike(work))
    assert (changes.arrived.since, changes.arrived.moments, changes.changed) == (None, (), False)


@pytest.mark.parametrize("since", ["soon", "2024-13-01", "05.01.2024", "", "2024-03-01T99:00"])
def test_what_is_no_day_is_refused_with_a_sentence(work: Workspace, since: str) -> None:
    with pytest.raises(UsageMistaken, match="is no day and no instant"):
        work.changes(strike(work), since)


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("2024-03-08", "2024-03-08"),
        ("2024-03-08T10:00:00Z", "2024-03-08T10:00:00+00:00"),
        ("2024-03-08T10:00", "2024-03-08T10:00:00+00:00"),
        ("2024-03-08T12:00:00+02:00", "2024-03-08T10:00:00+00:00"),
        ("2024-03-08T10:00:00 00:00", "2024-03-08T10:00:00+00:00"),
    ],
)
def test_instants_are_taken_in_any_zone(given: str, meant: str) -> None:
    assert instant_of(given) == meant


def test_an_incident_that_is_not_there_is_no_incident(work: Workspace) -> None:
    with pytest.raises(KeyError):
        work.changes("x0")


def test_json_has_all_of_it(work: Workspace) -> None:
    found = changes_json(work.changes(strike(work)))
    assert found["schema"] == "rashomon.changes/1"
    assert found["since"] == THIRD
    assert found["questions"][0]["revised"][0]["account"]["evidence"][0]["text"]
    assert {report["name"] for report in found["reports"]} == {"Gable", "Heath"}


TOLD = st.lists(
    st.tuples(
        st.sampled_from(["Ember", "Flint", "Gable", "Heath", "Isle"]),
        st.integers(1, 4),
        st.sampled_from([PENTAGON, SOHR, RUSSIA, None]),
        st.integers(1, 3),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda one: (one[0], one[1]),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=TOLD, day=st.integers(1, 4))
def test_it_says_what_the_ledgers_of_both_days_say(
    told: list[tuple[str, int, Claimant | None, int]], day: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    came: list[tuple[int, Told]] = [(when, toll(name, number, who)) for name, number, who, when in told]
    path = tmp_path_factory.mktemp("any") / "any.db"
    keep_arriving(path, *((f"2024-03-0{when}T10:00:00+00:00", one) for when, one in came))
    with Workspace(path) as work:
        changes = [work.changes(row.incident.id, f"2024-03-0{day}") for row in work.incidents().rows]
        ledger = work.ledger()
    before = ledger_of(*(one for when, one in came if when < day))
    slow = {news.incident.id: news.questions for news in difference(before, ledger)[0] if news.questions}
    assert {one.incident.id: one.questions for one in changes if one.questions} == slow
