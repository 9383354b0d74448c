"""Hypothesis strategies for values of the model whose spans are real: each stands in the text of a drawn report.

They follow the dataclasses' own types, so a new field is drawn without being named here.
"""

import types
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from rashomon.model import (
    Capture,
    Descent,
    Evidence,
    Excerpt,
    Judgement,
    Ledger,
    Lineage,
    Page,
    Part,
    Reading,
    Report,
    Response,
    ResponseAccount,
    Span,
    TimeInterval,
    sha256_hex,
)

SURROGATE_HALF = "\ud83d"
"""What JSON lines can bring in though no encoding of files can."""

WORDS = st.text(max_size=8)
TEXTS = st.text(
    st.characters() | st.sampled_from("\x00\n\u200f\u0628\u2019\U0001f4a5" + SURROGATE_HALF), min_size=1, max_size=60
)
DAYS = st.dates(date(1998, 1, 1), date(2025, 12, 31))
SHARES = st.floats(0, 1)
BOUNDED = {"weekday": st.integers(0, 6), "confidence": SHARES, "share": SHARES, "likeness": SHARES}


@st.composite
def intervals(draw: st.DrawFn) -> TimeInterval:
    """Intervals with either side open or both, the start never after the end."""
    start = draw(DAYS)
    end = start + timedelta(days=draw(st.integers(0, 400)))
    return TimeInterval(
        start=draw(st.sampled_from((start, None))),
        end=draw(st.sampled_from((end, None))),
        basis=draw(st.sampled_from(("stated", "relative", "inferred", "unknown"))),
        weekday=draw(st.none() | BOUNDED["weekday"]),
        words=draw(st.none() | WORDS),
    )


@st.composite
def captures(draw: st.DrawFn) -> Capture:
    """A report with its bytes; text and bytes are independent, as they are for a PDF."""
    original, text = draw(st.binary(max_size=40)), draw(TEXTS)
    digest = sha256_hex(original)
    bare = Report(id=f"r{digest[:16]}", name="", sha256=digest, text=text, media_type="text/plain", origin="")
    drawn = draw(record(Report, spans(bare), but={"id": bare.id, "sha256": digest, "text": text}))
    return Capture(report=drawn, original=original)


def reports() -> st.SearchStrategy[Report]:
    """Reports, with every field drawn."""
    return captures().map(lambda capture: capture.report)


def spans(report: Report) -> st.SearchStrategy[Span]:
    """Spans of one report."""
    ends = st.lists(st.integers(0, len(report.text)), min_size=2, max_size=2, unique=True).map(sorted)
    return ends.map(lambda pair: report.span(*pair))


def readings(report: Report, reader: str | None = None) -> st.SearchStrategy[Reading]:
    """Readings of one report."""
    but = {"report": report.id} if reader is None else {"report": report.id, "reader": reader}
    return record(Reading, spans(report), but=but)


def judgements() -> st.SearchStrategy[Judgement]:
    """Judgements about anything."""
    return record(Judgement, st.nothing())


def ledgers(among: Sequence[Report]) -> st.SearchStrategy[Ledger]:
    """Ledgers whose evidence stands in some of the reports given."""
    some = st.sampled_from(list(among))
    anchored = {
        Evidence: some.flatmap(lambda report: record(Evidence, spans(report), but={"report": report.id})),
        # The whole text will do: a ledger has many excerpts, and drawing them all takes long.
        Excerpt: some.map(lambda report: Excerpt(report=report.id, span=report.span(0, len(report.text)))),
    }
    return record(Ledger, st.nothing(), evidence=anchored)


def record(
    cls: type, span: st.SearchStrategy[Span], *, but: dict[str, Any] | None = None, evidence: Any = None
) -> st.SearchStrategy[Any]:
    """Values of a dataclass, its spans drawn from `span`; `but` fixes fields."""
    hints, fixed = get_type_hints(cls), but or {}
    drawn = {
        f.name: st.just(fixed[f.name]) if f.name in fixed else _field(f.name, hints[f.name], span, evidence)
        for f in fields(cls)
    }
    return st.builds(cls, **drawn)


def _field(name: str, kind: Any, span: st.SearchStrategy[Span], evidence: Any) -> st.SearchStrategy[Any]:
    if name in BOUNDED:
        return BOUNDED[name]
    return _of(kind, span, evidence)


def _of(kind: Any, span: st.SearchStrategy[Span], evidence: Any) -> st.SearchStrategy[Any]:
    if kind is Span:
        return span
    if kind is TimeInterval:
        return intervals()
    if evidence and kind in evidence:
        return evidence[kind]
    if is_dataclass(kind):
        return record(kind, span, evidence=evidence)  # type: ignore[arg-type]
    origin = get_origin(kind)
    if origin is tuple:
        item = get_args(kind)[0]
        most = 1 if item in (Descent, Page, Lineage, Response, ResponseAccount, Part) else 2
        return st.lists(_of(item, span, evidence), max_size=most).map(tuple)
    if origin is Literal:
        return st.sampled_from(get_args(kind))
    if origin in (Union, types.UnionType):
        return st.none() | _of(next(c for c in get_args(kind) if c is not type(None)), span, evidence)
    return {str: WORDS, int: st.integers(0, 10**6), float: SHARES, bool: st.booleans(), date: DAYS}[kind]
