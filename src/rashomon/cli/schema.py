"""`rashomon schema`: the JSON schemas of the public contract."""

import json
from typing import Annotated, Literal

import typer

from rashomon.cli.options import screen_of

Which = Annotated[
    Literal["reading", "ledger", "lineage", "chain", "input"] | None,
    typer.Argument(help="One of the five; all of them without.", show_default=False),
]


def schema(context: typer.Context, which: Which = None) -> None:
    """Print the JSON schemas of what `read`, `ledger`, `lineage` and `chain` print, and of JSON lines for `run`.

    \b
    Example:
      rashomon schema reading > reading.schema.json
    """
    from rashomon.publish.schema import schemas

    found = schemas()
    chosen = found if which is None else found[which]
    screen_of(context).write(json.dumps(chosen, ensure_ascii=False, indent=2) + "\n")
