"""How many were killed, wounded, missing or captured, in whose words: a small grammar of counted people."""

from rashomon.read.figures.annotate import FigureRules

__all__ = ["FigureRules"]
