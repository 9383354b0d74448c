"""Keeping a terminal safe from the words of reports: no control sequence and no change of direction comes through."""

import re
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment

CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""What moves the cursor, sets colours or titles, or turns the order of letters around; tab and line end are neither."""
SHOWN_AS = "\ufffd"


def harmless(text: str) -> str:
    """The text with a mark in place of each character that a terminal would obey instead of showing it."""
    return CONTROLS.sub(SHOWN_AS, text)


@dataclass(frozen=True, slots=True)
class Harmless:
    """Shows a view with every control character in its text marked; colours of the view itself stay."""

    view: RenderableType

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The segments of the view, made harmless."""
        for segment in console.render(self.view, options):
            yield segment if segment.control else Segment(harmless(segment.text), segment.style)
