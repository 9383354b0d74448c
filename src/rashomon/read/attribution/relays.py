"""The path of a statement: which agency, paper or platform got it from the speaker."""

import re
from bisect import bisect_left

from rashomon.read.attribution.adjuncts import skip_addressee, skip_adjuncts
from rashomon.read.attribution.draft import Draft
from rashomon.read.attribution.line import Line

PLATFORMS = ("Twitter", "Facebook", "Telegram", "Instagram", "WhatsApp", "YouTube", "Truth Social")
TWEETS = re.compile(r"\b(?:re)?tweet(?:s|ed|ing)?\b", re.IGNORECASE)
CARRIED = re.compile(
    r"\b(?:carried|quoted|cited|published|reported|broadcast|aired|released|relayed|obtained|seen) by "
    r"(?:the |state |news agency |state-run |official |local |private ){0,4}([A-Z][\w.&'\u2019\-]*(?: [A-Z][\w.&\-]*)*)"
)
OUTLET_WORDS = re.compile(
    r"\b(?:news|agency|tv|television|radio|newspaper|times|post|press|media|channel|daily|magazine|website)\b",
    re.IGNORECASE,
)
BEFORE_NAME = re.compile(
    r"^(?:the |state |state-run |news agency |local |private |broadcaster |newspaper |agency |a |an |by |to |with )*"
)
AFTER_NAME = re.compile(r"\s+(?:news agency|newspaper|television|radio|on|in)\b.*$")


def relays(line: Line, draft: Draft) -> tuple[str, ...]:
    """The media between the speaker and this outlet, nearest to the speaker first."""
    cue_end = draft.cue[-1][1]
    after = bisect_left(line.tokens, cue_end, key=lambda token: token.start)
    near = line.document.text[draft.cue[0][0] : _adjunct_end(line, after, draft)]
    found = _heard_by(line, after)
    found.extend(match.group(1) for match in CARRIED.finditer(near))
    if TWEETS.search(near):
        found.append("Twitter")
    found.extend(name for name in PLATFORMS if name in near)
    return tuple(dict.fromkeys(found))


def _heard_by(line: Line, after: int) -> list[str]:
    """The medium in "told *Reuters*" or "said to *the AFP news agency*"."""
    start, end = after, after
    if line.has(after - 1, "telling"):
        end = skip_addressee(line, after)
    elif line.at(after) == "to":
        start, end = after + 1, skip_adjuncts(line, after)
    return _medium(line, line.document.text[slice(*line.piece((start, end)))]) if end > start else []


def _adjunct_end(line: Line, after: int, draft: Draft) -> int:
    """The end of what is said about the saying: adjuncts and hearers right of the cue."""
    end = skip_adjuncts(line, after)
    stop = line.tokens[end - 1].end if after < end <= len(line) else draft.cue[-1][1]
    later = [start for start, _ in draft.content if start >= draft.cue[-1][1]]
    return max(stop, min(later) if later else line.sentence.end)


def _medium(line: Line, heard: str) -> list[str]:
    """The name of a hearer that is a medium: capitalised, and no person or assembly."""
    name = AFTER_NAME.sub("", BEFORE_NAME.sub("", " ".join(heard.split()).strip(" ,")))
    words = name.split()
    if not words or not words[0][0].isupper() or words[0].lower() in line.words["assemblies"]:
        return []
    if name.endswith(("'s", "\u2019s")):
        return []
    person = len(words) == 2 and not any(word.isupper() for word in words)
    return [name] if OUTLET_WORDS.search(heard) or not (person or len(words) > 4) else []
