"""Where a piece of evidence comes from first: what counts as one origin of a claim."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from rashomon.model import Descent, Excerpt, Lineage, Linked, Report, Span, content_id
from rashomon.reconcile.answers import Answer


class Origins:
    """The trees that evidence hangs on: families of copies, borrowed passages, versions of a page, agencies."""

    def __init__(self, reports: Mapping[str, Report], linked: Linked) -> None:
        self._reports = reports
        self._families: dict[str, list[Lineage]] = defaultdict(list)
        self._borrowed: dict[str, list[Descent]] = defaultdict(list)
        self._known: dict[tuple[str, int, int, str], frozenset[str]] = {}
        self._trails: dict[tuple[str, ...], str] = {}
        self._pages = {report: page.reports[0] for page in linked.pages for report in page.reports}
        for family in linked.lineage:
            for report in family.reports:
                self._families[report].append(family)
        for descent in linked.borrowed:
            self._borrowed[descent.copy].append(descent)

    def count(self, answers: Iterable[Answer]) -> int:
        """How many origins answers have: two are one where a text, a page or an agency stands behind both."""
        return joined(self.behind(answers))

    def behind(self, answers: Iterable[Answer]) -> frozenset[frozenset[str]]:
        """What stands behind some answers, each once."""
        return frozenset(self.keys(answer) for answer in answers)

    def trail(self, report: str) -> str:
        """A hash of all that is looked up for the words of a report, empty where there is nothing to look up."""
        found: list[str] = []
        seen: set[str] = set()
        ahead = [report]
        while ahead:
            one = ahead.pop()
            if one not in seen:
                seen.add(one)
                found += [self._pages[one]] if one in self._pages else []
                found += map(self._family_trail, self._families.get(one, ()))
                borrowed = self._borrowed.get(one, ())
                found += [_trail_of(borrowed)] if borrowed else []
                ahead += [passage.source.report for descent in borrowed for passage in descent.passages]
        return content_id("", *found) if found else ""

    def _family_trail(self, family: Lineage) -> str:
        known = self._trails.get(family.reports)
        if known is None:
            known = self._trails[family.reports] = _trail_of(family.descents, family.origin, *family.reports)
        return known

    def keys(self, answer: Answer) -> frozenset[str]:
        """What stands behind one answer: the family of copies, the agency, else the page or the report itself."""
        span, relay = answer.evidence.span, answer.relayed_by[0] if answer.relayed_by else ""
        # One passage answers several questions, and is looked up for each.
        known = self._known.get((answer.evidence.report, span.start, span.end, relay))
        if known is None:
            known = self._known[answer.evidence.report, span.start, span.end, relay] = self._keys(answer)
        return known

    def _keys(self, answer: Answer) -> frozenset[str]:
        place = self._followed(Excerpt(report=answer.evidence.report, span=answer.evidence.span))
        family, report = self._family(place), self._reports[place.report]
        agencies = {answer.relayed_by[0] if answer.relayed_by else report.agency, family.origin if family else None}
        known = {f"agency:{agency.lower()}" for agency in agencies if agency}
        if family is not None:
            known.add(f"copies:{' '.join(family.reports)}")
        return frozenset(known) or frozenset({f"report:{self._pages.get(report.id, report.id)}"})

    def _followed(self, place: Excerpt) -> Excerpt:
        """Where words stand in the report that they were taken from; a source of a source is followed too."""
        seen = {place.report}
        while (source := self._source(place)) is not None and source.report not in seen:
            seen.add(source.report)
            place = source
        return place

    def _source(self, place: Excerpt) -> Excerpt | None:
        for descent in self._borrowed[place.report]:
            for passage in descent.passages:
                if _within(place.span, passage.copy.span):
                    return passage.source
        return None

    def _family(self, place: Excerpt) -> Lineage | None:
        """The family of the report; of several, the one whose shared passages hold the words."""
        held = self._families[place.report]
        return next((family for family in held if _shares(family, place)), held[0] if held else None)


def joined(origins: Iterable[frozenset[str]]) -> int:
    """How many are left of some origins where those that share anything are one."""
    return len(set(groups(origins).values()))


def groups(origins: Iterable[frozenset[str]]) -> Mapping[str, str]:
    """The keys of some origins, each led to one key of its group; origins that share a key are of one group."""
    above: dict[str, str] = {}

    def top(key: str) -> str:
        while (higher := above.setdefault(key, key)) != key:
            above[key] = key = above[higher]
        return key

    for origin in origins:
        first, *rest = sorted(origin)
        for key in (first, *rest):
            above[top(key)] = top(first)
    return {key: top(key) for key in list(above)}


def _shares(family: Lineage, place: Excerpt) -> bool:
    return any(
        place.report == excerpt.report and _within(place.span, excerpt.span)
        for descent in family.descents
        for passage in descent.passages
        for excerpt in (passage.copy, passage.source)
    )


def _trail_of(descents: Iterable[Descent], *parts: str | None) -> str:
    """A hash of where passages stand, and of some ids."""
    excerpts = (place for d in descents for passage in d.passages for place in (passage.copy, passage.source))
    places = (f"{place.report} {place.span.start} {place.span.end}" for place in excerpts)
    return content_id("", *parts, *places)


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
