"""Marks never change the words that they stand on."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Attribution, Claimant, Evidence, Span
from rashomon.publish.marks import SIGNS, outside, pieces
from tests.builders import make_report
from tests.publish.fixtures import exhibit

REPORT = make_report("He told Meridian News that one fighter was killed. “It was four,” he added.")
SIZE = len(REPORT.text)


def spans() -> st.SearchStrategy[Span]:
    return st.tuples(st.integers(0, SIZE - 1), st.integers(1, 20)).map(
        lambda drawn: REPORT.span(drawn[0], min(SIZE, drawn[0] + drawn[1]))
    )


def roles() -> st.SearchStrategy[tuple[Span, ...]]:
    return st.lists(spans(), max_size=2).map(tuple)


@given(spans(), spans(), roles(), roles(), roles())
def test_the_pieces_are_the_sentence(
    sentence: Span, value: Span, source: tuple[Span, ...], cue: tuple[Span, ...], content: tuple[Span, ...]
) -> None:
    attribution = Attribution(
        id="a", source=source, cue=cue, content=content, stance="asserts", claimant=Claimant(name="he")
    )
    evidence = Evidence(report=REPORT.id, span=value, sentence=sentence)
    cut = pieces(evidence, attribution)
    assert "".join(piece.text for piece in cut) == sentence.text
    opened = sum(len(piece.opens) for piece in cut)
    assert opened == sum(len(piece.closes) for piece in cut)
    assert all(span.start >= sentence.end or span.end <= sentence.start for span in outside(evidence, attribution))


def test_each_role_has_signs_of_its_own() -> None:
    strike = exhibit().ledger.incidents[0]
    evidence = strike.questions[0].accounts[1].evidence[0]
    attribution = exhibit().backing.attributions[evidence.attribution or ""]
    signed = "".join(piece.signed for piece in pieces(evidence, attribution))
    assert signed == (
        "[A militia official close to the Northern Front] {told} Meridian News that "
        "‹»one« fighter was killed and four were wounded›."
    )
    assert len({sign for signs in SIGNS.values() for sign in signs}) == 2 * len(SIGNS)


def test_a_speaker_of_another_sentence_is_told_apart() -> None:
    attribution = Attribution(
        id="a",
        source=(REPORT.span(0, 2),),
        cue=(REPORT.span(68, 73),),
        content=(REPORT.span(52, 63),),
        stance="asserts",
        claimant=None,
    )
    evidence = Evidence(report=REPORT.id, span=REPORT.span(59, 63), sentence=REPORT.span(51, SIZE))
    assert [span.text for span in outside(evidence, attribution)] == ["He"]
