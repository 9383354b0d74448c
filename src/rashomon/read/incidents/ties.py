"""What the words of one sentence say of two acts: that one answers the other, or that it does not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.model import IncidentMention
from rashomon.read.incidents.acts import Act, names
from rashomon.read.incidents.cues import Cue, cues_in
from rashomon.read.incidents.line import Line

REACH = 22
"""How many words behind a cue what is answered may stand."""
NEAR = 12
"""How many words may lie between an act and those who are blamed for another."""
NEGATED = 4
REPAID = 10
"""How many sentences before "to avenge the family" what is avenged may stand."""
OPENING = 3
"""How many words may stand before a cue that opens its sentence: "Two days after the attack, jets struck"."""
DENIED = 16
RELATIVE = ("which", "that", "who", "whose")


@dataclass(frozen=True, slots=True)
class Tie:
    """One mention is said to answer another, or, where `denied`, not to."""

    answer: IncidentMention
    answered: IncidentMention
    denied: bool = False


def ties_in(line: Line, inside: Sequence[Act], before: Sequence[Act]) -> Iterator[Tie]:
    """What one line says of its own acts, `inside`, and of the last one `before` it."""
    for cue in cues_in(line):
        pair = _pair(cue, line, [act for act in inside if cue.kind == "forward" or not act.general], before)
        if pair is None or pair[0] is pair[1] or pair[0].general or _open(line, cue):
            continue
        yield Tie(pair[0].mention, pair[1].mention, _denied(line, cue))


def _pair(cue: Cue, line: Line, inside: Sequence[Act], before: Sequence[Act]) -> tuple[Act, Act] | None:
    """The answer and what is answered."""
    if cue.kind == "relative":
        return _related(cue, line, inside, before)
    ahead = _ahead(cue, line, inside)
    if cue.kind == "forward":
        ahead = ahead or _meant(cue, line, inside, before)
        answer = _answer(cue, line, inside, before, ahead) if ahead is not None else None
        return (answer, ahead) if ahead is not None and answer is not None else None
    if ahead is None:
        return None
    behind = next((act for act in reversed(inside) if act.end <= cue.first), None)
    if cue.kind == "after":
        behind = behind or _opening(cue, line, inside, ahead)
        return (behind, ahead) if behind is not None and _plausible(cue, line, behind, ahead) else None
    if behind is None:
        return None
    if cue.kind == "drawn":
        return (ahead, behind) if not behind.doers & ahead.doers else None
    return (behind, ahead) if _blames(cue, line, behind, ahead) else None


def _related(cue: Cue, line: Line, inside: Sequence[Act], before: Sequence[Act]) -> tuple[Act, Act] | None:
    """Of "the attack, to which they were the answer": the last act before this sentence, or one told behind "which"."""
    answered = next((act for act in reversed(inside) if act.end <= cue.first), None)
    if answered is None:
        return None
    told = [act for act in before if act.mention.reality == "happened" and not _same_word(act, answered)]
    named = next((act for act in inside if cue.first < act.first < cue.end - 1), None)
    answer = named or (told[-1] if told else None)
    return (answer, answered) if answer is not None and not answer.doers & answered.doers else None


def _ahead(cue: Cue, line: Line, inside: Sequence[Act]) -> Act | None:
    """The first act behind a cue, in what the cue leads to."""
    for act in inside:
        if cue.end <= act.first < cue.end + REACH:
            between = range(cue.end, act.first)
            return None if any(_ends(line, cue, position) for position in between) else act
    return None


def _ends(line: Line, cue: Cue, position: int) -> bool:
    """Whether what a cue leads to ends there."""
    word = line.word(position)
    behind = line.word(position + 1)
    return word in (";", ":") or (
        word == "," and (behind in ("and", "but") or (_opens(cue, line) and behind not in RELATIVE))
    )


def _meant(cue: Cue, line: Line, inside: Sequence[Act], before: Sequence[Act]) -> Act | None:
    """The act that a pronoun ("a response to it") or the name of a place ("revenge for Orsa") stands for."""
    if line.has(cue.end, "recalling") and cue.end not in line.timed:
        told = [*before, *(act for act in inside if act.end <= cue.first)]
        mine = next((act for act in reversed(told) if act.line is line), None)
        return next(
            (act for act in reversed(told) if act is not mine and _happened(act) and not _same_side(act, mine)), None
        )
    name = line.right(cue.end)
    if line.capital(name) and not line.titled:
        stem = line.stem(name)[:4]
        named = next((act for act in reversed(before) if stem in act.struck and _happened(act)), None)
        if named is not None:
            return named
    return _repaid(cue, line, inside, before)


def _repaid(cue: Cue, line: Line, inside: Sequence[Act], before: Sequence[Act]) -> Act | None:
    """The other side's last act, where the words say by themselves that one is repaid: "to avenge the family"."""
    if not any(line.has(position, "repaying") for position in range(cue.first, cue.end)):
        return None
    mine = next((act for act in reversed(inside) if act.first < cue.first), None)
    if mine is None:
        return None
    told = [act for act in before if _happened(act) and not _same_side(act, mine) and mine.after(act) <= REPAID]
    known = (act for act in reversed(told) if act.doers and mine.doers)
    return next((act for act in reversed(told) if act.meets(mine)), next(known, None))


def _happened(act: Act) -> bool:
    return act.mention.reality in ("happened", "denied")


def _same_side(act: Act, other: Act | None) -> bool:
    return other is not None and not act.doers.isdisjoint(other.doers)


def _answer(cue: Cue, line: Line, inside: Sequence[Act], before: Sequence[Act], answered: Act) -> Act | None:
    """The act that answers: the one in the cue or nearest before it, the one behind an opening phrase, or the last before."""
    same = [act for act in inside if act.first < cue.end]
    if same:
        return same[-1]
    if line.word(cue.first - 1) == "to" and line.word(cue.first) != "in" and not line.has(cue.first - 2, "meaning_to"):
        return None  # "the right to respond to attacks": no act of its own is told
    if _opens(cue, line):
        return _opening(cue, line, inside, answered)
    told = [act for act in before if act.mention.reality == "happened"]
    named = names(line, range(cue.first))
    told = [act for act in told if not _same_word(act, answered)]
    theirs = next((act for act in reversed(told) if act.doers & named), None)
    if theirs is None and told and line.has(line.right(0), "pronouns", "recalling"):
        return next(act for act in told if act.line is told[-1].line)  # "It was": what the last sentence is about
    return theirs or (told[-1] if told else None)


def _same_word(one: Act, other: Act) -> bool:
    """Whether two acts are called by the same word: "the ambush" told before is the ambush that is answered."""
    return one.line.word(one.end - 1).rstrip("s") == other.line.word(other.end - 1).rstrip("s")


def _opens(cue: Cue, line: Line) -> bool:
    """Whether a cue stands at the start of its sentence, with neither a subject nor a verb before it."""
    led = cue.first > 0 and (line.has(0, "prepositions") or line.word(0) == "as")
    subject = ("pronouns", "be", "verbs") if led else ("pronouns", "be", "verbs", "definite")
    return cue.first <= OPENING and not any(line.has(p, *subject) for p in range(cue.first))


def _opening(cue: Cue, line: Line, inside: Sequence[Act], answered: Act) -> Act | None:
    """The act behind the comma that ends an opening phrase: "In response to the attack, jets struck"."""
    if not _opens(cue, line):
        return None
    for act in inside:
        if act.first >= answered.end and any(line.word(p) == "," for p in range(answered.end, act.first)):
            return act
    return None


def _blames(cue: Cue, line: Line, answer: Act, answered: Act) -> bool:
    """Whether those who are struck are those blamed for another act: "struck the militia behind Sunday's attack"."""
    between = range(answer.end, cue.first)
    if len(between) > NEAR or any(line.word(p) in (",", "said", "says") for p in between):
        return False
    aimed = not answer.mention.trigger[0].text.endswith("s") or line.any_of(between, "target_prepositions")
    return aimed and not answer.doers & answered.doers


def _plausible(cue: Cue, line: Line, answer: Act, answered: Act) -> bool:
    """Whether "after" and its like mean an answer: those struck in the one strike in the other, or somebody is told to
    have struck after it. "The raid came a week after the blast" tells only the order, unless it was a matter of hours."""
    if answer.doers & answered.doers:
        return False
    if answer.crosses(answered):
        return True
    came = any(line.has(p, "coming") for p in range(answer.end, cue.end))
    if came:
        return line.word(cue.first - 1) == "only" or any(line.has(p, "soon") for p in range(cue.first, cue.end))
    return answer.state or bool(answer.doers)


def _open(line: Line, cue: Cue) -> bool:
    """Whether it is left open: "unclear whether the strike was in response to"."""
    return any(line.word(p) in ("whether", "if") for p in range(max(0, cue.first - DENIED), cue.first))


def _denied(line: Line, cue: Cue) -> bool:
    """Whether the tie is denied: "were not a response to", "denied that the raid was in revenge for"."""
    near = range(max(0, cue.first - NEGATED), cue.first)
    for position in near:
        if line.has(position, "negations") or line.word(position) == "nothing":
            return not line.has(position + 1, "limiting")
    if not any(line.has(p, "be") or line.word(p) in ("came", "come") for p in near):
        return False
    for position in range(cue.first - 1, max(-1, cue.first - DENIED), -1):
        if line.word(position) == ",":
            return False
        if line.has(position, "denying"):
            return True
    return False
