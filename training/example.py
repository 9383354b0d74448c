"""What a corpus says of one document, in the shape that all corpora are brought to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from rashomon.model import Stance
from rashomon.read.neural.labels import ENTITIES

Pairs: TypeAlias = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One attribution that people marked; `stance` is None where the corpus does not tell it."""

    source: Pairs
    cue: Pairs
    content: Pairs
    stance: Stance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A stretch `[start, end)` and the types of `ENTITIES` that the corpus' own type leaves possible.

    Without a type the stretch says nothing: it is left out of the loss.
    """

    start: int
    end: int
    types: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A mention of an incident that people marked; a role that is not among `roles` was not looked for."""

    trigger: Pairs
    roles: Mapping[str, Pairs]
    classes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A figure that people marked, with the triggers of the incident that it belongs to."""

    span: Pairs
    incident: Pairs
    classes: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """A stretch `[start, end)` that fills a template of MUC-4."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One document of a corpus.

    `whole` says that every attribution is marked, so that an unmarked word is no cue. `alternatives` holds the marks
    of further annotators. `hidden` holds the entity types that may stand unmarked in this corpus; None means that it
    marks no entities at all. `told` says that every incident mention and every figure is marked; `fillers` is None
    where templates were not filled. `unmarked` is for texts of which people said nothing, and only teachers speak.
    """

    corpus: str
    name: str
    text: str
    attributions: Sequence[Marked] = ()
    whole: bool = False
    alternatives: Sequence[Sequence[Marked]] = field(default=())
    entities: Sequence[Entity] = ()
    hidden: frozenset[str] | None = None
    events: Sequence[Event] = ()
    counts: Sequence[Count] = ()
    told: bool = False
    fillers: Sequence[Filler] | None = None
    unmarked: bool = False

    def paragraphs(self) -> list[tuple[int, int]]:
        """Lines with something in them, without the white space around them."""
        return list(_lines(self.text))


ALL_TYPES = frozenset(ENTITIES)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            left = start + line.index(bare[0])
            yield left, left + len(bare)
        start += len(line)
