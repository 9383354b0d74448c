"""Passives: "X was condemned by Y", "X is believed to have fled", "they were told that ..."."""

from rashomon.read.attribution.adjuncts import skip_adjuncts
from rashomon.read.attribution.complements import complement
from rashomon.read.attribution.contents import right_content
from rashomon.read.attribution.draft import Draft
from rashomon.read.attribution.left_source import subject_left
from rashomon.read.attribution.line import Range
from rashomon.read.attribution.right_source import subject_right
from rashomon.read.attribution.verb import Verb, ascribe, pieces


def is_passive(verb: Verb) -> bool:
    """Whether the verb is a past participle with a form of "be", or with an agent."""
    if verb.shape not in ("past", "participle"):
        return False
    return verb.helped_by("be") or verb.line.at(verb.after) == "by"


def passive(verb: Verb) -> Draft | None:
    """The patient and what follows are what is said; the agent, if one is named, is the source."""
    line = verb.line
    patient = subject_left(line, verb.group)
    for after in (verb.after, skip_adjuncts(line, verb.after)):
        if line.at(after) == "by":
            return _with_agent(verb, patient, after)
    kind, start = complement(line, verb.cue, verb.after)
    right = right_content(line, start, chain=True) if kind != "none" else None
    if patient is not None and line.at(patient[0]) == "it" and patient[1] - patient[0] == 1:
        return ascribe(verb, f"{'it' if kind == 'that' else 'pas'}.{kind}", (), (right,))
    voice = "told" if verb.cue.lemma in line.words["told"] else "pas"
    return ascribe(verb, f"{voice}.{kind}", (), (*pieces(line, patient), right))


def _with_agent(verb: Verb, patient: Range | None, by: int) -> Draft | None:
    line = verb.line
    agent = subject_right(line, by + 1)
    if agent is None:
        return None
    goes_on = line.at(agent[1]) in ("as", "for", "of", "to")
    right = right_content(line, agent[1], chain=True) if goes_on else None
    return ascribe(verb, "pas.by", pieces(line, agent), (*pieces(line, patient), right))
