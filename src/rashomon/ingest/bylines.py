"""Finding the lines that credit a report, date it or claim its copyright, above and below its prose."""

import re
from dataclasses import replace

from rashomon.codebook.furniture import furniture
from rashomon.codebook.outlets import outlet_named
from rashomon.ingest.credits import Credit, credited, names_in, outlet_field, read_credit
from rashomon.ingest.dates import whole_year
from rashomon.ingest.page import SENTENCE_LINE, Clue, Findings, Line, Page

LONGEST_CREDIT = 160
COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))[\s©]{0,3}(?:\(c\)\s)?(?P<year>(?:19|20)\d\d)?(?:\s?[-\u2013]\s?(?P<last>(?:19|20)\d\d))?[,\s]{0,3}(?:by\s)?"
    r"(?P<holder>[^.,|\n\d]{2,60}?)?(?:[,\s]{1,2}(?P<after>(?:19|20)\d\d))?(?:[.,|]|\s?all rights|\Z)",
    re.IGNORECASE,
)
CREDIT_AT_END = re.compile(
    r"(?<=[a-z\d%)\]\"\u201d\u2019][.!?\"\u201d\u2019])\s+(?P<mark>[-\u2013\u2014]{1,2}\s?|[(\[])?(?P<who>[A-Z][^.()\[\]\n]{1,40}?)[)\]]?\.?\Z"
)
DATED = re.compile(
    r"\W{0,3}(?:first |last )?(?:posted|published|updated?|modified)\b|(?=\D{0,30}\d)[\w ,./-]{6,40}\Z", re.IGNORECASE
)
"""What is looked at in the middle of a text: lines that say that they date it, and lines that are little but a date."""
REACH_AT_END = 80
LAST_LINES = 4
IN_CREDIT, IN_COPYRIGHT, AT_END = "a credit line", "the copyright line", "the credit at the end of the text"


def find_bylines(page: Page) -> Findings:
    """Byline, agency, outlet and dates of the credit lines; a copyright line gives at most a year."""
    findings = _credit_lines(page)
    for line in page.lines[-LAST_LINES:]:
        findings += _copyright(line) + _credit_at_end(line)
    return findings


def _credit_lines(page: Page) -> Findings:
    outer = {*page.head, *page.tail}
    credits: dict[int, Credit] = {}
    for index, line in enumerate(page.lines):
        if len(line.text) > LONGEST_CREDIT or line.prose:
            continue
        credit = read_credit(line.text) if index in outer or DATED.match(line.text) else None
        if credit is not None and (credit.dates or not page.shouting):
            credits[index] = credit
    kept = {index: credit for index, credit in credits.items() if _stands(index, credit, credits)}
    found = [_findings(page.lines[index], kept[index]) for index in _without_timeline(page, kept)]
    return Findings(
        tuple(clue for findings in found for clue in findings.clues),
        tuple(mark for findings in found for mark in findings.marks),
    )


def _stands(index: int, credit: Credit, credits: dict[int, Credit]) -> bool:
    """A bare name is a byline only beside a line that is a credit by itself, and never as the first line."""
    if credit.strong:
        return index > 0 or bool(credit.label or credit.dates)
    beside = [credits[near] for near in (index - 1, index + 1) if near in credits]
    return index > 0 and len(credit.people) <= 3 and any(other.strong for other in beside)


def _without_timeline(page: Page, credits: dict[int, Credit]) -> list[int]:
    """Several lines that are nothing but different dates date the events of a chronicle, not the report."""
    bare = {
        index
        for index, credit in credits.items()
        if credit.dates and not (credit.label or credit.outlets or credit.people or credit.desks)
    }
    days = {credits[index].dates[0][0].when.start for index in bare}
    outer = {*page.head, *page.tail}
    return [index for index in credits if index not in bare or (len(days) == 1 and index in outer)]


def _findings(line: Line, credit: Credit) -> Findings:
    clues = []
    for written, changed in credit.dates:
        start = line.start + written.start
        words = line.text[written.start : written.end]
        clues.append(
            Clue(
                field="modified" if changed else "published",
                value=words,
                basis=f"the line {_short(line.text)}",
                start=start,
                end=start + len(words),
                when=written.when,
            )
        )
    names = [name for name in (*credit.people, *credit.desks) if name.lower() != "agencies"]
    if names and (credit.label == "by" or not credit.label):
        clues.append(_located(Clue(field="byline", value=", ".join(names), basis=IN_CREDIT), line))
    for outlet in credit.outlets:
        clues.append(_located(Clue(field=outlet_field(outlet), value=outlet.name, basis=IN_CREDIT), line))
    return Findings(tuple(clues), ((line.start, line.end),))


def _located(clue: Clue, line: Line) -> Clue:
    """The clue with the place of its words in the line; the whole line where they stand there otherwise."""
    at = line.text.find(clue.value)
    if at < 0:
        return replace(clue, start=line.start, end=line.end)
    return replace(clue, start=line.start + at, end=line.start + at + len(clue.value))


def _copyright(line: Line) -> Findings:
    """An agency's copyright credits it and bounds the date to a year; a site's own says nothing about the report."""
    match = COPYRIGHT.match(line.text[:LONGEST_CREDIT]) if len(line.text) <= LONGEST_CREDIT else None
    holder = outlet_named(match["holder"] or "") if match else None
    if match is None or not (match["year"] or match["after"] or holder or line.text.startswith("©")):
        return Findings()
    clues: list[Clue] = []
    if holder is not None:
        start, end = (line.start + offset for offset in match.span("holder"))
        clues.append(Clue(field=outlet_field(holder), value=holder.name, basis=IN_COPYRIGHT, start=start, end=end))
    year = match["last"] or match["year"] or match["after"]
    if holder is not None and holder.agency and year and match["year"] in (None, year):
        when, basis = whole_year(int(year), line.text[: match.end()].strip()), f"{IN_COPYRIGHT} (a year at most)"
        clues.append(Clue(field="published", value=year, basis=basis, start=line.start, end=line.end, when=when))
    return Findings(tuple(clues), ((line.start, line.end),))


def _credit_at_end(line: Line) -> Findings:
    """ "... in neighbouring countries. - AFP", "... he said. (Reuters)"; without a mark only an agency is one."""
    offset = max(0, len(line.text) - REACH_AT_END)
    match = CREDIT_AT_END.search(line.text, offset) if len(line.text) >= SENTENCE_LINE else None
    outlets = list(names_in(match["who"])) if match else []
    if match is None or furniture().opening.match(line.text):
        return Findings()  # the credit of a picture is not that of the text
    if not outlets or not (match["mark"] or all(outlet.agency for outlet in outlets)):
        return Findings()
    clues = credited(match["who"], line.start + match.start("who"), AT_END)
    return Findings(tuple(clues), ((line.start + match.end() - len(match.group().lstrip()), line.end),))


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:57]}...")
