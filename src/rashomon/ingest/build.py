"""From a draft to a report: fields chosen from the clues in the order of their trust, every clue kept as found."""

from collections.abc import Iterable

from rashomon.codebook.outlets import outlet_of
from rashomon.ingest.dates import day_of_year, find_date, in_year
from rashomon.ingest.draft import Draft
from rashomon.ingest.headings import read_headings
from rashomon.ingest.language import language_of
from rashomon.ingest.page import Clue
from rashomon.model import UNKNOWN_TIME, FieldName, Found, Report, TimeInterval, sha256_hex


def build_report(draft: Draft, data: bytes, *, name: str, origin: str, languages: tuple[str, ...]) -> Report:
    """The report of a draft; what its container states goes before what its text tells.

    `data` are the original bytes, which make the id; `languages` are those that can be read.
    """
    headings = read_headings(draft.text)
    clues = (*draft.clues, *headings.clues)
    clues += tuple(_from_address(clues))
    language, basis = language_of(draft.text)
    if language is not None:
        clues += (Clue(field="language", value=language, basis=basis),)
    digest = sha256_hex(data)
    bare = Report(
        id=f"r{digest[:16]}", name=name, sha256=digest, text=draft.text, media_type=draft.media_type, origin=origin
    )
    first = {clue.field: clue.value for clue in reversed(clues)}
    return Report(
        id=bare.id, name=name, sha256=digest, text=draft.text, media_type=draft.media_type, origin=origin,
        title=first.get("title"), outlet=first.get("outlet"), byline=first.get("byline"), dateline=first.get("dateline"),
        agency=first.get("agency"), url=first.get("url"), language=language,
        readable=language is None or language in languages,
        published=_published(clues), modified=_time("modified", clues),
        furniture=tuple(bare.span(start, end) for start, end in headings.marks),
        found=tuple(_found(bare, clue) for clue in clues),
        offset_map=draft.offset_map,
    )  # fmt: skip


def _from_address(clues: Iterable[Clue]) -> Iterable[Clue]:
    """What the web address tells: the outlet by its host, the day where the path holds one."""
    clues = list(clues)
    for clue in [clue for clue in clues if clue.field == "url"][:1]:
        outlet = outlet_of(clue.value)
        if outlet is not None:
            yield Clue(field="outlet", value=outlet.name, basis=f"the host of the address {clue.value}")
        written = find_date(clue.value)
        if written is not None and written.when.days == 1:
            yield Clue(
                field="published", value=written.when.words or "", basis="the date in the address", when=written.when
            )


def _found(report: Report, clue: Clue) -> Found:
    span = report.span(clue.start, clue.end) if clue.start < clue.end else None
    if span is None and clue.field == "title":
        at = report.text.find(clue.value, 0, 2000 + len(clue.value))
        span = report.span(at, at + len(clue.value)) if at >= 0 else None
    return Found(field=clue.field, value=clue.value, basis=clue.basis, span=span)


def _time(field: FieldName, clues: Iterable[Clue]) -> TimeInterval:
    """The first time that is known to the day or, without one, the narrowest."""
    times = [clue.when for clue in clues if clue.field == field and clue.when is not None]
    known = [time for time in times if time.known]
    if known:
        return min(known, key=lambda time: time.days or 0)
    return times[0] if times else UNKNOWN_TIME


def _published(clues: Iterable[Clue]) -> TimeInterval:
    """The date of publication; a dateline's day and a copyright's year make one together."""
    clues = list(clues)
    best = _time("published", clues)
    dayless = [clue.when.words for clue in clues if clue.field == "published" and clue.when and not clue.when.known]
    if best.known and (best.days or 0) > 1 and dayless and dayless[0]:
        day = day_of_year(dayless[0])
        exact = in_year(best, *day) if day else None
        if exact is not None and best.meets(TimeInterval(start=exact, end=exact)):
            return TimeInterval(start=exact, end=exact, basis="stated", words=f"{dayless[0]}, {best.words}")
    return best
