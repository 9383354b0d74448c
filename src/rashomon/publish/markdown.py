"""The briefs of a ledger as Markdown, its signs in the words of reports made harmless."""

import re

from rashomon.model import Incident, Ledger
from rashomon.publish.brief import Brief, brief_of

SIGNS = re.compile(r"([\\`*_{}<>#|~])")


def ledger_markdown(ledger: Ledger) -> str:
    """A heading, a paragraph and its sources for each incident, in the order of the table."""
    return "\n".join(incident_markdown(ledger, incident) for incident in ledger.incidents)


def incident_markdown(ledger: Ledger, incident: Incident) -> str:
    """The brief of one incident."""
    brief = brief_of(ledger, incident)
    return f"## {_plain(brief.title)}\n\n{_plain(brief.paragraph)}\n\n{_sources(brief)}"


def _sources(brief: Brief) -> str:
    return "".join(f"{number}. {_plain(source)}\n" for number, source in enumerate(brief.sources, 1))


def _plain(words: str) -> str:
    return SIGNS.sub(r"\\\1", " ".join(words.split()))
