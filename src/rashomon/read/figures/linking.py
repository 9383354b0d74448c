"""The state in which the rules of figures link counted groups to predicates, and what they ask of it."""

from dataclasses import dataclass, field, replace

from rashomon.model import Outcome
from rashomon.read.figures.line import Line
from rashomon.read.figures.nouns import Counted
from rashomon.read.figures.predicates import Predicate, Voice

REACH = 16
"""How many words may stand between a subject and its verb, or between a toll and its number."""

LONG_JOINTS = (("and", "of"), ("as", "well", "as"), ("along", "with"), ("together", "with"), ("in", "addition", "to"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What a rule found out about one counted group: its outcomes, and whether it is a part of a larger group."""

    outcomes: tuple[Outcome, ...]
    rule: str = ""
    part: bool = False
    either: bool = False


@dataclass(slots=True)
class Linking:
    """One sentence while it is linked. Groups are known by their number from left to right.

    `links` only grows: the surest relations are looked for first and are not overruled by later ones. `parts` holds the
    groups that the words around them mark as parts ("including three children").
    """

    line: Line
    people: list[Counted]
    predicates: list[Predicate]
    links: dict[int, Link] = field(default_factory=dict)
    parts: set[int] = field(default_factory=set)

    def put(self, number: int, source: Predicate | Counted | Link, rule: str, *, part: bool = False) -> None:
        """Link a group unless it is linked already; only what is surely people can be captured."""
        if "captured" in source.outcomes and self.people[number].kind == "unknown":
            return
        part = part or self.people[number].part or number in self.parts
        self.links.setdefault(number, Link(outcomes=source.outcomes, rule=rule, part=part, either=source.either))

    def mark_part(self, number: int) -> None:
        """Make a linked group a part."""
        self.links[number] = replace(self.links[number], part=True)

    def voiced(self, voice: Voice) -> list[Predicate]:
        """The predicates in one voice."""
        return [predicate for predicate in self.predicates if predicate.voice == voice]

    def starting(self, position: int) -> int | None:
        """The group that begins at a token."""
        return next((n for n, group in enumerate(self.people) if group.start == position), None)

    def gap(self, number: int) -> tuple[str, ...]:
        """The words between a group and the next one."""
        return self.line.words[self.people[number].end : self.people[number + 1].start]

    def is_walled(self, words: tuple[str, ...]) -> bool:
        """Whether a word that begins another clause is among these."""
        return not self.line.grammar.walls.isdisjoint(words)

    def is_plain(self, number: int) -> bool:
        """Whether nothing but a short phrase stands between a group and the next one."""
        one, other, gap = self.people[number], self.people[number + 1], self.gap(number)
        between = any(one.end <= p.start < other.start and not (p.bare and p.start == one.end) for p in self.predicates)
        return len(gap) <= 10 and not self.is_walled(gap) and not between

    def ends_in_joint(self, words: tuple[str, ...]) -> bool:
        """Whether the words end in a comma, "and" or the like."""
        if not words:
            return False
        return words[-1] in self.line.grammar.joints or any(words[-len(joint) :] == joint for joint in LONG_JOINTS)

    def after_preposition(self, number: int) -> bool:
        """Whether a preposition governs the group, so that it is no subject."""
        return self.line.word(self.people[number].start - 1) in self.line.grammar.prepositions

    def inside_previous(self, number: int) -> bool:
        """Whether the group only says which ("five members of one household")."""
        group = self.people[number]
        after_of = self.line.word(group.start - 1) == "of"
        return after_of and number > 0 and self.people[number - 1].end == group.start - 1

    def begins_clause(self, number: int) -> bool:
        """Whether the group looks like the subject of a verb that follows, so that it ends no list."""
        word, grammar = self.line.word(self.people[number].end), self.line.grammar
        if word in grammar.be or word in grammar.have:
            return True
        ends = word in grammar.after_passive or word in grammar.prepositions or word in grammar.relatives
        return word.isalpha() and not ends
