"""The actors of the codebook, found by name: states and their institutions, forces, groups, media, persons."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.codebook.actor_files import Entry, check_references, entries
from rashomon.codebook.names import key_of, skeleton
from rashomon.codebook.states import State, load_institutions, load_states, state_actors
from rashomon.errors import CodebookInvalid
from rashomon.model import UNKNOWN_TIME, Actor, ActorKind, Office, Rival, TimeInterval

OWN_NAME, LOCAL_NAME, SHARED_NAME = 1.0, 0.8, 0.5
COUNTRY_SEEN, COUNTRY_NOT_SEEN, NAMED_BEFORE, OUT_OF_OFFICE = 0.3, -0.2, 0.4, -0.4


@dataclass(frozen=True, slots=True)
class ActorBook:
    """All actors with the ways to them; keys are those of `names.key_of`.

    `alias_index` maps a name to the actors that it means alone, `shared_index` one that several may bear, and
    `local_index` one of the latter to those that it means at home.
    `state_index` maps names, adjectives and peoples to states; `institutions` maps words to kinds of institution;
    `filled` maps (state, institution) to the actor that is it; `skeletons` maps `names.skeleton` to names.
    """

    by_id: Mapping[str, Actor]
    alias_index: Mapping[str, tuple[str, ...]]
    shared_index: Mapping[str, tuple[str, ...]]
    local_index: Mapping[str, tuple[str, ...]]
    state_index: Mapping[str, str]
    seats: Mapping[str, str]
    institutions: Mapping[str, str]
    filled: Mapping[tuple[str, str], str]
    skeletons: Mapping[str, tuple[str, ...]]

    def institution(self, state: str, institution: str) -> str:
        """The id of a state's institution."""
        return self.filled.get((state, institution), f"{state}.{institution}")

    def find(self, words: str, *, on: TimeInterval = UNKNOWN_TIME, context: Sequence[str] = ()) -> tuple[Rival, ...]:
        """Whom a name can mean, best first.

        `on` is the day of the report, which tells who held an office; `context` holds the country codes and the actor
        ids that the report names elsewhere.
        """
        key = key_of(words)
        return self.rank(key, self.alias_index.get(key, ()), self.shared_index.get(key, ()), on=on, context=context)

    def rank(
        self, key: str, own: Sequence[str], shared: Sequence[str], *, on: TimeInterval, context: Sequence[str]
    ) -> tuple[Rival, ...]:
        """The actors that a name, looked up as `key`, means alone, and those that may bear it, best first."""
        scores = dict.fromkeys(shared, SHARED_NAME) | dict.fromkeys(own, OWN_NAME)
        scores |= {i: LOCAL_NAME for i in self.local_index.get(key, ()) if self.by_id[i].country in context}
        for identity in scores:
            scores[identity] += self._fit(self.by_id[identity], on, context)
        ordered = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        return tuple(Rival(ref=identity, score=round(score, 3)) for identity, score in ordered)

    def _fit(self, actor: Actor, on: TimeInterval, context: Sequence[str]) -> float:
        fit = NAMED_BEFORE if actor.id in context else 0.0
        if actor.country is not None and context:
            fit += COUNTRY_SEEN if actor.country in context else COUNTRY_NOT_SEEN
        if actor.kind == "person" and on.known and actor.offices and office_on(actor, on) is None:
            fit += OUT_OF_OFFICE
        return fit


@cache
def load_actors() -> ActorBook:
    """The actors of the codebook. Raises `CodebookInvalid` where a data file breaks its schema."""
    written = list(entries())
    states = load_states()
    ids = {state.code: state.id for state in states}
    filled = {(ids[e.actor.country], e.fills): e.actor.id for e in written if e.fills and e.actor.country in ids}
    by_id = {actor.id: actor for actor in state_actors(filled)}
    for entry in written:
        if entry.actor.id in by_id:
            raise CodebookInvalid(
                f"The codebook has two actors {entry.actor.id!r}.", "Rename one, or let it 'fill' it."
            )
        by_id[entry.actor.id] = entry.actor
    check_references(by_id, written)
    alias_index = _index((actor.id, name) for actor in by_id.values() for name in (actor.name, *actor.aliases))
    _check_unique(alias_index, by_id)
    return ActorBook(
        by_id=by_id,
        alias_index=alias_index,
        shared_index=_index((entry.actor.id, name) for entry in written for name in (*entry.shared, *entry.local)),
        local_index=_index((entry.actor.id, name) for entry in written for name in entry.local),
        state_index=_state_index(states),
        seats={key_of(seat): state.id for state in states for seat in state.seats},
        institutions={key_of(word): row.id for row in load_institutions() for word in row.words},
        filled=filled,
        skeletons=_skeletons(written),
    )


def office_on(actor: Actor, on: TimeInterval) -> Office | None:
    """The office that a person holds on a day, the latest begun where several; None where none is of record."""
    if not on.known:
        return None
    first, last = (on.start or on.end), (on.end or on.start)
    assert first is not None and last is not None
    held = [
        office
        for office in actor.offices
        if (office.since or "")[:10] <= last.isoformat()
        and (office.until is None or _last_day(office.until) >= first.isoformat())
    ]
    return max(held, key=lambda office: office.since or "", default=None)


def kind_of(actor_id: str) -> ActorKind | None:
    """What kind of actor an id stands for, or None for an id that the codebook does not have."""
    actor = load_actors().by_id.get(actor_id)
    return actor.kind if actor else None


def side_of(actor_id: str) -> str:
    """The top of the chain of bodies that an actor belongs to: a state or a group; a person's is that of the last office.

    An id that the codebook does not have is its own side.
    """
    by_id = load_actors().by_id
    seen = {actor_id}
    while (actor := by_id.get(actor_id)) is not None:
        above = actor.part_of or (actor.offices[-1].of if actor.offices else None)
        if above is None or above in seen:
            break
        seen.add(above)
        actor_id = above
    return actor_id


def _last_day(text: str) -> str:
    """A date that may be a year or a month, as its last day for comparing; "2022-05" ends after "2022-05-31"."""
    return text if len(text) == 10 else f"{text}-99"


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for identity, name in pairs:
        found.setdefault(key_of(name), {})[identity] = None
    return {key: tuple(ids) for key, ids in found.items() if key}


def _check_unique(index: Mapping[str, tuple[str, ...]], by_id: Mapping[str, Actor]) -> None:
    for key, ids in index.items():
        kinds = [by_id[identity].kind for identity in ids]
        if len(set(kinds)) < len(kinds):
            raise CodebookInvalid(
                f"The name {key!r} is an alias of {' and of '.join(ids)}, which are of one kind.",
                "Move it to 'shared' in all but one of them.",
            )


def _state_index(states: Sequence[State]) -> dict[str, str]:
    found: dict[str, str] = {}
    for state in states:
        for word in (state.name, *state.aliases, *state.adjectives, *state.people):
            found.setdefault(key_of(word), state.id)
    return found


def _skeletons(written: Sequence[Entry]) -> dict[str, tuple[str, ...]]:
    """Names of two words or of seven letters, under what is left of them when transliteration is forgiven."""
    found: dict[str, dict[str, None]] = {}
    for entry in written:
        for name in (entry.actor.name, *entry.actor.aliases):
            key = key_of(name)
            if " " in key or len(key) >= 7:
                found.setdefault(skeleton(name), {})[key] = None
    return {bones: tuple(keys) for bones, keys in found.items()}
