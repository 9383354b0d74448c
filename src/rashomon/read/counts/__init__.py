"""How many munitions, targets, buildings, attacks and displaced people, in whose words: a small grammar of things."""

from rashomon.read.counts.annotate import CountRules

__all__ = ["CountRules"]
