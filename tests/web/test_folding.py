"""A crowded matrix is folded so that it can be read, and nothing of it is lost: each account is one step away."""

import html
import re
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Account, Answered, Claimant, Incident
from rashomon.web.views.folding import EVERYTHING, MOST_BESIDE, MOST_HELD, folded
from rashomon.web.views.matrix import matrix_of
from tests.publish.fixtures import exhibit
from tests.web.conftest import Open
from tests.web.scattered import REPORT, TOWN, incident_at, keep_incidents

STRIKE = exhibit().ledger.incidents[0]


def answered(question: str, told: list[tuple[int, int]]) -> Answered:
    """A question that is answered by claimants with these numbers, each giving this figure."""
    accounts = tuple(
        Account(
            id=f"{question}{n}", claimant=Claimant(name=f"Roe {who}"), stance="asserts", reports=(REPORT.id,), evidence=(),
            independent_origins=1, low=low, high=low,
        )
        for n, (who, low) in enumerate(told)
    )  # fmt: skip
    return Answered(question=question, finding="contradicts", reason="", accounts=accounts)


def crowded(*told: list[tuple[int, int]]) -> Incident:
    """An incident with these answers to how many were killed and wounded."""
    return replace(STRIKE, questions=tuple(map(answered, ("killed", "wounded"), told)))


TOLD = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 15)), max_size=80)


@given(killed=TOLD, wounded=TOLD)
def test_few_are_shown_of_many_and_all_of_them_on_demand(
    killed: list[tuple[int, int]], wounded: list[tuple[int, int]]
) -> None:
    whole = matrix_of(crowded(killed, wounded))
    for by_sides in (False, True):
        shown, fold = folded(whole, by_sides=by_sides)
        assert len(shown.columns) + fold.left_out == len(whole.columns)
        assert by_sides or len(shown.columns) <= MOST_BESIDE
        for line in shown.lines:
            for held in line.by_side if by_sides else line.cells:
                few = fold.shown(line, held)
                assert len(few) == min(len(held), MOST_HELD)
                assert [one for one in held if one in few] == list(few)
                said = {one.account.low for one in held}
                assert not by_sides or len({one.account.low for one in few}) == min(len(said), MOST_HELD)
        everything, open_fold = folded(whole, unfolded=EVERYTHING, by_sides=by_sides)
        assert everything == whole
        assert all(open_fold.shown(line, held) == held for line in everything.lines for held in line.by_side)
        _, one = folded(whole, unfolded="killed", by_sides=by_sides)
        assert all(one.shown(line, held) == held for line in whole.lines[:1] for held in line.by_side if killed)


def test_those_who_say_least_have_no_column_and_the_others_keep_their_order() -> None:
    told = [(who, 1) for who in range(MOST_BESIDE + 3)]
    whole = matrix_of(crowded(told, told[5:]))
    shown, fold = folded(whole, by_sides=False)
    assert fold.left_out == 3
    assert [column for column in whole.columns if column in shown.columns] == list(shown.columns)
    assert all(len(line.cells) == len(shown.columns) for line in shown.lines)
    busy = {f"Roe {who}" for who, _ in told[5:]}
    assert busy <= {column.name for column in shown.columns}


def test_the_page_leads_from_a_folded_cell_to_all_of_it_and_opens_what_is_asked_for(
    open_workbench: Open, tmp_path: Path
) -> None:
    path = tmp_path / "crowded.db"
    questions = crowded([(n, n % 15) for n in range(40)], [(n, 1) for n in range(12)]).questions
    keep_incidents(path, [replace(incident_at("x0", TOWN), questions=questions)])
    client = open_workbench(path)

    def shown(**asked: str) -> set[str]:
        return set(re.findall(r"/incidents/x0/cells/(\w+)", client.get("/incidents/x0", params=asked).text))

    every = {account.id for question in questions for account in question.accounts}
    assert len(shown()) == 2 * MOST_HELD
    assert shown(whole="all") == shown(whole="all", across="claimants") == every
    assert {id for id in every if id.startswith("wounded")} < shown(whole="wounded") < every
    text = client.get("/incidents/x0").text
    leads = {html.unescape(to) for to in re.findall(r'class="more" href="([^"]*)"', text)}
    assert leads == {f"/incidents/x0?whole={question}#q-{question}" for question in ("killed", "wounded")}
    assert "32 more accounts" in text and "16 claimants" in client.get("/incidents/x0?across=claimants").text
    hidden = min(every - shown())
    assert hidden in shown(cell=hidden) and len(shown(cell=hidden)) == len(shown())
    assert hidden in shown(cell=hidden, across="claimants")
