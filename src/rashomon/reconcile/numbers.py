"""Answers that are figures: how many were killed, how many were wounded."""

import re
from collections.abc import Iterator, Sequence

from rashomon.codebook.casualties import casualty_words
from rashomon.codebook.questions import QuestionEntry
from rashomon.model import Account, Evidence, Figure
from rashomon.reconcile.answers import Answer, Told

GENERAL = frozenset({"people", "persons", "", "others", "victims", "bodies", "casualties", "members", "dead"})
"""Words for victims that say nothing of who they were: a figure for them is a figure for all."""
SHARES = frozenset(
    {
        "soldiers",
        "police",
        "children",
        "women",
        "journalists",
        "aid workers",
        "medical staff",
        "officials",
        "contractors",
    }
)
"""Kinds of people who are counted by themselves beside others: two soldiers may be among five people."""
NOBODY = 0
MEMBERS = frozenset({"member", "members", "employees", "staff"})
BODY = re.compile(r"\s+of\s+(?:the\s+|its\s+)?((?:[A-Z][\w'\u2019-]*\s?)+)")
"""The name behind "of"."""
ROUGHLY = 0.25
"""What "about" may hide, as a share of the figure: about 20 is 15 to 25 when it is held against another."""
ARTICLES = frozenset("a an another the his her their its".split())


def read_numbers(entry: QuestionEntry, told: Told) -> Iterator[Answer]:
    """Every figure of the question's outcome that belongs to the incident."""
    attributions = {a.id: a for a in told.reading.attributions}
    for figure in told.reading.figures:
        if figure.outcome != entry.outcome or figure.incident != told.incident.id or figure.id in told.rejected:
            continue
        attribution = attributions.get(figure.attribution or "")
        if told.is_apart(figure.span, attribution):
            continue
        yield Answer(
            claimant=figure.claimant,
            stance=attribution.stance if attribution else "asserts",
            evidence=told.evidence(
                figure.span, attribution, figure.rule, attribution.confidence if attribution else 0.7
            ),
            key=_key(figure),
            low=figure.low,
            # A list of victims need not name them all: its sum rules out only smaller numbers.
            high=None if figure.addends else figure.high,
            who=figure.who,
            partial=figure.partial,
            hedge=figure.hedge,
            status=figure.status,
            relayed_by=attribution.relayed_by if attribution else (),
            source=figure.id,
            figure=figure,
        )


def _key(figure: Figure) -> str:
    high = "sum" if figure.addends else figure.high
    return f"{figure.low}|{high}|{figure.hedge}|{figure.who}|{figure.partial}"


def meet(left: Account, right: Account) -> bool:
    """Whether the ranges of two figures share a number; an open side goes on for ever.

    "A commander was killed" tells of one and rules out no other: it is read as one or more.
    """
    return _bottom(left) <= _top(right) and _bottom(right) <= _top(left)


def overtaken(account: Account, answers: Sequence[Answer]) -> bool:
    """Whether a claimant names the figure of another's account as one that has been overtaken ("to 22 from 17")."""
    earlier = [answer.figure for answer in answers if answer.figure is not None and answer.figure.earlier]
    return any((figure.low, figure.high) == (account.low, account.high) for figure in earlier)


def is_earlier(answers: Sequence[Answer]) -> bool:
    """Whether who gives a figure calls it overtaken wherever it is given."""
    return bool(answers) and all(answer.figure is not None and answer.figure.earlier for answer in answers)


def equal(left: Account, right: Account) -> bool:
    """Whether two figures are the same range, hedges included; "some 30" is "about 30"."""
    if (left.low, left.high) != (right.low, right.high):
        return False
    return _is_rough(left) == _is_rough(right) if is_number(left) else left.hedge == right.hedge


def comparable(left: Account, right: Account) -> bool:
    """Whether two figures count the same thing: wholes with wholes, and people of one kind or of any kind."""
    if left.partial or right.partial or not (is_number(left) and is_number(right)):
        return False
    groups = _named_group(left), _named_group(right)
    if groups[0] != groups[1] and not groups[0] & groups[1]:
        # "13 US troops" are not "60 Afghans", and a part of any toll of people that is larger.
        return bool(groups[0]) != bool(groups[1]) and not _is_part(left, right, groups)
    one, other = (left.who or "").lower(), (right.who or "").lower()
    if _is_share(left, one, right, other) or _is_share(right, other, left, one):
        return False
    if (left.high == 0 or right.high == 0) and one != other:
        # "No civilian was hurt" says nothing of others: it parts with a toll of people only in who they were.
        return (one in GENERAL and left.high == 0) or (other in GENERAL and right.high == 0)
    return one == other or one in GENERAL or other in GENERAL or bool(set(one.split()) & set(other.split()))


def _is_share(part: Account, kind: str, whole: Account, other: str) -> bool:
    """Whether people of a kind who are seldom all that were hit can be a part of the people whom another counts."""
    return kind in SHARES and other in GENERAL and (part.low or 0) <= _top(whole)


def _named_group(account: Account) -> frozenset[str]:
    """The proper names inside the words of a figure ("13 US service members"): a people, a state, a force."""
    words = (word.strip(".,'\u2019") for e in account.evidence for word in (*e.span.text.split()[1:], *_body_behind(e)))
    return frozenset(word for word in words if word[:1].isupper())


def _body_behind(evidence: Evidence) -> list[str]:
    """The words of the body that the people counted are members of: "six members of the Red Cross"."""
    if evidence.span.text.split()[-1].lower() not in MEMBERS:
        return []
    behind = BODY.match(evidence.sentence.text[evidence.span.end - evidence.sentence.start :])
    return behind[1].split() if behind else []


def _is_part(left: Account, right: Account, groups: tuple[frozenset[str], frozenset[str]]) -> bool:
    part, whole = (left, right) if groups[0] else (right, left)
    return (part.low or 0) <= _top(whole)


def is_number(account: Account) -> bool:
    """Whether a figure is one at all, and not a word alone ("dozens")."""
    return account.low is not None or account.high is not None


def _bottom(account: Account) -> float:
    low = account.low or 0
    return low * (1 - ROUGHLY) if _is_rough(account) else low


def _top(account: Account) -> float:
    if account.high is None or _tells_of_one(account):
        return float("inf")
    return account.high * (1 + ROUGHLY) if _is_rough(account) else account.high


def _is_rough(account: Account) -> bool:
    """Whether a figure is only about right: "some 20"."""
    if account.hedge is None or account.low is None or account.low != account.high:
        return False
    folded = tuple(account.hedge.lower().split())
    found = (table.at(folded, 0) for table in (casualty_words().before, casualty_words().after))
    return any(hit is not None and hit[1] == "about" for hit in found)


def _tells_of_one(account: Account) -> bool:
    """Whether every piece of evidence is a person spoken of, not a count ("a guard", "another member")."""
    words = [evidence.span.text.lower().split()[0] for evidence in account.evidence]
    return account.high == 1 and bool(words) and all(word in ARTICLES for word in words)
