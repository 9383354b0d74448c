"""The words by which reports of one incident are told from those of another."""

import re
from dataclasses import dataclass
from functools import cache

from rashomon.codebook.checks import check_keys
from rashomon.codebook.tables import read_table
from rashomon.errors import CodebookInvalid

FILE = "linking"
LISTS = frozenset({"common", "people", "titles", "weekdays", "months"})
MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkingWords:
    """Word lists of `linking.toml`, for folded text; `month_day` finds "august 22" and "22 august" in lower-case text."""

    common: frozenset[str]
    people: frozenset[str]
    titles: frozenset[str]
    calendar: frozenset[str]
    months: tuple[str, ...]
    month_day: re.Pattern[str]


@cache
def load_linking() -> LinkingWords:
    """The lists. Raises `CodebookInvalid` where the data file breaks its schema."""
    table = read_table(FILE)
    check_keys(FILE, "the file", table, LISTS, LISTS)
    words = {name: tuple(_words(name, table[name])) for name in LISTS}
    months = words["months"]
    if len({month[:3] for month in months}) != MONTHS:
        raise CodebookInvalid(f"The codebook file {FILE}.toml, months: twelve different months are needed.")
    return LinkingWords(
        common=frozenset(words["common"]),
        people=frozenset(words["people"]),
        titles=frozenset(words["titles"]),
        calendar=frozenset((*words["weekdays"], *months)),
        months=months,
        month_day=_month_day(months),
    )


def _words(name: str, text: object) -> list[str]:
    if not isinstance(text, str) or not text.split():
        raise CodebookInvalid(f"The codebook file {FILE}.toml: {name} must be words in one string.")
    return text.split()


def _month_day(months: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(rf"{month[:3]}(?:{month[3:]}|t?\.?)" for month in months)
    day = r"(?<!\d)[0-3]?\d(?!\d)"
    return re.compile(
        rf"\b(?P<month>{names})\b\.? (?P<day>{day})|(?P<day_first>{day})(?:st|nd|rd|th)? (?:of )?(?P<month_last>{names})\b"
    )
