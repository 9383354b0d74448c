"""Reported incidents as their reports tell them, each made where it is first asked for."""

from collections.abc import Iterable, Mapping

from rashomon.model import Member, Reading, Report
from rashomon.reconcile.answers import Told


class Tells:
    """What each member of an incident is told as; nothing of it is what a judgement in force rejects by its id."""

    def __init__(
        self, reports: Mapping[str, Report], readings: Mapping[str, Reading], rejected: frozenset[str] = frozenset()
    ) -> None:
        self._reports = reports
        self._readings = readings
        self._rejected = rejected
        self._known: dict[Member, Told] = {}
        self._spoken: dict[str, dict[str, frozenset[str]]] = {}

    def of(self, member: Member) -> Told:
        """One reported incident with its report and reading."""
        known = self._known.get(member)
        if known is None:
            reading = self._readings[member.report]
            known = self._known[member] = Told(
                report=self._reports[member.report],
                reading=reading,
                incident=next(one for one in reading.incidents if one.id == member.incident),
                rejected=self._rejected,
                spoken=self._spoken.setdefault(member.report, {}),
            )
        return known

    def all(self, members: Iterable[Member]) -> tuple[Told, ...]:
        """Some of them, in their order."""
        return tuple(map(self.of, members))
