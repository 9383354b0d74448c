"""The words by which a report says whose reporting it prints ("told AFP", "(AP)")."""

import re
from functools import cache

from rashomon.codebook.checks import check_keys, check_words
from rashomon.codebook.outlets import outlets
from rashomon.codebook.tables import read_table
from rashomon.errors import CodebookInvalid

FILE = "copying"
KEYS = frozenset({"told"})
SHORTEST = 3
"""Letters of an agency's name that a text must show: "AA" and "PA" stand for too much else; "AP" is told below."""


def agencies_told(text: str) -> tuple[str, ...]:
    """The agencies whose reporting a text says it is ("told AFP", "(AP)"), by their names, sorted."""
    names, pattern = _told()
    if not any(words in text for words in names):
        return ()  # most texts name none, and looking for a name is a hundred times as fast as for a pattern
    found = {next(words for words in match.groups() if words) for match in pattern.finditer(text)}
    return tuple(sorted({names[words] for words in found}))


@cache
def _told() -> tuple[dict[str, str], re.Pattern[str]]:
    """Agencies by what they are called, and the pattern of all lines; raises `CodebookInvalid` for a broken line."""
    table = read_table(FILE)
    check_keys(FILE, "the file", table, KEYS, KEYS)
    agencies = [outlet for outlet in outlets() if outlet.agency]
    names = {words: outlet.name for outlet in agencies for words in (outlet.name, *outlet.aliases)}
    known = {words: name for words, name in names.items() if len(words) >= SHORTEST or words == "AP"}
    choice = "|".join(re.escape(words) for words in sorted(known, key=lambda words: (-len(words), words)))
    lines = check_words(FILE, "told", table["told"])
    if bare := next((line for line in lines if "{name}" not in line), None):
        raise CodebookInvalid(f"The codebook file {FILE}.toml, told: {bare!r} has no {{name}}.")
    try:
        return known, re.compile("|".join(line.replace("{name}", f"\\b({choice})") for line in lines))
    except re.error as error:
        raise CodebookInvalid(f"The codebook file {FILE}.toml, told: a line is no pattern ({error}).") from error
