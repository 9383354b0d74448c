"""Who is quoted saying what: source, cue and content of every statement, its stance and its claimant."""

from rashomon.read.attribution.neural import AttributionNeural
from rashomon.read.attribution.rules import AttributionRules

__all__ = ["AttributionNeural", "AttributionRules"]
