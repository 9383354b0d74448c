"""Writes what the README shows of the samples: the picture docs/ledger.svg, and the excerpt of `rashomon show`.

usage: python docs/shown.py
"""

import io
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from rashomon.cli.choose import choose_incident
from rashomon.config import Config
from rashomon.model import Ledger
from rashomon.pipeline import run
from rashomon.publish.terminal import THEME, incident_view

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "ledger.svg"
README = ROOT / "README.md"
WIDTH, EXCERPT_WIDTH = 112, 92
EXCERPT = ("How many were wounded?", "Was the government told?")
"""The questions that the README shows; the picture shows all of them."""
PAPER = TerminalTheme(
    (255, 255, 255),
    (29, 34, 40),
    [
        (29, 34, 40),
        (179, 38, 30),
        (29, 111, 60),
        (128, 96, 10),
        (26, 90, 150),
        (122, 58, 168),
        (18, 110, 120),
        (89, 98, 109),
    ],
    [
        (89, 98, 109),
        (179, 38, 30),
        (29, 111, 60),
        (128, 96, 10),
        (26, 90, 150),
        (122, 58, 168),
        (18, 110, 120),
        (29, 34, 40),
    ],
)
"""The colours of the exported page, so that the picture reads well on white and on dark pages."""


def picture(ledger: Ledger) -> str:
    """The most disputed incident of a ledger as SVG; no clock and no fonts from elsewhere in it."""
    console = Console(
        theme=THEME, width=WIDTH, record=True, file=io.StringIO(), force_terminal=True, color_system="truecolor"
    )
    console.print(incident_view(ledger, choose_incident(ledger, [])))
    drawn = console.export_svg(title="rashomon show", theme=PAPER, unique_id="ledger")
    return re.sub(r"@font-face\s*{[^}]*}\s*", "", drawn)


def excerpt(ledger: Ledger) -> str:
    """The head of the most disputed incident and some of its questions, as the terminal prints them without colour."""
    printed = io.StringIO()
    console = Console(theme=THEME, width=EXCERPT_WIDTH, file=printed, no_color=True)
    console.print(incident_view(ledger, choose_incident(ledger, [])))
    lines = [line.rstrip() for line in printed.getvalue().splitlines()]
    sections = re.split(r"\n\n(?=\S)", "\n".join(lines).strip())
    kept = [section for section in sections[1:] if section.startswith(EXCERPT)]
    return "\n\n".join([sections[0], "...", *kept])


def with_excerpt(readme: str, ledger: Ledger) -> str:
    """The README with its one text block replaced by the excerpt."""
    return re.sub(r"(?<=```text\n).*?(?=\n```)", lambda _: excerpt(ledger), readme, count=1, flags=re.DOTALL)


def samples() -> Ledger:
    """The ledger of the sample reports."""
    with TemporaryDirectory() as folder:
        return run([str(ROOT / "samples" / "reports")], Config(workspace=Path(folder) / "samples.db")).ledger


if __name__ == "__main__":
    shown = samples()
    PICTURE.write_text(picture(shown), encoding="utf-8")
    README.write_text(with_excerpt(README.read_text(encoding="utf-8"), shown), encoding="utf-8")
