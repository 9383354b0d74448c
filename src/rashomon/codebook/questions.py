"""The questions that every incident is asked; the rows stand in `data/questions.toml`."""

import re
from dataclasses import dataclass
from functools import cache

from rashomon.codebook.tables import read_table
from rashomon.errors import CodebookInvalid
from rashomon.model import Outcome, Question, QuestionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """Words that answer a question: what they mean as they stand, and what they mean negated."""

    pattern: re.Pattern[str]
    value: str
    negated: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionEntry:
    """A question with everything that reading and comparing its answers needs."""

    question: Question
    outcome: Outcome | None = None
    concepts: tuple[Concept, ...] = ()
    opposed: frozenset[frozenset[str]] = frozenset()
    role: str | None = None
    groups: tuple[tuple[str, re.Pattern[str]], ...] = ()
    denial: re.Pattern[str] | None = None


@cache
def questions() -> tuple[QuestionEntry, ...]:
    """The questions in the order of the file.

    Raises `CodebookInvalid` for an unknown kind or a pattern that is no regular expression.
    """
    return tuple(_entry(name, row) for name, row in read_table("questions").items())


def _entry(name: str, row: dict[str, object]) -> QuestionEntry:
    try:
        kind: QuestionKind = row["kind"]  # type: ignore[assignment]
        if kind not in ("number", "polarity", "description"):
            raise CodebookInvalid(f"questions.toml: {name} has the unknown kind {kind!r}.")
        return QuestionEntry(
            question=Question(id=name, words=str(row["words"]), kind=kind),
            outcome=row.get("outcome"),  # type: ignore[arg-type]
            concepts=tuple(_concept(concept) for concept in row.get("concepts", ())),  # type: ignore[attr-defined]
            opposed=frozenset(frozenset(pair) for pair in row.get("opposed", ())),  # type: ignore[attr-defined]
            role=row.get("role"),  # type: ignore[arg-type]
            denial=_whole_words(str(row["denial"])) if "denial" in row else None,
            groups=tuple((group, _whole_words(text)) for group, text in row.get("groups", {}).items()),  # type: ignore[attr-defined]
        )
    except (KeyError, re.error) as error:
        raise CodebookInvalid(f"questions.toml: {name} is not complete: {error}.") from error


def _concept(row: dict[str, str]) -> Concept:
    pattern = re.compile(row["pattern"], re.IGNORECASE)
    return Concept(pattern=pattern, value=row["value"], negated=row.get("negated"))


def _whole_words(text: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{text})\b", re.IGNORECASE)
