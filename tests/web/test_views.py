"""The matrix of an incident, and the marked text of a report."""

from dataclasses import replace
from time import monotonic

import pytest

from rashomon.model import Account, Answered, Claimant, Descent, Excerpt, Ledger, Passage, ReportHeading, TimeInterval
from rashomon.publish.words import OWN_VOICE
from rashomon.web.views.copied import copies_of
from rashomon.web.views.marked import Marked, marked_report
from rashomon.web.views.matrix import matrix_of
from tests.builders import find, make_attribution, make_reading, make_report
from tests.publish.fixtures import exhibit

STRIKE = exhibit().ledger.incidents[0]
NAMES = {
    "John Kirby": Claimant(name="John Kirby", actor="person.john_kirby", role="White House spokesman"),
    "Pentagon": Claimant(name="Pentagon", actor="usa.dod"),
    "Government of Iraq": Claimant(name="Government of Iraq", actor="irq.gov"),
    "somebody": Claimant(name="somebody", anonymous=True),
    "Alma Roe": Claimant(name="Alma Roe"),
    OWN_VOICE: None,
}


def account(name: str, number: int) -> Account:
    """A toll by one of the names."""
    return Account(
        id=f"c{name}{number}", claimant=NAMES[name], stance="asserts", reports=("r1",), evidence=(),
        independent_origins=1, low=number, high=number,
    )  # fmt: skip


def asked(
    question: str, *accounts: Account, finding: str = "agrees", between: tuple[tuple[str, str], ...] = ()
) -> Answered:
    """A question with its accounts."""
    return Answered(question=question, finding=finding, reason="", accounts=accounts, between=between)  # type: ignore[arg-type]


def test_sides_stand_in_their_order_and_whoever_answers_most_comes_first() -> None:
    incident = replace(
        STRIKE,
        initiators=("United States",),
        targets=("Iraq",),
        questions=(
            asked("killed", *(account(name, 1) for name in reversed(NAMES))),
            asked("wounded", account("Pentagon", 2), account("Pentagon", 3)),
            asked("lawful"),
        ),
    )
    matrix = matrix_of(incident)
    assert [(side.name, side.part, [column.name for column in side.columns]) for side in matrix.sides] == [
        ("United States", "named as doing it", ["Pentagon", "John Kirby"]),
        ("Iraq", "hit", ["Government of Iraq"]),
        ("Others", "", ["Alma Roe"]),
        ("Unnamed sources", "", ["somebody"]),
        ("The outlets themselves", "", ["Reports"]),
    ]
    assert [[len(cell) for cell in line.cells] for line in matrix.lines] == [[1] * 6, [2, 0, 0, 0, 0, 0]]
    assert matrix.unanswered == ("lawful",)


def test_every_account_has_its_cell_and_those_that_contradict_are_marked() -> None:
    matrix = matrix_of(STRIKE)
    held = {one.account.id: one.against for line in matrix.lines for cell in line.cells for one in cell}
    assert held.keys() == {a.id for answered in STRIKE.questions for a in answered.accounts}
    assert {id for id, against in held.items() if against} == {
        id for answered in STRIKE.questions for pair in answered.between for id in pair
    }


def test_the_questions_that_part_can_stand_alone_contradictions_first() -> None:
    revised = replace(STRIKE.questions[1], finding="revised")
    incident = replace(STRIKE, questions=(revised, *STRIKE.questions[2:]))
    assert [line.answered.question for line in matrix_of(incident).parted] == ["notified", "wounded"]
    alone = matrix_of(incident, only_parted=True)
    assert [line.answered.question for line in alone.lines] == ["wounded", "notified"]
    assert {column.name for column in alone.columns} == {
        account.claimant.name for line in alone.lines for account in line.answered.accounts if account.claimant
    }


def test_whoever_says_the_same_on_one_side_stands_together() -> None:
    by, against = "initiator", "target"
    accounts = (
        replace(account("John Kirby", 3), side=by),
        replace(account("Government of Iraq", 5), side=against),
        replace(account("Pentagon", 2), side=by),
        replace(account("Alma Roe", 3), side=by),
        account(OWN_VOICE, 3),
        account("somebody", 7),
    )
    matrix = matrix_of(replace(STRIKE, questions=(asked("killed", *accounts),)))
    assert [caption.partition(" ")[0] for caption in matrix.captions] == ["By", "Against", "Others", "The"]
    assert [[(one.speaker, one.leads) for one in side] for side in matrix.lines[0].by_side] == [
        [("Pentagon", True), ("John Kirby", True), ("Alma Roe", False)],
        [("Government of Iraq", True)],
        [("somebody", True)],
        [("Reports", True)],
    ]
    assert sorted(one.letter for side in matrix.lines[0].by_side for one in side) == list("abcdef")


def test_only_a_crowd_of_claimants_is_put_together_unasked() -> None:
    few = matrix_of(replace(STRIKE, questions=(asked("killed", *(account(name, 1) for name in NAMES)),)))
    named = (replace(account("Alma Roe", 1), id=f"c{n}", claimant=Claimant(name=f"Roe {n}")) for n in range(8))
    assert (few.crowded, matrix_of(replace(STRIKE, questions=(asked("killed", *named),))).crowded) == (False, True)


TEXT = "🚁 Ada said “Two died, Bo told her that nobody fled”.\r\n\r\nÉté: Bo denied it.\n"


@pytest.fixture
def marked() -> Marked:
    """A report in which one claim stands inside another, and characters outside the basic plane before both."""
    report = make_report(TEXT)
    reading = make_reading(
        report,
        attributions=(
            make_attribution(report, "Ada", "said", "Two died, Bo told her that nobody fled"),
            make_attribution(report, "Bo", "told", "nobody fled"),
            make_attribution(report, "Bo", "denied", "it"),
        ),
    )
    return marked_report(report, reading, (), (1, 10**8))


def test_the_pieces_joined_are_the_lines_of_the_text(marked: Marked) -> None:
    lines = ["".join(segment.text for segment in paragraph) for paragraph in marked.paragraphs]
    assert lines == [line for line in TEXT.splitlines(keepends=True) if line.strip()]
    for paragraph in marked.paragraphs:
        for segment in paragraph:
            assert TEXT[segment.start : segment.start + len(segment.text)] == segment.text


def test_of_claims_within_claims_the_innermost_is_drawn_and_both_are_tagged(marked: Marked) -> None:
    segments = {segment.text: segment for paragraph in marked.paragraphs for segment in paragraph}
    assert {"claim", "look2", "here"} <= set(segments["nobody fled"].kinds.split())
    assert "look1" not in segments["nobody fled"].kinds
    assert [(mark.tag, mark.target) for mark in segments["nobody fled"].begins] == [("B", "speaker-B")]
    assert [mark.tag for mark in segments["Two died, "].begins] == ["A"]
    assert [(speaker.letter, speaker.name, speaker.claims) for speaker in marked.speakers] == [
        ("A", "Ada", 1),
        ("B", "Bo", 2),
    ]


def test_a_report_that_nobody_read_has_its_text() -> None:
    report = make_report(TEXT)
    shown = marked_report(report, None, (), (0, 0))
    assert [segment.kinds for paragraph in shown.paragraphs for segment in paragraph] == ["", ""]
    assert (shown.speakers, shown.here) == ((), False)


def test_what_was_taken_is_shaded_and_what_was_given_is_told() -> None:
    one, other = make_report("A bridge fell. Nobody saw it.", "one"), make_report("A bridge fell. Rain.", "other")
    headings = tuple(
        ReportHeading(id=report.id, name=report.name, outlet=None, title=None, published=TimeInterval())
        for report in (one, other)
    )
    passage = Passage(
        copy=Excerpt(report=other.id, span=find(other, "A bridge fell.")),
        source=Excerpt(report=one.id, span=find(one, "A bridge fell.")),
        likeness=1.0,
    )
    descent = Descent(
        copy=other.id, source=one.id, kind="passage", share=0.5, direction="dated", reason="It is later.",
        passages=(passage,),
    )  # fmt: skip
    ledger = Ledger(reports=headings, borrowed=(descent,))
    taken, given = copies_of(other.id, ledger), copies_of(one.id, ledger)
    assert [(shared.taken, shared.other.name) for shared in (*taken, *given)] == [(True, "one"), (False, "other")]
    kinds = [segment.kinds for line in marked_report(other, None, taken, (0, 0)).paragraphs for segment in line]
    assert kinds == ["copied", ""]
    assert [s.kinds for line in marked_report(one, None, given, (0, 0)).paragraphs for s in line] == [""]


def test_a_very_long_report_is_marked_in_one_walk() -> None:
    report = make_report("Ada said it. " * 20_000)
    attributions = tuple(
        replace(
            make_attribution(report, "Ada", "said", "it"),
            id=f"a{n}",
            content=(report.span(n * 13 + 9, n * 13 + 11),),
        )
        for n in range(20_000)
    )
    begun = monotonic()
    shown = marked_report(report, make_reading(report, attributions=attributions), (), (0, 0))
    assert monotonic() - begun < 10
    assert sum(bool(segment.begins) for segment in shown.paragraphs[0]) == 20_000
