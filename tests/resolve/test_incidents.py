"""The incidents of one report: main or in passing, dated and placed by what the text supports, and by whom."""

from rashomon.model import Reading, Report, ReportedIncident
from rashomon.pipeline import read_one
from tests.builders import make_report

MINISTRY = (
    "Warplanes bombed a depot in Kunduz on Tuesday, killing four people, the Afghan interior ministry said.\n\n"
    "The raid came hours after gunmen attacked a police post in Herat on Monday and wounded two officers.\n"
)


def read(text: str, day: str | None = "2024-03-07") -> tuple[Report, Reading]:
    report = make_report(text, day=day)
    return report, read_one(report)


def main_of(reading: Reading) -> ReportedIncident:
    (main,) = [incident for incident in reading.incidents if incident.main]
    return main


def test_a_raid_and_the_attack_that_it_answers_are_two_incidents() -> None:
    _, reading = read(MINISTRY)
    main = main_of(reading)
    (other,) = [incident for incident in reading.incidents if not incident.main]
    assert (main.type, other.type) == ("airstrike", "armed_attack")
    assert main.response_to == (other.id,)
    assert (main.date.start, other.date.start) != (None, None)
    assert ("Herat" in main.places, "Herat" in other.places) == (False, True)


def test_each_figure_belongs_to_its_incident() -> None:
    _, reading = read(MINISTRY)
    main = main_of(reading)
    tolls = {(figure.outcome, figure.low): figure.incident == main.id for figure in reading.figures}
    assert tolls == {("killed", 4): True, ("wounded", 2): False}


def test_a_force_that_reports_its_own_act_dates_it_by_inference() -> None:
    text = "The US Central Command said early on Wednesday that its forces struck two launchers in Hodeidah, Yemen."
    _, reading = read(text + "\n\nNobody else has commented on it so far.\n")
    date = main_of(reading).date
    assert date.basis == "inferred"
    assert (str(date.start), str(date.end)) == ("2024-03-05", "2024-03-06")


def test_when_it_was_said_is_not_when_it_happened() -> None:
    text = (
        "The defence ministry said on Wednesday that the strikes in Aleppo had destroyed a depot on 12 February 2024."
    )
    _, reading = read(text + "\n\nIt gave no toll.\n")
    date = main_of(reading).date
    assert (str(date.start), str(date.end)) == ("2024-02-12", "2024-02-12")


def test_without_a_publication_date_a_weekday_stays_a_weekday() -> None:
    _, reading = read(MINISTRY, day=None)
    date = main_of(reading).date
    assert (date.start, date.end, date.weekday) == (None, None, 1)


def test_the_place_of_what_was_hit_is_the_place_of_the_incident() -> None:
    _, reading = read("A drone attack on Kabul airport wounded three soldiers on Tuesday.\n\nNobody claimed it.\n")
    assert "Kabul" in " ".join(main_of(reading).places)


def test_us_is_a_state_and_not_a_pronoun() -> None:
    _, reading = read("US strikes hit two sites of a militia near Mosul on Tuesday.\n\nThe militia said nothing.\n")
    assert "United States" in main_of(reading).initiators


def test_who_is_struck_does_not_claim_the_strike() -> None:
    text = "Raids struck positions of Iraqi security forces in Anbar on Tuesday, the Iraqi government's spokesman said."
    _, reading = read(text + "\n\nWashington has not commented.\n")
    assert "claims_responsibility" not in {attribution.stance for attribution in reading.attributions}
    assert "Iraq" not in main_of(reading).initiators


def test_a_group_that_says_it_did_it_is_the_initiator() -> None:
    text = "A bomb wounded six people at a market in Mogadishu on Tuesday.\n\nAl-Shabaab claimed responsibility for the attack.\n"
    _, reading = read(text)
    assert any("Shabaab" in name for name in main_of(reading).initiators)


def test_a_force_that_speaks_of_its_own_act_did_it() -> None:
    own, other = (
        f"The Turkish army said {told} a depot near Duhok in northern Iraq on Tuesday, killing four people.\n\nNobody else spoke.\n"
        for told in ("it shelled", "the PKK fired on a post and it shelled")
    )
    assert main_of(read(own)[1]).initiators == ("Turkey", "Turkish military")
    # Somebody else is named before the pronoun, which may mean either.
    assert [incident.initiators for incident in read(other)[1].incidents] == [("PKK",)]


def test_names_are_told_once_and_without_half_a_quotation() -> None:
    text = (
        'Gunmen storm post near Herat\n\nHERAT - Two policemen were killed on Tuesday when gunmen stormed a "spy" post near Herat in '
        'Afghanistan, police said.\n\nThe gunmen attacked "the spy post", police said.\n'
    )
    main = main_of(read(text)[1])
    assert main.initiators == ("gunmen",)
    assert not any(name.count('"') % 2 for name in main.targets)


def test_a_claiming_verb_is_no_part_of_the_doer() -> None:
    text = "The strike came hours after Iraqi factions claimed responsibility for attacking a base in Erbil on Tuesday."
    _, reading = read(text + "\n\nNobody was hurt.\n")
    assert "claimed" not in " ".join(name for incident in reading.incidents for name in incident.initiators)


def test_a_report_that_speaks_of_an_attack_only_at_its_end_is_not_about_it() -> None:
    talks = "The two foreign ministers met in Vienna on Tuesday and spoke of trade, travel and a new bridge over the river. "
    text = talks * 4 + "\n\nTies were cut in 2016, when protesters attacked an embassy.\n"
    _, reading = read(text)
    assert not [incident for incident in reading.incidents if incident.main]


def test_no_incident_no_invention() -> None:
    _, reading = read("The council opened a library in Olden on Tuesday.\n\nThe mayor said that she was glad.\n")
    assert reading.incidents == ()


def test_a_kind_that_only_another_incident_tells_is_not_borrowed() -> None:
    text = (
        "GENEVA - The toll of an attack on a market in Omdurman has risen to 60, medics said on Monday.\n\n"
        "In a separate incident on Sunday, a drone hit a camp near El Fasher, killing nine people, residents said.\n"
    )
    first, second = read(text)[1].incidents
    assert (first.places[0], first.type) == ("Omdurman", "armed_attack")
    assert (second.places[0], second.type) == ("El Fasher", "drone_strike")
