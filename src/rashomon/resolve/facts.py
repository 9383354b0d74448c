"""What one incident mention says once its words are resolved: when, where, by whom, on whom."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol

from rashomon.codebook.actors import load_actors, side_of
from rashomon.codebook.pronouns import is_pronoun
from rashomon.model import (
    UNKNOWN_TIME,
    Attribution,
    IncidentMention,
    PlaceRead,
    Report,
    Span,
    Spans,
    TimeInterval,
    whole_quotes,
    within,
    words_of,
)
from rashomon.resolve.near import Near
from rashomon.resolve.wording import Worder, Wording

COUNT = re.compile(
    r"(?i:\d|(?:(?:at )?least|more than|some|about|around|up to|dozens|scores|several|many|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve|one|others?)\b)[^A-Z]*$"
)
"""A number of people says how many were hit, not who."""
CLAIMING = re.compile(r"\s+(?:claim(?:s|ed|ing)?|took|takes?|den(?:y|ies|ied)|said|says?)\b.*$")
"""A verb that a doer's phrase ran into ("the group claimed responsibility for attacking")."""
WHERE = re.compile(r"\s+(?:in|at|near|of|on|around|inside|outside)\s+(?:the\s+)?", re.IGNORECASE)
OWN = frozenset("it its we our they their".split())
IT, US = frozenset({"it"}), frozenset({"we", "our forces", "our fighters", "our troops"})
ACTING = frozenset({"state", "government", "ministry", "armed_force", "armed_group", "alliance"})
"""Kinds of actors that strike; a person speaks for one, and an outlet only tells."""
PAST_VERBS = frozenset("hit struck shot blew set opened fell bombed slammed drove".split())
PRECISION_ORDER = {
    "site": 0, "town": 1, "district": 2, "province": 3, "area": 4, "sea": 4, "region": 4, "country": 5, "unknown": 6,
}  # fmt: skip
INFERRED_DAYS = 1
"""A force that reports its own strike does so within a day: how far before the statement the act may lie."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody on one side of an incident: a canonical name, and the codebook's id and side where it knows them."""

    name: str
    actor: str | None = None
    side: str | None = None


class TimeOf(Protocol):
    """The days that a phrase means in one report; where it stands tells which, if it means several."""

    def __call__(self, words: str, start: Span | None = None) -> TimeInterval:
        """The days, counted from what was spoken of before `start`."""
        ...


@dataclass(frozen=True, slots=True)
class Resolvers:
    """How words become things in one report: the functions of this stage bound to the report's context."""

    actor: Callable[[str], Party | None]
    place: Callable[[str], tuple[PlaceRead, ...]]
    time: TimeOf


@dataclass(frozen=True, slots=True)
class Facts:
    """One mention with its words resolved."""

    mention: IncidentMention
    date: TimeInterval
    places: tuple[PlaceRead, ...]
    initiators: tuple[Party, ...]
    targets: tuple[Party, ...]
    wording: Wording

    @property
    def start(self) -> int:
        """Where the trigger stands."""
        return self.mention.trigger[0].start


def facts_of(mention: IncidentMention, report: Report, near: Near, resolvers: Resolvers, worder: Worder) -> Facts:
    """Resolve the roles of one mention."""
    holder = near.innermost(mention.trigger)
    stated = [piece for piece in mention.place if holder is None or _part_of_statement(piece, holder)]
    # "The attack on Kabul airport": what was hit is a place too.
    known = ((t, m.span) for t in mention.target for m in near.mentions(t) if m.kind == "place" and m.ref)
    hit = [span for target, span in known if target.covers(span) or _lies_in(target, span, report)]
    places = [place for piece in (*stated, *hit) for place in resolvers.place(piece.text)]
    return Facts(
        mention=mention,
        date=_date(mention, holder, near, resolvers),
        places=tuple(dict.fromkeys(places)),
        initiators=_speaker(mention, holder, near) or _parties(mention.initiator, resolvers),
        targets=_parties(mention.target, resolvers),
        wording=worder.of(mention),
    )


def _speaker(mention: IncidentMention, holder: Attribution | None, near: Near) -> tuple[Party, ...]:
    """Who reports an act of its own ("the army said it shelled"): the claimant, where its pronoun can mean nobody else."""
    claimant = holder.claimant if holder is not None else None
    if holder is None or claimant is None or not is_own_act(mention):
        return ()
    doer = mention.initiator[0]
    # Somebody else who is named before the pronoun may be meant by it.
    named = (
        m for m in near.mentions(doer) if m.kind == "actor" and holder.content[0].start <= m.span.start < doer.start
    )
    if claimant.anonymous or (doer.text.lower() not in US and any(named)):
        return ()
    actor = load_actors().by_id.get(claimant.actor) if claimant.actor is not None else None
    if actor is None:
        # Whether a name that nobody knows is a body's or a person's, "it" alone tells.
        return (Party(claimant.name),) if doer.text.lower() in IT else ()
    if actor.kind == "person":
        body = load_actors().by_id.get(side_of(actor.id) or "")
        return (Party(body.name, body.id, side_of(body.id)),) if body is not None and body.kind in ACTING else ()
    return (Party(claimant.name, actor.id, side_of(actor.id)),) if actor.kind in ACTING else ()


def _lies_in(target: Span, place: Span, report: Report) -> bool:
    """Whether a place stands right behind what was hit: "bases in Marfa"."""
    return target.end < place.start and WHERE.fullmatch(report.text[target.end : place.start]) is not None


def _date(mention: IncidentMention, holder: Attribution | None, near: Near, resolvers: Resolvers) -> TimeInterval:
    # What stands outside a statement tells when and where it was made, not what it is about.
    if mention.time and (holder is None or all(_part_of_statement(piece, holder) for piece in mention.time)):
        found = resolvers.time(words_of(mention.time), mention.time[0])
        if found.known or found.weekday is not None:
            return found
    return _announced(mention, holder, near, resolvers)


def _part_of_statement(piece: Span, holder: Attribution) -> bool:
    """Whether a phrase is said, not said of the saying: inside the content, or closing it before the cue comes."""
    if within((piece,), holder.content):
        return True
    end = holder.content[-1].end
    return 0 <= piece.start - end <= 1 and bool(holder.cue) and holder.cue[0].start >= piece.end


def _announced(mention: IncidentMention, holder: Attribution | None, near: Near, resolvers: Resolvers) -> TimeInterval:
    """What is reported as news on a stated day happened that day or the night before: an inferred date.

    That holds for a party that reports its own act ("said early on Saturday that its forces struck"), and for a verb
    in somebody's report; a noun ("said on Monday that the strikes") may speak of something older.
    """
    if holder is None or not holder.cue or not (is_own_act(mention) or _is_told_as_news(mention)):
        return UNKNOWN_TIME
    beside = [
        found.span
        for found in near.mentions(holder.cue[0])
        if found.kind == "time" and not within((found.span,), holder.content) and _beside(found.span, holder)
    ]
    said = [resolvers.time(span.text) for span in beside]
    for day in said:
        if day.start is not None and day.days == 1:
            start = day.start - timedelta(days=INFERRED_DAYS)
            return TimeInterval(start=start, end=day.end, basis="inferred", words=day.words)
        if day.weekday is not None:
            return TimeInterval(weekday=day.weekday, basis="inferred", words=day.words)
    return UNKNOWN_TIME


def _is_told_as_news(mention: IncidentMention) -> bool:
    words = mention.trigger[0].text.lower().split()
    return bool(words) and (words[0].endswith("ed") or words[0] in PAST_VERBS)


def is_own_act(mention: IncidentMention) -> bool:
    """Whether the doer is a pronoun that may mean the speaker ("it", "our forces")."""
    return bool(OWN & set(re.findall(r"\w+", words_of(mention.initiator).lower())[:2]))


def _beside(span: Span, holder: Attribution) -> bool:
    """Whether a time phrase stands with the cue, in the few words around it."""
    cue = holder.cue[0]
    return -40 <= span.start - cue.end <= 40 or -40 <= cue.start - span.end <= 40


def _parties(spans: Spans, resolvers: Resolvers) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for piece in spans:
        for part in re.split(r",\s+(?:and\s+)?|\s+and\s+|;\s*", piece.text):
            words = CLAIMING.sub("", part).strip(" ,.\"'\u201c\u201d\u2018\u2019")
            if not words or is_pronoun(words) or COUNT.match(words):
                continue
            party = resolvers.actor(words)
            if party is not None:
                party = replace(party, name=whole_quotes(party.name))
                found.setdefault(party.name, party)
    return tuple(found.values())
