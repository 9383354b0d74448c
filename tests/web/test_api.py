"""The API: the contract, stretches of lists, ETags, decisions, and what it says when something is wrong."""

from pathlib import Path

import jsonschema
import pytest
from starlette.testclient import TestClient

from rashomon.publish.contract import ledger_json
from rashomon.store import open_store
from tests.publish.fixtures import exhibit
from tests.web.conftest import Open

LEDGER = exhibit().ledger
STRIKE = LEDGER.incidents[0]
CELL = STRIKE.questions[0].accounts[0]


def test_an_incident_comes_in_the_form_of_the_contract(client: TestClient) -> None:
    found = client.get(f"/api/v1/incidents/{STRIKE.id}").json()
    whole = ledger_json(LEDGER)
    assert found["schema"] == whole["schema"]
    assert found["incidents"] == whole["incidents"][:1]
    assert found["lineage"] == whole["lineage"]
    assert {heading["id"] for heading in found["reports"]} == {heading["id"] for heading in whole["reports"]}


def test_a_report_comes_in_the_form_of_the_contract(client: TestClient) -> None:
    report = exhibit().backing.reports[LEDGER.reports[0].id]
    found = client.get(f"/api/v1/reports/{report.id}").json()
    assert found["text"] == report.text
    assert found["read"] is True
    for attribution in found["attributions"]:
        assert attribution["id"] in exhibit().backing.attributions


def test_a_cell_comes_with_its_sentences(client: TestClient) -> None:
    found = client.get(f"/api/v1/accounts/{CELL.id}").json()
    assert found["account"]["evidence"][0]["text"] == "at least 17"
    sentence = "".join(piece["text"] for piece in found["testimonies"][0]["pieces"])
    assert sentence == found["account"]["evidence"][0]["sentence_text"]


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        (f"/api/v1/incidents/{STRIKE.id}", "ledger"),
        (f"/api/v1/reports/{LEDGER.reports[0].id}", "reading"),
        (f"/api/v1/reports/{LEDGER.reports[0].id}/lineage", "lineage"),
    ],
)
def test_calls_answer_what_the_document_says(client: TestClient, path: str, schema: str) -> None:
    components = client.get("/api/v1/openapi.json").json()["components"]
    asked = {"$ref": f"#/components/schemas/{schema}", "components": components}
    validator = jsonschema.Draft202012Validator(asked)
    found = client.get(path).json()
    assert list(validator.iter_errors(found)) == []
    assert list(validator.iter_errors({**found, "reports": 1, "attributions": 1})) != []


def test_a_list_leads_to_its_next_stretch(client: TestClient) -> None:
    first = client.get("/api/v1/incidents?limit=1&order=disputed").json()
    assert all(
        question.keys().isdisjoint({"accounts", "between", "silent"}) for question in first["incidents"][0]["questions"]
    )
    assert (first["total"], len(first["incidents"])) == (2, 1)
    second = client.get(first["next"]).json()
    assert second["next"] is None
    assert {first["incidents"][0]["id"], second["incidents"][0]["id"]} == {i.id for i in LEDGER.incidents}


@pytest.mark.parametrize("path", ["/incidents", f"/api/v1/incidents/{STRIKE.id}", "/api/v1/search?q=killed"])
def test_what_has_not_changed_is_not_sent_again(client: TestClient, path: str) -> None:
    tag = client.get(path).headers["ETag"]
    again = client.get(path, headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_decision_changes_the_tag_and_the_log(client: TestClient) -> None:
    tag = client.get("/api/v1/judgements").headers["ETag"]
    wished = {"decision": "reject", "on": [CELL.id], "who": "Ines", "why": "Of another strike."}
    made = client.post("/api/v1/judgements", json=wished)
    assert made.status_code == 201
    after = client.get("/api/v1/judgements", headers={"If-None-Match": tag})
    assert after.status_code == 200
    assert after.json()["judgements"][-1]["id"] == made.json()["id"]


def test_a_decision_that_contradicts_another_is_refused(client: TestClient) -> None:
    wished = {"decision": "accept", "on": [CELL.id], "who": "Ines"}
    assert client.post("/api/v1/judgements", json=wished).status_code == 201
    refused = client.post("/api/v1/judgements", json={**wished, "decision": "reject"})
    assert refused.status_code == 400
    assert "says otherwise" in refused.json()["error"]


def test_while_a_run_is_writing_nothing_is_decided_and_no_path_is_told(open_workbench: Open, tmp_path: Path) -> None:
    client = open_workbench()
    with open_store(tmp_path / "hand.db"):
        refused = client.post("/api/v1/judgements", json={"decision": "accept", "on": [CELL.id], "who": "Ines"})
    assert refused.status_code == 409
    assert str(tmp_path) not in refused.text
    assert "Wait until it has ended" in refused.json()["error"]


def test_a_workspace_that_is_gone_is_told_without_its_path(open_workbench: Open, tmp_path: Path) -> None:
    client = open_workbench()
    (tmp_path / "hand.db").rename(tmp_path / "elsewhere.db")
    for path in ("/incidents", "/api/v1/incidents"):
        answer = client.get(path)
        assert answer.status_code == 503
        assert str(tmp_path) not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/incidents?limit=0",
        "/api/v1/incidents?limit=9999",
        "/api/v1/incidents?offset=99999999999999999999",
        "/api/v1/incidents?type=war",
        "/api/v1/search?q=x&kind=y",
        "/api/v1/search",
    ],
)
def test_what_can_not_be_is_refused(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 422


@pytest.mark.parametrize(
    "words", ['"', "*", "a AND", "NEAR(", "x:y", "^a", "\x00", "-", "--a", "a*b", '""" OR 1', "(", "{a}", "'"]
)
def test_no_words_break_the_search(client: TestClient, words: str) -> None:
    for path in ("/api/v1/search", "/api/v1/incidents", "/api/v1/reports", "/search", "/incidents"):
        assert client.get(path, params={"q": words}).status_code == 200


def test_every_call_is_documented(client: TestClient) -> None:
    document = client.get("/api/v1/openapi.json").json()
    shown = client.get("/api").text
    for path in document["paths"]:
        assert path.startswith("/api/v1")
        assert path in shown
    for field in ("decision", "seen", "files", "text", "path"):
        assert f"<code>{field}</code>" in shown


def test_the_start_leads_everywhere(client: TestClient) -> None:
    start = client.get("/api/v1").json()
    assert (start["reports"], start["incidents"]) == (3, 2)
    for address in start["addresses"].values():
        assert client.get(address, params={"q": "killed"}).status_code == 200
    assert client.get(start["addresses"]["skipped"]).json()["skipped"][0]["where"] == "reports.jsonl, line 3"
