"""What one report says about who its names are: countries and actors named, acronyms and surnames introduced."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rashomon.codebook.actor_names import NameHit, find_actor_names
from rashomon.codebook.actors import load_actors
from rashomon.codebook.names import key_of, words_in
from rashomon.codebook.places import load_places
from rashomon.model import Report, TimeInterval
from rashomon.resolve.noun_phrases import person_name
from rashomon.resolve.spelling import same_name

ACRONYM = re.compile(r"((?:[A-Z\u00c0-\u017f][\w'\u2019-]*|of|for|the|and|in|al|to|on|de)(?:\s+(?:[A-Z\u00c0-\u017f][\w'\u2019-]*|of|for|the|and|in|al|to|on|de)){1,9})\s+\(([A-Z][A-Za-z&-]{1,9})\)")  # fmt: skip
IN_BRACKETS = re.compile(r"\s\([A-Z][A-Za-z&-]{1,9}\)")
FULL_NAME = re.compile(
    r"(?<![\w-])[A-Z\u00c0-\u017f][\w'\u2019-]+(?:\s+(?:[A-Z]\.|(?:al|el|ul|ur)-[A-Z][\w'\u2019-]+|al|el|bin|[A-Z\u00c0-\u017f][\w'\u2019-]+)){1,4}"
)
MEDIA = frozenset({"agency", "outlet"})
SURE, MARGIN = 0.65, 0.15
"""A shared name is taken for an actor that scores so much, and leads the next by so much."""
OTHERS_SHARE = 0.35
"""Where other states make up more, nothing tells whose bare "officials" are."""
LEADING_SHARE = 0.6
"""A state that makes up so much of what a report names is meant by "the government"."""
HALF = 0.5
"""So is one that makes up half of it and is named twice as often as the next."""


@dataclass(frozen=True, slots=True)
class ActorContext:
    """One report's context.

    `seen` holds the country codes and actor ids that it names; `introduced` maps keys of acronyms, and of surnames, to
    an actor id or to the full name; `bodies` counts the states' institutions it names; `states` weighs the states;
    `home` is that of the dateline.
    """

    published: TimeInterval
    seen: tuple[str, ...]
    introduced: Mapping[str, str]
    bodies: Mapping[str, int]
    states: Mapping[str, float]
    home: str | None = None

    def institution(self, kind: str) -> str | None:
        """The body that a bare "the army" means: the only one of its kind that is named, else the leading state's."""
        book = load_actors()
        named = [identity for identity in self.bodies if identity in self._of_kind(kind)]
        if len(named) == 1:
            return named[0]
        leading = self.leading
        body = book.institution(leading, kind) if leading is not None else None
        return body if not named or body in named else None

    @property
    def leading(self) -> str | None:
        """The state that a bare "the government" or "officials" belongs to: the dateline's, else the one named most."""
        leading = self.home or max(self.states, key=lambda state: (self.states[state], state), default=None)
        if leading is None or leading == self.home:
            return leading
        share = self.states[leading]
        next_share = max((other for state, other in self.states.items() if state != leading), default=0.0)
        return leading if share >= LEADING_SHARE or (share >= HALF and next_share * 2 <= share) else None

    @property
    def sole(self) -> str | None:
        """The state that bare "officials" belong to: the leading one, where no other is named nearly as often.

        A dateline is enough where no other is named more often.
        """
        leading = self.leading
        share = self.states.get(leading or "", 0.0)
        if leading == self.home and share >= max(self.states.values(), default=0.0):
            return leading
        return leading if 1.0 - share <= OTHERS_SHARE else None

    def _of_kind(self, kind: str) -> set[str]:
        book = load_actors()
        return {
            book.institution(state, kind) for state in {i.partition(".")[0] for i in self.bodies} | set(self.states)
        }


def actor_context(report: Report) -> ActorContext:
    """The context of a report."""
    return _context(report.text, report.published, report.dateline)


@lru_cache(maxsize=8)
def _context(text: str, published: TimeInterval, dateline: str | None = None) -> ActorContext:
    book = load_actors()
    # Where a report was sent from says nothing of what it is about.
    sent = text.find(dateline) if dateline else -1
    hits = [hit for hit in find_actor_names(text) if sent < 0 or not sent <= hit.start < sent + len(dateline or "")]
    seen: dict[str, None] = {}
    bodies: Counter[str] = Counter()
    states: Counter[str] = Counter()
    sure = [hit.ids[0] for hit in hits if len(hit.ids) == 1 and not hit.shared]
    backing = {*sure, *(book.by_id[i].country for i in sure if book.by_id[i].kind not in MEDIA)}
    for hit in hits:
        meant = _meant(hit, published, backing)
        if meant is None:
            continue
        actor = book.by_id[meant]
        if hit.ids:  # else others bear the name too, and what it may mean is no evidence for itself
            seen[actor.id] = None
            if actor.country and actor.kind not in MEDIA:
                seen[actor.country] = None
            if "." in actor.id and actor.part_of:
                bodies[actor.id] += 1
        if not hit.colours and actor.kind not in MEDIA and actor.id.partition(".")[0] in _state_ids():
            states[actor.id.partition(".")[0]] += 1
    total = sum(states.values()) or 1
    named = {hit_id.partition(".")[0] for hit in hits for hit_id in hit.ids} & _state_ids()
    home = _home(dateline)
    if home not in named and named:
        home = None  # a correspondent writes of another country
    shares = {state: count / total for state, count in sorted(states.items())}
    return ActorContext(published, tuple(seen), _introduced(text, hits), dict(bodies), shares, home)


def _meant(hit: NameHit, published: TimeInterval, backing: Collection[str | None]) -> str | None:
    """Whom a name in the text means: one that others bear too is no evidence for itself, only what else is named is."""
    if not hit.shared:
        return hit.ids[0] if len(hit.ids) == 1 else None
    if len(hit.ids) > 1:
        return None
    around = tuple(item for item in backing if item is not None)
    best, *others = load_actors().rank(key_of(hit.text), hit.ids, hit.shared, on=published, context=around)
    return best.ref if not others or best.score - others[0].score >= MARGIN else None


def _home(dateline: str | None) -> str | None:
    """The state that a dateline's place lies in: the largest place of that name."""
    found = load_places().find(dateline.partition(",")[0]) if dateline else ()
    largest = max(found, key=lambda place: (-place.rank if place.rank < 2 else -2, place.population), default=None)
    country = largest.country if largest else None
    return (
        next(
            (actor.id for actor in load_actors().by_id.values() if actor.kind == "state" and actor.country == country),
            None,
        )
        if country
        else None
    )


@lru_cache(maxsize=1)
def _state_ids() -> frozenset[str]:
    return frozenset(load_actors().state_index.values())


def _introduced(text: str, hits: Sequence[NameHit]) -> dict[str, str]:
    """Acronyms in brackets behind their long form; surnames of the persons named in full."""
    book = load_actors()
    found: dict[str, str] = {}
    # The pattern of long forms is dear, and most reports introduce no acronym.
    for match in ACRONYM.finditer(text) if IN_BRACKETS.search(text) else ():
        long_name = re.sub(r"^(?:(?:the|The|of|and|in|for)\s+)+", "", match[1])
        names = find_actor_names(long_name)
        known = names[-1].ids[0] if names and names[-1].end == len(long_name) and len(names[-1].ids) == 1 else long_name
        if not book.alias_index.get(key_of(match[2])):
            found.setdefault(key_of(match[2]), known)
    known_at = {hit.start: hit for hit in hits}
    for hit in hits:
        if len(hit.ids) == 1 and hit.ids[0].startswith("person.") and " " in hit.text:
            for key in _surname_keys(hit.text):
                found.setdefault(key, hit.ids[0])
    for match in FULL_NAME.finditer(text):
        name = person_name(re.sub(r"^(?:The|A|An)\s+", "", match.group()))
        if name is None or len(words_in(name)) < 2 or match.start() + match.group().find(name) in known_at:
            continue
        known_as = same_name(name) or name
        for key in _surname_keys(name):
            if key not in book.alias_index and key not in book.state_index and key not in book.seats:
                found.setdefault(key, known_as)
    return found


def _surname_keys(name: str) -> set[str]:
    """The last name with its article and without."""
    last = name.split()[-1]
    return {key_of(last), key_of(re.sub(r"^(?:[Aa]l|[Ee]l)-", "", last))}
