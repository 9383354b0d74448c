"""Names of places anywhere in a text, also inside the names of bodies and as adjectives."""

from rashomon.read.toponyms.annotate import ToponymRules

__all__ = ["ToponymRules"]
