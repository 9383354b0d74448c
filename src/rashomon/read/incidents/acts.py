"""Mentions of incidents where they stand in their sentences, for the rules that ask which of them answers which."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.model import IncidentMention, Spans
from rashomon.read.incidents.line import Line, Range


@dataclass(frozen=True, slots=True, eq=False)
class Act:
    """A mention at the tokens `[first, end)` of its line, and the beginnings of the names in its roles.

    `doers` are those of its initiator, `struck` those of its target and place: "Turkey" meets "Turkish" there. Where the
    doer is told by no name, it is who is named before in the sentence: "the TNLA said that its fighters had shelled".
    """

    mention: IncidentMention
    line: Line
    first: int
    end: int
    doers: frozenset[str]
    struck: frozenset[str]
    state: bool
    """Whether a state or what only states have, such as jets, is said to do it."""

    @property
    def range(self) -> Range:
        """Its tokens."""
        return (self.first, self.end)

    @property
    def general(self) -> bool:
        """Whether it is told of in general, not as an act: "to prevent attacks"."""
        return self.mention.reality == "background"

    def after(self, other: "Act") -> int:
        """How many sentences it stands behind another act."""
        return self.line.sentence.index - other.line.sentence.index

    def crosses(self, other: "Act") -> bool:
        """Whether who does the one is struck in the other."""
        return not (self.doers.isdisjoint(other.struck) and other.doers.isdisjoint(self.struck))

    def meets(self, other: "Act") -> bool:
        """Whether who does the one is struck in the other, on one side or both."""
        return not (self.doers.isdisjoint(other.struck) and self.struck.isdisjoint(other.doers))


def located(lines: Sequence[Line], mentions: Sequence[IncidentMention]) -> list[Act]:
    """The acts of some mentions, in their order; one that no line holds is left out."""
    starts = [line.sentence.tokens[0].start for line in lines]
    found: list[Act] = []
    for mention in mentions:
        number = bisect_right(starts, mention.trigger[0].start) - 1
        if number >= 0 and mention.trigger[-1].end <= lines[number].sentence.tokens[-1].end:
            found.append(_act(mention, lines[number]))
    return found


def tokens_of(line: Line, spans: Spans) -> list[int]:
    """The tokens of a line that lie in some spans."""
    tokens = line.tokens
    return [
        position
        for span in spans
        for position in range(
            bisect_left(tokens, span.start, key=lambda token: token.start),
            bisect_left(tokens, span.end, key=lambda token: token.start),
        )
    ]


def _act(mention: IncidentMention, line: Line) -> Act:
    inside = tokens_of(line, mention.trigger) or [0]
    initiator = tokens_of(line, mention.initiator)
    doers, struck = names(line, initiator), names(line, tokens_of(line, (*mention.target, *mention.place)))
    if not doers and any(line.has(position, "possessives", "pronouns") for position in initiator):
        doers = names(line, range(initiator[0])) - struck
    state = any(line.has(position, "air", "state_forces", "nations") for position in initiator)
    return Act(mention, line, inside[0], inside[-1] + 1, doers, struck, state)


def names(line: Line, positions: Iterable[int]) -> frozenset[str]:
    """The beginnings of the names among some tokens; all names of the United States are one."""
    stems = {line.stem(position)[:4] for position in positions if _is_name(line, position)}
    return frozenset("us" if stem in line.list("united_states") else stem for stem in stems if len(stem) > 1)


def _is_name(line: Line, position: int) -> bool:
    """Whether a word is a name, as far as a capital letter tells: "Gunmen" at the start of a sentence is none."""
    if not line.capital(position) or line.has(position, "articles", "pronouns", "prepositions", "conjunctions"):
        return line.tokens[position].text == "US"
    return position > 0 or not line.has(position, "air", "ground")
