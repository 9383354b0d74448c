"""Speech that runs on: over sentences, over paragraphs, and paragraphs that are only a quotation."""

from tests.read.attribution.reading import only, read


def test_quoted_sentences_that_follow_belong_to_the_speech() -> None:
    found = only("“The road is closed,” the mayor said. “Nobody can pass. We wait for help.”")
    assert found.content == "“The road is closed,” “Nobody can pass. We wait for help.”"


def test_speech_that_begins_sentences_before_its_cue() -> None:
    found = only("“The road is closed. Nobody can pass,” the mayor said.")
    assert found.content == "“The road is closed. Nobody can pass,”"


def test_a_quotation_runs_over_paragraphs() -> None:
    found = only("The mayor said: “The road is closed.\n\n“Nobody can pass.”")
    assert [piece.text for piece in found.attribution.content] == ["“The road is closed.", "“Nobody can pass.”"]


def test_a_quotation_announced_by_a_colon_in_the_paragraph_before() -> None:
    found = only("The mayor said:\n\n“The road over the pass is closed.”")
    assert found.content == "“The road over the pass is closed.”"


def test_an_orphan_quotation_belongs_to_the_last_speaker() -> None:
    _, orphan = read(
        "The mayor, Ana Reyes, said that the road was closed.\n\n“Nobody can pass before the snow is cleared away.”"
    )
    assert orphan.attribution.source == orphan.attribution.cue == ()
    assert orphan.claimant == "Ana Reyes"
    assert orphan.attribution.rule.endswith("/orphan-quotation")


def test_a_quoted_paragraph_before_any_speaker_is_left_alone() -> None:
    assert read("“Nobody can pass before the snow is cleared away.”\n\nThe road is long.") == ()


def test_doubled_apostrophes_are_quotation_marks() -> None:
    found = only("''The road is closed,'' the mayor said.")
    assert found.attribution.speech == "direct"


def test_single_marks_quote_and_apostrophes_do_not() -> None:
    assert only("‘The road is closed,’ the mayor said.").attribution.speech == "direct"
    assert only("The ministers' envoy said the road's end was near.").attribution.speech == "indirect"


def test_speech_is_direct_indirect_or_mixed() -> None:
    assert only('The mayor said: "The road is closed."').attribution.speech == "direct"
    assert only("The mayor said the road was closed.").attribution.speech == "indirect"
    assert only('The mayor said the road was "closed for good" this winter.').attribution.speech == "mixed"


def test_cues_inside_quotation_marks_are_the_speakers_own_words() -> None:
    found = only("“The driver said he saw nothing,” the mayor added.")
    assert found.source == "the mayor"
