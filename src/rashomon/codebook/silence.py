"""Whose word is missed on a question; the rows stand in `data/silence.toml`."""

from collections.abc import Mapping
from functools import cache
from typing import cast, get_args

from rashomon.codebook.checks import check_keys, check_words, complain
from rashomon.codebook.questions import questions
from rashomon.codebook.tables import read_table
from rashomon.model import Part

FILE = "silence"


@cache
def missed_parts() -> Mapping[str, tuple[Part, ...]]:
    """The parts whose silence is told, by question. Raises `CodebookInvalid` where the data file breaks its schema."""
    table = read_table(FILE)
    check_keys(FILE, "the file", table, frozenset({"questions"}), frozenset({"questions"}))
    asked = frozenset(entry.question.id for entry in questions())
    check_keys(FILE, "questions", table["questions"], asked, frozenset())
    return {question: _parts(question, row) for question, row in table["questions"].items()}


def _parts(question: str, row: object) -> tuple[Part, ...]:
    parts = check_words(FILE, question, row)
    if unknown := sorted(set(parts) - set(get_args(Part))):
        raise complain(FILE, question, f"unknown part {unknown[0]!r}", f"Parts: {', '.join(get_args(Part))}.")
    return cast(tuple[Part, ...], parts)
