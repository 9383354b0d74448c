"""Time phrases: dates, weekdays, months, and words that count from the day of publication or from another event."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rashomon.codebook.names import Word, words_in
from rashomon.model import Span
from rashomon.read.document import Document

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"  # fmt: skip
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
NUMBER = r"(?:\d{1,3}|an?|a few|several|a couple of|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)"
UNIT = r"(?:hour|day|night|week|weekend|month|year|decade)s?"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
YEAR = r"(?:19|20)\d\d"
PART = r"(?:morning|afternoon|evening|night|dawn|midday|noon|midnight)"
DATE = (
    rf"(?:{YEAR}-\d\d-\d\d"
    rf"|{MONTH}\s+{DAY}(?!\d)(?:\s*(?:-|\u2013|to|and)\s*{DAY})?(?:,?\s+{YEAR})?"
    rf"|{DAY}(?:\s*(?:-|\u2013|to|and)\s*{DAY})?\s+(?:of\s+)?{MONTH}(?:,?\s+{YEAR})?"
    rf"|(?:(?:early|mid|late)[\s-])?{MONTH},?\s+(?:of\s+)?{YEAR})"
)
ON_DAY = rf"(?:(?:last|this|next|past)\s+)?{WEEKDAY}(?:\s+{PART})?(?:(?:,\s+|\s+\()?(?:the\s+)?{DATE}\)?)?"
HOUR = r"(?:\d{1,2}(?:[.:]\d\d)?\s*(?:[ap]\.?m\.?|GMT|local time|hours|o'clock)(?:\s+(?:local time|GMT))?)"
LEAD = r"(?:(?:early|late|shortly before dawn|before dawn|in the early hours(?: of)?|in the (?:night|morning|evening|afternoon)(?: of| to)?|(?:on )?the (?:night|evening|morning|afternoon) of|at dawn|at noon|at midnight|overnight|by|since|until|from|around|about|at|on|in)\s+)*"  # fmt: skip
PHRASE = re.compile(
    rf"(?<![\w-])(?:{LEAD}(?:{HOUR},?\s+(?:on\s+|of\s+)?)?(?:{ON_DAY}|{DATE})(?:\s+(?:local time|{PART}))?"
    rf"|(?:the\s+)?(?:day before yesterday|yesterday|today|tomorrow|tonight)(?:\s+{PART})?"
    rf"|(?:last|this|that)\s+(?:{PART}|week|weekend|month|year)"
    rf"|(?:earlier|later)\s+(?:this|last|that|the same|in the)\s+(?:{PART}|day|week|month|year)"
    r"|(?:overnight|at the weekend|over the weekend|during the night|in the early hours|before dawn|at dawn)"
    rf"|(?:{NUMBER}|the)\s+{UNIT}\s+(?:ago|earlier|later|before|after(?:wards)?)"
    rf"|(?:over|in|during|for|within)\s+(?:the\s+)?(?:past|last|recent|coming)\s+(?:{NUMBER}\s+)?{UNIT}"
    rf"|(?:since|in|last|early in|late in|by)\s+(?:(?:early|mid|late)[\s-])?{MONTH}(?!\w)"
    rf"|(?:in|since|until|by|from)\s+{YEAR}(?:\s*(?:-|\u2013|to|and)\s*{YEAR})?(?!\d))",
    re.IGNORECASE,
)
CORE = re.compile(
    rf"{WEEKDAY}|yesterday|today|tomorrow|tonight|overnight|hour|day|night|week|month|year|decade|morning|afternoon"
    rf"|evening|dawn|midday|noon|midnight|{YEAR}|{MONTH}(?!\w)",
    re.IGNORECASE,
)
"""How a word begins without which no phrase stands, unless it is a number beside a month."""
MONTH_STEM = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())
MODAL_MAY = re.compile(r"\bmay$")


def time_spans(document: Document) -> Iterator[Span]:
    """The time phrases of each sentence, prepositions included; the modal "may" is none."""
    for sentence in document.sentences:
        if not may_tell_time(words_in(document.text, sentence.start, sentence.end)):
            continue
        for match in PHRASE.finditer(document.text, sentence.start, sentence.end):
            if not MODAL_MAY.search(match.group()):
                yield document.span(*match.span())


def may_tell_time(words: Sequence[Word]) -> bool:
    """Whether a sentence can hold a phrase at all: trying the pattern at every word of every sentence is dear."""
    if any(_is_core(word.text) for word in words):
        return True
    return any(word.text[0].isdigit() for word in words) and any(word.folded.startswith(MONTH_STEM) for word in words)


@lru_cache(maxsize=8192)
def _is_core(word: str) -> bool:
    return CORE.match(word) is not None
