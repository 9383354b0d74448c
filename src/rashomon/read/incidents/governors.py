"""What stands above a noun that is a trigger: "The US carried out ...", "five were killed in ...", "claimed the ..."."""

from rashomon.read.incidents.clauses import head_before
from rashomon.read.incidents.phrases import nominal, phrase_after, phrase_before
from rashomon.read.incidents.roles import Draft


def governing_roles(draft: Draft, start: int) -> None:
    """Read what governs the noun: "The US carried out ...", "five were killed in ...", "came under attack"."""
    line = draft.line
    left = line.left(start)
    while left > 0 and (
        line.has(left, "articles", "adjectives")
        or line.has(left, "counting")
        or (line.word(left) == "of" and line.has(left - 1, "counting", "quantity"))
        or line.word(left)[:1].isdigit()
    ):
        left = line.left(left)
    if line.has(left, "conduct") or (line.word(left) == "out" and line.word(left - 1).startswith("carr")):
        _conducted(draft, left - (line.word(left) == "out"))
    elif line.word(left) in ("in", "by", "from", "during", "after", "when", "as"):
        _suffered(draft, left)
    elif line.has(left, "denying", "claiming"):
        _conducted(draft, left)
    elif line.word(left) in ("of", "for", "with") and _accountable(draft, left):
        pass
    elif line.word(left) == "under":
        verb = line.left(left)
        draft.take("target", head_before(line, verb if not nominal(line, verb) else left))


def _accountable(draft: Draft, preposition: int) -> bool:
    """Read "claimed responsibility for", "accused X of", "blamed X for" before the noun."""
    line = draft.line
    for position in range(preposition - 1, max(-1, preposition - 9), -1):
        if line.has(position, "accusing"):
            draft.take("initiator", phrase_after(line, position + 1))
            return True
        if line.has(position, "credit") and line.has(position - 1, "credited"):
            _conducted(draft, position - 1)
            return True
    return False


def _conducted(draft: Draft, verb: int) -> None:
    line = draft.line
    left = line.left(verb)
    while left >= 0 and (line.has(left, "auxiliaries", "adverbs") or line.word(left) == "to"):
        left = line.left(left)
    found = head_before(line, left + 1)
    if found is not None and line.has(found[1] - 1, "relatives"):
        found = head_before(line, found[0])
    draft.take("initiator", found)


def _suffered(draft: Draft, preposition: int) -> None:
    """Victims before "killed in", "died in": who the incident befell."""
    line = draft.line
    start, _ = line.clause(preposition)
    for position in range(preposition - 1, start - 1, -1):
        if line.has(position, "died") and position not in line.timed:
            left = line.left(position)
            while line.has(left, "auxiliaries", "adverbs"):
                left = line.left(left)
            draft.take("target", phrase_before(line, left + 1))
            return
