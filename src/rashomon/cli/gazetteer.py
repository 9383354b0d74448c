"""Rows about places for the terminal, from the gazetteer, the codebook and the ledger."""

from collections import Counter
from collections.abc import Iterable, Iterator

from rashomon.codebook.names import fold
from rashomon.codebook.places import Candidate, load_places
from rashomon.codebook.states import load_states
from rashomon.errors import UsageMistaken
from rashomon.model import Ledger, PlaceRead, Reading, Report
from rashomon.publish.terminal.places import PlaceRow
from rashomon.resolve import place_context, resolve_place
from rashomon.resolve.place_areas import radius_of
from rashomon.resolve.place_context import PlaceContext
from rashomon.resolve.place_phrases import parse_place
from rashomon.resolve.places import rank_places, reason_of

MOST = 12
"""Candidates that are listed."""


def country_code(words: str) -> str:
    """The code of a country given by name or code. Raises `UsageMistaken` where there is none."""
    for state in load_states():
        if words.upper() == state.code or fold(words) in {fold(name) for name in (state.name, *state.aliases)}:
            return state.code
    raise UsageMistaken(f"No country is called {words!r}.", "Give its name, or its code of two letters (ISO 3166).")


def candidate_rows(name: str, near: list[str], country: str | None) -> tuple[list[PlaceRow], str]:
    """What a name can mean in a report that plays in a country and names places, and a sentence that decides it."""
    told = place_context("", [name, *near])
    phrase = parse_place(name)
    head = phrase.names[0]
    said = {fold(head): frozenset({(country, None)})} if country else {}
    context = PlaceContext({}, told.votes, told.own, said)
    ranked = rank_places(head, context, phrase.names[1:], phrase.kind)[:MOST]
    around = context.around(head, kind=phrase.kind)
    rows = [_row(place, score=score, note=reason_of(place, around)) for score, place in ranked]
    match = resolve_place(name, context)
    return rows, f"{match.read.name}: {match.reason}"


def codebook_rows(country: str | None) -> list[PlaceRow]:
    """The places of the codebook's own file, by country and name."""
    listed = [p for p in load_places().by_id.values() if country is None or p.country == country]
    listed.sort(key=lambda p: (p.country or "", p.name))
    return [
        PlaceRow(
            name=place.name,
            precision=place.precision,
            where=", ".join(part for part in (place.province, _country(place.country)) if part),
            point=None if place.latitude is None or place.longitude is None else (place.latitude, place.longitude),
        )
        for place in listed
    ]


def incident_rows(ledger: Ledger, country: str | None) -> list[PlaceRow]:
    """The places of a ledger's incidents, those of most incidents first."""
    counted: Counter[PlaceRead] = Counter(place for incident in ledger.incidents for place in incident.locations)
    wanted = [(place, n) for place, n in counted.items() if country is None or place.country == country]
    return [
        PlaceRow(
            name=place.name,
            precision=place.precision,
            where=_country(place.country),
            point=None if place.latitude is None or place.longitude is None else (place.latitude, place.longitude),
            radius_km=place.radius_km,
            count=number,
        )
        for place, number in sorted(wanted, key=lambda item: (-item[1], item[0].name, item[0].place or ""))
    ]


def decisions(name: str, read: Iterable[tuple[Report, Reading]]) -> Iterator[str]:
    """One line for each report that uses a name: what it was taken for, and why."""
    for report, reading in read:
        for toponym in reading.toponyms:
            if fold(toponym.span.text) == fold(name) and toponym.place is not None:
                what = toponym.place.place or "no place"
                yield f"In {report.name}: {what}. {toponym.reason}"
                break


def _row(place: Candidate, *, score: float, note: str) -> PlaceRow:
    return PlaceRow(
        name=place.name,
        precision=place.precision,
        where=_province(place),
        point=place.point,
        radius_km=radius_of(place),
        score=score,
        note=note,
    )


def _province(place: Candidate) -> str:
    province = load_places().province_name(place) if place.precision != "province" else None
    return ", ".join(part for part in (province, _country(place.country)) if part)


def _country(code: str | None) -> str:
    return next((state.name for state in load_states() if state.code == code), "")
