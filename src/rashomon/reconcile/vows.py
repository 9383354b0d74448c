"""Who announces an answer to an incident: "vowed to avenge the raid", "will pay the price"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from rashomon.codebook.actors import side_of
from rashomon.codebook.ties import Cue, load_ties
from rashomon.model import Attribution, Span, words_of
from rashomon.reconcile.answers import Told
from rashomon.reconcile.ties import BESIDE, GAP, Saying, is_denied, make_answer

Announced: TypeAlias = tuple[Attribution, tuple[Cue, ...]]
"""A statement with its words that announce an answer."""


def announced(told: Told) -> tuple[Announced, ...]:
    """The statements of a report that announce an answer to anything."""
    found = ((attribution, tuple(_announced(told, attribution))) for attribution in told.attributions())
    return tuple((attribution, cues) for attribution, cues in found if cues)


def vows(told: Told, statements: Sequence[Announced]) -> Iterator[Saying]:
    """Of what a report announces that which is an answer to the incident told: "vowed to avenge the raid"."""
    for attribution, cues in statements:
        cue = next((cue for cue in cues if _is_meant(told, cue, attribution)), None)
        if cue is not None and not is_denied(told, cue):
            answer = make_answer(told, told.report.span(cue.start, cue.end), "threatened", None)
            vow = replace(answer, claimant=attribution.claimant, stance=attribution.stance)
            yield Saying(replace(vow, relayed_by=attribution.relayed_by, source=attribution.id), denied=False)


def _announced(told: Told, attribution: Attribution) -> Iterator[Cue]:
    """The words of a statement that announce an answer, those that name what is answered first."""
    words, stretch = load_ties(), _whole(attribution, told)
    forward = [cue for cue in words.cues(stretch.text) if cue.stated and cue.form == "forward"]
    alone = [Cue(match.start(), match.end(), "alone", True) for match in words.acting.finditer(stretch.text)]
    for found in (*forward, *alone):
        cue = replace(found, start=stretch.start + found.start, end=stretch.start + found.end)
        before = told.report.text[max(stretch.start, cue.start - BESIDE) : cue.start]
        if attribution.stance == "threatens" or words.announcing.search(f"{words_of(attribution.cue)} {before}"):
            yield cue


def _whole(attribution: Attribution, told: Told) -> Span:
    """A statement from its first word of saying to its end."""
    pieces = (*attribution.cue, *attribution.content)
    return told.report.span(min(p.start for p in pieces), max(p.end for p in pieces))


def _is_meant(told: Told, cue: Cue, attribution: Attribution) -> bool:
    """Whether the incident told is what an announced answer is to: named behind the words, or all that is spoken of."""
    behind = [m for m in told.reading.events if 0 <= m.trigger[0].start - cue.end <= GAP]
    if cue.form == "forward" and behind:
        first = min(behind, key=lambda mention: mention.trigger[0].start)
        return any(mention.id == first.id for mention in told.incident.mentions)
    claimant = attribution.claimant
    own = side_of(claimant.actor) if claimant is not None and claimant.actor is not None else None
    struck_itself = own is not None and own in map(side_of, told.incident.actors)
    return cue.form == "alone" and told.about(attribution) and told.incident.main and not struck_itself
