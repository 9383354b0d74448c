"""Who speaks: names, roles, unnamed sources, pronouns and the nouns that stand for somebody named before."""

import pytest

from rashomon.codebook.cues import cues
from rashomon.read.attribution.draft import Draft
from rashomon.read.attribution.phrase import parse_source
from rashomon.read.attribution.speakers import Speakers
from rashomon.read.attribution.subject import subject_of
from tests.read.attribution.reading import document_of, only, read


@pytest.mark.parametrize(
    ("source", "name", "role"),
    [
        ("Harbour ministry spokesman Tomas Lindqvist", "Tomas Lindqvist", "Harbour ministry spokesman"),
        ("Hana Sato, the foreign minister,", "Hana Sato", "foreign minister"),
        ("The governor, Oleh Marchuk,", "Oleh Marchuk", "governor"),
        (
            "the spokesperson for the Harbour Authority, Lina Haddad,",
            "Lina Haddad",
            "spokesperson for the Harbour Authority",
        ),
        ("Norland President Erik Dahl", "Erik Dahl", "Norland President"),
        ("army spokesman Maj. Gen. Omar al-Rashid", "Omar al-Rashid", "army spokesman"),
    ],
)
def test_a_person_and_the_role(source: str, name: str, role: str) -> None:
    phrase = parse_source(source, cues())
    assert (phrase.kind, phrase.name, phrase.role) == ("person", name, role)


@pytest.mark.parametrize(
    "source",
    ["a Harbour Ministry spokesperson", "a spokesman for the Harbour Ministry", "The Harbour Ministry's spokeswoman"],
)
def test_a_spokesman_without_a_name_speaks_for_the_body(source: str) -> None:
    phrase = parse_source(source, cues())
    assert phrase.name == "Harbour Ministry"
    assert (phrase.role or "").startswith("spokes")


@pytest.mark.parametrize(
    ("source", "plural"),
    [("two security sources", True), ("an army official close to the president", False), ("local residents", True)],
)
def test_unnamed_sources(source: str, plural: bool) -> None:
    found = only(f"{source.capitalize()} said the bridge was hit.")
    assert found.attribution.claimant is not None
    assert found.attribution.claimant.anonymous
    assert found.attribution.claimant.plural is plural


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("Harbour ministry spokesman Tomas Lindqvist", "he"),
        ("Harbour ministry spokesman Tomas Lindqvist", "the spokesman"),
        ("Harbour ministry spokesman Tomas Lindqvist", "Lindqvist"),
        ("The Northern Front", "the group"),
        ("The Northern Front", "it"),
        ("The Northern Front", "the statement"),
        ("An army official close to the president", "the official"),
    ],
)
def test_later_mentions_lead_back(first: str, later: str) -> None:
    one, other = read(f"{first} said the bridge was hit. “Nobody was hurt there,” {later} added.")
    assert other.source == later
    assert other.attribution.claimant == one.attribution.claimant


def test_the_statement_of_somebody_is_their_own() -> None:
    assert only("A statement by the Northern Front said the bridge was hit.").claimant == "Northern Front"


def test_an_abbreviation_stands_for_the_full_name() -> None:
    text = "Fighters of the Northern Liberation Front (NLF) came at dawn. The NLF said the bridge was hit."
    assert only(text).claimant == "Northern Liberation Front"


def test_an_office_belongs_to_somebody() -> None:
    _, second = read("Prime Minister Hana Sato said the bridge was hit. Nobody was hurt, her office said.")
    assert second.claimant == "Hana Sato's office"


def test_the_outlets_own_voice_has_no_claimant() -> None:
    assert only("We reported last week that the bridge was hit.").attribution.claimant is None


@pytest.mark.parametrize(
    ("text", "relays"),
    [
        ("The mayor told Reuters that the bridge was hit.", ("Reuters",)),
        ("The mayor told the Anadolu news agency the bridge was hit.", ("Anadolu",)),
        ("The mayor told reporters that the bridge was hit.", ()),
        ("“The bridge was hit,” the mayor tweeted.", ("Twitter",)),
        ("The army said in a statement carried by SANA that the bridge was hit.", ("SANA",)),
    ],
)
def test_relays(text: str, relays: tuple[str, ...]) -> None:
    assert only(text).attribution.relayed_by == relays


def test_a_relay_stays_with_the_speaker() -> None:
    _, second = read("An army official told Reuters that the bridge was hit. The official said nobody was hurt.")
    assert second.attribution.relayed_by == ("Reuters",)


def test_who_is_cited_speaks_too() -> None:
    found = {f.cue: f for f in read("Two soldiers died, the state agency reported, citing the governor.")}
    assert found["citing"].source == "the governor"
    assert found["citing"].content.startswith("Two soldiers died")


def test_who_and_which_stand_for_the_last_phrase_and_not_for_the_whole_clause() -> None:
    found = read("The army's figure is higher than that of the harbour office, which said that 25 people were hurt.")
    named = [one.attribution.claimant.name for one in found if one.attribution.claimant is not None]
    assert "harbour office" in " ".join(named).lower()
    assert not any("higher" in name for name in named)


def test_the_piece_of_a_source_nearest_to_the_cue_makes_the_name() -> None:
    text = "A crane. The Harbour Office, far off, said the bridge was hit."
    document = document_of(text)
    draft = Draft(
        sentence=1,
        rule="encoder",
        construction="encoder",
        cue_entry=None,
        cue=((text.index("said"), text.index("said") + 4),),
        source=((2, 7), (text.index("The"), text.index(", far"))),
    )
    claimant = Speakers(document, cues()).claimant(draft)
    assert claimant is not None and claimant.name == "Harbour Office"


@pytest.mark.parametrize(
    "source",
    [
        "a dock worker who gave his name as Matti Salo",
        "a dock worker, who gave her name only as Matti",
        "A dock worker who identified himself as Matti Salo",
    ],
)
def test_a_name_that_is_given_late_is_the_speakers(source: str) -> None:
    phrase = parse_source(source, cues())
    assert (phrase.kind, phrase.role) == ("person", "dock worker")
    assert phrase.name.startswith("Matti")


def test_it_never_stands_for_several() -> None:
    text = "The Harbour Office said the bridge was hit. Numerous local sites said so too. It added that two died."
    claimants = [found.claimant for found in read(text)]
    assert claimants[-1] == "Harbour Office"


def test_of_two_pieces_beside_the_cue_the_one_behind_it_speaks() -> None:
    text = "Two men died, a young welder being one, said the mayor, Hana Sato."
    document = document_of(text)
    start = text.index("said")
    draft = Draft(
        sentence=0,
        rule="encoder",
        construction="encoder",
        cue_entry=None,
        cue=((start, start + 4),),
        source=((text.index("a young"), start - 1), (start + 5, len(text) - 1)),
    )
    claimant = Speakers(document, cues()).claimant(draft)
    assert claimant is not None and claimant.name == "Hana Sato"


def test_the_words_may_name_the_group_that_said_them() -> None:
    (found,) = read("Two men of the Harbour Dawn militia died in the raid, the militia said.")
    assert found.claimant == "Harbour Dawn militia"


def test_who_stands_for_the_officials_and_not_for_their_body() -> None:
    found = read("A higher figure comes from officials of the Harbour Office, who said that nine people died.")
    assert found[-1].claimant == "officials of the Harbour Office"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The Harbour Front issued a list of nine who, ", "The Harbour Front"),
        ("As for the harbour office, ", "the harbour office"),
        ("The Norland military denied the claim: ", "The Norland military"),
        ("On Monday ", None),
        ("That ministry raised the toll; ", None),
        ("Norland denied it; ", None),
    ],
)
def test_the_body_that_a_sentence_begins_with(text: str, subject: str | None) -> None:
    assert subject_of(text) == subject


def test_it_stands_for_the_body_that_the_sentence_begins_with() -> None:
    text = "The Harbour Office was silent, the mayor said. The Norland Front named nine men who, it said, had died."
    assert read(text)[-1].claimant == "Norland Front"


@pytest.mark.parametrize(
    ("source", "cue", "name"),
    [
        ("The official", "toll is", "the authorities"),
        ("The official death toll", "stands", "the authorities"),
        ("The official", "said", "The official"),
    ],
)
def test_an_official_figure_is_the_authorities_word(source: str, cue: str, name: str) -> None:
    document = document_of(f"{source} {cue} 12 dead.")
    draft = Draft(
        sentence=0,
        rule="encoder",
        construction="encoder",
        cue_entry=None,
        cue=((len(source) + 1, len(source) + 1 + len(cue)),),
        source=((0, len(source)),),
    )
    claimant = Speakers(document, cues()).claimant(draft)
    assert claimant is not None and claimant.name == name


def test_the_report_of_somebody_described_is_theirs() -> None:
    text = "The Norland Command was silent. Nine men died, the command's yearly report acknowledged."
    assert read(text)[-1].claimant == "Norland Command"


def test_a_body_is_not_short_for_another_with_a_nationality_before_it() -> None:
    text = "{} said the bridge was hit.\n\nThe road was blocked by {} fighters.\n"
    for name, other, said in (
        ("The Taliban", "Pakistani Taliban", "Taliban"),
        ("Lindqvist", "Tomas Lindqvist", "Tomas Lindqvist"),
    ):
        (found,) = read(text.format(name, other))
        assert found.attribution.claimant is not None
        assert found.attribution.claimant.name == said
