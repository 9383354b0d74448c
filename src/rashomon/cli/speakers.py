"""Those who say something in a workspace, and whom its reports were taken to mean by a name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from rashomon.codebook.actors import load_actors
from rashomon.codebook.folding import load_folding
from rashomon.model import Actor, ActorKind, Ledger, Reading, Report
from rashomon.publish.terminal.actors import Speaker


def speakers(ledger: Ledger, kind: ActorKind | None, country: str | None) -> list[Speaker]:
    """Whoever has an account in a ledger, whoever has most first; of one kind or country, those that the codebook has."""
    accounts: Counter[tuple[str, str]] = Counter()
    incidents: dict[tuple[str, str], set[str]] = defaultdict(set)
    for incident in ledger.incidents:
        for answered in incident.questions:
            for account in answered.accounts:
                if account.claimant is not None and not account.claimant.anonymous:
                    who = (account.claimant.actor or "", account.claimant.name)
                    accounts[who] += 1
                    incidents[who].add(incident.id)
    found = [
        Speaker(
            id=id, name=name, kind=actor.kind if actor else None, accounts=number, incidents=len(incidents[id, name])
        )
        for (id, name), number in accounts.items()
        if _wanted(actor := load_actors().by_id.get(id), kind, country)
    ]
    return sorted(found, key=lambda one: (-one.accounts, one.name, one.id))


def taken_for(name: str, read: Iterable[tuple[Report, Reading]]) -> Iterator[str]:
    """One line for each report that quotes somebody under a name: whom it was taken for, and why."""
    fold = load_folding().fold
    for report, reading in read:
        for one in reading.attributions:
            called = {fold(span.text) for span in one.source} | ({fold(one.claimant.name)} if one.claimant else set())
            if fold(name) in called and one.claimant is not None:
                yield f"In {report.name}: {one.claimant.actor or 'nobody of the codebook'}. {one.reason}".rstrip()
                break


def _wanted(actor: Actor | None, kind: ActorKind | None, country: str | None) -> bool:
    if actor is None:
        return kind is None and country is None
    return kind in (None, actor.kind) and country in (None, actor.country)
