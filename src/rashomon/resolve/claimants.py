"""Claimants as the ledger shows them: canonical names, actor ids, and the office that a person held on the day."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rashomon.codebook.actor_names import find_actor_names
from rashomon.codebook.actor_words import load_actor_words
from rashomon.codebook.actors import load_actors, office_on
from rashomon.model import Attribution, Claimant, Reading, Report
from rashomon.resolve.actor_context import ActorContext, actor_context
from rashomon.resolve.actors import ActorMatch, office_body, resolve_actor
from rashomon.resolve.bare_nouns import only_of_its_kind, with_nationality
from rashomon.resolve.local_actors import local_actor
from rashomon.resolve.noun_phrases import take_apart

SPEAKER = re.compile(r"spokes|press secretary|media|information", re.IGNORECASE)
PLURAL_KINDS = frozenset({"state", "government", "armed_group", "armed_force", "alliance"})


@dataclass(slots=True)
class Claimants:
    """The claimants of one report: the same words always give the same claimant."""

    context: ActorContext
    known: dict[Claimant, tuple[Claimant, ActorMatch]]
    speaking: frozenset[str] = frozenset()

    def resolve(self, claimant: Claimant | None) -> Claimant | None:
        """The claimant with canonical name, actor id and role; None stays the outlet's own voice."""
        return self._found(claimant)[0] if claimant is not None else None

    def resolved(self, attribution: Attribution) -> Attribution:
        """The attribution with its claimant, and why it is that one."""
        if attribution.claimant is None or (attribution.claimant.actor and attribution.reason):
            return attribution
        claimant, match = self._found(attribution.claimant)
        return replace(attribution, claimant=claimant, reason=match.reason, rivals=match.rivals)

    def _found(self, claimant: Claimant) -> tuple[Claimant, ActorMatch]:
        if claimant not in self.known:
            match = _match(claimant, self.context, self.speaking)
            self.known[claimant] = (_resolved(claimant, match, self.context, self.speaking), match)
        return self.known[claimant]


def resolve_claimants(reading: Reading, report: Report) -> Reading:
    """The reading with the claimant of every attribution, figure and count resolved.

    A person's role is the codebook's office on the report's day; where no day is known, or no office is of record, the
    role that the text states. An unnamed speaker keeps the report's words and has no actor.
    """
    claimants = Claimants(actor_context(report), {}, _named_as_sources(reading))
    attributions = tuple(claimants.resolved(attribution) for attribution in reading.attributions)
    figures = tuple(replace(f, claimant=claimants.resolve(f.claimant)) for f in reading.figures)
    counts = tuple(replace(c, claimant=claimants.resolve(c.claimant)) for c in reading.counts)
    found = [
        *(attribution.claimant for attribution in attributions),
        *(figure.claimant for figure in figures),
        *(count.claimant for count in counts),
    ]
    bodies = _bodies([claimant for claimant in found if claimant is not None])
    return replace(
        reading,
        attributions=tuple(replace(a, claimant=_of_its_body(a.claimant, bodies)) for a in attributions),
        figures=tuple(replace(f, claimant=_of_its_body(f.claimant, bodies)) for f in figures),
        counts=tuple(replace(c, claimant=_of_its_body(c.claimant, bodies)) for c in counts),
    )


def _bodies(found: Iterable[Claimant]) -> dict[str, str]:
    """Full names of persons whom the codebook lacks, each with the one body that the report says they are of."""
    named: dict[str, set[str]] = {}
    for claimant in found:
        actor = load_actors().by_id.get(claimant.actor or "")
        if actor is not None and actor.kind != "person" and claimant.name != actor.name and local_actor(claimant.name):
            named.setdefault(claimant.name, set()).add(actor.id)
    return {name: bodies.pop() for name, bodies in named.items() if len(bodies) == 1}


def _of_its_body(claimant: Claimant | None, bodies: Mapping[str, str]) -> Claimant | None:
    """Whom a report says once to be of a body is of it also where the name stands alone."""
    if claimant is None or claimant.name not in bodies or claimant.actor in load_actors().by_id:
        return claimant
    return replace(claimant, actor=bodies[claimant.name])


def _named_as_sources(reading: Reading) -> frozenset[str]:
    """The actors whose names stand in the source of some attribution."""
    sources = (piece.text for attribution in reading.attributions for piece in attribution.source)
    return frozenset(hit.ids[0] for text in sources for hit in find_actor_names(text) if len(hit.ids) == 1)


def _match(claimant: Claimant, context: ActorContext, speaking: frozenset[str]) -> ActorMatch:
    if claimant.actor is not None:
        return ActorMatch(claimant.actor, claimant.name, reason="Its sentence says so.")
    match = resolve_actor(claimant.name, context)
    if match.actor is None:
        match = only_of_its_kind(claimant.name, context, speaking) or match
    if match.actor is None and claimant.role and not claimant.anonymous:
        return _by_role(claimant, match, context)
    return match


def _resolved(claimant: Claimant, match: ActorMatch, context: ActorContext, speaking: frozenset[str]) -> Claimant:
    if claimant.actor is not None:
        return claimant
    if match.actor is None and (national := with_nationality(claimant.name, context)) != claimant.name:
        plural = claimant.plural or take_apart(claimant.name).plural
        return replace(claimant, name=national, anonymous=True, plural=plural)
    if claimant.anonymous and not _speaks_for_body(claimant.name, match, context, speaking):
        return replace(claimant, plural=claimant.plural or take_apart(claimant.name).plural)
    if match.actor is None:
        phrase = take_apart(claimant.name)
        return replace(
            claimant,
            name=match.name,
            actor=None if claimant.anonymous or phrase.anonymous or match.rivals else local_actor(match.name),
            role=_own_words(claimant.role) or match.role,
            anonymous=claimant.anonymous or phrase.anonymous,
            plural=claimant.plural or phrase.plural,
        )
    actor = _speaking(match.actor, claimant.role, context)
    anonymous = claimant.anonymous and match.actor is None
    return Claimant(
        name=match.name if actor == match.actor else load_actors().by_id[actor].name,
        actor=actor,
        role=_role(claimant, match, context) if actor == match.actor else _own_words(claimant.role) or match.role,
        anonymous=anonymous,
        plural=claimant.plural and load_actors().by_id[match.actor].kind not in PLURAL_KINDS,
    )


def _speaking(actor_id: str, role: str | None, context: ActorContext) -> str:
    """Who speaks: a state's government for the state, so that "Iraq" and "Baghdad" are one claimant with it.

    A "spokesperson" of somebody who is none speaks for that person's office.
    """
    book = load_actors()
    actor = book.by_id[actor_id]
    if actor.kind == "state":
        return book.institution(actor_id, "gov")
    speaks = (role or "").lower() in load_actor_words().speakers
    if actor.kind == "person" and speaks and not any(SPEAKER.search(office.title) for office in actor.offices):
        return office_body(actor_id, context) or actor_id
    return actor_id


def _speaks_for_body(words: str, match: ActorMatch, context: ActorContext, speaking: frozenset[str]) -> bool:
    """ "A Pentagon spokesperson" is unnamed, but it is the Pentagon that speaks; so is "the rebels" a name's stand-in.

    "Doctors Without Borders" begins like people without a name, and is the name of a body.
    """
    if match.actor is None:
        return False
    if take_apart(words).speaks is not None or only_of_its_kind(words, context, speaking) is not None:
        return True
    names = (hit.text.lower().split() for hit in find_actor_names(words) if hit.ids == (match.actor,))
    return any(len(name) > 1 and name[0] in load_actor_words().anonymous for name in names)


def _by_role(claimant: Claimant, match: ActorMatch, context: ActorContext) -> ActorMatch:
    """A person whom the codebook lacks speaks for the body that the role names."""
    body = resolve_actor(claimant.role or "", context)
    if body.actor is None or load_actors().by_id[body.actor].kind == "person":
        return match
    return ActorMatch(body.actor, match.name, claimant.role, body.rivals, f"The role names {body.name}.")


def _role(claimant: Claimant, match: ActorMatch, context: ActorContext) -> str | None:
    actor = load_actors().by_id[match.actor or ""]
    stated = _own_words(claimant.role)
    if actor.kind != "person":
        return stated or match.role
    office = office_on(actor, context.published)
    return office.title if office else stated or take_apart(claimant.name).role


def _own_words(role: str | None) -> str | None:
    """The role without the pronoun that tells whose it is only in its sentence: "its spokesman" is a spokesman."""
    return re.sub(r"^(?:its|their|his|her|our|the|a|an)\s+", "", role, flags=re.IGNORECASE) if role else None
