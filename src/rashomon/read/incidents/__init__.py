"""Incident mentions: which words of a report refer to armed incidents, with type, reality and roles."""

from rashomon.read.incidents.annotator import IncidentRules
from rashomon.read.incidents.neural import IncidentNeural
from rashomon.read.incidents.times import time_phrases

__all__ = ["IncidentNeural", "IncidentRules", "time_phrases"]
