"""What the words around a counted thing tell: its verb on either side, a noun before it, or what it was used for."""

from dataclasses import dataclass

from rashomon.codebook.counted import CountedWords, Side, Telling
from rashomon.model import CountOutcome
from rashomon.read.counts.things import Thing
from rashomon.read.figures.line import Line

LONGEST = 5
"""Words of the longest phrase of the codebook that is looked for before a thing."""
GAP = 9
"""How many words may stand between a subject and its verb."""
CLAUSE = 14
"""How far back the act is looked for that munitions were used in."""
NEGATIONS = frozenset(("not", "never"))


@dataclass(frozen=True, slots=True)
class Told:
    """An outcome and the rule that found it."""

    outcome: CountOutcome
    rule: str


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with the things that are counted in it."""

    line: Line
    words: CountedWords
    things: list[Thing]

    def telling(self, number: int) -> Told | None:
        """What befell a thing by the words around it, the surest rule first; None where nothing tells it."""
        thing = self.things[number]
        for rule in (self._object, self._noun, self._subject, self._instrument):
            found = rule(thing, number)
            if found is not None:
                return found
        return None

    def between(self, number: int) -> tuple[str, ...]:
        """The words between a thing and the next one."""
        return self.line.words[self.things[number].end : self.things[number + 1].start]

    def is_joint(self, gap: tuple[str, ...]) -> bool:
        """Whether the words join two members of a list."""
        return bool(gap) and len(gap) <= 2 and self.line.grammar.joints.issuperset(gap)

    def has_verb_behind(self, number: int) -> bool:
        """Whether a verb of its own seems to follow a thing, so that it goes on no list before it."""
        word = self.line.word(self.things[number].end)
        return self._is_helper(word) or self.words.telling.at(self.line.words, self.things[number].end) is not None

    def is_intended(self, thing: Thing) -> bool:
        """Whether counted acts are only planned, threatened or feared."""
        before = self.line.words[max(0, thing.start - 6) : thing.start]
        book = self.line.book
        return not (book.unreal | book.intentions | self.words.unable | NEGATIONS).isdisjoint(before)

    def _object(self, thing: Thing, _: int) -> Told | None:
        """ "Fired 30 rockets"."""
        end = self._back(thing.start)
        for start in range(max(0, end - LONGEST), end):
            told = self.words.telling.at(self.line.words, start)
            if told is None or told[0] != end or self._is_unreal(start) or self._is_passive(start):
                continue
            found = self._fitting(told[1], thing, sides=("object", "either"))
            if found is not None and thing.kind:
                return Told(found, "object")
        return None

    def _noun(self, thing: Thing, _: int) -> Told | None:
        """ "A barrage of 30 rockets", "damage to 12 homes"."""
        end = self._back(thing.start)
        for start in range(max(0, end - LONGEST), end):
            told = self.words.nouns.at(self.line.words, start)
            outcomes = told[1] if told is not None and told[0] == end else ()
            fitting = [outcome for outcome in outcomes if thing.kind and self.words.befalls(outcome, thing.kind)]
            if fitting:
                return Told(fitting[0], "of a noun")
        return None

    def _subject(self, thing: Thing, number: int) -> Told | None:
        """ "30 rockets were fired", "three rockets landed", "rockets fired from the hills"."""
        after = self.things[number + 1].start if number + 1 < len(self.things) else len(self.line.words)
        governed, crossed = self._is_governed(thing.start), False
        for place in range(thing.end, min(thing.end + GAP, len(self.line.words))):
            if place >= after and not self._is_governed(after):
                return None
            found = self._verb(thing, place, near=not crossed)
            if found is None and (self._is_helper(self.line.word(place)) or (not crossed and self._is_relative(place))):
                if governed:
                    return None
                continue
            crossed = True
            if found is not None or governed or not thing.kind or self._is_wall(place):
                return found
        return None

    def _verb(self, thing: Thing, place: int, *, near: bool) -> Told | None:
        told = self.words.telling.at(self.line.words, place)
        if told is None or self._is_unreal(place):
            return None
        helped = self._is_passive(place)
        passive = self._fitting(told[1], thing, sides=("either",))
        if passive is not None and (helped or (near and self._is_closed(told[0]) and not _may_strike(thing, passive))):
            return Told(passive, "subject")
        active = self._fitting(told[1], thing, sides=("subject",))
        return Told(active, "subject") if active is not None and thing.kind and near and not helped else None

    def _instrument(self, thing: Thing, _: int) -> Told | None:
        """ "Attacked the base with 12 rockets": what is used to strike is fired."""
        end = self._back(thing.start)
        if thing.kind != "munition" or self.line.word(end - 1) not in self.words.instruments:
            return None
        for place in range(end - 2, max(-1, end - CLAUSE), -1):
            if self._is_wall(place) and self.line.word(place) not in self.words.instrument_verbs:
                return None
            if self.line.word(place) in self.words.instrument_verbs:
                return None if self._is_unreal(place) else Told("fired", "instrument")
        return None

    def _fitting(self, told: tuple[Telling, ...], thing: Thing, *, sides: tuple[Side, ...]) -> CountOutcome | None:
        fitting = (one.outcome for one in told if one.side in sides and self.words.befalls(one.outcome, thing.kind))
        return next(fitting, None)

    def _back(self, position: int) -> int:
        """The end of what stands before a position, adverbs, days and articles left out."""
        grammar = self.line.grammar
        while position > 0 and self.line.word(position - 1) in grammar.adverbs | grammar.articles | {"the", "back"}:
            position -= 1
        return position

    def _is_governed(self, position: int) -> bool:
        return self.line.word(position - 1) in self.line.grammar.prepositions

    def _is_wall(self, place: int) -> bool:
        """Whether another clause begins at a token, so that no subject reaches over it."""
        word = self.line.word(place)
        helper = word in self.line.grammar.be or word in self.line.grammar.have
        return word == "," or (word in self.line.grammar.walls and not helper)

    def _is_relative(self, place: int) -> bool:
        return self.line.word(place) in self.line.grammar.relatives

    def _is_passive(self, position: int) -> bool:
        """Whether a form of "be" helps the verb."""
        grammar = self.line.grammar
        for place in range(position - 1, max(-1, position - 6), -1):
            if self.line.word(place) in grammar.be:
                return True
            if self.line.word(place) not in grammar.adverbs | grammar.have:
                return False
        return False

    def _is_closed(self, position: int) -> bool:
        """Whether no object follows, so that a participle with no helper is passive ("rockets fired from ...")."""
        word = self.line.word(self.line.past(position, self.line.grammar.adverbs))
        return not word or word in self.line.grammar.after_passive or word in self.line.grammar.prepositions

    def _is_unreal(self, position: int) -> bool:
        """Whether the verb tells a plan, an ability or a denial: "could fire 30", "capable of firing 30"."""
        book, before = self.line.book, self.line.words[max(0, position - 6) : position]
        helpers = [word for word in before[-4:] if word in book.unreal]
        if helpers and "have" not in before[-3:]:
            near = before[before.index(helpers[-1]) + 1 :]
            if all(self._is_helper(word) for word in near):
                return True
        if not NEGATIONS.isdisjoint(before[-3:]) or any(word.endswith("n't") for word in before[-2:]):
            return True
        words = book.intentions | self.words.unable
        return before[-1:] in (("to",), ("of",), ("for",)) and not words.isdisjoint(before)

    def _is_helper(self, word: str) -> bool:
        grammar = self.line.grammar
        adverb = word in grammar.adverbs or word in self.words.adverbs or word.endswith("ly")
        return word in grammar.be or word in grammar.have or adverb


def _may_strike(thing: Thing, outcome: CountOutcome) -> bool:
    """Whether the thing may as well be what struck ("three jets attacked late on Sunday")."""
    return outcome == "struck" and thing.kind in ("aircraft", "vessel", "vehicle")
