"""Small ledgers out of one-sentence stories with planted incidents, for tests of what ties them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from rashomon.link import link
from rashomon.model import Attribution, Incident, Ledger, Reading, Report
from rashomon.reconcile import reconcile
from tests.builders import make_attribution, make_incident, make_mention, make_report

Told = tuple[Report, Reading]


def story(
    text: str,
    incidents: Mapping[str, Mapping[str, Any]],
    answers: Mapping[str, str] | None = None,
    said: Sequence[tuple[str, str, str, str]] = (),
    **report: Any,
) -> Told:
    """A report whose incidents are named by their trigger words; `answers` says which answers which.

    `said` are attributions as (source, cue, content, stance). Its sentences end at full stops. The first incident is main.
    """
    made = make_report(text, report.pop("name", text), **report)
    mentions = {
        words: make_mention(made, words, series=bool(facts.get("series"))) for words, facts in incidents.items()
    }
    found = {
        words: make_incident(made, [mentions[words]], **{"main": n == 0, "id": f"i{n}", **facts})
        for n, (words, facts) in enumerate(incidents.items())
    }
    for answer, answered in (answers or {}).items():
        found[answer] = replace(found[answer], response_to=(found[answered].id,))
    reading = Reading(
        report=made.id,
        reader="test",
        events=tuple(mentions.values()),
        incidents=tuple(found.values()),
        attributions=tuple(_attribution(made, *one) for one in said),
        sentences=tuple(_sentences(made)),
    )
    return made, reading


def _attribution(report: Report, source: str, cue: str, content: str, stance: str) -> Attribution:
    return make_attribution(report, source, cue, content, stance=stance)


def _sentences(report: Report) -> list[Any]:
    start, found = 0, []
    while start < len(report.text):
        end = report.text.find(". ", start)
        end = len(report.text) if end < 0 else end + 1
        found.append(report.span(start, end))
        start = end + 1
    return found


def ledger_of(*tolds: Told) -> Ledger:
    """The ledger of some stories."""
    reports = {report.id: report for report, _ in tolds}
    readings = [reading for _, reading in tolds]
    return reconcile(reports, readings, link(reports, readings))


def told_as(ledger: Ledger, words: str, tolds: Sequence[Told]) -> Incident:
    """The incident of a ledger that some story tells by these words."""
    for report, reading in tolds:
        for incident in reading.incidents:
            if any(mention.trigger[0].text == words for mention in incident.mentions):
                role = (report.id, incident.id)
                return next(
                    i for i in ledger.incidents if any((r.id, one) == role for r in i.reports for one in r.local)
                )
    raise AssertionError(words)
