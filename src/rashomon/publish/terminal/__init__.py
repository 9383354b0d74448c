"""The ledger for a terminal: calm where accounts agree, plain where they part, and readable without colour."""

from rashomon.publish.terminal.actors import actor_view, actors_table, speakers_table
from rashomon.publish.terminal.harmless import Harmless
from rashomon.publish.terminal.incident import incident_view
from rashomon.publish.terminal.judgements import judgements_view, unanchored_view
from rashomon.publish.terminal.lineage import lineage_view
from rashomon.publish.terminal.skipped import skipped_view
from rashomon.publish.terminal.summary import ledger_summary
from rashomon.publish.terminal.table import incidents_table
from rashomon.publish.terminal.theme import THEME
from rashomon.publish.terminal.why import why_view

__all__ = [
    "THEME",
    "Harmless",
    "actor_view",
    "actors_table",
    "incident_view",
    "incidents_table",
    "judgements_view",
    "ledger_summary",
    "lineage_view",
    "skipped_view",
    "speakers_table",
    "unanchored_view",
    "why_view",
]
