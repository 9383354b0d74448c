"""What the walk through the workbench reads: the founding reports, or samples where those are not at hand."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOUNDING = ROOT.parent / "shared" / "founding"
SAMPLES = ROOT / "samples" / "reports"

TOWN = "Karsa"
COUNCIL = "Karsa Grain Council"
"""Whoever says something in what is pasted; the codebook does not have it."""
PASTED = f"""{TOWN.upper()}, 3 March 2021 (Mill Post) - A drone strike killed three people at a mill in {TOWN} on Tuesday, the {COUNCIL} said.

The council said the drone came from the east.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """Reports, words by which their disputed strike is found, and a cell of it with what must stand behind it."""

    files: tuple[Path, ...]
    words: str
    question: str
    value: str
    source: str
    cue: str
    content: str
    came_by: str
    reason: str
    corrected: str


def walked() -> Walked:
    """The founding reports where they are beside the checkout."""
    if FOUNDING.is_dir():
        return Walked(
            files=tuple(sorted(FOUNDING.glob("*.txt"))),
            words='"at least 17 people"',
            question="killed",
            value="at least 17",
            source="Local sources and a medical source in eastern Syria",
            cue="told",
            content="at least 17 people had been killed",
            came_by="Reuters",
            reason="at least 17",
            corrected="18",
        )
    return Walked(
        files=tuple(SAMPLES / f"anbar-{name}.txt" for name in ("harbour-ledger", "juniper-post", "saltmarsh-herald")),
        words='"the bombs fell on arms stores"',
        question="target",
        value="arms stores of Kataib Hezbollah",
        source="A military source in Anbar",
        cue="told",
        content="bombs fell on arms stores of Kataib Hezbollah",
        came_by="Meridian News Agency",
        reason="US Central Command",
        corrected="arms stores near al-Qaim",
    )
