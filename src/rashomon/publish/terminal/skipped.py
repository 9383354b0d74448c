"""What was skipped and why, for the end of a run."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from rashomon.model import Skipped
from rashomon.publish.words import counted

SHOWN = 20
"""Longer lists are cut here; the number of all always stands at the top."""


def skipped_view(skipped: Sequence[Skipped]) -> RenderableType:
    """What was lost, then what was only left aside; one line a thing: where it stood, why, what to do about it."""
    lost, kept = [item for item in skipped if not item.kept], [item for item in skipped if item.kept]
    lines = list(_listed(f"{counted(len(lost), 'thing was', 'things were')} skipped:", lost)) if lost else []
    if kept:
        lines += _listed(f"{counted(len(kept), 'thing was', 'things were')} left aside, and nothing is lost:", kept)
    return Group(*lines)


def _listed(title: str, skipped: Sequence[Skipped]) -> Iterator[RenderableType]:
    yield Text(title, "title")
    for item in skipped[:SHOWN]:
        line = Text.assemble((item.where, "letter"), ": ", item.reason)
        if item.next_step:
            line.append(f" {item.next_step}", "quiet")
        yield Padding(line, (0, 0, 0, 2))
    if len(skipped) > SHOWN:
        yield Padding(Text(f"and {len(skipped) - SHOWN:,} more.", "quiet"), (0, 0, 0, 2))
