"""A document of MUC-4 as the reader sees it: what the encoder says of its words, and the reading of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import numpy as np

from rashomon.model import Reading, Report
from rashomon.pipeline import read_one
from rashomon.read.neural.labels import FILLERS
from rashomon.read.neural.reader import neural_reader
from rashomon.read.neural.scores import Floats, Scores

BROKEN_LINE: Final = re.compile(r"(?<=\S) ?\n(?=\S)")
"""The end of a line that the width of the page broke: the next line is not indented, as a paragraph is."""
SURE_WORDS: Final = 15
"""Words that are most likely fillers, which together tell whether an incident is read."""


@dataclass(frozen=True)
class Seen:
    """One document. `tags` has the probabilities of the tags of fillers by word, once for the text in capitals and once
    for it in lower case; `triggers` how likely each word is one; `starts` and `ends` are half-open character offsets.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    tags: tuple[Floats, Floats]
    triggers: tuple[Floats, Floats]
    reading: Reading

    def words(self, first: int, after: int) -> str:
        """The text of the words `[first, after)`."""
        return self.text[self.starts[first] : self.ends[after - 1]]

    @cached_property
    def inside(self) -> dict[str, tuple[Floats, Floats]]:
        """For each kind of filler how likely each word belongs to one, in capitals and in lower case."""
        kinds = ((tags[:, 1:].reshape(-1, len(FILLERS), 2)).sum(-1) for tags in self.tags)
        upper, lower = kinds
        return {kind: (upper[:, n], lower[:, n]) for n, kind in enumerate(FILLERS)}

    def begins(self, kind: str) -> Floats:
        """For each word whether it rather begins a filler of a kind than goes on with one."""
        place = 1 + 2 * FILLERS.index(kind)
        upper, lower = self.tags
        return np.asarray(upper[:, place] + lower[:, place] > upper[:, place + 1] + lower[:, place + 1])

    @cached_property
    def signs(self) -> tuple[float, ...]:
        """What tells whether the document tells of an incident at all: fillers, triggers, and incidents that were read."""
        if not self.starts:
            return (log_odds(0.0),) * 6 + (0.0,) * 2
        some = []
        for tags in self.tags:
            sure = np.sort(1 - tags[:, 0])
            some += [log_odds(float(sure[-1])), log_odds(float(sure[-SURE_WORDS:].mean()))]
        some += [log_odds(float(one.max())) for one in self.triggers]
        happened = any(incident.reality == "happened" for incident in self.reading.incidents)
        return (*some, float(happened), float(np.log1p(len(self.reading.events))))


def log_odds(chance: float) -> float:
    """The log-odds of a probability, within reason."""
    bounded = min(max(chance, 1e-4), 1 - 1e-4)
    return float(np.log(bounded / (1 - bounded)))


def seen(row: Mapping[str, Any]) -> Seen:
    """Read one document of the corpus.

    Its text is in capitals, with lines broken at a width. The encoder scores it twice, in capitals and in lower case,
    line by line as it was trained on this corpus; the rules read it in lower case with its lines joined. All three have
    the same length, so that offsets stay.
    """
    text: str = row["text"]
    lower = text.lower() if len(text.lower()) == len(text) else text
    upper_scores, lower_scores = _scores(text), _scores(lower)
    pieces = upper_scores.pieces
    return Seen(
        text=text,
        starts=tuple(pieces.start.tolist()),
        ends=tuple(pieces.end.tolist()),
        tags=(upper_scores.fillers(), lower_scores.fillers()),
        triggers=(1 - upper_scores.anchors("trigger")[:, 0], 1 - lower_scores.anchors("trigger")[:, 0]),
        reading=read_one(_report(row["id"], joined_lines(lower))),
    )


def joined_lines(text: str) -> str:
    """The text with a space in place of each line's end that is no paragraph's; as long as before."""
    return BROKEN_LINE.sub(lambda end: " " * len(end[0]), text)


def _scores(text: str) -> Scores:
    session = neural_reader().session
    return session.scores(session.pieces(text, list(_lines(text))))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Lines with something in them, without the white space around them: what a paragraph is to the encoder."""
    for line in re.finditer(r"[^\n]*\S", text):
        yield line.end() - len(line[0].lstrip()), line.end()


def _report(name: str, text: str) -> Report:
    return Report(id=name, name=name, sha256="", text=text, media_type="text/plain", origin=name, language="en")
