"""The colours of the terminal; whatever they tell is also said in words or signs."""

from rich.text import Text
from rich.theme import Theme

from rashomon.model import Finding
from rashomon.publish.words import FINDINGS

THEME = Theme(
    {
        "finding.contradicts": "bold red",
        "finding.revised": "bold magenta",
        "finding.compatible": "yellow",
        "finding.agrees": "green",
        "finding.single": "dim",
        "finding.silent": "dim",
        "mark.source": "cyan",
        "mark.cue": "yellow",
        "mark.content": "default",
        "mark.value": "bold green",
        "letter": "cyan",
        "quiet": "dim",
        "side": "blue",
        "judged": "magenta",
        "title": "bold",
        "value": "bold",
        "label": "dim",
    }
)


def finding_text(finding: Finding) -> Text:
    """A finding in colour and in words: ≠ contradicts."""
    sign, words = FINDINGS[finding]
    return Text(f"{sign} {words}", style=f"finding.{finding}")
