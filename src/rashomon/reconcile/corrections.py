"""An answer with the value that a person gives it, keyed so that it is compared like any other."""

from dataclasses import replace

from rashomon.codebook.actors import load_actors, side_of
from rashomon.codebook.questions import QuestionEntry, questions
from rashomon.model import figure_from
from rashomon.reconcile.answers import Answer

NOT = "not "


def corrected(answer: Answer, question: str, value: str) -> Answer:
    """The answer with another value; unchanged where the value means nothing to its question.

    A figure is typed "17", "5-6" or "17+"; the people that it counts stay those that were read.
    """
    entry = next((entry for entry in questions() if entry.question.id == question), None)
    if entry is None:
        return answer
    if entry.question.kind == "number":
        return _with_figure(answer, value)
    if entry.question.kind == "polarity":
        return replace(answer, key=value, value=value)
    return replace(answer, key=_group(entry, value) if entry.groups else _side(value), value=value)


def _with_figure(answer: Answer, value: str) -> Answer:
    figure = figure_from(value)
    if figure is None:
        return answer
    low, high = figure
    return replace(answer, key=f"{low}|{high}|None|{answer.who}|{answer.partial}", low=low, high=high, hedge=None)


def _group(entry: QuestionEntry, value: str) -> str:
    hits = ((match.start(), name) for name, pattern in entry.groups if (match := pattern.search(value)))
    return min(hits, default=(0, "unsorted"))[1]


def _side(value: str) -> str:
    """The side of an actor of the codebook by its id or its name, else the words themselves."""
    negation = NOT if value.startswith(NOT) else ""
    words = value.removeprefix(NOT)
    actors = load_actors().by_id
    named = next((id for id, actor in actors.items() if words in (id, actor.name)), None)
    return negation + (side_of(named) if named is not None else words)
