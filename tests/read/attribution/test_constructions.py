"""How source, cue and content stand to one another: each construction in a sentence of its own."""

import pytest

from tests.read.attribution.reading import only, read


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The harbour ministry said that two boats sank off Port Elan.",
            "The harbour ministry",
            "said",
            "two boats sank off Port Elan",
        ),
        (
            "The army said on Monday the raid killed one fighter and wounded four.",
            "The army",
            "said",
            "the raid killed one fighter and wounded four",
        ),
        (
            'The mayor told reporters: "We will rebuild the bridge."',
            "The mayor",
            "told",
            '"We will rebuild the bridge."',
        ),
        (
            "Rockets killed two people near the port, security officials said.",
            "security officials",
            "said",
            "Rockets killed two people near the port",
        ),
        (
            "The convoy was not the target, said army spokesman Tomas Lindqvist on Saturday.",
            "army spokesman Tomas Lindqvist",
            "said",
            "The convoy was not the target",
        ),
        ("“We saw three jets,” he added.", "he", "added", "“We saw three jets,”"),
        (
            "According to the governor, the blast wounded nine people.",
            "the governor",
            "According to",
            "the blast wounded nine people",
        ),
        (
            "The blast wounded nine people, according to the governor.",
            "the governor",
            "according to",
            "The blast wounded nine people",
        ),
        (
            "The raid was condemned by the foreign ministry.",
            "the foreign ministry",
            "condemned",
            "The raid",
        ),
        (
            "The government accused Norland of shelling the border town.",
            "The government",
            "accused",
            "Norland of shelling the border town",
        ),
        (
            "The council called for an immediate ceasefire.",
            "The council",
            "called for",
            "an immediate ceasefire",
        ),
        (
            "Norland denied any involvement in the explosion.",
            "Norland",
            "denied",
            "any involvement in the explosion",
        ),
        (
            "In her words, the village was emptied within an hour.",
            "her",
            "words",
            "the village was emptied within an hour",
        ),
    ],
)
def test_construction(text: str, source: str, cue: str, content: str) -> None:
    found = only(text)
    assert (found.source, found.cue, found.content) == (source, cue, content)


def test_an_interrupted_quotation_has_two_pieces() -> None:
    found = only("“We must go,” she said, “before the snow comes.”")
    assert [piece.text for piece in found.attribution.content] == ["“We must go,”", "“before the snow comes.”"]


def test_an_interrupted_indirect_statement_has_two_pieces() -> None:
    found = only("The missile, the ministry said, fell into a lake.")
    assert [piece.text for piece in found.attribution.content] == ["The missile", "fell into a lake"]


def test_apposition_belongs_to_the_source() -> None:
    found = only("The navy spokeswoman, Ana Reyes, denied any contact with the ship.")
    assert found.source == "The navy spokeswoman, Ana Reyes,"


@pytest.mark.parametrize(
    "when", ["on Monday", "in a statement", "late on Friday", "in an interview with a local station"]
)
def test_when_and_through_what_it_was_said_is_no_content(when: str) -> None:
    assert only(f"The ministry said {when} that two people died.").content == "two people died"


@pytest.mark.parametrize("lead", ["On Monday,", "For its part,", "In a statement", "Meanwhile,"])
def test_what_leads_in_is_no_source(lead: str) -> None:
    assert only(f"{lead} the ministry said that two people died.").source == "the ministry"


def test_a_dateline_is_no_content() -> None:
    found = only("Title\n\nPORT ELAN (Wire) - Two people died in the raid, police said.")
    assert found.content == "Two people died in the raid"


def test_a_chain_of_verbs_shares_its_source() -> None:
    first, second = read("The president condemned the raid and called for calm.")
    assert (first.source, first.content) == ("The president", "the raid")
    assert (second.source, second.content) == ("The president", "calm")


def test_a_participle_is_a_second_attribution() -> None:
    first, second = read("The ministry denied any contact with the rebels, confirming “16 deaths and 25 injuries”.")
    assert first.content == "any contact with the rebels"
    assert (second.source, second.cue, second.content) == ("The ministry", "confirming", "“16 deaths and 25 injuries”")


def test_a_participle_after_a_closed_quotation() -> None:
    _, second = read('A spokesman said "we were not there," adding that "nobody asked us to come."')
    assert (second.cue, second.content) == ("adding", '"nobody asked us to come."')


def test_a_relative_clause_ends_at_its_comma() -> None:
    found = {f.source: f for f in read("The mayor, who said she was unhurt, told reporters that nine people died.")}
    assert found["who"].content == "she was unhurt"


def test_statements_of_different_stance_behind_one_cue_are_parted() -> None:
    first, second = read(
        "The army acknowledged that it did not warn the town before the strike, and that it told the mayor afterwards."
    )
    assert (first.attribution.stance, second.attribution.stance) == ("denies", "confirms")
    assert first.cue == second.cue == "acknowledged"


@pytest.mark.parametrize(
    ("title", "source", "content"),
    [
        ("Strike kills five in Port Elan: ministry", "ministry", "Strike kills five in Port Elan"),
        ("Defence ministry: single bomber hit the market", "Defence ministry", "single bomber hit the market"),
    ],
)
def test_headline_colon(title: str, source: str, content: str) -> None:
    found = only(f"{title}\n\nNothing else is known about it so far.")
    assert (found.source, found.cue, found.content) == (source, ":", content)


def test_a_topic_before_a_colon_is_no_speaker() -> None:
    assert read("Market bombing: five people die in Port Elan\n\nNothing else is known.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The United States sent two ships to the gulf.",
        "The Daily Post reached the town on Monday.",
        "Two people died when the bridge fell.",
        "No group claimed the attack.",
        "The statement of accounts was two pages long.",
    ],
)
def test_nothing_is_ascribed(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Six sailors died and two were hurt, said rebel commanders and port officials.",
            "rebel commanders and port officials",
            "Six sailors died and two were hurt",
        ),
        (
            "At least 30 lost their homes in the blast, say officials of Elan province.",
            "officials of Elan province",
            "At least 30 lost their homes in the blast",
        ),
        (
            "Two pilots died in the raid, Norland and Sudland officials had said on Monday.",
            "Norland and Sudland officials",
            "Two pilots died in the raid",
        ),
        (
            "The toll has climbed to 16, Tomas Lindqvist, who heads the Elan Observatory, said on Friday.",
            "Tomas Lindqvist, who heads the Elan Observatory,",
            "The toll has climbed to 16",
        ),
        (
            "Three pupils were among the dead, teacher Mara Holt told Channel 9.",
            "teacher Mara Holt",
            "Three pupils were among the dead",
        ),
        (
            "Forty villagers had been killed, the governor charged at the start of the talks.",
            "the governor",
            "Forty villagers had been killed",
        ),
        (
            "According to the harbour ministry, over 700 people, sailors for the most part, have died.",
            "the harbour ministry",
            "over 700 people, sailors for the most part, have died",
        ),
        (
            "Not so, said Tomas Lindqvist of the harbour office: nobody was hurt.",
            "Tomas Lindqvist of the harbour office",
            "nobody was hurt",
        ),
        (
            "The Elan Observatory gives a toll of at least seven dead.",
            "The Elan Observatory",
            "a toll of at least seven dead",
        ),
    ],
)
def test_a_toll_finds_its_speaker_before_and_behind_it(text: str, source: str, content: str) -> None:
    found = only(text)
    assert (found.source, found.content) == (source, content)


def test_what_came_days_before_is_no_part_of_what_is_said() -> None:
    found = only("Two camps were bombed, the army said, days after gunmen killed 40 students.")
    assert found.content == "Two camps were bombed"


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The office is examining claims that ten villagers died.", "", "ten villagers died"),
        ("It followed accounts by fishermen that two boats sank.", "fishermen", "two boats sank"),
        ("The raid followed Norwegian reports that the bridge was hit.", "Norwegian", "the bridge was hit"),
    ],
)
def test_a_noun_ascribes_what_follows_it(text: str, source: str, content: str) -> None:
    found = only(text)
    assert (found.source, found.content, found.attribution.rule) == (source, content, "attribution.rules.5/noun")


def test_a_verb_is_not_taken_for_a_noun_that_ascribes() -> None:
    found = only("Moscow claims that two boats sank.")
    assert (found.source, found.attribution.rule) == ("Moscow", "attribution.rules.5/source-cue-content")


def test_a_name_in_ed_that_opens_the_sentence_is_no_verb() -> None:
    found = only("Ahmed Mahat, who heads the clinic in Elan, said that 82 people had died.")
    assert found.claimant == "Ahmed Mahat"
