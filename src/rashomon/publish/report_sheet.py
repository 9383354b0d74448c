"""One report as a file to take out: how it came, who says what in it, and its text."""

from collections.abc import Iterator

from rashomon.model import Attribution, Claimant, Figure, Reading, Report, Spans
from rashomon.publish.sheet import Cell, Sheet
from rashomon.publish.words import claimant_words, dated_words, figure_words

COLUMNS = (
    "kind", "claimant", "actor", "role", "stance", "speech", "outcome", "value", "low", "high", "who", "words",
    "relayed_by", "confidence", "start", "end", "read_by", "id",
)  # fmt: skip
SHOWN = ("claimant", "role", "stance", "outcome", "value", "words")
SEPARATOR = " | "


def report_sheet(report: Report, reading: Reading | None) -> Sheet:
    """A report with a row for each claim and each figure that was read in it; without a reading, it has none.

    `start` and `end` count code points of the text, from the first piece to the end of the last.
    """
    rows: list[tuple[Cell, ...]] = []
    if reading is not None:
        rows += [_claim(one) for one in reading.attributions]
        rows += [_figure(one) for one in reading.figures]
        rows.sort(key=lambda row: (row[COLUMNS.index("start")], row[COLUMNS.index("kind")]))
    title = report.title or report.name
    facts = tuple(_facts(report))
    return Sheet(title=title, facts=facts, columns=COLUMNS, rows=tuple(rows), text=report.text, shown=SHOWN)


def _facts(report: Report) -> Iterator[tuple[str, str]]:
    told = (
        ("Outlet", report.outlet),
        ("Published", dated_words(report.published)),
        ("Name", report.name),
        ("Address", report.url),
        ("Byline", report.byline),
        ("Dateline", report.dateline),
        ("Credited to", report.agency),
        ("Language", report.language if report.readable else f"{report.language or 'unknown'}, not read"),
        ("SHA-256", report.sha256),
        ("Id", report.id),
    )
    yield from ((name, value) for name, value in told if value)


def _claim(one: Attribution) -> tuple[Cell, ...]:
    said = SEPARATOR.join(span.text for span in one.content)
    return (
        "claim", *_speaker(one.claimant), one.stance, one.speech, None, None, None, None, None, said,
        SEPARATOR.join(one.relayed_by), one.confidence, *_ends(one.content), one.rule, one.id,
    )  # fmt: skip


def _figure(one: Figure) -> tuple[Cell, ...]:
    return (
        "figure", *_speaker(one.claimant), None, None, one.outcome, figure_words(one.low, one.high, one.hedge),
        one.low, one.high, one.who, one.span.text, None, None, one.span.start, one.span.end, None, one.id,
    )  # fmt: skip


def _speaker(claimant: Claimant | None) -> tuple[Cell, Cell, Cell]:
    if claimant is None:
        return claimant_words(None), None, None
    return claimant.name, claimant.actor, claimant.role


def _ends(spans: Spans) -> tuple[int, int]:
    return min(span.start for span in spans), max(span.end for span in spans)
