"""Time phrases to intervals of days and values of TIMEX3: one module for each kind of phrase.

`times.toml` of the codebook has the forms, `table` says which rule understands which form, `interpret` adds what stands
around a phrase, and `line` reads the phrases of a report in their order.
"""

from rashomon.resolve.times.interpret import Told, interpret, rule_for, value_of
from rashomon.resolve.times.line import TimeLine, time_line

__all__ = ["TimeLine", "Told", "interpret", "rule_for", "time_line", "value_of"]
