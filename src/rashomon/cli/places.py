"""`rashomon places`: the places of a workspace or the codebook, and why a name is led to one of them."""

from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.options import DEFAULT_WORKSPACE, Workspace, screen_of, where
from rashomon.cli.screen import Screen
from rashomon.publish.terminal.places import places_table

Name = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[NAME]",
        help="What a report might call a place: all that it can mean is listed, the likeliest first. "
        "The places of the workspace's incidents where none is given.",
        show_default=False,
    ),
]
Near = Annotated[
    list[str] | None,
    typer.Option("--near", metavar="PLACE", help="A place that the same report names (may be given more than once)."),
]
Country = Annotated[
    str | None,
    typer.Option("--country", metavar="COUNTRY", help="The country that the report plays in, by its name or code."),
]
Codebook = Annotated[bool, typer.Option("--codebook", help="List the places of the codebook, not the workspace's.")]


def places(
    context: typer.Context,
    name: Name = None,
    near: Near = None,
    country: Country = None,
    codebook: Codebook = False,
    workspace: Workspace = DEFAULT_WORKSPACE,
) -> None:
    """List places, or explain what a name can mean: each candidate with its score and the reason.

    \b
    Example:
      rashomon places
      rashomon places --codebook --country Iraq
      rashomon places Hilla --country Iraq
      rashomon places Springfield --near Chicago
    """
    from rashomon.cli.gazetteer import candidate_rows, codebook_rows, country_code

    screen, code = screen_of(context), country_code(country) if country else None
    if name:
        rows, sentence = candidate_rows(" ".join(name), near or [], code)
        if rows:
            screen.show(places_table(rows))
        screen.show(sentence)
        _decisions(workspace, " ".join(name), screen)
    elif codebook:
        screen.show(places_table(codebook_rows(code)))
    else:
        _listed(workspace, code, screen)


def _listed(workspace: Path, country: str | None, screen: Screen) -> None:
    """The places of the workspace's incidents."""
    from rashomon.cli.gazetteer import incident_rows
    from rashomon.cli.workspace import shown

    with shown(workspace, screen) as (_, ledger):
        rows = incident_rows(ledger, country)
    if not rows:
        screen.hint("No incident has a place there." if country else "No incident has a place.")
        return
    screen.show(places_table(rows))
    screen.hint(f"Next: rashomon places {rows[0].name}{where(workspace)}")


def _decisions(workspace: Path, name: str, screen: Screen) -> None:
    """What the reports of a workspace were taken to mean by a name, where there is a workspace."""
    if not workspace.exists():
        return
    from rashomon.cli.gazetteer import decisions
    from rashomon.cli.workspace import read_last
    from rashomon.store import open_store

    with open_store(workspace, read_only=True) as store:
        for line in decisions(name, read_last(store, screen)):
            screen.show(line)
