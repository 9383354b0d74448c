import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model import Claimant, Ledger, Lineage, Report
from rashomon.publish.contract import ledger_json, reading_json
from tests.builders import (
    find,
    make_attribution,
    make_figure,
    make_incident,
    make_mention,
    make_reading,
    make_report,
    on,
)
from tests.store.things import CAPTURES, make_ledger
from tests.strategies import ledgers, readings, reports

REPORT = make_report(
    "A drone hit a depot near Sirte on Monday. At least 17 people died, a doctor told Reuters. The army was to answer.",
    name="sirte", day="2024-02-06", outlet="The Gulf Courier",
)  # fmt: skip
HIT = make_mention(
    REPORT, "hit", "drone_strike", initiator="A drone", target="a depot", place="Sirte", time="on Monday"
)
ANSWER = make_mention(REPORT, "answer", "other", reality="planned")
INCIDENT = make_incident(REPORT, [HIT], id="i1", type="drone_strike", date=on("2024-02-05"), initiators=("drone",))
SAID = make_attribution(
    REPORT, "a doctor", "told", "At least 17 people died", relayed_by=("Reuters",),
    claimant=Claimant(name="a doctor", role="doctor", anonymous=True),
)  # fmt: skip
READING = make_reading(
    REPORT,
    [INCIDENT],
    events=(HIT, ANSWER),
    attributions=(SAID,),
    figures=(make_figure(REPORT, "At least 17", INCIDENT, 17, None, claimant=SAID.claimant, attribution=SAID.id),),
)

CLAIMANT = {"name", "actor", "role", "anonymous", "plural"}
READING_FIELDS = {
    "schema", "id", "name", "sha256", "title", "outlet", "language", "published", "text", "attributions", "incidents",
    "figures", "mentions",
}  # fmt: skip
"""The least that the contract demands, as it was first written down; the schema says the rest."""


def test_a_reading_has_every_field_that_is_promised() -> None:
    data = reading_json(REPORT, READING)
    assert data.keys() >= READING_FIELDS
    assert data["schema"] == "rashomon.reading/1"
    assert (data["name"], data["outlet"], data["title"]) == ("sirte", "The Gulf Courier", None)
    assert data["published"].items() >= {"start": "2024-02-06", "end": "2024-02-06", "basis": "stated"}.items()
    [attribution], [incident], [figure] = data["attributions"], data["incidents"], data["figures"]
    assert attribution.items() >= {
        "source": [[67, 75]], "cue": [[76, 80]], "content": [[42, 65]], "stance": "asserts",
        "relayed_by": ["Reuters"], "confidence": 0.8,
    }.items()  # fmt: skip
    assert attribution["claimant"].keys() >= CLAIMANT
    assert incident.keys() >= {
        "id",
        "type",
        "main",
        "date",
        "places",
        "initiators",
        "targets",
        "weapons",
        "response_to",
    }
    assert incident["reality"] == "happened"
    assert incident["mentions"][0].items() >= {
        "trigger": [[8, 11]], "reality": "happened", "initiator": [[0, 7]], "target": [[12, 19]], "place": [[25, 30]],
        "time": [[31, 40]], "weapon": [],
    }.items()  # fmt: skip
    assert figure.items() >= {
        "incident": "i1", "outcome": "killed", "low": 17, "high": None, "who": "people", "partial": False,
        "span": [42, 53], "attribution": SAID.id, "status": "stated",
    }.items()  # fmt: skip


def test_mentions_of_no_incident_are_not_lost() -> None:
    data = reading_json(REPORT, READING)
    assert "events" not in data
    assert [event["id"] for event in data["unplaced"]] == [ANSWER.id]


def test_figures_that_are_a_word_alone_stand_apart() -> None:
    vague = replace(READING.figures[0], id="v", low=None, hedge="dozens")
    data = reading_json(REPORT, replace(READING, figures=(vague, *READING.figures)))
    assert [figure["id"] for figure in data["figures"]] == [READING.figures[0].id]
    assert [(figure["id"], figure["hedge"]) for figure in data["vague_figures"]] == [("v", "dozens")]


def test_sums_that_nobody_stated_stand_apart() -> None:
    total = replace(READING.figures[0], id="s", status="derived", addends=("a", "b"))
    data = reading_json(REPORT, replace(READING, figures=(total, *READING.figures)))
    assert [figure["id"] for figure in data["figures"]] == [READING.figures[0].id]
    assert [(figure["id"], figure["addends"]) for figure in data["derived_figures"]] == [("s", ["a", "b"])]


def test_a_reading_of_another_report_is_refused() -> None:
    with pytest.raises(ValueError, match="not of"):
        reading_json(make_report("Another."), READING)


@settings(max_examples=20)
@given(st.data())
def test_a_reading_is_json_and_its_text_and_spans_are_the_reports(data: st.DataObject) -> None:
    report = data.draw(reports())
    made = reading_json(report, data.draw(readings(report)))
    assert json.loads(json.dumps(made)) == made
    assert made["text"] == report.text
    for attribution in made["attributions"]:
        assert all(report.span(start, end).text for start, end in attribution["content"])


def test_a_ledger_has_every_field_that_is_promised() -> None:
    made = replace(make_ledger(*CAPTURES[:2]), lineage=(Lineage(reports=("r1", "r2"), origin="Reuters"),))
    data = ledger_json(made)
    assert data["schema"] == "rashomon.ledger/1"
    assert data["reports"][0].keys() >= {"id", "name", "outlet", "title", "published"}
    assert data["lineage"][0].items() >= {"reports": ["r1", "r2"], "origin": "Reuters"}.items()
    [incident] = data["incidents"]
    assert incident["date"].items() >= {"start": "2024-02-03", "end": "2024-02-03", "basis": "stated"}.items()
    assert incident["reports"][0].items() >= {"id": CAPTURES[0].report.id, "main": True}.items()
    [question] = incident["questions"]
    assert (question["question"], question["finding"]) == ("killed", "single")
    [account] = question["accounts"]
    assert account["claimant"].keys() >= CLAIMANT
    assert account["said"].items() >= {"start": None, "end": None, "basis": "unknown"}.items()
    assert (account["low"], account["high"], account["value"], account["independent_origins"]) == (3, None, None, 1)


@settings(max_examples=20)
@given(st.data())
def test_evidence_carries_its_own_words(data: st.DataObject) -> None:
    among = {report.id: report for report in data.draw(st.lists(reports(), min_size=1, max_size=2))}
    made = ledger_json(data.draw(ledgers(list(among.values()))))
    assert json.loads(json.dumps(made)) == made
    assert all(words_are_the_reports(evidence, among[evidence["report"]]) for evidence in every_evidence(made))


def words_are_the_reports(evidence: dict[str, object], report: Report) -> bool:
    (start, end), (left, right) = evidence["span"], evidence["sentence"]  # type: ignore[misc]
    return (evidence["text"], evidence["sentence_text"]) == (report.text[start:end], report.text[left:right])


def every_evidence(ledger: dict[str, object]) -> list[dict[str, object]]:
    return [
        evidence
        for incident in ledger["incidents"]  # type: ignore[attr-defined]
        for question in incident["questions"]
        for account in question["accounts"]
        for evidence in account["evidence"]
    ]


def test_the_planted_evidence_is_there() -> None:
    [first, _] = every_evidence(ledger_json(make_ledger(*CAPTURES[:2])))
    assert first["text"] == find(CAPTURES[0].report, "killed").text == "killed"


def test_an_empty_ledger_is_a_ledger() -> None:
    assert ledger_json(Ledger()) == {
        "schema": "rashomon.ledger/1",
        "reports": [],
        "incidents": [],
        "lineage": [],
        "unanchored": [],
        "borrowed": [],
        "pages": [],
        "cycles": [],
    }
