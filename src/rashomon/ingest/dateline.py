"""The place, date and agency that open a report: "KABUL, Aug 29 (Reuters) -", "Shafaq News / ", "(CNN)"."""

import re
from dataclasses import dataclass, replace

from rashomon.codebook.outlets import outlet_named
from rashomon.ingest.credits import credited, names_in, outlet_like
from rashomon.ingest.dates import day_of_year, find_date
from rashomon.ingest.gazetteer import is_place, known_place
from rashomon.ingest.page import Clue, Findings, Line, Page
from rashomon.model import FieldName, TimeInterval

LINES_TRIED = 6
REACH = 160
MONTH_DAY = (
    r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}|\d{1,2}\s(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6})"
    r"(?:,?\s(?:19|20)\d\d)?"
)
IN_BRACKETS = re.compile(
    r"(?P<before>[^()\[\]\n]{0,90})[(\[](?P<who>[^()\[\]\n]{2,60})[)\]]\s*(?P<dash>[-\u2013\u2014:._]{1,3})?\s*"
)
IN_SLASHES = re.compile(r"(?P<before>[^/\n]{2,60}?)\s*/(?P<who>[^/\n]{2,30})/\s*[-.:,\u2013\u2014]*\s*")
BEFORE_SLASH = re.compile(
    r"(?:date:?\s+)?(?P<before>[\d][^/\n]{0,24}?\s)?(?P<who>[^\W\d][^/\n]{1,40}?)\s?/\s+", re.IGNORECASE
)
PLACE_AND_DAY = re.compile(rf"(?P<before>[^\d()\[\]:;!?\n]{{2,50}}?,\s*{MONTH_DAY})\s*[.:]\s+", re.IGNORECASE)
BEFORE_DASH = re.compile(
    r"(?P<before>[^()\[\]\u201c\u201d\"\n]{2,90}?)(?P<dash>\s*[\u2014\u2013]\s*|\s*--\s*|\.?\s-\s+|:\s+)"
)
CAPITALISED = re.compile(r"[A-Z][\w.&\u2019'-]*(?:\s+(?:of|the|and|[A-Z][\w.&\u2019'-]*)){0,5}")
TRAILING_DATE = re.compile(rf"(?:^|[,.\s]\s*)(?P<date>{MONTH_DAY})[\s,.\u2013\u2014-]*\Z", re.IGNORECASE)
OPENS_SENTENCE = re.compile(r"[\"'\u201c\u2018(\[]?[A-Z\d\u00c0-\u00de\u0400-\u042f]")
IN_DATELINE = "the dateline that opens the text"


@dataclass(frozen=True, slots=True)
class Opening:
    """A dateline as understood: `[0, end)` of the line is furniture; offsets are in the line."""

    end: int
    place: tuple[int, int] | None = None
    who: tuple[int, int] | None = None
    when: TimeInterval | None = None
    day: tuple[int, int] | None = None


def find_dateline(page: Page, marked: frozenset[int]) -> Findings:
    """What the dateline tells, from the first of the first lines that opens with one; `marked` lines are furniture."""
    tried = [line for index, line in enumerate(page.lines) if index not in marked][:LINES_TRIED]
    for line in tried:
        for reading in (_in_slashes, _in_brackets, _before_slash, _place_and_day, _before_dash):
            opening = reading(page, line)
            if opening is not None:
                return _findings(line, opening)
    return Findings()


def _in_slashes(page: Page, line: Line) -> Opening | None:
    """ "MOSCOW, April 8. /TASS/." """
    match = IN_SLASHES.match(line.text[:REACH])
    if match is None or outlet_named(match["who"]) is None:
        return None
    return _placed(match, match.end(), strict=False)


def _in_brackets(page: Page, line: Line) -> Opening | None:
    """ "BAGHDAD (AFP) -", "WASHINGTON, Aug. 25 (UPI) -", "(CNN)"; a name that is not known needs a place in capitals."""
    match = IN_BRACKETS.match(line.text[:REACH])
    if match is None:
        return None
    known = bool(list(names_in(match["who"])))
    if not match["before"].strip():
        return Opening(match.end(), who=match.span("who")) if known else None
    opening = _placed(match, match.end(), strict=not (known and match["dash"]))
    if opening is None or opening.place is None:
        return opening if known and match["dash"] else None
    place = line.text[slice(*opening.place)]
    dash = (match["dash"] or "").strip(".")
    if known or (dash and outlet_like(match["who"], words_only=not place.isupper())):
        return opening
    # "(Ukraine)" is a place; "(Meridian)" with "© Meridian News Agency" below is named after one.
    if dash and line.prose and known_place(match["who"]) and page.text.count(match["who"]) == 1:
        return replace(opening, who=None)
    # Behind a place in capitals and before a dash stands the outlet or its agency, whatever its name.
    return opening if dash and place.isupper() and CAPITALISED.fullmatch(match["who"]) else None


def _before_slash(page: Page, line: Line) -> Opening | None:
    """ "Shafaq News / ", "date 2023-12-26 Shafaq News/ "."""
    match = BEFORE_SLASH.match(line.text[:REACH])
    if match is None or (outlet_named(match["who"]) is None and not outlet_like(match["who"], words_only=True)):
        return None
    written = find_date(line.text, 0, match.start("who")) if match["before"] else None
    if match["before"] and written is None:
        return None
    day = (written.start, written.end) if written else None
    return Opening(match.end(), who=match.span("who"), when=written.when if written else None, day=day)


def _place_and_day(page: Page, line: Line) -> Opening | None:
    """ "MOSCOW, May 7. ", "Quetta, March 13: "."""
    match = PLACE_AND_DAY.match(line.text[:REACH])
    opening = _placed(match, match.end(), strict=True) if match else None
    return opening if opening and opening.place and opening.day else None


def _before_dash(page: Page, line: Line) -> Opening | None:
    """ "SULAIMANI - ", "KUNDUZ, Afghanistan - September 4, 2009 - ", "August 10, 2018 - ", "KIRKUK: "."""
    match = BEFORE_DASH.match(line.text[:REACH]) if line.prose else None
    if match is None or not OPENS_SENTENCE.match(line.text[match.end() :]):
        return None
    opening = _placed(match, match.end(), strict=True)
    if opening is None:
        return None
    if opening.place and ":" in match["dash"] and not _lone_colon(page, line, match["before"]):
        return None
    if not re.search(r"\s", match["dash"]):
        return None
    again = BEFORE_DASH.match(line.text[match.end() : match.end() + 40])
    written = find_date(line.text, match.end(), match.end() + again.end()) if again else None
    if again and written and written.start == match.end() and opening.when is None:
        return replace(opening, end=match.end() + again.end(), when=written.when, day=(written.start, written.end))
    return opening


def _lone_colon(page: Page, line: Line, before: str) -> bool:
    """A place before a colon: known as one, and no other paragraph opens so (else it is a speaker or a label)."""
    first = line is page.lines[0]
    if known_place(re.split(r"[,/(]", before)[0]) and (before.isupper() or not first):
        return True
    if first:
        return False
    opens = sum(re.match(r"[A-Z][A-Z .'-]{2,40}: ", other.text) is not None for other in page.lines)
    return opens == 1 and next((other for other in page.lines if other.prose), None) is line


def _placed(match: re.Match[str], end: int, *, strict: bool) -> Opening | None:
    """The place and the date before a dash or a bracket; None where what stands there is neither."""
    before, offset = match["before"], match.start("before")
    when, day, cut = None, None, len(before)
    written, trailing = find_date(before), TRAILING_DATE.search(before)
    if written is not None and not before[written.end :].strip(" ,.-\u2013\u2014"):
        when, day, cut = written.when, (written.start, written.end), written.start
    elif trailing is not None and day_of_year(trailing["date"]):
        when, day, cut = TimeInterval(words=trailing["date"]), trailing.span("date"), trailing.start()
    who = match.span("who") if "who" in match.groupdict() else None
    start, stop = _outlet_before_place(before[:cut])
    if start and who is None:
        who = (offset, offset + before.index(","))
    # Markdown sets a dateline in bold.
    while start < stop and before[start] in "*_":
        start += 1
    while start < stop and before[stop - 1] in "*_":
        stop -= 1
    place = before[start:stop]
    day = (day[0] + offset, day[1] + offset) if day else None
    if not place:
        return Opening(end, who=who, when=when, day=day) if day and when and when.words == before.strip(" ,.") else None
    shouting = match.string[match.end() :].isupper()
    if not is_place(place, strict=strict, capitals_tell=not shouting):
        return None
    return Opening(end, place=(offset + start, offset + stop), who=who, when=when, day=day)


def _outlet_before_place(words: str) -> tuple[int, int]:
    """Where the place stands in "DMG Newsroom, Kanbalu" or "KABUL."."""
    stop = len(words.rstrip(" ,-\u2013\u2014"))
    if not re.search(r"\b\w\.\w\.\Z|,\s?[A-Z][a-z]{1,4}\.\Z", words[:stop]):
        stop = len(words[:stop].rstrip(" ,."))
    first, comma, _ = words[:stop].partition(",")
    start = len(first) + 1 if comma and outlet_named(first) else 0
    return start + len(words[start:stop]) - len(words[start:stop].lstrip()), stop


def _findings(line: Line, opening: Opening) -> Findings:
    clues: list[Clue] = []
    fields: tuple[tuple[FieldName, tuple[int, int] | None], ...] = (
        ("dateline", opening.place),
        ("published", opening.day),
    )
    for field, span in fields:
        if span is not None:
            words, start = line.text[slice(*span)], line.start + span[0]
            when = opening.when if field == "published" else None
            clues.append(
                Clue(field=field, value=words, basis=IN_DATELINE, start=start, end=start + len(words), when=when)
            )
    if opening.who:
        start, end = opening.who
        clues.extend(credited(line.text[start:end], line.start + start, IN_DATELINE))
    return Findings(tuple(clues), ((line.start, line.start + opening.end),))
