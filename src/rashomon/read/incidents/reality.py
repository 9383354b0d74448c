"""Whether a mention's incident happened, or was only planned, threatened, denied, supposed, or spoken of in general."""

from collections.abc import Sequence

from rashomon.model import Attribution, Reality
from rashomon.read.incidents.clauses import line_left, subject
from rashomon.read.incidents.line import Line
from rashomon.read.incidents.phrases import nominal
from rashomon.read.incidents.roles import Draft

BEFORE = 8


def reality_of(draft: Draft, attributions: Sequence[Attribution]) -> Reality:
    """How real the incident is in the report's words, from the nearest cue before the trigger."""
    line, candidate = draft.line, draft.candidate
    if _denied(draft, attributions):
        return "denied"
    start, _ = line.clause(candidate.first)
    before = [p for p in range(max(0, start - 2, candidate.first - BEFORE), candidate.first) if p not in line.timed]
    infinitive = not candidate.noun and (line.word(candidate.first - 1) == "to" or _modal(draft))
    future = infinitive or (candidate.noun and not _definite(draft))
    if future and line.any_of(before, "threatening"):
        return "happened" if candidate.noun and line.any_of(before, "answering_words") else "threatened"
    if not candidate.noun and line.any_of(before, "possible") and candidate.trigger.form != "past":
        return "hypothetical"
    if not candidate.noun and line.any_of(before, "possible") and not line.any_of(before, "past_auxiliaries"):
        return "hypothetical"
    if future and line.any_of(before, "planning"):
        return "planned"
    if candidate.noun and _supposed(line, candidate.first):
        return "hypothetical"
    if _willed(draft):
        return "threatened"
    return "background" if _general(draft) else "happened"


def _modal(draft: Draft) -> bool:
    line, left = draft.line, draft.candidate.first
    return any(line.has(p, "modals") for p in range(line_left(draft.candidate) + 1, left))


def _willed(draft: Draft) -> bool:
    line, candidate = draft.line, draft.candidate
    chain = range(line_left(candidate) + 1, candidate.first)
    return not candidate.noun and any(line.word(p) in ("will", "shall", "won't") for p in chain)


def _definite(draft: Draft) -> bool:
    line = draft.line
    position = draft.candidate.first - 1
    while (
        position >= 0
        and not line.has(position, "articles", "prepositions", "verbs")
        and position > draft.candidate.first - 5
    ):
        if position in line.timed or line.possessive(position):
            return True
        position -= 1
    return line.has(position, "definite")


def _denied(draft: Draft, attributions: Sequence[Attribution]) -> bool:
    line, candidate = draft.line, draft.candidate
    if _negated(draft):
        return True
    start, _ = line.clause(candidate.first)
    before = range(max(0, start - 3), candidate.first)
    denial = next((p for p in reversed(before) if line.has(p, "denying")), None)
    if denial is not None:
        between = range(denial + 1, candidate.first)
        if (
            line.any_of(between, "involvement")
            or len(between) > 9
            or any(line.word(p) in ("says", "said", "reports") for p in between)
        ):
            return False
        return not candidate.noun or line.any_of(between, "conduct") or not line.any_of(between, "definite")
    return _in_denied_content(draft, attributions)


def _negated(draft: Draft) -> bool:
    """Whether "not", "no" or "never" stands upon the trigger or its subject: "did not attack", "no second blast"."""
    line, candidate = draft.line, draft.candidate
    if candidate.noun:
        left = candidate.first - 1
        while left > candidate.first - 6 and (
            nominal(line, left) or line.has(left, "articles", "someone") or line.word(left) == "of"
        ):
            if line.word(left) == "no":
                return True
            left -= 1
        return line.word(left) == "no" or (line.word(left) == "not" and line.has(left + 1, "articles"))
    chain = range(line_left(candidate) + 1, candidate.first)
    if line.word(candidate.first - 1) != "to" and any(line.has(p, "negations") for p in chain):
        return True
    doer = subject(candidate)
    return doer is not None and line.word(doer[0]) == "no"


def _in_denied_content(draft: Draft, attributions: Sequence[Attribution]) -> bool:
    """Whether the trigger opens the content of a denial that an earlier annotator found."""
    line, candidate = draft.line, draft.candidate
    at = line.tokens[candidate.first].start
    for attribution in attributions:
        if attribution.stance != "denies" or not any(p.start <= at < p.end for p in attribution.content):
            continue
        inside = [p for p in range(candidate.first) if line.tokens[p].start >= attribution.content[0].start]
        if len(inside) <= 6 and not candidate.noun and not line.any_of(inside, "involvement", "definite"):
            return True
    return False


def _supposed(line: Line, first: int) -> bool:
    left = first - 1
    while left >= 0 and left > first - 4 and not line.has(left, "verbs"):
        if line.has(left, "supposed"):
            return True
        left -= 1
    return False


def _general(draft: Draft) -> bool:
    """Habitual and generic talk: "often carries out strikes", "the right to respond to attacks"."""
    line, candidate = draft.line, draft.candidate
    start, _ = line.clause(candidate.first)
    before = range(max(start, candidate.first - 10), candidate.first)
    if line.any_of(before, "habit") or _past_habit(draft):
        return True
    if candidate.word in ("offensive", "aggression"):
        return line.any_of(range(max(0, candidate.first - 5), candidate.first), "backdrop")
    if candidate.noun and not _definite(draft):
        return line.any_of(range(max(start, candidate.first - 4), candidate.first), "general")
    return not candidate.noun and candidate.trigger.form in ("base", "third") and _generic_present(draft)


def _past_habit(draft: Draft) -> bool:
    """Whether it is said of earlier times at large: "has been attacked in the past", "have struck before"."""
    line = draft.line
    end = draft.candidate.end
    _, stop = line.clause(end - 1)
    words = line.words[end : min(end + 10, stop)]
    words = words[: words.index("and")] if "and" in words else words
    return any(words[n : n + 3] == ("in", "the", "past") for n in range(len(words))) or words[:2] == ("before", ".")


def _generic_present(draft: Draft) -> bool:
    line, candidate = draft.line, draft.candidate
    if line.sentence.headline or line.word(candidate.first - 1) == "to":
        return False
    return line.any_of(range(max(0, candidate.first - 4), candidate.first), "generic")
