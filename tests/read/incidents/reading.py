"""Reading a text with the incident rules alone."""

from rashomon.model import Attribution, IncidentMention, Reading, Report
from rashomon.read.incidents import IncidentRules
from rashomon.read.segment import segment


def report_of(text: str) -> Report:
    """A report that holds the text."""
    return Report(id="r1", name="r1", sha256="", text=text, media_type="text/plain", origin="test")


def mentions(text: str, attributions: tuple[Attribution, ...] = ()) -> tuple[IncidentMention, ...]:
    """The incident mentions of a text."""
    reading = Reading(report="r1", reader="test", attributions=attributions)
    return IncidentRules().annotate(segment(report_of(text)), reading).events


def mention(text: str, trigger: str) -> IncidentMention:
    """The mention whose trigger holds a word; fails where there is none."""
    found = [m for m in mentions(text) if trigger in m.trigger[0].text]
    assert found, f"no mention of {trigger!r} among {[m.trigger[0].text for m in mentions(text)]}"
    return found[0]


def words(text: str) -> list[str]:
    """The triggers of a text that are not mere background."""
    return [m.trigger[0].text for m in mentions(text) if m.reality != "background"]


def roles(found: IncidentMention) -> dict[str, str]:
    """The filled roles of a mention as text."""
    names = ("initiator", "target", "place", "time", "weapon")
    return {name: getattr(found, name)[0].text for name in names if getattr(found, name)}
