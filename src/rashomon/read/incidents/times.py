"""The phrases of a report that tell when: weekdays, dates, clock times, parts of the day, and distances in time.

Words only: which day they mean is for the resolve stage. A phrase is cut as people say it, its preposition and "local
time" included ("early on Friday local time", "last night's", "a day earlier", "on 9 August 2018"). Each token gets a
class of one letter, and the grammar is a few regular expressions over the string of classes.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from rashomon.model import Span
from rashomon.read.document import Document, Token, lowered

CLASSES = {
    "w": "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri",
    "u": "hour hours minute minutes day days date week weeks month months year years decade decades",
    "p": """morning mornings afternoon evening night nights daybreak dawn dusk sundown sunset sunrise midday noon
            midnight weekend daylight""",
    "r": "yesterday today tonight overnight night-time nighttime pre-dawn predawn midweek",
    "e": "early late later earlier shortly first small mid full broad",
    "o": "on in at since by until till over during within throughout around",
    "t": "last past this that same previous next following coming recent preceding",
    "T": "the",
    "n": """a an one two three four five six seven eight nine ten eleven twelve several some few couple many dozens half
            twenty thirty""",
    "q": "about around nearly almost only just roughly more than least less approximately over barely",
    "a": "ago afterwards afterward prior previously",
    "b": "before after",
    "f": "of between from for",
    "&": "and to or",
    "h": "am pm a.m p.m a.m. p.m.",
    "z": "local time gmt utc est edt cet bst",
    "i": "easter christmas eid ashura ramadan",
    "v": "followed",
}
MONTHS = """january february march april may june july august september october november december
            jan feb mar apr jun jul aug sep sept oct nov dec""".split()
SHAPES = (
    ("y", re.compile(r"(?:19|20)\d\d\Z")),
    ("c", re.compile(r"(?:\d{1,2}:\d\d|\d{1,2}[ap]m|\d\d[ap]m)\Z")),
    ("d", re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\Z")),
    ("k", re.compile(r"\d{1,2}\.\d\d\Z")),
    ("n", re.compile(r"\d{1,3}\Z")),
)
DATE = r"(?:T?d(?:[&-]d)?f?m\.?(?:,?f?y)?|m\.?T?d(?:[&-]d)?(?:,?y)?|m\.?f?y|y-d-d|m\.?)"
DAY = rf"(?:(?:T?e|T|t|i)?(?:w|{DATE})|iw?)"
CLOCK = r"(?:(?:[ob]?q*)(?:d[.:]ch?|ch?|[dnk]h)(?:xz|Xz|z*))"
DAYS = rf"{DAY}(?:,?p)?(?:,?(?:\({DATE}\)|{DATE}(?:f?y)?))?(?:,?p)?,?(?:[&-]{DAY}p?)?"
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"e?(?:[ofb]e?)?(?:[Tt]?e?[pu][f&o])?{DAYS}(?:,?{CLOCK})?z*",  # early on Friday local time
        rf"{CLOCK}(?:,?(?:[of]?{DAYS}|r|oTp))?",  # at about 2.30pm on Tuesday
        r"[eob]*r(?:p)?",  # since yesterday, early today, overnight
        r"(?:oq*|q+|b)?T?t+n?(?:[upw])(?:&u)?p?",  # over the last month, last night, in recent days and weeks
        r"eo?[Tt]+[up]",  # earlier this week
        rf"[ofb]T?e?p(?:[f&o]{DAYS})?",  # at dawn, in the night to Saturday
        rf"(?:o?T?)eu(?:f{DAYS})?(?=.|$)",  # the early hours of Sunday
        r"oTutv",  # in the days that followed
        r"q*T?n?f?u(?:a|e|b(?:r)?)",  # two days before, the day before yesterday, hours earlier
        r"q*d(?:-[dn])?u(?:a|e|b)",
        r"[of]q*(?:[nd](?:-[nd])?)?f?u(?=[^a-z]|$|x)",  # for months, within 24-36 hours
        r"[of]e?y(?:&y)?",  # in 2017
        r"y(?=X)",  # the 2015 Ankara bombing
    )
)
CONTENT = re.compile(r"[wmyuprcik]")
"""A sentence without a token of these classes holds no time phrase."""
NEVER_FIRST = frozenset("xX,.:()-&ahzv")
"""Classes that no phrase begins with: plain words and marks, which are most of a text."""
SPELL = re.compile(r"in[qn]*u\Z")
"""A spell, not a date: "the worst in years", "the third in a week"."""


@cache
def _classes() -> dict[str, str]:
    return {word: letter for letter, words in CLASSES.items() for word in words.split()}


def time_phrases(document: Document) -> tuple[Span, ...]:
    """The time phrases of a report in reading order; they don't overlap, and none crosses a sentence's end."""
    return tuple(
        document.span(sentence.tokens[first].start, sentence.tokens[last].end)
        for sentence in document.sentences
        for first, last in _phrases(sentence.tokens)
    )


def _phrases(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int]]:
    """Token ranges, both ends included: from left to right the longest phrase that begins at each place."""
    letters = "".join([_letter(tokens, position) for position in range(len(tokens))])
    position = 0 if CONTENT.search(letters) else len(letters)
    while position < len(letters):
        if letters[position] in NEVER_FIRST:
            position += 1
            continue
        end = max((m.end() for p in PATTERNS if (m := p.match(letters, position))), default=position)
        end -= len(letters[position:end]) - len(letters[position:end].rstrip(",.&"))
        if end > position and CONTENT.search(letters, position, end):
            start = _without_tie(tokens, letters, position, end)
            if start < end and not SPELL.match(tokens[start].lower + letters[start + 1 : end]):
                yield start, end - 1
            position = end
        else:
            position += 1


def _without_tie(tokens: tuple[Token, ...], letters: str, start: int, end: int) -> int:
    """Where the phrase begins without a preposition that ties it to a noun: "of Oct. 10", "after Monday's"."""
    possessive = tokens[end - 1].lower.endswith("'s")
    while start < end - 1 and (
        tokens[start].lower == "of"
        or (tokens[start].lower == "for" and letters[start + 1] in "wmtd")
        or (possessive and letters[start] in "ofb")
    ):
        start += 1
    return start


def _letter(tokens: tuple[Token, ...], position: int) -> str:
    letter = _class_of(tokens[position].text)
    return letter if letter != "m" or _is_month(tokens, position) else "x"


@lru_cache(maxsize=16384)
def _class_of(text: str) -> str:
    """The class of a token by its text alone; what reads like a month may be another word."""
    word = lowered(text)
    if not text[0].isalnum():
        return word if word in ".,:-()" else "-" if word in "–‐" else "x"
    word = word.removesuffix("'s")
    if word.rpartition("-")[2] in MONTHS and word.rpartition("-")[0] in ("", "mid", "early", "late"):
        return "m"
    found = _classes().get(word)
    if found:
        return found
    if word[0].isdigit():
        return next((letter for letter, shape in SHAPES if shape.match(word)), "x")
    return "X" if text[0].isupper() else "x"


def _is_month(tokens: tuple[Token, ...], position: int) -> bool:
    """Months are capitalised; "May", "March" and their like stand by a number, a preposition or a time word."""
    token = tokens[position]
    if not token.text.rpartition("-")[2][0].isupper():
        return False
    if token.lower not in ("may", "march", "mar", "dec", "jan", "sep", "august"):
        return True
    before = tokens[position - 1].lower if position else ""
    after = tokens[position + 1].lower if position + 1 < len(tokens) else ""
    return before in TIES or before[:1].isdigit() or after[:1].isdigit() or after == "."


TIES = frozenset("in since of early late last this by until during from before after between mid and".split())
