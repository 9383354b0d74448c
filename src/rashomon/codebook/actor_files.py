"""The actors that are written by hand: bodies, media and persons, each file read and checked."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, get_args

from rashomon.codebook.checks import check_date, check_keys, check_text, check_words, complain
from rashomon.codebook.names import fold
from rashomon.codebook.own_files import ACTORS, own_tables
from rashomon.codebook.tables import read_table
from rashomon.errors import CodebookInvalid
from rashomon.model import Actor, ActorKind, Membership, Office

BODIES = (
    "actors_groups",
    "actors_armed_middle_east",
    "actors_armed_asia",
    "actors_armed_africa",
    "actors_armed_world",
    "actors_media",
)
PERSONS = "actors_persons"
PERSON_IDS = "person."
BODY_KEYS = frozenset(
    {
        "name",
        "kind",
        "country",
        "part_of",
        "member_of",
        "fills",
        "aliases",
        "shared",
        "local",
        "owner",
        "mission",
        "source",
    }
)
PERSON_KEYS = frozenset({"name", "country", "aliases", "offices", "source"})
FAMILY_NAME_FIRST = frozenset({"MM", "KH", "CN", "KP", "KR", "VN", "TH"})
"""Countries where the last word of a name is no surname that news uses alone."""
SMALL = frozenset("al el bin ibn abu abdul de la van von jr jr. ii iii".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One actor as written: `shared` are names that others may bear too, `fills` the state institution that it is.

    `local` are shared names that in reports on its own country mean this one.
    """

    actor: Actor
    shared: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    fills: str | None = None


def entries() -> Iterator[Entry]:
    """All entries in the order of the files, a user's own last. Raises `CodebookInvalid` where one breaks its schema."""
    for file, table in chain(((name, read_table(name)) for name in (*BODIES, PERSONS)), own_tables(ACTORS)):
        check_keys(file, "the file", table, frozenset({"source", "actors"}), frozenset({"source", "actors"}))
        check_text(file, "source", table["source"], "source")
        if not isinstance(table["actors"], dict):
            raise complain(file, "actors", "it is not a table")
        for identity, row in table["actors"].items():
            yield (_person if identity.startswith(PERSON_IDS) else _body)(file, identity, row, table["source"])


def _body(file: str, identity: str, row: Any, source: str) -> Entry:
    check_keys(file, identity, row, BODY_KEYS, frozenset({"name", "kind"}))
    if row["kind"] not in get_args(ActorKind):
        raise complain(file, identity, f"unknown kind {row['kind']!r}", f"Kinds: {', '.join(get_args(ActorKind))}.")
    for key in ("name", "country", "part_of", "fills", "owner", "source"):
        check_text(file, identity, row.get(key, "-"), key)
    if not isinstance(row.get("mission", False), bool):
        raise complain(file, identity, "'mission' is neither true nor false")
    actor = Actor(
        id=identity,
        name=row["name"],
        kind=row["kind"],
        aliases=check_words(file, identity, row.get("aliases", [])),
        country=row.get("country"),
        part_of=row.get("part_of"),
        member_of=tuple(_membership(file, identity, item) for item in row.get("member_of", [])),
        owner=row.get("owner"),
        mission=row.get("mission", False),
        source=row.get("source", source),
    )
    shared, local = (check_words(file, identity, row.get(key, [])) for key in ("shared", "local"))
    return Entry(actor=actor, shared=shared, local=local, fills=row.get("fills"))


def _person(file: str, identity: str, row: Any, source: str) -> Entry:
    check_keys(file, identity, row, PERSON_KEYS, frozenset({"name"}))
    for key in ("name", "country", "source"):
        check_text(file, identity, row.get(key, "-"), key)
    actor = Actor(
        id=identity,
        name=row["name"],
        kind="person",
        aliases=check_words(file, identity, row.get("aliases", [])),
        country=row.get("country"),
        offices=tuple(_office(file, identity, office) for office in row.get("offices", [])),
        source=row.get("source", source),
    )
    return Entry(actor=actor, shared=_surnames(actor))


def _office(file: str, identity: str, office: Any) -> Office:
    if not isinstance(office, list) or len(office) != 4 or not all(isinstance(item, str) for item in office):
        raise complain(file, identity, "an office is not [title, body, since, until]", 'Write an open side as "".')
    title, body, since, until = office
    return Office(
        title=title, of=body, since=check_date(file, identity, since), until=check_date(file, identity, until)
    )


def _membership(file: str, identity: str, item: Any) -> Membership:
    if not isinstance(item, list) or len(item) != 3 or not all(isinstance(part, str) for part in item):
        raise complain(file, identity, "a membership is not [body, since, until]", 'Write an open side as "".')
    body, since, until = item
    return Membership(of=body, since=check_date(file, identity, since), until=check_date(file, identity, until))


def _surnames(actor: Actor) -> tuple[str, ...]:
    """The last name, with and without its article: "al-Sudani", "Sudani"."""
    if actor.country in FAMILY_NAME_FIRST or " " not in actor.name:
        return ()
    last = actor.name.split()[-1]
    found = [last] if fold(last) not in SMALL else []
    head, hyphen, tail = last.partition("-")
    if hyphen and head.lower() in ("al", "el"):
        found.append(tail)
    return tuple(found)


def check_references(found: dict[str, Actor], written: list[Entry]) -> None:
    """Raise `CodebookInvalid` where `part_of`, a membership or an office names no actor."""
    for entry in written:
        actor = entry.actor
        umbrellas = (membership.of for membership in actor.member_of)
        bodies = [actor.part_of, *(office.of for office in actor.offices), *umbrellas]
        for body in bodies:
            if body is not None and body not in found:
                raise CodebookInvalid(
                    f"The actor {actor.id!r} is part of {body!r}, which the codebook does not have.",
                    "Add that actor, or correct the id.",
                )
