"""What a report says against one incident's being the answer to another."""

from collections.abc import Iterator, Sequence

from rashomon.codebook.ties import Cue, load_ties
from rashomon.model import ReportedIncident
from rashomon.reconcile.answers import Told
from rashomon.reconcile.ties import Saying, fits, is_denied, is_next, make_answer, near, stretch_of


def denied_cues(told: Told) -> tuple[Cue, ...]:
    """The words of answering in a report that are negated or stand in a denial, and those that tell two incidents apart."""
    words, report = load_ties(), told.report
    found = [cue for cue in words.cues(report.text) if cue.stated and cue.form != "alone" and is_denied(told, cue)]
    apart = [Cue(m.start(), m.end(), "apart", True) for m in words.unrelated.finditer(report.text)]
    return tuple(sorted((*found, *apart), key=lambda cue: cue.start))


def denials(told: Told, other: ReportedIncident, cues: Sequence[Cue]) -> Iterator[Saying]:
    """Of some words of denial those that say of an incident that it does not answer another."""
    for cue in cues:
        for two in near(told, other, back=1):
            stretch = stretch_of(told, *two)
            inside = stretch.start <= cue.start and cue.end <= stretch.end
            if inside and fits(cue, *two) and (cue.form == "apart" or is_next(told, cue, two, stretch)):
                span = told.report.span(cue.start, cue.end)
                yield Saying(make_answer(told, span, "stated", None), denied=True)
                break
