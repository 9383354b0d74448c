"""The briefs of a ledger as Markdown, its signs in the words of reports made harmless."""

import re

from rashomon.model import Incident, Ledger
from rashomon.publish.brief import Brief, brief_of

SIGNS = re.compile(r"([\\`*_{}<>#|~]|\](?=[(:\[]))")
"""A bracket is one only where it would make a link: the numbers of sources stand in brackets too."""


def ledger_markdown(ledger: Ledger) -> str:
    """A heading, a paragraph and its sources for each incident, in the order of the table."""
    return "\n".join(incident_markdown(ledger, incident) for incident in ledger.incidents)


def incident_markdown(ledger: Ledger, incident: Incident) -> str:
    """The brief of one incident."""
    brief = brief_of(ledger, incident)
    return f"## {plain(brief.title)}\n\n{plain(brief.paragraph)}\n\n{_sources(brief)}"


def _sources(brief: Brief) -> str:
    return "".join(f"{number}. {plain(source)}\n" for number, source in enumerate(brief.sources, 1))


def plain(words: str) -> str:
    """Words as one line that Markdown shows as they are."""
    return SIGNS.sub(r"\\\1", " ".join(words.split()))
