"""The names, places, time phrases and weapons of a report, as spans."""

from rashomon.read.mentions.rules import MentionRules

__all__ = ["MentionRules"]
