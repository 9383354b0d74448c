"""Claimants as the ledger shows them."""

from dataclasses import replace

import pytest

from rashomon.model import Attribution, Claimant, Figure, Reading, Report
from rashomon.resolve.claimants import resolve_claimants
from tests.builders import make_report

TEXT = "The Iraqi government said so. John Kirby disagreed. A Pentagon spokesman and two officials were silent in Iraq."


def resolved(claimant: Claimant, day: str | None = "2021-02-27") -> Claimant:
    report = make_report(TEXT, day=day)
    found = resolve_claimants(reading_of(report, claimant), report)
    (attribution,), (figure,) = found.attributions, found.figures
    assert attribution.claimant is not None
    assert attribution.claimant == figure.claimant
    return attribution.claimant


def reading_of(report: Report, claimant: Claimant) -> Reading:
    span = report.span(0, 3)
    attribution = Attribution(id="a", source=(), cue=(), content=(span,), stance="asserts", claimant=claimant)
    figure = Figure(
        id="f",
        incident=None,
        outcome="killed",
        low=1,
        high=1,
        who="people",
        partial=False,
        span=span,
        claimant=claimant,
    )
    return Reading(report=report.id, reader="test", attributions=(attribution,), figures=(figure,))


@pytest.mark.parametrize(
    ("day", "role"),
    [
        ("2021-02-27", "Pentagon press secretary"),
        ("2024-02-05", "White House National Security Council spokesperson"),
        (None, "Pentagon spokesman"),
        ("2018-03-03", "Pentagon spokesman"),
    ],
)
def test_a_role_is_the_office_of_the_day_else_what_the_text_states(day: str | None, role: str) -> None:
    found = resolved(Claimant(name="John Kirby", role="Pentagon spokesman"), day)
    assert (found.name, found.actor, found.role) == ("John Kirby", "person.john_kirby", role)


def test_without_any_word_of_it_there_is_no_role() -> None:
    assert resolved(Claimant(name="Kirby"), None).role is None


def test_a_person_whom_the_codebook_lacks_speaks_for_the_body_in_the_role() -> None:
    found = resolved(Claimant(name="Zaid Mansur", role="Iraqi government spokesman"))
    assert (found.name, found.actor, found.role) == ("Zaid Mansur", "irq.gov", "Iraqi government spokesman")


def test_a_state_and_its_capital_speak_as_its_government() -> None:
    names = {resolved(Claimant(name=name)) for name in ("Iraq", "Baghdad", "The Iraqi government")}
    assert [(found.name, found.actor) for found in names] == [("Government of Iraq", "irq.gov")]


def test_an_unnamed_speaker_keeps_the_words_and_has_no_actor() -> None:
    found = resolved(Claimant(name="two Iraqi security sources", anonymous=True, plural=True))
    assert found == Claimant(name="two Iraqi security sources", anonymous=True, plural=True)


def test_an_unnamed_spokesperson_is_the_body() -> None:
    found = resolved(Claimant(name="A Pentagon spokesman", anonymous=True))
    assert (found.name, found.actor, found.role, found.anonymous) == ("Pentagon", "usa.dod", "spokesman", False)


def test_the_outlets_own_voice_stays_nobody() -> None:
    report = make_report(TEXT)
    span = report.span(0, 3)
    own = Attribution(id="a", source=(), cue=(), content=(span,), stance="asserts", claimant=None)
    found = resolve_claimants(Reading(report=report.id, reader="test", attributions=(own,)), report)
    assert found.attributions[0].claimant is None


def test_a_person_is_of_the_body_also_where_the_name_stands_alone() -> None:
    text = "Danila Zorvek, head of the Kivu Security Tracker, counted the dead. Zorvek wept, and Osip Nultaz prayed."
    report = make_report(text)
    first, later, other = (Claimant(name=name) for name in (text[:50], "Zorvek", "Osip Nultaz"))
    found = [resolve_claimants(reading_of(report, claimant), report) for claimant in (first, later, other)]
    both = replace(found[0], attributions=tuple(a for reading in found for a in reading.attributions))
    claimants = [a.claimant for a in resolve_claimants(both, report).attributions if a.claimant]
    assert [claimant.actor for claimant in claimants] == ["monitor.kivu_tracker"] * 2 + ["local.osip_nultaz"]
    assert {claimant.name for claimant in claimants[:2]} == {"Danila Zorvek"}


def test_a_statement_says_why_its_claimant_is_who_it_is() -> None:
    report = make_report("Hezbollah fired in Iraq, Iraqi police said. Hezbollah was silent.")
    known = resolve_claimants(reading_of(report, Claimant(name="Iraqi police")), report).attributions[0]
    unsure = resolve_claimants(reading_of(report, Claimant(name="Hezbollah")), report).attributions[0]
    assert known.reason.endswith(".") and not known.rivals
    assert {rival.ref for rival in unsure.rivals} == {"irq.kataib_hezbollah", "lbn.hezbollah"}
    assert "does not tell which" in unsure.reason


def test_resolving_twice_changes_nothing() -> None:
    report = make_report(TEXT, day="2021-02-27")
    once = resolve_claimants(reading_of(report, Claimant(name="Kirby")), report)
    assert resolve_claimants(once, report) == once


def test_a_spokesperson_of_somebody_speaks_for_the_office_and_not_as_the_person() -> None:
    found = resolved(Claimant(name="Mohammed Shia al-Sudani", role="spokesperson"), "2024-01-05")
    assert (found.name, found.actor, found.role) == ("Iraqi Prime Minister's office", "irq.pm_office", "spokesperson")
    assert resolved(Claimant(name="Mohammed Shia al-Sudani's office")).actor == "irq.pm_office"


@pytest.mark.parametrize(
    ("text", "words", "name", "actor"),
    [
        ("Houthi rebels held the town. The rebels spoke.", "rebels", "Houthis", "yem.houthis"),
        ("Houthi rebels fought M23 fighters. The rebels spoke.", "rebels", "rebels", None),
        ("Soldiers held the town. The rebels spoke.", "rebels", "rebels", None),
        ("Houthis held the town. The group spoke.", "the group", "Houthis", "yem.houthis"),
        ("Houthis fled. Amnesty saw it. The group spoke.", "the group", "group", None),
        ("Nigeria bombed it. The country's military spoke.", "country's military", "Nigerian military", "nga.mil"),
    ],
)
def test_a_bare_noun_means_the_only_one_of_its_kind(text: str, words: str, name: str, actor: str | None) -> None:
    report = make_report(text)
    (attribution,) = resolve_claimants(reading_of(report, Claimant(name=words)), report).attributions
    assert attribution.claimant is not None
    assert (attribution.claimant.name, attribution.claimant.actor) == (name, actor)


def test_of_several_aid_groups_the_one_that_speaks_is_meant() -> None:
    text = "An aid group spoke. Sami Odeh of Doctors Without Borders said so. Nobody told the Red Cross."
    report = make_report(text)
    (read,) = reading_of(report, Claimant(name="aid group")).attributions
    start = text.index("Sami")
    other = replace(
        read, id="b", source=(report.span(start, text.index(" said")),), claimant=Claimant(name="Sami Odeh")
    )
    reading = Reading(report=report.id, reader="test", attributions=(read, other))
    first = resolve_claimants(reading, report).attributions[0].claimant
    assert first is not None and first.actor == "ngo.doctors_without_borders"
    alone = resolve_claimants(Reading(report=report.id, reader="test", attributions=(read,)), report)
    assert alone.attributions[0].claimant is not None and alone.attributions[0].claimant.actor is None


def test_a_name_that_begins_like_unnamed_people_is_a_name() -> None:
    found = resolved(Claimant(name="doctors Without Borders", anonymous=True, plural=True))
    assert (found.actor, found.anonymous) == ("ngo.doctors_without_borders", False)


def test_officials_in_a_capital_are_that_countrys_officials() -> None:
    found = resolved(Claimant(name="officials in Cairo", anonymous=True, plural=True))
    assert (found.name, found.actor, found.anonymous) == ("Egyptian officials", None, True)
