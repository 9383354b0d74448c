"""The ledger of the samples, held against what a careful reader finds in them."""

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from rashomon.config import Config
from rashomon.model import Ledger, Reading, Report, Skipped
from rashomon.pipeline import build_ledger, read_inputs
from tests.samples.expected import REPORTS, expected
from tests.samples.scoring import figure_f1, finding_of, incident_of, main_b_cubed

EXPECTED = expected()
WHOLE_FINDINGS = [row for row in EXPECTED["findings"] if "part" not in row]


@dataclass(frozen=True)
class Run:
    """One reading of all samples, by the names of the reports."""

    reports: Mapping[str, Report]
    readings: Mapping[str, Reading]
    skipped: tuple[Skipped, ...]
    ledger: Ledger


@pytest.fixture(scope="module")
def samples() -> Run:
    items = list(read_inputs([str(REPORTS)], Config()))
    pairs = [item for item in items if not isinstance(item, Skipped)]
    ledger = build_ledger({report.id: report for report, _ in pairs}, [reading for _, reading in pairs])
    return Run(
        {report.name: report for report, _ in pairs},
        {report.name: reading for report, reading in pairs},
        tuple(item for item in items if isinstance(item, Skipped)),
        ledger,
    )


def test_every_sample_is_ingested(samples: Run) -> None:
    assert set(samples.reports) == set(EXPECTED["reports"])
    assert [(skipped.kept, "'ar'" in skipped.reason) for skipped in samples.skipped] == [(True, True)]


def test_figures_are_found(samples: Run) -> None:
    assert figure_f1(EXPECTED, samples.readings) >= 0.85


def test_reports_of_one_incident_come_together(samples: Run) -> None:
    assert main_b_cubed(EXPECTED, samples.ledger) >= 0.9


def test_findings_are_those_of_a_careful_reader(samples: Run) -> None:
    met = [
        row
        for row in WHOLE_FINDINGS
        if finding_of(incident_of(row["incident"], EXPECTED, samples.ledger), row["question"]) == row["finding"]
    ]
    assert len(met) / len(WHOLE_FINDINGS) >= 0.75


@pytest.mark.parametrize(
    ("incident", "question"),
    [("2024-02-02-anbar", "notified"), ("2024-01-04-baghdad", "killed"), ("2021-08-29-kabul", "killed")],
)
def test_the_disputes_that_the_samples_were_written_for_are_contradictions(
    samples: Run, incident: str, question: str
) -> None:
    assert finding_of(incident_of(incident, EXPECTED, samples.ledger), question) == "contradicts"


def test_one_spokesman_holds_two_offices(samples: Run) -> None:
    roles = {
        name: {
            a.claimant.role for a in samples.readings[name].attributions if a.claimant and "Kirby" in a.claimant.name
        }
        for name in ("kabul-juniper-post", "anbar-harbour-ledger")
    }
    assert any("Pentagon" in (role or "") for role in roles["kabul-juniper-post"])
    assert any(
        "White House" in (role or "") or "National Security" in (role or "") for role in roles["anbar-harbour-ledger"]
    )
    assert not roles["kabul-juniper-post"] & roles["anbar-harbour-ledger"]


def test_the_copied_agency_text_is_one_origin(samples: Run) -> None:
    names = {report.id: name for name, report in samples.reports.items()}
    groups = [{names[identity] for identity in lineage.reports} for lineage in samples.ledger.lineage]
    assert [group for group in groups if len(group) > 1] == [{"baghdad-meridian", "baghdad-northgate-post"}]


def test_the_arabic_report_is_kept_and_not_read(samples: Run) -> None:
    report, reading = samples.reports["anbar-wadi-voice-ar"], samples.readings["anbar-wadi-voice-ar"]
    assert (report.language, report.readable, reading.attributions) == ("ar", False, ())
    assert [skipped.kept for skipped in reading.skipped] == [True]


@pytest.mark.parametrize("name", [name for name, row in EXPECTED["reports"].items() if row["published"] is None])
def test_no_publication_date_is_invented(samples: Run, name: str) -> None:
    published = samples.reports[name].published
    assert (published.start, published.end) == (None, None)


# The Arabic report states its date in words of a language that is not read.
@pytest.mark.parametrize(
    "name", [n for n, row in EXPECTED["reports"].items() if row["published_stated"] and not n.endswith("-ar")]
)
def test_stated_publication_dates_are_found(samples: Run, name: str) -> None:
    published = samples.reports[name].published
    assert published.start is not None and str(published.start)[:10] == EXPECTED["reports"][name]["published"]


def test_furniture_and_the_note_are_not_read(samples: Run) -> None:
    for name, report in samples.reports.items():
        marked = "\n".join(span.text for span in report.furniture)
        read = "\n".join(span.text for a in samples.readings[name].attributions for span in (*a.source, *a.content))
        assert "Rashomon project" not in read
        for line in ("Related Posts", "Previous Article", "Publication: 4 hours ago"):
            assert line not in report.text or line in marked
