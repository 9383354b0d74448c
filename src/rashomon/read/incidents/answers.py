"""Which mention is said to answer which: "in retaliation for ...", "hit back", "drew air strikes"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model import IncidentMention
from rashomon.read.incidents.acts import Act, located
from rashomon.read.incidents.line import Line
from rashomon.read.incidents.retorts import retorts
from rashomon.read.incidents.sequels import sequels
from rashomon.read.incidents.ties import Tie, ties_in

UNREAL = ("background", "hypothetical")


def link_answers(lines: Sequence[Line], mentions: Sequence[IncidentMention]) -> tuple[IncidentMention, ...]:
    """The mentions, in reading order, with `answers` filled; what an act that happened answers has happened too."""
    answers: dict[str, list[str]] = {}
    real: set[str] = set()
    for tie in answer_ties(lines, mentions):
        if not tie.denied:
            answers.setdefault(tie.answer.id, []).append(tie.answered.id)
            if tie.answer.reality == "happened" and tie.answered.reality == "background":
                real.add(tie.answered.id)
    return tuple(
        replace(
            mention,
            answers=tuple(dict.fromkeys(answers.get(mention.id, ()))),
            reality="happened" if mention.id in real else mention.reality,
        )
        for mention in mentions
    )


def answer_ties(lines: Sequence[Line], mentions: Sequence[IncidentMention]) -> list[Tie]:
    """All that is said of one mention's answering another, denials too; mentions come in reading order."""
    every = located(lines, mentions)
    acts = [act for act in every if act.mention.reality not in UNREAL]
    found = list(_by_line(lines, [act for act in every if act.mention.reality != "hypothetical"]))
    doers, known = {act.mention.id: act.doers for act in every}, dict[str, frozenset[str]]()
    for tie in found:
        known[tie.answered.id] = known.get(tie.answered.id, frozenset()) | doers[tie.answer.id]
    told = {tie.answer.id for tie in found}
    found += [tie for tie in retorts(acts, known) if tie.answer.id not in told]
    return found + list(sequels(acts, found))


def _by_line(lines: Sequence[Line], acts: Sequence[Act]) -> Iterator[Tie]:
    inside: dict[int, list[Act]] = {}
    for act in acts:
        inside.setdefault(id(act.line), []).append(act)
    before: list[Act] = []
    for line in lines:
        here = inside.get(id(line), [])
        if here:
            yield from ties_in(line, here, before)
        before += here
