"""How much one incident of a report looks like the answer to another: a table of features with fitted points.

The shape is that of `joining`. What `read` found by its cues ("in retaliation for ...") is one feature among others.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rashomon.codebook.fitted import Table, load_fitted
from rashomon.codebook.wording import load_wording
from rashomon.resolve.facts import Facts
from rashomon.resolve.group import Group

NEAR, FAR = 150, 600
REACH = 250
"""Characters between two mentions in which words of cause tie them."""
MANY = 3
LONG_BEFORE = 30
FLOOR = -1.25
"""Points from which one incident is said to answer the other; the F1 of links is best there on labelled reports."""


@dataclass(frozen=True, slots=True)
class Context:
    """What stands between an incident and the one that it may answer: their two mentions nearest to each other."""

    answer: Facts
    answered: Facts
    between: str
    count: int
    series: Sequence[Group] = ()
    """The series of incidents that the report says the first one answers."""

    @property
    def ahead(self) -> bool:
        """Whether the answer is told before what it answers."""
        return self.answer.start < self.answered.start


Feature: TypeAlias = Callable[[Group, Group, Context], str | None]
Row: TypeAlias = tuple[Feature, Mapping[str, float]]


def answers(groups: Sequence[Group], text: str) -> dict[int, tuple[int, ...]]:
    """Which group answers which others, by their places in the list; of two that answer each other, the likelier."""
    rows = _weighed(load_fitted("answering"))
    scored: dict[tuple[int, int], float] = {}
    told: set[tuple[int, int]] = set()
    for later, earlier, context in pairs(groups, text):
        two = groups[later], groups[earlier]
        scored[later, earlier] = sum(weights.get(f(*two, context) or "", 0.0) for f, weights in rows)
        if two[1].ids & two[0].answered or is_one_of_many(*two, context):
            told.add((later, earlier))
    found: dict[int, tuple[int, ...]] = {}
    for (later, earlier), score in scored.items():
        if ((later, earlier) in told or likely(score, groups[later])) and score >= scored.get((earlier, later), score):
            found[later] = (*found.get(later, ()), earlier)
    return found


def is_one_of_many(answer: Group, answered: Group, context: Context) -> bool:
    """Whether it is one of those many that the report says are answered ("in response to attacks on its bases"): the same
    are struck, those who answer didn't do it, and its day is known and no later."""
    if answered.series or answered.reality != "happened" or doer(answer, answered, context) == "same":
        return False
    told = any(_is_of(answered, many) for many in context.series)
    return told and day(answer, answered, context) in ("after", "same")


def likely(score: float, answer: Group) -> bool:
    """Whether a group may be called an answer without the report's saying so: only what is told as having happened."""
    return score > FLOOR and answer.reality == "happened"


def pairs(groups: Sequence[Group], text: str) -> Iterator[tuple[int, int, Context]]:
    """Each two groups near enough to have to do with each other, as (what may answer, what may be answered, context)."""
    series = [[other for other in groups if other.series and other.ids & group.answered] for group in groups]
    for n, one in enumerate(groups):
        for m, other in enumerate(groups[:n]):
            near = min(
                ((a, b) for a in one.members for b in other.members), key=lambda two: abs(two[0].start - two[1].start)
            )
            start, end = sorted(facts.start for facts in near)
            between = text[start:end].lower() if end - start <= REACH else ""
            yield n, m, Context(near[0], near[1], between, len(groups), series[n])
            yield m, n, Context(near[1], near[0], between, len(groups), series[m])


def observed(answer: Group, answered: Group, context: Context) -> list[tuple[str, str]]:
    """What each feature sees, as (feature, value): the row that the points are fitted on."""
    seen = ((feature.__name__, feature(answer, answered, context)) for feature in FEATURES)
    return [(name, value) for name, value in seen if value is not None]


def _weighed(table: Table) -> list[Row]:
    return [(feature, table[feature.__name__]) for feature in FEATURES if feature.__name__ in table]


def any_pair(answer: Group, answered: Group, context: Context) -> str:
    """There are two incidents."""
    return "yes"


def cue(answer: Group, answered: Group, context: Context) -> str | None:
    """The report says so: "in retaliation for"."""
    if answered.ids & answer.answered:
        return "said"
    return "said the other way" if answer.ids & answered.answered else None


def crossed(answer: Group, answered: Group, context: Context) -> str | None:
    """Who was struck there strikes here."""
    back = bool(answer.doers & answered.sufferers or answer.words["doers"] & answered.words["struck"])
    forth = bool(answer.sufferers & answered.doers or answer.words["struck"] & answered.words["doers"])
    return "both ways" if back and forth else "the struck strike" if back else "the doers are struck" if forth else None


def doer(answer: Group, answered: Group, context: Context) -> str | None:
    """The two have other doers."""
    if answer.doers & answered.doers or answer.words["doers"] & answered.words["doers"]:
        return "same"
    return "apart" if answer.doers and answered.doers else None


def day(answer: Group, answered: Group, context: Context) -> str | None:
    """It came later."""
    own, other = (min((d.start for d in g.dates if d.start), default=None) for g in (answer, answered))
    if own is None or other is None:
        return "untold" if other is not None else "answered untold" if own is not None else None
    if (own - other).days > LONG_BEFORE:
        return "long after"
    return "after" if own > other else "same" if own == other else "before"


def sentence(answer: Group, answered: Group, context: Context) -> str | None:
    """One sentence tells of both."""
    if context.answer.wording.sentence != context.answered.wording.sentence:
        return None
    return "answer first" if context.ahead else "answered first"


def distance(answer: Group, answered: Group, context: Context) -> str | None:
    """They are told near each other."""
    apart = abs(context.answer.start - context.answered.start)
    return "near" if apart < NEAR else "far" if apart > FAR else None


def retort(answer: Group, answered: Group, context: Context) -> str | None:
    """Words of answering stand between them."""
    return _between(load_wording().retort.search(context.between) is not None, context)


def cause(answer: Group, answered: Group, context: Context) -> str | None:
    """Words of blame stand between them."""
    return _between(load_wording().cause.search(context.between) is not None, context)


def reply(answer: Group, answered: Group, context: Context) -> str | None:
    """A sentence about it speaks of an answer."""
    mine, theirs = context.answer.wording.reply, context.answered.wording.reply
    return "both" if mine and theirs else "answer" if mine or answer.reply else "answered" if theirs else None


def named(answer: Group, answered: Group, context: Context) -> str | None:
    """Its own words call one of them an answer."""
    mine, theirs = (sum(member.wording.retort for member in group.members) for group in (answer, answered))
    return "both" if mine and theirs else "answer" if mine else "answered" if theirs else None


def behind(answer: Group, answered: Group, context: Context) -> str | None:
    """One is told as what came before ("after a rocket attack")."""
    mine, theirs = (any(member.wording.behind for member in group.members) for group in (answer, answered))
    near = context.answered.wording.behind and abs(context.answer.start - context.answered.start) < REACH
    return (
        "answered, near"
        if near and not mine
        else "answered"
        if theirs and not mine
        else "answer"
        if mine and not theirs
        else None
    )


def series(answer: Group, answered: Group, context: Context) -> str | None:
    """One of them is a series."""
    return "answered" if answered.series else "answer" if answer.series else None


def unreal(answer: Group, answered: Group, context: Context) -> str | None:
    """It is planned or threatened."""
    if answered.reality not in ("happened", "denied"):
        return "answered"
    return answer.reality if answer.reality != "happened" else None


def order(answer: Group, answered: Group, context: Context) -> str | None:
    """The report comes to it first."""
    return "answer first" if answer.members[0].start < answered.members[0].start else None


def headline(answer: Group, answered: Group, context: Context) -> str | None:
    """The headline tells of it."""
    mine, theirs = (group.members[0].wording.line == 0 for group in (answer, answered))
    return "both" if mine and theirs else "answer" if mine else "answered" if theirs else None


def size(answer: Group, answered: Group, context: Context) -> str | None:
    """How often the two are spoken of."""
    many, lone = len(answer.members) >= MANY, len(answered.members) == 1
    return "many, one" if many and lone else "many" if many else "one" if lone else None


def count(answer: Group, answered: Group, context: Context) -> str | None:
    """How many incidents the report tells of."""
    return "two" if context.count == 2 else "many" if context.count > MANY + 1 else None


def background(answer: Group, answered: Group, context: Context) -> str | None:
    """The other was told as something that had been."""
    return "yes" if answered.had else None


FEATURES: tuple[Feature, ...] = (
    any_pair, cue, crossed, doer, day, sentence, distance, retort, cause, reply, named, behind, series, unreal, order, headline, size,
    count, background,
)  # fmt: skip


def _is_of(one: Group, many: Group) -> bool:
    """Whether the same are struck in one incident as in a series, and no other strikes."""
    struck = one.sufferers & many.sufferers or one.words["struck"] & many.words["struck"]
    doers = one.words["doers"], many.words["doers"]
    return bool(struck) and (not all(doers) or bool(doers[0] & doers[1]))


def _between(found: bool, context: Context) -> str | None:
    if not found:
        return None
    return "answer first" if context.ahead else "answered first"
