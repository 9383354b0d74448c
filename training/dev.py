"""Dev documents with what people marked in them and what a packed reader says of them."""

import importlib.util
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from rashomon.read.neural.decode import Found, Run, Settings, attributions_of
from rashomon.read.neural.pieces import Pieces
from rashomon.read.neural.scores import Scores
from rashomon.read.neural.session import Session
from training.corpora import CORPORA, SHARED
from training.example import Example, Pairs

Relation = dict[str, Pairs]


@dataclass(frozen=True, slots=True)
class Scored:
    """One dev document with its scores."""

    example: Example
    scores: Scores


def scored(session: Session, corpus: str, part: str = "dev") -> list[Scored]:
    """The documents of a corpus, scored by a reader."""
    return [
        Scored(example, session.scores(session.pieces(example.text, example.paragraphs())))
        for example in CORPORA[corpus](part)
    ]


def open_session(folder: Path) -> Session:
    """A session on the packed reader in a folder."""
    return Session(folder / "reader.onnx", folder / "tokenizer.json")


@cache
def scorer(name: str) -> ModuleType:
    """One of the scorers beside the checkout, which are the judges of everything here."""
    folder = SHARED / "score"
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def spans_of(pieces: Pieces, runs: Sequence[Run]) -> Pairs:
    """Character offsets of stretches of words."""
    return tuple(pieces.characters(*run) for run in runs)


def relation_of(pieces: Pieces, found: Found) -> Relation:
    """A found attribution in characters, as the scorers want it."""
    return {
        "source": spans_of(pieces, found.source),
        "cue": spans_of(pieces, (found.cue,)),
        "content": spans_of(pieces, found.content),
    }


def gold_of(example: Example) -> list[Relation]:
    """The marked attributions of a document, as the scorers want them."""
    return [{"source": mark.source, "cue": mark.cue, "content": mark.content} for mark in example.attributions]


def relation_scores(documents: Sequence[Scored], settings: Settings) -> dict[str, float]:
    """F1 of relations and of contents over documents, by the scorer's own rules."""
    judge: Any = scorer("attribution")
    counts = {"relation": [0, 0, 0], "content": [0, 0, 0]}
    for document in documents:
        gold = [judge.roles(relation) for relation in gold_of(document.example)]
        found = attributions_of(document.scores, settings)
        made = [judge.roles(relation_of(document.scores.pieces, one)) for one in found if one.content]
        for name, fits in (("relation", judge.relation_fits), ("content", judge.content_fits)):
            for place, count in enumerate((judge.match(gold, made, fits), len(made), len(gold))):
                counts[name][place] += count
    return {name: f1(*tally) for name, tally in counts.items()}


def f1(right: int, made: int, gold: int) -> float:
    """The harmonic mean of precision and recall; 0 where nothing is right."""
    return 2 * right / (made + gold) if made + gold else 0.0
