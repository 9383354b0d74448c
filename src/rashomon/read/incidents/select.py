"""Which candidates are mentions: each word's need, the sentences that are about no incident, one mention for one event."""

from collections.abc import Sequence

from rashomon.read.incidents.candidates import Candidate
from rashomon.read.incidents.clauses import direct_object, led_by, subject
from rashomon.read.incidents.line import Line, Range
from rashomon.read.incidents.phrases import nominal
from rashomon.read.incidents.roles import weapon_type

PHRASE = 8
"""How many words a noun phrase may have before its noun."""


def select(line: Line, found: Sequence[Candidate], *, told: bool) -> list[Candidate]:
    """The candidates of a line that are mentions; `told` says whether the report has spoken of an incident before."""
    everywhere = range(len(line.tokens))
    if not found or line.any_of(everywhere, "drills", "sport"):
        return []
    nouns = [c for n, c in enumerate(found) if c.noun and _noun_fits(c, told=told, first=n == 0)]
    events = frozenset(position for c in nouns for position in range(*c.range))
    verbs = [c for c in found if not c.noun and c.trigger.need != "killing" and _verb_fits(c, events)]
    chosen = nouns + verbs
    busy = frozenset(position for c in chosen for position in range(*c.range))
    chosen += [c for c in found if not c.noun and c.trigger.need == "killing" and _killing_fits(c, busy)]
    return sorted(chosen, key=lambda c: c.first)


def _noun_fits(candidate: Candidate, *, told: bool, first: bool) -> bool:
    line, need = candidate.line, candidate.trigger.need
    if need not in ("force", "answered"):
        return True
    if _is_answered(candidate):
        return True
    if need == "answered":
        return False
    if candidate.word in ("bomb", "bombs"):
        return _bomb_fits(candidate)
    left = candidate.first - 1
    if candidate.word == "operation" and line.tokens[candidate.first].text[0].isupper() and line.capital(candidate.end):
        return not nominal(line, candidate.end + 1) or line.capital(candidate.end + 1)
    if (
        line.capital(candidate.first)
        and not line.titled
        and candidate.first > 0
        and candidate.word in ("action", "actions", "crime")
    ):
        return False
    if candidate.word == "operations" and not line.has(left, "nations", "definite"):
        return line.word(candidate.end) in ("on", "against") and line.any_of(
            range(max(0, left - 2), left + 1), "quantity"
        )
    if line.has(candidate.end - 1, "answering"):
        return line.has(left, "nations") or line.word(left) in ("military", "armed") or (first and _answers(candidate))
    if line.has(left, "nations", "forces") or (line.possessive(left) and line.capital(left) and left not in line.timed):
        return True
    if candidate.word in line.list("placed_nouns") and line.has(left, "definite"):
        return line.has(candidate.end, "place_prepositions")
    if candidate.word in line.list("of_nouns"):
        return line.word(candidate.end) == "of" and candidate.word != "murder"
    return told and line.has(left, "definite") and candidate.word in line.list("anaphors")


def _is_answered(candidate: Candidate) -> bool:
    """Whether its noun phrase stands behind words that say that it is answered: "in revenge for last week's killing"."""
    line, position = candidate.line, candidate.first
    cues = line.list("forward")
    while position > max(0, candidate.first - PHRASE):
        if cues.ends_at(line.words, position):
            return True
        position -= 1
        if not (nominal(line, position) or position in line.timed or line.has(position, "articles", "adjectives")):
            return False
    return cues.ends_at(line.words, position)


def _answers(candidate: Candidate) -> bool:
    """Whether an answer is spoken of as a thing: "the response to the attack", not "in response to".

    Where another act is told before it, the answer is that act: "the raid was a response to the attack".
    """
    line, left = candidate.line, candidate.first - 1
    led = line.has(left, "articles", "adjectives") or line.possessive(left)
    return led and line.has(candidate.end, "answered_prepositions")


def _bomb_fits(candidate: Candidate) -> bool:
    """Whether a bomb has gone off: what it did is told beside it ("a bomb in a market wounded 20")."""
    return candidate.line.any_of(range(*candidate.line.clause(candidate.first)), "harmed")


def _verb_fits(candidate: Candidate, events: frozenset[int]) -> bool:
    if _unarmed(candidate):
        return False
    if candidate.trigger.need == "nothing":
        return candidate.passive or not _hosts(events, subject(candidate))
    doer, done_to = subject(candidate), direct_object(candidate)
    if _hosts(events, doer) or _hosts(events, _near_agent(candidate)) or _repeats(candidate):
        return False
    if candidate.trigger.form == "gerund" and _modifies(candidate, events):
        return False
    return _met(candidate, doer, done_to, events)


def _unarmed(candidate: Candidate) -> bool:
    """Whether those who do it fight with no arms, or in no war: protesters, fans, hackers, sharks."""
    doer = _near_agent(candidate) if candidate.passive else subject(candidate)
    return doer is not None and candidate.line.any_of(range(*doer), "unarmed")


def _met(candidate: Candidate, doer: Range | None, done_to: Range | None, events: frozenset[int]) -> bool:
    """Whether what a verb needs stands by it."""
    line, need = candidate.line, candidate.trigger.need
    if need == "threat":
        return line.any_of(range(max(0, candidate.first - 6), candidate.first), "threatening")
    if need == "aircraft":
        victim = doer if candidate.passive else done_to
        return victim is not None and line.any_of(range(*victim), "aircraft")
    if need == "hostile":
        return _hostile(candidate, doer, done_to)
    if need == "armed":
        return _is_armed(line, _near_agent(candidate) if candidate.passive else doer)
    if _hosts(events, done_to):
        return False
    if weapon_type(line, doer) or weapon_type(line, done_to):
        return True
    return need == "aim" and line.word(line.right(candidate.end)) in ("at", "on", "into", "upon", "towards")


def _repeats(candidate: Candidate) -> bool:
    """Whether it is the second of a pair for one act: "targeted and destroyed"."""
    line, first = candidate.line, candidate.first
    return candidate.trigger.form == "past" and line.word(first - 1) == "and" and line.has(first - 2, "struck")


def _modifies(candidate: Candidate, events: frozenset[int]) -> bool:
    """Whether a participle belongs to an event noun before it: "strikes in Iraq targeting bases"."""
    line = candidate.line
    if line.has(candidate.first - 1, "prepositions", "be"):
        return False
    start, _ = line.clause(candidate.first)
    return any(position in events for position in range(start, candidate.first))


def _hosts(events: frozenset[int], found: Range | None) -> bool:
    return found is not None and any(position in events for position in range(*found))


def _near_agent(candidate: Candidate) -> Range | None:
    line = candidate.line
    _, stop = line.clause(candidate.first)
    found = next(led_by(line, candidate.end, ("agents",), end=min(stop, candidate.end + 10)), None)
    return found[1] if found else None


def _hostile(candidate: Candidate, doer: Range | None, done_to: Range | None) -> bool:
    line = candidate.line
    if done_to is not None and line.any_of(range(*done_to), "sums"):
        return False
    for found in (doer, done_to if candidate.passive else None, _near_agent(candidate)):
        if found is not None and line.any_of(range(*found), "nature"):
            return False
    if candidate.passive or done_to is not None or candidate.trigger.words[-1] not in ("struck", "hit"):
        return True
    return _is_armed(line, doer)


def _is_armed(line: Line, found: Range | None) -> bool:
    return found is not None and (
        line.any_of(range(*found), "armed", "nations") or weapon_type(line, found) is not None
    )


def _killing_fits(candidate: Candidate, busy: frozenset[int]) -> bool:
    """A killing stands for an incident where its doer is told and no other word of the sentence does that better."""
    line = candidate.line
    start, end = line.clause(candidate.first)
    if line.any_of(line.near(candidate.first), "nature"):
        return False
    beside = [position for position in range(start, end) if position in busy]
    if any(not _comma_between(line, candidate.first, position) for position in beside):
        return False
    if beside:
        return candidate.passive and _settled(candidate)
    if candidate.trigger.form == "gerund" and busy:
        return False
    agent = _near_agent(candidate) if candidate.passive else subject(candidate)
    if agent is not None and line.any_of(range(*agent), "nature"):
        return False
    if agent is not None and line.word(agent[0] - 1) != "," and _acts(line, agent):
        return True
    return candidate.passive and _settled(candidate)


def _comma_between(line: Line, one: int, other: int) -> bool:
    return any(line.word(position) == "," for position in range(min(one, other), max(one, other)))


def _acts(line: Line, found: Range) -> bool:
    return _is_armed(line, found) or any(line.capital(p) and p > 0 and nominal(line, p) for p in range(*found))


def _settled(candidate: Candidate) -> bool:
    """Whether a killing has both a time and a place close by."""
    line = candidate.line
    start, end = line.clause(candidate.first)
    timed = any(start <= first < end or first <= 1 for first, _ in line.times)
    return timed and line.any_of(range(candidate.end, end), "place_prepositions")
