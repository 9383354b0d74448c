"""How a reported incident is worded: its triggers, the words around them, its sentences, its report; words and vectors.

What is compared pair by pair is worked out once a report here, so that comparing stays cheap.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from rashomon.codebook.rarity import begins, telling
from rashomon.codebook.stems import stems
from rashomon.link.cosines import SCALE, Packed, length, marks
from rashomon.model import IncidentMention, Reading, Report, ReportedIncident, Span
from rashomon.vectors import Vectors

OPEN = "other"
"""The type of incidents that no word of the codebook tells the kind of: there, the very wording has to tell."""
AROUND = 4
"""Words on either side of a trigger that are its clause."""
STORY, SPOKEN = 80, 40
"""The most words that are kept of a report and of the sentences of an incident: those that tell most."""
HEAD = 2
"""Sentences at the head of a report that its vector is made of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Words as stems or beginnings, vectors packed; a vector is empty where there is no encoder or nothing to encode.

    `triggers` and `beside` (the words around them) are stems, as are `said`, all words of its sentences; `story` and
    `spoken` are the telling words of the report and of those sentences. `head` is the vector of the report's head;
    `clause` and `trigger`, only where the kind is open, are those of its first trigger with and without the words around.
    The lengths are those of `story` and `spoken` as vectors; `story_marks` are the bits of `story`, and so many of its
    words are hidden behind others there.
    """

    triggers: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()
    spoken: frozenset[str] = frozenset()
    story: frozenset[str] = frozenset()
    head: Packed = b""
    clause: Packed = b""
    trigger: Packed = b""
    story_length: float = field(init=False, repr=False, compare=False)
    spoken_length: float = field(init=False, repr=False, compare=False)
    story_marks: int = field(init=False, repr=False, compare=False)
    story_hidden: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out what every comparison needs."""
        object.__setattr__(self, "story_length", length(self.story))
        object.__setattr__(self, "spoken_length", length(self.spoken))
        object.__setattr__(self, "story_marks", marks(self.story))
        object.__setattr__(self, "story_hidden", len(self.story) - self.story_marks.bit_count())


UNWORDED = Wording()
"""Nothing is known of the words."""


def wordings(
    report: Report, reading: Reading, incidents: Sequence[ReportedIncident], vectors: Vectors | None
) -> list[Wording]:
    """How each of some incidents of a report is worded."""
    story = telling((word for s in reading.sentences for word in begins(s.text)), STORY)
    head = _vector(" ".join(s.text for s in reading.sentences[:HEAD]), vectors) if incidents else b""
    return [_wording(report, reading, incident, story=story, head=head, vectors=vectors) for incident in incidents]


def _wording(
    report: Report,
    reading: Reading,
    incident: ReportedIncident,
    *,
    story: frozenset[str],
    head: Packed,
    vectors: Vectors | None,
) -> Wording:
    spoken = _spoken(reading, incident)
    if not spoken:
        return Wording(story=story, head=head)
    sentences = [s.text for s in dict.fromkeys(s for _, s in spoken)]
    clauses = [_clause(report, mention, s) for mention, s in spoken]
    triggers = frozenset(stem for trigger, _ in clauses for stem in stems(trigger) or (trigger.lower(),))
    is_open = incident.type == OPEN
    trigger, around = clauses[0]
    return Wording(
        triggers=triggers,
        beside=frozenset(stem for _, around in clauses for stem in stems(around)) - triggers,
        said=frozenset(stem for text in sentences for stem in stems(text)),
        spoken=telling((word for text in sentences for word in begins(text)), SPOKEN),
        story=story,
        head=head,
        clause=_vector(f"{trigger}, {trigger}: {around}", vectors) if is_open else b"",
        trigger=_vector(trigger.lower(), vectors) if is_open else b"",
    )


def _spoken(reading: Reading, incident: ReportedIncident) -> list[tuple[IncidentMention, Span]]:
    """The mentions of an incident, each with its sentence."""
    found = []
    for mention in incident.mentions:
        sentence = next((s for s in reading.sentences if s.covers(mention.trigger[0])), None)
        if sentence is not None:
            found.append((mention, sentence))
    return found


def _clause(report: Report, mention: IncidentMention, sentence: Span) -> tuple[str, str]:
    """The trigger of a mention, and it with the words around it."""
    start, end = mention.trigger[0].start, min(mention.trigger[-1].end, sentence.end)
    trigger = " ".join(piece.text for piece in mention.trigger)
    before, after = report.text[sentence.start : start].split(), report.text[end : sentence.end].split()
    return trigger, " ".join((*before[-AROUND:], report.text[start:end], *after[:AROUND]))


def _vector(text: str, vectors: Vectors | None) -> Packed:
    if vectors is None or not text:
        return b""
    vector = vectors.of((text,))[0]
    small: NDArray[np.int8] = np.rint(vector / np.abs(vector).max() * SCALE).astype(np.int8)
    return small.tobytes()
