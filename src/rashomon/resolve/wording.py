"""How a mention of an incident is worded: what tells whether a report goes on with an incident or turns to another."""

import re
from dataclasses import dataclass
from typing import Literal

from rashomon.codebook.wording import load_wording
from rashomon.model import IncidentMention, Spans

Introduced = Literal["another", "definite", "indefinite", "verb", "bare"]
WORD = re.compile(r"[A-Za-z-]+|[^\sA-Za-z]")
CONTENT = re.compile(r"[a-z0-9]{3,}")
NAME = re.compile(r"[A-Z][A-Za-z]{2,}")
AMERICAN = re.compile(r"\bU\.?S\b|\bAmerica")
BEFORE, FEW = 60, 6
"""Characters before a trigger in which its article stands; words between it and one that says that it came first."""
STEM = 4
"""Letters by which "Israel" meets "Israeli"."""
ENDINGS = ("ings", "ing", "ers", "ed", "es", "s", "e")
STOPS = (". ", "\n", ".\u201d ", '." ')
BEGIN = 20
"""Characters of a sentence in which it turns to another time or place, if it opens by that."""
OPENING = " \"'\u201c\u2018"
"""What may stand before the first word of a sentence."""
HAD = re.compile(r"\b(?:had|having)\b[^,.;]{0,20}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a sentence says beside the roles; `doers` and `struck` are the beginnings of the names in them."""

    start: int
    sentence: tuple[int, int]
    line: int
    introduced: Introduced
    noun: str
    plural: bool
    had: bool
    elsewhere: bool
    turned: bool
    separate: Literal["opens", "within"] | None
    later: bool
    reply: bool
    behind: bool
    by: frozenset[str] = frozenset()
    whom: frozenset[str] = frozenset()
    spot: frozenset[str] = frozenset()
    weapon: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    struck: frozenset[str] = frozenset()


class Worder:
    """Words the mentions of one text; a sentence is looked at once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._seen: dict[tuple[int, int], tuple[bool, ...]] = {}

    def of(self, mention: IncidentMention) -> Wording:
        """How a mention is worded."""
        first = mention.trigger[0]
        sentence = sentence_at(self._text, first.start)
        if sentence not in self._seen:
            self._seen[sentence] = _turns(self._text[slice(*sentence)].lower())
        opens, turned, elsewhere, separate, later, reply = self._seen[sentence]
        trigger = first.text.lower()
        verb = trigger.endswith("ed") or trigger.split()[0] in load_wording().past_verbs
        return Wording(
            start=first.start,
            sentence=sentence,
            line=self._text.count("\n", 0, first.start),
            introduced=_introduced(self._text[max(0, first.start - BEFORE) : first.start], verb=verb),
            noun=_stem(trigger.split()[-1]),
            plural=not verb and trigger.endswith("s") and not trigger.endswith("ss"),
            had=HAD.search(self._text[sentence[0] : first.start]) is not None,
            elsewhere=elsewhere,
            turned=turned,
            separate="opens" if opens else "within" if separate else None,
            later=later,
            reply=reply,
            behind=_behind(self._text[max(sentence[0], first.start - BEFORE) : first.start]),
            by=_words(mention.initiator),
            whom=_words(mention.target),
            spot=_words(mention.place),
            weapon=_words(mention.weapon),
            doers=_names(mention.initiator),
            struck=_names((*mention.target, *mention.place)),
        )


def sentence_at(text: str, position: int) -> tuple[int, int]:
    """The sentence around a position as far as full stops and line ends tell: enough to look for words beside it."""
    starts = [found + len(end) for end in STOPS if (found := text.rfind(end, 0, position)) >= 0]
    ends = [found for end in (". ", "\n") if (found := text.find(end, position)) >= 0]
    return max(starts, default=0), min(ends, default=len(text))


def _turns(sentence: str) -> tuple[bool, ...]:
    words = load_wording()
    patterns = (words.elsewhere, words.separate, words.later, words.reply)
    start = sentence.lstrip(OPENING)
    opens = words.separate.match(start)
    turned = words.later.match(start) or words.elsewhere.search(start[:BEGIN])
    return (opens is not None, turned is not None, *(pattern.search(sentence) is not None for pattern in patterns))


def _introduced(before: str, *, verb: bool) -> Introduced:
    words = load_wording()
    for word in reversed(WORD.findall(before.lower())[-6:]):
        if word in words.another:
            return "another"
        if word in words.definite:
            return "definite"
        if word in words.indefinite:
            return "indefinite"
        if word in words.barriers or not word[0].isalpha():
            break
    return "verb" if verb else "bare"


def _behind(before: str) -> bool:
    """Whether few words lie between a trigger and one that says that it came first ("after a rocket attack")."""
    ends = [found.end() for found in load_wording().behind.finditer(before.lower())]
    return bool(ends) and len(before[ends[-1] :].split()) <= FEW


def _stem(word: str) -> str:
    ending = next((end for end in ENDINGS if word.endswith(end) and len(word) - len(end) >= STEM), "")
    return word[: len(word) - len(ending)]


def _words(spans: Spans) -> frozenset[str]:
    words = CONTENT.findall(" ".join(piece.text for piece in spans).lower())
    return frozenset(words) - load_wording().common


def _names(spans: Spans) -> frozenset[str]:
    text = " ".join(piece.text for piece in spans)
    stems = {name[:STEM].lower() for name in NAME.findall(text)} - {"the"}
    return frozenset(stems | {"us"} if AMERICAN.search(text) else stems)
