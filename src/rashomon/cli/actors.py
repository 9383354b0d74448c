"""`rashomon actors`: whom the codebook knows, and whom a name would be taken for."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from rashomon.cli.options import Codebook, screen_of
from rashomon.cli.screen import Screen
from rashomon.errors import UsageMistaken
from rashomon.model import UNKNOWN_TIME, Actor, ActorKind, TimeInterval
from rashomon.publish.terminal import actor_view, actors_table, speakers_table

SHOWN = 40
"""Rows of a table without --all."""

Name = Annotated[
    list[str] | None,
    typer.Argument(metavar="[NAME]", help="A name as a report gives it, or an actor's id.", show_default=False),
]
Kind = Annotated[
    ActorKind | None, typer.Option("--kind", metavar="KIND", help="Only actors of one kind.", show_default=False)
]
Country = Annotated[
    str | None,
    typer.Option("--country", metavar="CODE", help="The country that a report is about, as IQ.", show_default=False),
]
Day = Annotated[
    str | None, typer.Option("--date", metavar="DAY", help="The day of the report, as 2024-02-05.", show_default=False)
]
Workspace = Annotated[
    Path | None,
    typer.Option(
        "--workspace",
        "-w",
        metavar="PATH",
        help="Those who say something in this workspace, or whom its reports were taken to mean by the name.",
        show_default=False,
        readable=False,  # as for every other command: the store says why it can't be opened
    ),
]
All = Annotated[bool, typer.Option("--all", help="All rows, however many.")]


def actors(
    context: typer.Context,
    name: Name = None,
    kind: Kind = None,
    country: Country = None,
    day: Day = None,
    all_rows: All = False,
    workspace: Workspace = None,
    codebook: Codebook = None,
) -> None:
    """List the actors of the codebook or of a workspace, or show whom a name would be taken for, with scores and the reason.

    \b
    Example:
      rashomon actors --kind monitor
      rashomon actors Hezbollah --country IQ
      rashomon actors the Pentagon press secretary --date 2021-02-27
      rashomon actors --workspace rashomon.db
    """
    from rashomon.codebook import take_up

    take_up(codebook or ())
    screen = screen_of(context)
    on, code = _day(day), _country(country)
    if name:
        try:
            _explain(screen, " ".join(name), kind=kind, on=on, country=code)
        except UsageMistaken as error:
            if workspace is None:
                raise
            screen.hint(str(error))  # the workspace may know somebody of that name all the same
        if workspace is not None:
            _meant(screen, workspace, " ".join(name))
        return
    if day is not None:
        raise UsageMistaken("A day tells something about a name alone.", "Give a name, or leave --date out.")
    if workspace is not None:
        _speaking(screen, workspace, kind=kind, country=code, all_rows=all_rows)
        return
    found = [actor for actor in _all() if kind in (None, actor.kind) and code in (None, actor.country)]
    if kind is None and code is None and not all_rows:
        _counted(screen, found)
        return
    _list(screen, found, all_rows)


def _explain(screen: Screen, name: str, *, kind: ActorKind | None, on: TimeInterval, country: str | None) -> None:
    """Candidates for a name with scores and reasons, then all that is known of the one that is taken."""
    from rashomon.codebook.actors import load_actors
    from rashomon.resolve.candidates import candidates

    known = load_actors().by_id
    if name in known:
        screen.show(actor_view(known[name]))
        return
    match, found = candidates(name, on=on, country=country)
    listed = [item for item in found if kind in (None, item.actor.kind)]
    if listed:
        screen.show(actors_table([(item.actor, item.score, item.reason) for item in listed]))
    if match.actor is None:
        screen.hint(f"Taken for nobody: {match.reason}")
    chosen = next((item.actor for item in listed if item.chosen), None)
    if chosen is not None:
        screen.show(Text())
        screen.show(actor_view(chosen))
        return
    alike = [actor for actor in _all() if kind in (None, actor.kind) and _has(actor, name)] if not listed else []
    if alike:
        _list(screen, alike, False)
    elif not listed:
        raise UsageMistaken(f"The codebook has nobody of the name {name!r}.", "Add one: see docs/codebook.md.")


def _speaking(screen: Screen, workspace: Path, *, kind: ActorKind | None, country: str | None, all_rows: bool) -> None:
    """Those who say something in a workspace."""
    from rashomon.cli.speakers import speakers
    from rashomon.cli.workspace import shown

    with shown(workspace, screen) as (_, ledger):
        found = speakers(ledger, kind, country)
    if not found:
        screen.hint("Nobody like that says anything in this workspace.")
        return
    rows = found if all_rows else found[:SHOWN]
    screen.show(speakers_table(rows))
    if len(found) > len(rows):
        screen.hint(f"and {len(found) - len(rows):,} more: --all")


def _meant(screen: Screen, workspace: Path, name: str) -> None:
    """Whom the reports of a workspace were taken to mean by a name."""
    from rashomon.cli.speakers import taken_for
    from rashomon.cli.workspace import read_last
    from rashomon.store import open_store

    with open_store(workspace, read_only=True) as store:
        lines = list(taken_for(name, read_last(store, screen)))
    for line in lines:
        screen.show(line)
    if not lines:
        screen.hint(f"No report of {workspace} quotes anybody as {name!r}.")


def _has(actor: Actor, name: str) -> bool:
    """Whether an actor's name or id, or another name of it, holds the words."""
    return any(name.casefold() in words.casefold() for words in (actor.id, actor.name, *actor.aliases))


def _all() -> list[Actor]:
    from rashomon.codebook.actors import load_actors

    return sorted(load_actors().by_id.values(), key=lambda actor: actor.id)


def _counted(screen: Screen, found: list[Actor]) -> None:
    for kind, number in sorted(Counter(actor.kind for actor in found).items()):
        screen.show(f"{number:>6,}  {kind}")
    screen.hint("Next: rashomon actors --kind armed_group, or rashomon actors NAME")


def _list(screen: Screen, found: list[Actor], all_rows: bool) -> None:
    if not found:
        screen.hint("No actor of the codebook is such.")
        return
    rows = found if all_rows else found[:SHOWN]
    screen.show(actors_table([(actor, None, "") for actor in rows]))
    if len(found) > len(rows):
        screen.hint(f"and {len(found) - len(rows):,} more: --all")


def _day(text: str | None) -> TimeInterval:
    if text is None:
        return UNKNOWN_TIME
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise UsageMistaken(f"{text!r} is no day.", "Write it as 2024-02-05.") from error
    return TimeInterval(start=day, end=day, basis="stated")


def _country(text: str | None) -> str | None:
    """The code of a country, given as one or by its name."""
    if text is None:
        return None
    from rashomon.codebook.actors import load_actors
    from rashomon.codebook.names import key_of

    book = load_actors()
    if text.upper() in {actor.country for actor in book.by_id.values() if actor.kind == "state"}:
        return text.upper()
    state = book.state_index.get(key_of(text))
    if state is None:
        raise UsageMistaken(f"{text!r} is no country.", "Give its ISO code, as IQ, or its name.")
    return book.by_id[state].country
