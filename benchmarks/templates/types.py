"""The types of incident that a document tells of, by words that name them."""

import re
from typing import Final

import numpy as np

from benchmarks.templates.documents import Seen

WORDS: Final = {
    "ATTACK": r"attack\w*|kill\w*|murder\w*|assassin\w*|massacre\w*|shot|shoot\w*|machinegun\w*|ambush\w*|execut\w+|shell\w*",
    "BOMBING": r"bomb\w*|explo\w+|dynamit\w*|detonat\w*|blast\w*|car-?bomb\w*|blew|blown",
    "KIDNAPPING": r"kidnap\w*|abduct\w*|hostages?|captors?",
    "ARSON": r"arson\w*|burn\w*|set (?:\w+ ){0,4}fire|set ablaze|torched|incendiary",
    "ROBBERY": r"robb\w+|stole\w*|loot\w*|theft",
}
"""Words that speak for each type; "forced work stoppage" is too rare to look for."""
PATTERNS: Final = {name: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for name, words in WORDS.items()}


def signs(document: Seen, incident: float) -> dict[str, tuple[float, ...]]:
    """For each type the numbers that a judge weighs: whether there is an incident, how often its words stand and the
    others', and whether the reading has an incident of such a type."""
    counts = {name: len(pattern.findall(document.text)) for name, pattern in PATTERNS.items()}
    logs = {name: float(np.log1p(count)) for name, count in counts.items()}
    bombs = any(one.type in ("bombing", "suicide_bombing") for one in document.reading.incidents)
    return {
        name: (incident, logs[name], float(counts[name] > 0), max(logs[n] for n in logs if n != name), float(bombs))
        for name in PATTERNS
    }
