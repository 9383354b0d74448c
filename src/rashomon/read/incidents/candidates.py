"""Which words of a sentence refer to an armed incident, and whether each stands as a noun or as a verb."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.codebook.triggers import Trigger
from rashomon.read.incidents.line import Line, Range
from rashomon.read.incidents.phrases import approximate, nominal, verbal


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger at `[first, end)` of a line, read as a noun or a verb; `passive` is for verbs only."""

    line: Line
    first: int
    end: int
    trigger: Trigger
    passive: bool = False

    @property
    def noun(self) -> bool:
        """Whether it stands as a noun."""
        return self.trigger.form == "noun"

    @property
    def word(self) -> str:
        """Its last word."""
        return self.trigger.words[-1]

    @property
    def range(self) -> Range:
        """Its tokens."""
        return (self.first, self.end)


def candidates(line: Line) -> list[Candidate]:
    """All words of the line that read like triggers, from left to right, whatever they still need."""
    found: list[Candidate] = []
    for position in [number for number, word in enumerate(line.words) if word in line.codebook.by_first]:
        candidate = _candidate(line, position) if not found or position >= found[-1].end else None
        if candidate is not None:
            found.append(candidate)
    return found


def _candidate(line: Line, position: int) -> Candidate | None:
    readings = line.codebook.at(line.words, position)
    if not readings or position in line.timed:
        return None
    end = position + len(readings[0].words)
    if _excepted(line, position, end) or _joined(line, position, end):
        return None
    reading = _reading(line, position, end, readings)
    if reading is None:
        return None
    passive = reading.form == "past" and is_passive(line, position, end)
    return Candidate(line, position, end, reading, passive)


def _excepted(line: Line, first: int, end: int) -> bool:
    exceptions = line.codebook.exceptions.get(line.words[end - 1])
    if exceptions is None:
        return False
    return bool(exceptions.before.length_at(line.words, end)) or exceptions.after.ends_at(line.words, first)


def _joined(line: Line, first: int, end: int) -> bool:
    """Whether a hyphen ties the word to another one: "attack-minded", "anti-strike"."""
    return line.word(end) == "-" and end + 1 < len(line.tokens) and line.tokens[end].start == line.tokens[end - 1].end


def _reading(line: Line, first: int, end: int, readings: Sequence[Trigger]) -> Trigger | None:
    nouns = [reading for reading in readings if reading.form == "noun"]
    verbs = [reading for reading in readings if reading.form != "noun"]
    left = _before_adverbs(line, first)
    if not (line.word(left) == "to" or line.has(left, "modals") or line.word(left).startswith("d")):
        # "hit" is both base and past: the past where nothing asks for the base.
        verbs.sort(key=lambda reading: reading.form != "past")
    verb = next((reading for reading in verbs if _is_verb(line, first, end, reading, bool(nouns))), None)
    return verb or (nouns[0] if nouns else None)


def _is_verb(line: Line, first: int, end: int, reading: Trigger, ambiguous: bool) -> bool:
    left = _before_adverbs(line, first)
    if reading.form == "past":
        led = line.has(first - 1, "articles") or line.word(first - 1) == "direct"
        return not (led and (ambiguous or nominal(line, end)))
    if reading.form == "gerund":
        return not ambiguous or _is_gerund(line, first, end, left)
    if line.word(left) == "to":
        return _begins_phrase(line, end) or not line.has(left - 1, "answering")
    if line.has(left, "modals", "subjects") or line.word(left) in ("do", "does", "did", "didn't", "don't"):
        return True
    aimed = reading.need in ("aim", "weapon", "threat") and line.has(line.right(end), "target_prepositions")
    if (
        reading.form == "third"
        and _begins_phrase(line, end)
        and (line.has(left, "states") or line.word(left) in line.codebook.weapons)
    ):
        return True
    if line.has(left, "nations", "adjectives") or (line.has(left, "forces") and not line.capital(left)):
        return False
    if not (_begins_phrase(line, end) or aimed or line.has(end - 1, "objectless")):
        return False
    if line.has(left, "relatives"):
        return True
    plural = line.word(left).endswith(("s", "men", "people"))
    agrees = reading.form == "third" or plural or line.has(left, "armed")
    return nominal(line, left) and (agrees or not ambiguous)


def _is_gerund(line: Line, first: int, end: int, left: int) -> bool:
    if line.has(first - 1, "articles", "adjectives", "nations", "forces") or line.possessive(first - 1):
        return False
    if line.has(left, "be"):
        return True
    return _begins_phrase(line, end) and (
        line.has(left, "prepositions", "verbs", "pronouns") or line.word(left) in ",;" or nominal(line, left)
    )


def _begins_phrase(line: Line, position: int) -> bool:
    """Whether an object can begin there."""
    following = line.right(position)
    if approximate(line, following):
        return True
    if following >= len(line.tokens) or line.has(following, "auxiliaries", "prepositions", "relatives", "conjunctions"):
        return line.tokens[following].text == "US" if following < len(line.tokens) else False
    return line.has(following, "articles", "pronouns") or (nominal(line, following) and not verbal(line, following))


def _before_adverbs(line: Line, first: int) -> int:
    left = line.left(first)
    while left >= 0 and (line.has(left, "adverbs") or line.word(left).endswith("ly")) and not nominal(line, left):
        left = line.left(left)
    return left


def is_passive(line: Line, first: int, end: int) -> bool:
    """Whether a participle there is passive: after a form of "be", before "by", or with no object of its own."""
    left = _before_adverbs(line, first)
    if line.has(left, "be"):
        return True
    if line.has(left, "auxiliaries", "subjects"):
        return False
    if line.word(left) == "and" and line.any_of(range(max(0, left - 4), left), "be"):
        return True
    following = line.right(end)
    if line.word(following) == "by":
        return True
    reduced = (nominal(line, left) and not _strikes(line, left)) or line.word(left) in ("those", "others")
    return reduced and not _begins_phrase(line, following) and not line.has(following, "target_prepositions")


def _strikes(line: Line, head: int) -> bool:
    """Whether a noun is one that strikes rather than is struck where no object follows: "gunmen struck at dawn"."""
    return line.has(head, "armed", "air") or line.stem(head) in line.codebook.weapons
