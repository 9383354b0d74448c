"""Cutting a report into paragraphs, sentences, tokens and quotations."""

import re

from rashomon.model import Report
from rashomon.read.document import Document, Quotation, Sentence, Token, lowered

TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S.
    r"|[^\W\d_]+(?:['\u2019\-\u2010\u2011][^\W_]+)*"
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?\b"
    r"|\w+"
    r"|--+|\.{2,}|[^\w\s]"
)
ABBREVIATIONS = frozenset(
    "mr mrs ms dr gen lt col maj capt sgt cpl brig adm cmdr sen rep gov prof rev hon st no vs inc ltd co corp jr sr "
    "jan feb mar apr jun jul aug sep sept oct nov dec approx dept est govt u.s u.k u.n e.u a.m p.m i.e e.g ph.d d.c".split()
)
SENTENCE_END = re.compile(r"[.!?\u2026]+[\"\u201d\u2019'\u00bb)\]]*(?=\s|$)|[.!?][\"\u201d](?=[A-Z\u201c])")
MARK = re.compile(r"''|``|[\"\u201c\u201d\u00ab\u00bb\u201e\u2018\u2019']")
CLOSERS, SINGLE, DOUBLED = ("\u201d", "\u00bb"), ("\u2018", "'"), ("''", "``")
LONGEST_SINGLE, SHORT_SINGLE = 600, 90
"""Characters between single marks: with a stop before the closing one, and without (it could be an apostrophe)."""
LONGEST_WORD, LONGEST_PARENTHESIS = 40, 2_000
"""Characters before a full stop that are looked at for an abbreviation and for an open parenthesis."""
SHORT_TITLE = 160
"""A first line of at most this many characters that does not end like a sentence is read as a headline."""


def segment(report: Report) -> Document:
    """Cut a report into a `Document`; furniture is left out."""
    text = report.text
    paragraphs = _paragraphs(report)
    sentences: list[Sentence] = []
    for number, (start, end) in enumerate(paragraphs):
        headline = number < 2 and _is_headline(text, start, end, later=paragraphs[number + 1 :])
        for left, right in _sentence_bounds(text, start, end):
            found = TOKEN.finditer(text, left, right)
            tokens = tuple([Token(m.start(), m.end(), word := m[0], lowered(word)) for m in found])
            if tokens:
                sentences.append(Sentence(left, right, len(sentences), number, headline, tokens))
    quotations = _quotations(text, paragraphs)
    return Document(report, tuple(paragraphs), tuple(sentences), tuple(quotations))


def _paragraphs(report: Report) -> list[tuple[int, int]]:
    """Lines with something in them, less the furniture."""
    found = []
    for match in re.finditer(r"[^\n\r\u2028\u2029]+", report.text):
        pieces = [(match.start(), match.end())]
        for furniture in report.furniture:
            pieces = [part for piece in pieces for part in _without(piece, (furniture.start, furniture.end))]
        for start, end in pieces:
            span = report.trimmed(start, end) if start < end else None
            if span is not None:
                found.append((span.start, span.end))
    return found


def _without(piece: tuple[int, int], hole: tuple[int, int]) -> list[tuple[int, int]]:
    (start, end), (left, right) = piece, hole
    if right <= start or end <= left:
        return [piece]
    return [part for part in ((start, left), (right, end)) if part[0] < part[1]]


def _is_headline(text: str, start: int, end: int, *, later: list[tuple[int, int]]) -> bool:
    line = text[start:end]
    return end - start <= SHORT_TITLE and not line.endswith((".", "\u201d", '"')) and bool(later)


def _sentence_bounds(text: str, start: int, end: int) -> list[tuple[int, int]]:
    bounds, left = [], start
    for match in SENTENCE_END.finditer(text, start, end):
        if match.end() < end and not _ends_sentence(text, match, left, end):
            continue
        bounds.append((left, match.end()))
        left = match.end()
        while left < end and text[left].isspace():
            left += 1
    if left < end:
        bounds.append((left, end))
    return bounds


def _ends_sentence(text: str, match: re.Match[str], left: int, end: int) -> bool:
    rest = text[match.end() : end].lstrip()
    if not rest:
        return True
    if not (
        rest[0].isupper()
        or rest[0].isdigit()
        or rest[0] in "\"'\u201c\u2018\u00ab([-\u2013\u2014"
        or not rest[0].isascii()
    ):
        return False
    if match.group() == ".":
        word = re.search(r"[\w.-]+$", text[max(left, match.start() - LONGEST_WORD) : match.start()])
        if word and (word.group().lower() in ABBREVIATIONS or re.fullmatch(r"[A-Z]", word.group())):
            return word.group().lower() in ("u.s", "u.k", "u.n", "a.m", "p.m", "e.u") and _starts_anew(rest)
    return not _inside_quotation(text, match, left)


def _starts_anew(rest: str) -> bool:
    """Whether what follows "U.S." begins a sentence: a word that only sentences begin with."""
    return (
        re.match(r"(?:The|A|An|In|On|It|He|She|They|But|And|However|According|Meanwhile|This|That)\b", rest) is not None
    )


def _inside_quotation(text: str, match: re.Match[str], left: int) -> bool:
    """A full stop inside a short parenthesis does not end the sentence around it."""
    before = text[max(left, match.end() - LONGEST_PARENTHESIS) : match.end()]
    return before.count("(") > before.count(")") and ")" in text[match.end() : match.end() + 80]


def _quotations(text: str, paragraphs: list[tuple[int, int]]) -> list[Quotation]:
    """Quotations by paragraph; one left open is carried on where the next paragraph opens with a mark."""
    found = []
    for position, (start, end) in enumerate(paragraphs):
        opened: int | None = None
        for match in MARK.finditer(text, start, end):
            if opened is None and _opens(text, match, end):
                opened = match.start()
            elif opened is not None and _closes(text, match, opened):
                found.append(Quotation(opened, match.end(), True))
                opened = None
        if opened is not None and _carried_on(text, paragraphs[position + 1 : position + 2]):
            found.append(Quotation(opened, end, False))
        elif opened is not None and end - opened > 1:
            found.append(Quotation(opened, end, True))
    return found


def _opens(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a mark opens a quotation; a single one must also be closed soon, or it is an apostrophe."""
    mark = match.group()
    if mark in CLOSERS or mark == "\u2019":
        return False
    if mark not in SINGLE:
        return True
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if (before and not before.isspace() and before not in "([\u2014\u2013-") or not after.strip() or after.isdigit():
        return False
    near = min(end, match.end() + LONGEST_SINGLE)
    return any(_closes(text, later, match.start()) for later in MARK.finditer(text, match.end(), near))


def _closes(text: str, match: re.Match[str], opened: int) -> bool:
    """Whether a mark closes the quotation opened there: of the same kind, and no apostrophe."""
    mark, opener = match.group(), text[opened]
    if opener == "\u201e":
        return mark in ("\u201c", "\u201d")
    if text.startswith(DOUBLED, opened):
        return mark in DOUBLED
    if opener not in SINGLE:
        return mark in CLOSERS or mark == '"'
    if mark not in (("\u2019",) if opener == "\u2018" else ("'",)):
        return False
    before, after = text[match.start() - 1], text[match.end() : match.end() + 1]
    if after.isalnum() or before.isspace() or match.start() - opened > LONGEST_SINGLE:
        return False
    return before in ".,?!" or (before != "s" and match.start() - opened < SHORT_SINGLE)


def _carried_on(text: str, following: list[tuple[int, int]]) -> bool:
    return any(text.startswith(('"', "\u201c", "\u00ab", "''", "``"), start) for start, _ in following)
