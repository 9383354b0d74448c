"""On whose word accounts and findings stand: sides, kinds of source, support, grades and estimates. Nothing is called true."""

from rashomon.reconcile.weight.sides import Sides, placed_by, sides_of
from rashomon.reconcile.weight.weigh import Compared, weighed

__all__ = ["Compared", "Sides", "placed_by", "sides_of", "weighed"]
