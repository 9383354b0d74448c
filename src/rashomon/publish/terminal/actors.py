"""Actors of the codebook on the terminal: a table of many, or one with all that is written of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.model import Actor, ActorKind, Membership, Office

Row = tuple[Actor, float | None, str]
"""An actor, its score where a name was weighed, and the reason of that score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody who says something in a ledger; `id` is empty and `kind` None for one that the codebook lacks."""

    id: str
    name: str
    kind: ActorKind | None
    accounts: int
    incidents: int


def speakers_table(rows: Sequence[Speaker]) -> RenderableType:
    """One line each: who it is, and in how much it is heard."""
    table = Table(box=None, padding=(0, 2, 0, 0))
    for heading in ("id", "name", "kind"):
        table.add_column(heading, header_style="label", overflow="fold")
    for heading in ("accounts", "incidents"):
        table.add_column(heading, header_style="label", justify="right")
    for row in rows:
        kind = row.kind.replace("_", " ") if row.kind else ""
        table.add_row(row.id or "–", row.name, kind, f"{row.accounts:,}", f"{row.incidents:,}")
    return table


def actors_table(rows: Sequence[Row]) -> RenderableType:
    """One line an actor; score and reason only where a name was weighed."""
    weighed = any(score is not None for _, score, _ in rows)
    table = Table(box=None, padding=(0, 2, 0, 0))
    for heading in (["score"] if weighed else []) + ["id", "name", "kind", "country"] + (["why"] if weighed else []):
        table.add_column(heading, header_style="label", overflow="fold")
    for actor, score, reason in rows:
        cells = [actor.id, actor.name, actor.kind.replace("_", " "), actor.country or ""]
        table.add_row(*([f"{score:.2f}", *cells, reason] if weighed and score is not None else cells))
    return table


def actor_view(actor: Actor) -> RenderableType:
    """All that the codebook has of one actor."""
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="label", no_wrap=True)
    facts.add_column(overflow="fold")
    for label, words in _facts(actor):
        facts.add_row(label, words)
    return Group(Text(actor.name, "title"), Padding(facts, (0, 0, 0, 2)))


def _facts(actor: Actor) -> Iterator[tuple[str, str]]:
    yield "Id", actor.id
    yield "Kind", " · ".join(filter(None, (actor.kind.replace("_", " "), actor.country)))
    if actor.aliases:
        yield "Also", ", ".join(actor.aliases)
    if actor.part_of:
        yield "Part of", actor.part_of
    for membership in actor.member_of:
        yield "Member of", f"{membership.of}{_days(membership)}"
    for office in actor.offices:
        yield "Office", f"{office.title} ({office.of}){_days(office)}"
    if actor.owner:
        yield "Owner", actor.owner
    yield "Source", actor.source


def _days(held: Office | Membership) -> str:
    """The days of an office or a membership, nothing where neither side is of record."""
    if held.since is None and held.until is None:
        return ""
    if held.since is None:
        return f", until {held.until}"
    return f", {held.since} to {held.until}" if held.until else f", since {held.since}"
