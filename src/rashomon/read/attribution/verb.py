"""One use of a cue verb in a sentence, and the draft that comes of it."""

from dataclasses import dataclass

from rashomon.codebook.cues import Cue, CueForm, Shape
from rashomon.read.attribution.draft import Draft, Piece
from rashomon.read.attribution.left_source import verb_group_start
from rashomon.read.attribution.line import Line, Range

RULES = {
    "fin": "source-cue-content",
    "now": "source-cue-content",
    "rel": "relative-clause",
    "inf": "infinitive",
    "chain": "shared-source",
    "aft": "content-source-cue",
    "inv": "content-cue-source",
    "ing": "participle",
    "with": "participle",
    "pas": "passive",
    "it": "impersonal",
    "told": "passive",
}
"""What a rule is called for users, by the first part of its construction."""
SOURCELESS = ("pas", "it", "told")


@dataclass(frozen=True, slots=True)
class Verb:
    """A cue verb: its form, its position, the position after its particles, and where its verb group begins."""

    line: Line
    form: CueForm
    position: int
    after: int
    group: int

    @property
    def cue(self) -> Cue:
        """The codebook's entry."""
        return self.form.cue

    @property
    def shape(self) -> Shape:
        """Base form, third person, past, participle or gerund."""
        return self.form.shape

    def helped_by(self, name: str) -> bool:
        """Whether a word of the list `name` stands in the verb group before the verb."""
        return any(self.line.has(i, name) for i in range(self.group, self.position))

    def helped_by_word(self, word: str) -> bool:
        """Whether one certain word stands in the verb group before the verb."""
        return word in self.line.lower[self.group : self.position]


def find_verb(line: Line, position: int) -> Verb | None:
    """The cue verb at a position, with the longest particles that fit; capitals inside a sentence are names."""
    if line.at(position - 1) == "united":
        return None
    if line.capital(position) and position > 0 and not line.sentence.headline and line.is_word(position - 1):
        return None
    for form in line.cues.verbs.get(line.at(position), ()):
        after = _after_particles(line, form.cue.particles, position + 1)
        if after is not None:
            return Verb(line, form, position, after, verb_group_start(line, position))
    return None


def _after_particles(line: Line, particles: tuple[str, ...], after: int) -> int | None:
    for particle in particles:
        if line.adverb(after) and line.at(after) != particle:
            after += 1
        if line.at(after) != particle:
            return None
        after += 1
    return after


def pieces(line: Line, found: Range | None) -> tuple[Piece, ...]:
    """A range of tokens as pieces; nothing where there is none."""
    return (line.piece(found),) if found is not None else ()


def ascribe(
    verb: Verb, construction: str, source: tuple[Piece, ...], content: tuple[Piece | None, ...]
) -> Draft | None:
    """The draft of one construction, or None where nothing is said or nobody says it ("no group claimed ...")."""
    line, text = verb.line, verb.line.document.text
    said = tuple(piece for piece in content if piece is not None)
    if not any(character.isalnum() for start, end in said for character in text[start:end]):
        return None
    if source and text[slice(*source[0])].lower().split()[0] in line.words["nobody"]:
        return None
    voice = construction.partition(".")[0]
    if not source and voice not in SOURCELESS:
        construction = f"bare.{construction}"
    return Draft(
        sentence=line.sentence.index,
        rule=RULES[voice],
        construction=construction,
        cue_entry=verb.cue,
        cue=((line.tokens[verb.position].start, line.tokens[verb.after - 1].end),),
        source=source,
        content=said,
        confidence=line.cues.figure(verb.cue, construction),
        negated=verb.helped_by("negations"),
    )
