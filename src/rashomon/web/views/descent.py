"""Where the words about an incident come from: who copied whom as trees, and who was quoted by whom on the way."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.model import CopyKind, Descent, Incident, Ledger, Lineage, ReportHeading
from rashomon.web.views.copied import KINDS

DIRECTIONS = {"credited": "by its credit", "dated": "by the dates", "unknown": "which is the source is not known"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A report with those that have its text; `descent` says how it has its own, None for the first of all."""

    report: ReportHeading
    descent: Descent | None
    copies: tuple["Copy", ...]
    told: bool

    @property
    def how(self) -> str:
        """How much of what it has from the one above, and how that is known."""
        if self.descent is None:
            return ""
        credit = f", credits {self.descent.agency}" if self.descent.agency else ""
        kind: CopyKind = self.descent.kind
        known = DIRECTIONS[self.descent.direction]
        return f"{round(100 * self.descent.share)} % of it, {KINDS[kind]}{credit}; {known}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """One story as a tree from its root, and the agency behind it where that is known."""

    origin: str | None
    reports: int
    root: Copy


@dataclass(slots=True)
class Voice:
    """Somebody on the way of words with those who have them from there; `claims` counts what came this way."""

    name: str
    claims: set[str] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)
    heard_by: dict[str, "Voice"] = field(default_factory=dict)

    @property
    def listeners(self) -> tuple["Voice", ...]:
        """Those who have the words from here, whoever has most of them first."""
        return _ordered(self.heard_by.values())

    @property
    def depth(self) -> int:
        """How many steps the longest way from here has."""
        return max((1 + voice.depth for voice in self.heard_by.values()), default=0)


def families_of(incident: Incident, ledger: Ledger) -> tuple[Family, ...]:
    """The stories of which a report of the incident is one; reports that do not tell of it are marked."""
    headings = {heading.id: heading for heading in ledger.reports}
    telling = {role.id for role in incident.reports}
    return tuple(
        _family(family, headings, telling)
        for family in ledger.lineage
        if telling & {*family.reports} and headings.keys() >= {*family.reports}
    )


def _family(family: Lineage, headings: Mapping[str, ReportHeading], telling: set[str]) -> Family:
    below: dict[str, list[Descent]] = defaultdict(list)
    for descent in family.descents:
        below[descent.source].append(descent)
    root, placed = family.root or family.reports[0], set[str]()
    tree = _copy(root, None, below, headings, telling, placed)
    # What no descent leads to is of the story all the same: it hangs from the root without a word on how.
    others = (id for id in family.reports if id not in placed)
    rest = tuple(Copy(report=headings[id], descent=None, copies=(), told=id in telling) for id in others)
    whole = Copy(report=tree.report, descent=None, copies=(*tree.copies, *rest), told=tree.told)
    return Family(origin=family.origin, reports=len(family.reports), root=whole)


def _copy(
    id: str, descent: Descent | None, below: Mapping[str, Sequence[Descent]],
    headings: Mapping[str, ReportHeading], telling: set[str], placed: set[str],
) -> Copy:  # fmt: skip
    placed.add(id)
    found = [one for one in below.get(id, ()) if one.copy not in placed]
    copies = tuple(_copy(one.copy, one, below, headings, telling, placed) for one in found)
    return Copy(report=headings[id], descent=descent, copies=copies, told=id in telling)


def voices_of(incident: Incident) -> tuple[Voice, ...]:
    """Whoever is quoted, with the agencies and outlets through which the words came; the most often quoted first."""
    first: dict[str, Voice] = {}
    for account, path, report in _paths(incident):
        level = first
        for name in reversed(path):
            voice = level.setdefault(name, Voice(name))
            voice.claims.add(account)
            voice.reports.add(report)
            level = voice.heard_by
    return _ordered(voice for voice in first.values() if voice.heard_by)


def _ordered(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    return tuple(sorted(voices, key=lambda voice: (-voice.depth, -len(voice.reports), -len(voice.claims), voice.name)))


def _paths(incident: Incident) -> Iterator[tuple[str, tuple[str, ...], str]]:
    for answered in incident.questions:
        for account in answered.accounts:
            for evidence in account.evidence:
                if len(evidence.path) > 1:
                    yield account.id, evidence.path, evidence.report
