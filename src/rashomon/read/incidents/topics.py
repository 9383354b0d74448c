"""Reports whose strikes, raids and attacks are no incidents: exercises, films, labour disputes, election campaigns."""

from collections.abc import Sequence

from rashomon.codebook.triggers import triggers
from rashomon.read.incidents.candidates import Candidate
from rashomon.read.incidents.line import Line

ENOUGH = 2
ENOUGH_LABOUR = 3
ENOUGH_POLITICS = 4
VERBAL = ("attack", "assault", "hit", "str", "target", "pound", "blow", "onslaught", "retaliat")
"""What politicians do to one another in words."""


class Topics:
    """What a report is about, judged by how many different words of a topic stand in it."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._staged = any(_distinct(lines, topic) >= ENOUGH for topic in ("exercise", "film"))
        self._labour = _distinct(lines, "labour") >= ENOUGH_LABOUR
        self._politics = _distinct(lines, "politics") >= ENOUGH_POLITICS

    def excludes(self, candidate: Candidate) -> bool:
        """Whether a candidate is part of such a topic."""
        if self._staged or (self._labour and candidate.word.startswith("strik")):
            return True
        return (
            self._politics
            and candidate.word.startswith(VERBAL)
            and not _violent(candidate.line, candidate.line.near(candidate.first))
        )


def _violent(line: Line, near: range) -> bool:
    everywhere = range(len(line.words))
    return line.any_of(everywhere, "armed", "died", "ground") or any(
        word in line.codebook.weapons for word in line.words
    )


def _distinct(lines: Sequence[Line], topic: str) -> int:
    found, vocabulary = set(), triggers().lists[topic]
    for line in lines:
        if vocabulary.first.isdisjoint(line.words):
            continue
        for position in range(len(line.words)):
            length = vocabulary.length_at(line.words, position)
            if length:
                found.add(line.words[position : position + length])
    return len(found)
