"""The incidents across reports, kept up as reports come in: new reports are compared with what they may meet, no more.

What is held is a function of the reports, readings, copies and judgements alone; in which order they came, and in how
many steps, does not matter. On a shelf it is kept for the next run, which looks up what its new reports may meet.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import asdict, replace
from typing import Any

from rashomon.link.blocks import BLOCKS, Blocks, Number, Pair, number_of, postings
from rashomon.link.comparison import Comparison
from rashomon.link.likely import likely
from rashomon.link.records import COPIES, OF_REPORT
from rashomon.link.regions import Held, join_anew
from rashomon.link.sightings import lean, sightings
from rashomon.link.state import Dropped, State, conclude, resume, suspend
from rashomon.model import Judgement, Lineage, LinkedIncident, Member, Reading, Report
from rashomon.store.shelf import Drawer, Shelf
from rashomon.vectors import Vectors

NONE: frozenset[str] = frozenset()


class Linker:
    """All sightings so far, the pairs of them that look like one, and the incidents that they make."""

    def __init__(
        self,
        shelf: Shelf | None = None,
        *,
        version: str = "",
        reports: AbstractSet[str] = NONE,
        vectors: Vectors | None = None,
    ) -> None:
        """Go on from what a shelf holds, where the same version kept it there and all its reports are among `reports`."""
        self._shelf = shelf
        self._vectors = vectors
        self._kept = State(version=version) if shelf is None else resume(shelf, version, reports)
        blank = self._kept.blank
        self._held = Held.on(shelf, blank=blank)
        self._of_report = Drawer(OF_REPORT, shelf, blank)
        self._copies = Drawer(COPIES, shelf, blank)
        self._blocks = Blocks(Drawer(BLOCKS, shelf, blank), self._kept.uncompared, self._kept.unsought)
        self._same, self._apart = self._kept.same, self._kept.apart
        self._touched: set[Number] = set()
        # Features see few different things, so that many pairs share one comparison.
        self._seen: dict[Comparison, Comparison] = {}

    @property
    def dropped(self) -> Dropped:
        """What was not compared for being too common."""
        return Dropped(self._blocks.uncompared, self._blocks.unsought)

    def save(self, *others: Drawer[Any, Any]) -> None:
        """Keep everything on the shelf for the next run, `others` with it; nothing is written where nothing has changed."""
        if self._shelf is None:
            return
        drawers = (*others, *self._held.drawers, self._of_report, self._copies, self._blocks.by_key)
        now = replace(self._kept, same=self._same, apart=self._apart, **asdict(self.dropped))
        if now != self._kept or any(drawer.changed for drawer in drawers):
            suspend(self._shelf)
            for drawer in drawers:
                drawer.save()
            conclude(self._shelf, now)
            self._kept = now

    def unknown(self, reports: Iterable[str]) -> list[str]:
        """Those of some reports, by their ids, that have not been taken in."""
        asked = list(reports)
        self._of_report.fetch(asked)
        return [report for report in asked if self._of_report.get(report) is None]

    def add(self, reports: Mapping[str, Report], readings: Sequence[Reading]) -> None:
        """Take in reports with their readings; a report that is known already changes nothing."""
        told = {reading.report: reading for reading in readings}
        fresh = {report: told[report] for report in self.unknown(told)}
        found = {
            number_of(sighting): lean(sighting) for sighting in sightings(reports, list(fresh.values()), self._vectors)
        }
        posted = {number: postings(sighting) for number, sighting in found.items()}
        self._blocks.fetch(posting for keys in posted.values() for posting in keys)
        self._copies.fetch(fresh)
        for report in fresh:
            self._of_report[report] = ()
        displaced: set[Number] = set()
        for number, sighting in found.items():
            self._held.sightings[number] = sighting
            self._held.likely[number] = {}
            self._of_report[sighting.member.report] += (number,)
            displaced.update(self._blocks.add(number, posted[number]))
        self._touched |= found.keys()
        waiting = set(found)
        for number in found:
            waiting.discard(number)
            self._compare(number, self._blocks.partners(number, posted[number]) - waiting)
        self._forsake(displaced)

    def settle(self, lineage: Sequence[Lineage], judgements: Sequence[Judgement]) -> None:
        """Take over which reports are copies of one story, and what persons judged to be the same or not.

        It is quickest before the reports are added.
        """
        now: dict[str, frozenset[str]] = {}
        for group in lineage:
            everyone = frozenset(group.reports)
            now.update((report, now.get(report, NONE) | everyone) for report in group.reports)
        self._copies.all()
        before = dict(self._copies.held)
        for report in sorted(before.keys() | now.keys()):
            changed = now.get(report, NONE) ^ before.get(report, NONE)
            if changed:
                self._copies[report] = now.get(report, NONE)
                self._compare_again(report, changed)
        same, apart = _judged(judgements, "same"), _judged(judgements, "not_same")
        for pair in (same ^ self._same) | (apart ^ self._apart):
            self._touched.update(number for member in pair if (number := self._number(member)) is not None)
        self._same, self._apart = same, apart

    def join(self) -> None:
        """Put together anew what new reports and judgements touched."""
        if self._touched:
            join_anew(self._held, self._touched, self._by_number(self._same), self._by_number(self._apart))
            self._touched.clear()

    def incidents(self) -> tuple[LinkedIncident, ...]:
        """Incidents across reports, ordered by id."""
        self.join()
        found = (joined.incident for joined in self._held.joined.all())
        return tuple(sorted(found, key=lambda incident: incident.id))

    def _by_number(self, pairs: Iterable[Pair]) -> dict[Number, set[Number]]:
        found: dict[Number, set[Number]] = {}
        for pair in pairs:
            one, other = (self._number(member) for member in pair)
            if one is not None and other is not None:
                found.setdefault(one, set()).add(other)
                found.setdefault(other, set()).add(one)
        return found

    def _number(self, member: Member) -> Number | None:
        numbers = self._of_report.get(member.report) or ()
        return next((n for n in numbers if self._held.sightings[n].member == member), None)

    def _compare(self, number: Number, partners: AbstractSet[Number]) -> None:
        """Compare a sighting with some of other reports."""
        known, alike = self._held.sightings, self._held.likely
        known.trim()
        known.fetch((number, *partners))
        alike.fetch(partners)
        one = known[number]
        copies = self._copies.get(one.member.report) or NONE
        for partner in partners:
            other = known[partner]
            if other.member.report == one.member.report:
                continue
            left, right = (one, other) if one.member < other.member else (other, one)
            found = likely(left, right, copies=other.member.report in copies)
            if found is not None:
                self._keep(number, partner, found)
            elif partner in alike[number]:
                self._drop(number, partner)

    def _compare_again(self, report: str, others: AbstractSet[str]) -> None:
        numbers = self._of_report.get(report) or ()
        partners = {n for other in others if other != report for n in self._of_report.get(other) or ()}
        for number in numbers if partners else ():
            met = self._blocks.partners(number, postings(self._held.sightings[number]))
            self._compare(number, partners & met)

    # Of a pair that changes, one side has to be put together anew; the other lies at the border of that region.
    def _keep(self, one: Number, other: Number, comparison: Comparison) -> None:
        likely = self._held.likely
        likely[one][other] = likely[other][one] = self._seen.setdefault(comparison, comparison)
        likely.mark(one, other)
        self._touched.add(one)

    def _drop(self, one: Number, other: Number) -> None:
        likely = self._held.likely
        del likely[one][other], likely[other][one]
        likely.mark(one, other)
        self._touched.add(one)

    def _forsake(self, numbers: Iterable[Number]) -> None:
        """Let go of pairs that met only in a block that has become too full."""
        for number in sorted(numbers):
            partners = self._blocks.partners(number, postings(self._held.sightings[number]))
            for other in sorted(self._held.likely[number].keys() - partners):
                self._drop(number, other)


def _judged(judgements: Sequence[Judgement], decision: str) -> frozenset[Pair]:
    pairs = set()
    for judgement in judgements:
        if judgement.decision == decision and len(judgement.subjects) == 2:
            first, second = sorted(Member(*subject.split("/", 1)) for subject in judgement.subjects)
            pairs.add((first, second))
    return frozenset(pairs)
