"""What words and names mean: cues, triggers, actors, places, questions, as data files that a user can add to."""

from collections.abc import Sequence
from pathlib import Path

from rashomon.codebook.own_files import use

__all__ = ["take_up"]


def take_up(folders: Sequence[Path]) -> None:
    """Let a user's folders be part of the codebook from now on, and no others; their mistakes are told at once.

    Raises `CodebookInvalid` where a folder is missing or a file in it breaks its schema.
    """
    if not use(folders) or not folders:
        return
    # Imported here, so that a command that reads nothing loads no gazetteer.
    from rashomon.codebook.actors import load_actors
    from rashomon.codebook.grades import admiralty, airwars, estimate_rules
    from rashomon.codebook.outlets import outlet_named
    from rashomon.codebook.places import load_places
    from rashomon.codebook.questions import questions
    from rashomon.codebook.silence import missed_parts
    from rashomon.codebook.sources import sources
    from rashomon.codebook.triggers import triggers

    load_actors()
    outlet_named("")
    load_places()
    triggers()
    questions()
    sources()
    missed_parts()
    for load in (admiralty, airwars, estimate_rules):
        load()
