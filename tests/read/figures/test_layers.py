"""What a figure takes from the layers before it, and how it stands."""

from dataclasses import replace

from rashomon.model import Attribution, Claimant, IncidentMention, Spans
from tests.read.figures.builders import document_of, figures_of


def _spans(text: str, *pieces: str) -> Spans:
    document = document_of(text)
    return tuple(document.span(text.index(piece), text.index(piece) + len(piece)) for piece in pieces)


def _said(text: str, *, by: str, cue: str, content: str, stance: str = "asserts") -> Attribution:
    return Attribution(
        id=f"a-{by}",
        source=_spans(text, by),
        cue=_spans(text, cue),
        content=_spans(text, content),
        stance=stance,  # type: ignore[arg-type]
        claimant=None if by == "We" else Claimant(name=by),
    )


def _event(text: str, trigger: str) -> IncidentMention:
    return IncidentMention(id=f"m-{trigger}", trigger=_spans(text, trigger), type="other", reality="happened")


def test_the_claimant_is_the_innermost_speaker() -> None:
    text = "Reuters reported that a doctor said six people had been killed. The raid lasted hours."
    outer = _said(text, by="Reuters", cue="reported", content="a doctor said six people had been killed")
    inner = _said(text, by="a doctor", cue="said", content="six people had been killed")
    figure = figures_of(text, (outer, inner), (_event(text, "raid"),))[0]
    assert figure.attribution == "a-a doctor"
    assert figure.claimant == Claimant(name="a doctor")


def test_a_statement_of_nobody_gives_way_to_the_speaker_around_it() -> None:
    text = "Six people are reported to have died, a doctor said. The raid lasted hours."
    inner = replace(_said(text, by="Six people", cue="reported", content="Six people"), claimant=None)
    outer = _said(text, by="a doctor", cue="said", content="Six people are reported to have died")
    figure = figures_of(text, (inner, outer), (_event(text, "raid"),))[0]
    assert figure.claimant == Claimant(name="a doctor")


def test_the_outlets_own_voice_has_no_claimant() -> None:
    text = "The raid killed six people. A doctor said that it went on."
    said = _said(text, by="A doctor", cue="said", content="it went on")
    figure = figures_of(text, (said,), (_event(text, "raid"),))[0]
    assert (figure.claimant, figure.attribution) == (None, None)


def test_a_figure_belongs_to_the_nearest_mention_of_its_sentence() -> None:
    text = "The ambush killed six people, days after a blast that wounded nine. Two later died."
    figures = figures_of(text, (), (_event(text, "ambush"), _event(text, "blast")))
    assert [figure.mention for figure in figures] == ["m-ambush", "m-blast", "m-blast"]


def test_a_figure_before_any_mention_belongs_to_the_first() -> None:
    text = "Six dead in Gao\n\nThe ambush came at dawn, the army said."
    assert figures_of(text, (), (_event(text, "ambush"),))[0].mention == "m-ambush"


def test_a_doubt_in_the_next_sentence_makes_a_toll_unconfirmed() -> None:
    doubted = "The raid killed six people. The toll could not be independently verified."
    assert figures_of(doubted, (), (_event(doubted, "raid"),))[0].status == "unconfirmed"
    other = "The raid killed six people. The army has not confirmed the second blast."
    assert figures_of(other, (), (_event(other, "raid"),))[0].status == "stated"


def test_a_doubt_of_the_outlets_own_makes_a_toll_unconfirmed() -> None:
    text = "We doubt that the raid killed six people."
    said = _said(text, by="We", cue="doubt", content="that the raid killed six people", stance="doubts")
    assert figures_of(text, (said,), (_event(text, "raid"),))[0].status == "unconfirmed"


def test_a_toll_of_a_war_is_background() -> None:
    text = "The raid killed six people. More than 9,000 people have died since 2014."
    statuses = [figure.status for figure in figures_of(text, (), (_event(text, "raid"),))]
    assert statuses == ["stated", "background"]


def test_since_an_attack_is_no_period() -> None:
    text = "Calls for revenge have grown since 26 people were killed in the raid."
    assert figures_of(text, (), (_event(text, "raid"),))[0].status == "stated"


def test_figures_of_a_report_without_incidents_are_background() -> None:
    assert figures_of("Four people were crushed to death; 40 people were hurt.")[-1].status == "background"


def test_the_same_toll_is_told_again_as_derived() -> None:
    text = "The army said the raid killed 13 people. A ministry gave the same toll."
    first, second = figures_of(text, (), (_event(text, "raid"),))
    assert (second.low, second.high, second.status, second.span.text) == (13, 13, "derived", "the same toll")
    assert first.status == "stated"


def test_ids_are_hashes_of_the_place_and_outcome() -> None:
    text = "The raid killed six people and wounded nine."
    once, twice = figures_of(text), figures_of(text)
    assert [figure.id for figure in once] == [figure.id for figure in twice]
    assert len({figure.id for figure in once}) == 2


def test_a_table_run_into_one_line_is_read_in_linear_time() -> None:
    text = "Gao 5 killed, 7 hurt " * 2_000
    assert len(figures_of(text)) > 3_900


def test_a_claim_of_an_act_does_not_cover_the_toll_that_the_outlet_adds() -> None:
    text = "The group claimed the raid on the port, which killed 13 sailors."
    claim = _said(
        text,
        by="The group",
        cue="claimed",
        content="the raid on the port, which killed 13 sailors",
        stance="claims_responsibility",
    )
    (figure,) = figures_of(text, (claim,))
    assert figure.claimant is None


def test_a_content_that_breaks_off_before_the_noun_still_holds_the_figure() -> None:
    text = "A doctor said that the raid left more than forty dead. It lasted hours."
    said = _said(text, by="A doctor", cue="said", content="the raid left more than forty")
    assert figures_of(text, (said,), (_event(text, "raid"),))[0].claimant == Claimant(name="A doctor")
    other = _said(text, by="A doctor", cue="said", content="the raid left more")
    assert figures_of(text, (other,), (_event(text, "raid"),))[0].claimant is None


def test_a_verb_without_its_subject_gives_way_to_a_speaker_and_hearsay_does_not() -> None:
    text = "The mayor said the raid was over and knew of reports of six dead."
    outer = _said(text, by="The mayor", cue="said", content="the raid was over and knew of reports of six dead")
    nobody = Claimant(name="unspecified reports", anonymous=True, plural=True)
    lost = replace(_said(text, by="The mayor", cue="knew", content="six dead"), source=(), claimant=nobody)
    hearsay = replace(lost, cue=_spans(text, "reports"))
    event = _event(text, "raid")
    assert figures_of(text, (outer, lost), (event,))[0].claimant == Claimant(name="The mayor")
    assert figures_of(text, (outer, hearsay), (event,))[0].claimant == nobody


def test_what_is_said_on_after_an_addition_is_the_speakers() -> None:
    act = "it blew up the bridge, which troops held, and that six men died"
    text = f"The group said {act}."
    said = _said(text, by="The group", cue="said", content=act, stance="claims_responsibility")
    assert figures_of(text, (said,), (_event(text, "blew"),))[0].claimant == Claimant(name="The group")
