"""One actor put together: what the codebook knows of it, and what it says in the ledger."""

import sqlite3

from rashomon.codebook.actors import load_actors
from rashomon.workspace.catalogue import speakers
from rashomon.workspace.catalogue.speakers import Kind
from rashomon.workspace.speaking import ActorView, Held, Named


def actor_view(connection: sqlite3.Connection, speaker: str, kind: Kind, *, offset: int, limit: int) -> ActorView:
    """One actor, by an id of the codebook or as "name NAME"; raises KeyError for one of whom nothing is known."""
    known = load_actors().by_id.get(speaker)
    name = known.name if known else speakers.name_of(connection, speaker)
    counts = speakers.counts_of(connection, speaker)
    voices = _voices(connection, speaker)
    return ActorView(
        speaker=speaker,
        name=name,
        known=known,
        offices=tuple(Held(office=office, body=_name(office.of)) for office in known.offices) if known else (),
        above=Named(actor=known.part_of, name=_name(known.part_of)) if known and known.part_of else None,
        below=tuple(Named(actor=id, name=_name(id)) for id in voices if id != speaker),
        roles=speakers.roles_of(connection, speaker),
        claimed=counts["claimed"],
        denied=counts["denied"],
        revised=counts["revised"],
        disputed=counts["disputed"],
        statements=speakers.find_statements(connection, speaker, kind, offset=offset, limit=limit),
        standings=speakers.find_standings(connection, speaker),
        silent=speakers.find_silent(connection, (name,), voices),
    )


def _voices(connection: sqlite3.Connection, actor: str) -> tuple[str, ...]:
    """An actor and all who say something and belong to it: its bodies, and the persons who hold an office in one."""
    return (actor, *(id for id in speakers.speaking(connection) if id != actor and actor in _bodies(id)))


def _bodies(actor: str) -> set[str]:
    """Everything that an actor belongs to, by offices too."""
    by_id, found, ahead = load_actors().by_id, set[str](), [actor]
    while ahead:
        known = by_id.get(ahead.pop())
        if known is not None:
            above = {known.part_of, *(office.of for office in known.offices)} - {None} - found
            found |= {id for id in above if id}
            ahead += sorted(id for id in above if id)
    return found


def _name(actor: str) -> str:
    known = load_actors().by_id.get(actor)
    return known.name if known else actor
