"""Which incident answers which, with the accounts that assert it, those that deny it, and what it rests on."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from graphlib import CycleError, TopologicalSorter
from itertools import permutations

from rashomon.codebook.actors import side_of
from rashomon.codebook.ties import load_ties
from rashomon.model import Incident, Report, ReportedIncident, Response, ResponseAccount, ResponseBasis
from rashomon.reconcile.accounts import claimant_key, fullest
from rashomon.reconcile.answers import Told
from rashomon.reconcile.denials import denials, denied_cues
from rashomon.reconcile.origins import Origins
from rashomon.reconcile.responses import Link, came_before
from rashomon.reconcile.ties import BASES, UNREAL, Saying, sayings
from rashomon.reconcile.vows import announced, vows

Owner = Mapping[tuple[str, str], str]
"""The id of the ledger's incident by a report's id and that of the report's own incident."""
NOBODY = "Nobody asserts it."
TOO_EARLY = "It came before what it would answer."
OTHER_WAY = "More is said for the other way round."


@dataclass(slots=True)
class Ties:
    """What all reports say of each link, and the vows to answer each incident."""

    of_link: dict[Link, list[Saying]] = field(default_factory=lambda: defaultdict(list))
    vows: dict[str, list[Saying]] = field(default_factory=lambda: defaultdict(list))
    read: dict[Link, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The reports that a reading links by."""

    def vow(self, answered: str, said: Iterable[Saying]) -> None:
        """Take in vows to answer an incident; one sentence is one vow, however it was found."""
        for vow in said:
            if _where(vow) not in {_where(known) for known in self.vows[answered]}:
                self.vows[answered].append(vow)

    def standing(self, links: Counter[Link]) -> Counter[Link]:
        """The links counted by reports, less the reports that only deny them."""
        found = Counter(links)
        for link, said in self.of_link.items():
            asserting = {s.answer.evidence.report for s in said if not s.denied}
            found[link] -= len(self.read.get(link, set()) - asserting)
        return +found


def read_ties(told: Sequence[Told], owner: Owner) -> Ties:
    """How one report ties the incidents of the ledger; `told` are those that it tells."""
    ties = Ties()
    _read_report(told, owner, ties)
    return ties


def _where(saying: Saying) -> tuple[str, int]:
    return saying.answer.evidence.report, saying.answer.evidence.sentence.start


def _read_report(told: Sequence[Told], owner: Owner, ties: Ties) -> None:
    report, known = told[0].report, {incident.id: incident for incident in told[0].reading.incidents}
    cues = tuple(load_ties().cues(report.text))
    statements = announced(told[0], cues)
    for one in told:
        mine = owner[report.id, one.incident.id]
        for other in _answered(one.incident, known, report, owner):
            link = mine, owner[report.id, other.id]
            ties.of_link[link] += sayings(one, other, cues)
            ties.read[link].add(report.id)
        ties.vow(mine, vows(one, statements))
    for incident in told[0].reading.incidents:
        if incident.reality in UNREAL and (report.id, incident.id) not in owner:
            threat = replace(told[0], incident=incident)
            for other in _answered(incident, known, report, owner):
                ties.vow(owner[report.id, other.id], sayings(threat, other, cues))
    denied = denied_cues(told[0], cues) if len(told) > 1 else ()
    for one, two in permutations(told, 2) if denied else ():
        link = owner[report.id, one.incident.id], owner[report.id, two.incident.id]
        if link[0] != link[1] and two.incident.id not in one.incident.response_to:
            ties.of_link[link] += denials(one, two.incident, denied)


def _answered(
    incident: ReportedIncident, known: Mapping[str, ReportedIncident], report: Report, owner: Owner
) -> Iterator[ReportedIncident]:
    """The incidents of a report that one of them is said to answer, as far as they are another incident of the ledger."""
    own = owner.get((report.id, incident.id))
    for id in incident.response_to:
        if id in known and owner.get((report.id, id), own) != own:
            yield known[id]


def with_links(
    incidents: Sequence[Incident],
    ties: Ties,
    doers: Mapping[str, frozenset[str]],
    reports: Mapping[str, Report],
    origins: Origins,
) -> tuple[Incident, ...]:
    """The incidents with who asserts and who denies each link, and who vowed to answer them.

    `doers` are the sides that are said to have struck in each.
    """
    known = {incident.id: incident for incident in incidents}
    weigher = Weigher(reports, origins)
    found: dict[str, list[Response]] = defaultdict(list)
    for link in sorted(ties.of_link):
        response = _response(link, ties, known, doers, weigher)
        if response is not None:
            found[link[0]].append(response)
    return tuple(
        replace(
            incident,
            links=tuple(found.get(incident.id, ())),
            vowed=weigher.accounts(ties.vows.get(incident.id, ())),
        )
        for incident in incidents
    )


@dataclass(frozen=True, slots=True)
class Weigher:
    """Takes sayings of one claimant together and counts their origins."""

    reports: Mapping[str, Report]
    origins: Origins

    def accounts(self, said: Iterable[Saying]) -> tuple[ResponseAccount, ...]:
        """One account a claimant, the strongest first."""
        groups: dict[str, list[Saying]] = defaultdict(list)
        for saying in said:
            groups[claimant_key(saying.answer, self.reports)].append(saying)
        found = [self._account(group) for _, group in sorted(groups.items())]
        return tuple(sorted(found, key=lambda account: BASES.index(account.basis)))

    def _account(self, group: Sequence[Saying]) -> ResponseAccount:
        answers = sorted((s.answer for s in group), key=lambda a: (a.evidence.report, a.evidence.span.start))
        first = min(answers, key=lambda answer: [answer.key == basis for basis in BASES].index(True))
        evidence = {(a.evidence.report, a.evidence.span.start): a.evidence for a in answers}
        return ResponseAccount(
            claimant=fullest(answers),
            stance=first.stance,
            basis=_strongest(group),
            reports=tuple(dict.fromkeys(answer.evidence.report for answer in answers)),
            evidence=tuple(evidence.values()),
            independent_origins=self.origins.count(answers),
        )


def _response(
    link: Link, ties: Ties, known: Mapping[str, Incident], doers: Mapping[str, frozenset[str]], weigher: Weigher
) -> Response | None:
    """One link with its accounts; None for a denial of what nobody asserts, where the days don't tell which is meant."""
    answer, answered = known[link[0]], known[link[1]]
    said = ties.of_link[link]
    asserted, denied = [s for s in said if not s.denied], [s for s in said if s.denied]
    stands = answered.id in answer.response_to
    if not said or (not asserted and not came_before(answered, answer, 0)):
        return None
    if stands:
        asserted += _vowed(ties.vows.get(answered.id, ()), doers[answer.id])
    return Response(
        to=answered.id,
        basis=_strongest(asserted or denied),
        asserted=weigher.accounts(asserted),
        denied=weigher.accounts(denied),
        stands=stands,
        reason="" if stands else _reason(answer, answered, asserted),
    )


def _reason(answer: Incident, answered: Incident, asserted: Sequence[Saying]) -> str:
    if not asserted:
        return NOBODY
    return TOO_EARLY if came_before(answer, answered) else OTHER_WAY


def _vowed(vows: Iterable[Saying], sides: frozenset[str]) -> list[Saying]:
    """The vows of those who are said to have struck: whoever announced an answer and gave it."""
    actors = ((vow, vow.answer.claimant.actor if vow.answer.claimant else None) for vow in vows)
    return [vow for vow, actor in actors if actor is not None and side_of(actor) in sides and not vow.denied]


def _strongest(said: Sequence[Saying]) -> ResponseBasis:
    return min((saying.basis for saying in said), key=BASES.index)


def cycles(incidents: Sequence[Incident]) -> tuple[tuple[str, ...], ...]:
    """Circles of incidents that answer one another, each from its least id; one for each link that has to be cut."""
    graph = {incident.id: set(incident.response_to) for incident in sorted(incidents, key=lambda one: one.id)}
    found = []
    while circle := _circle(graph):
        found.append(circle)
        graph[circle[0]].discard(circle[1 % len(circle)])
    return tuple(found)


def _circle(graph: Mapping[str, set[str]]) -> tuple[str, ...]:
    """Some circle in which each answers the next, beginning with the least id; empty where there is none."""
    try:
        TopologicalSorter({id: sorted(answered) for id, answered in graph.items()}).prepare()
    except CycleError as error:
        # The sorter lists each before the one that depends on it, and repeats the first at the end.
        found: list[str] = list(reversed(error.args[1][1:]))
        start = found.index(min(found))
        return (*found[start:], *found[:start])
    return ()
