"""The actors that are written by hand: bodies, media and persons, each file read and checked."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from rashomon.codebook.checks import check_date, check_keys, check_words, complain
from rashomon.codebook.names import fold
from rashomon.codebook.tables import read_table
from rashomon.errors import CodebookInvalid
from rashomon.model import Actor, ActorKind, Office

BODIES = ("actors_groups", "actors_media")
PERSONS = "actors_persons"
BODY_KEYS = frozenset({"name", "kind", "country", "part_of", "fills", "aliases", "shared", "source"})
PERSON_KEYS = frozenset({"name", "country", "aliases", "offices", "source"})
FAMILY_NAME_FIRST = frozenset({"MM", "KH", "CN", "KP", "KR", "VN", "TH"})
"""Countries where the last word of a name is no surname that news uses alone."""
SMALL = frozenset("al el bin ibn abu abdul de la van von jr jr. ii iii".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One actor as written: `shared` are names that others may bear too, `fills` the state institution that it is."""

    actor: Actor
    shared: tuple[str, ...] = ()
    fills: str | None = None


def entries() -> Iterator[Entry]:
    """All entries in the order of the files. Raises `CodebookInvalid` where a file breaks its schema."""
    for file in (*BODIES, PERSONS):
        table = read_table(file)
        check_keys(file, "the file", table, frozenset({"source", "actors"}), frozenset({"source", "actors"}))
        for identity, row in table["actors"].items():
            yield (_person if file == PERSONS else _body)(file, identity, row, table["source"])


def _body(file: str, identity: str, row: Any, source: str) -> Entry:
    check_keys(file, identity, row, BODY_KEYS, frozenset({"name", "kind"}))
    if row["kind"] not in get_args(ActorKind):
        raise complain(file, identity, f"unknown kind {row['kind']!r}", f"Kinds: {', '.join(get_args(ActorKind))}.")
    actor = Actor(
        id=identity,
        name=row["name"],
        kind=row["kind"],
        aliases=check_words(file, identity, row.get("aliases", [])),
        country=row.get("country"),
        part_of=row.get("part_of"),
        source=row.get("source", source),
    )
    return Entry(actor=actor, shared=check_words(file, identity, row.get("shared", [])), fills=row.get("fills"))


def _person(file: str, identity: str, row: Any, source: str) -> Entry:
    check_keys(file, identity, row, PERSON_KEYS, frozenset({"name"}))
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
    """Raise `CodebookInvalid` where an id is used twice, or `part_of` or an office names no actor."""
    for entry in written:
        actor = entry.actor
        bodies = [actor.part_of, *(office.of for office in actor.offices)]
        for body in bodies:
            if body is not None and body not in found:
                raise CodebookInvalid(
                    f"The actor {actor.id!r} is part of {body!r}, which the codebook does not have.",
                    "Add that actor, or correct the id.",
                )
