"""The review: what waits, in which order, and that nobody decides over another."""

import re
from pathlib import Path

from starlette.testclient import TestClient

from rashomon import Workspace
from rashomon.config import Config
from rashomon.pipeline import run
from rashomon.workspace import Deed
from tests.publish.fixtures import exhibit
from tests.web.conftest import Open

STRIKE = exhibit().ledger.incidents[0]


def _form(page: str, **given: str) -> dict[str, str]:
    """The fields of the form of an item as a browser would send them."""
    form = page[page.index('id="decide"') :]
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form[: form.index("</form>")]))
    return {**hidden, "who": "Ines", **given}


def test_disputes_wait_first_and_the_order_is_always_the_same(client: TestClient) -> None:
    found = client.get("/api/v1/queue").json()
    kinds = [item["kind"] for item in found["queue"]]
    assert kinds == sorted(kinds, key=["dispute", "join", "actor", "doubt"].index)
    assert kinds[0] == "dispute"
    assert found == client.get("/api/v1/queue").json()
    assert {item["kind"] for item in client.get("/api/v1/queue?kind=dispute").json()["queue"]} == {"dispute"}


def test_a_decision_leads_to_the_next_thing_and_into_the_log(client: TestClient) -> None:
    page = client.get("/review").text
    fields = _form(page, decision="accept", why="I heard it.")
    shown = client.post("/review", data=fields)
    assert shown.url.params["item"] == fields["following"]
    assert "I heard it." in shown.text
    assert fields["item"] not in [item["item"] for item in client.get("/api/v1/queue").json()["queue"]]
    assert 'name="who" required maxlength="200" value="Ines"' in shown.text


def test_of_two_tabs_the_second_writes_nothing_and_sees_the_first(client: TestClient) -> None:
    one = _form(client.get("/review").text, decision="accept")
    two = {**one, "decision": "reject", "who": "Omar", "why": "Of another strike."}
    client.post("/review", data={**one, "why": "On the tape."})
    before = client.get("/api/v1/judgements").json()
    refused = client.post("/review", data=two)
    assert refused.status_code == 409
    assert "Ines" in refused.text and "On the tape." in refused.text and "Of another strike." in refused.text
    assert client.get("/api/v1/judgements").json() == before


def test_what_was_undone_meanwhile_is_a_conflict_too(client: TestClient) -> None:
    form = _form(client.get("/review").text, decision="accept")
    made = client.post(
        "/api/v1/judgements", json={"decision": "accept", "on": [_account(client)], "who": "Omar"}
    ).json()
    client.post("/review", data={"decision": "withdraw", "item": made["id"], "who": "Omar"})
    assert client.post("/review", data=form).status_code == 409


def test_a_program_may_say_what_it_was_shown(client: TestClient) -> None:
    item = client.get("/api/v1/queue").json()["queue"][0]
    wished = {"decision": "accept", "on": item["on"], "who": "Ines", "seen": item["seen"]}
    assert client.post("/api/v1/judgements", json=wished).status_code == 201
    refused = client.post("/api/v1/judgements", json={**wished, "who": "Omar"})
    assert refused.status_code == 409
    assert "by Ines" in refused.json()["error"]


def test_an_undone_thing_waits_again(client: TestClient) -> None:
    before = client.get("/api/v1/queue").json()["total"]
    page = client.post("/review", data=_form(client.get("/review").text, decision="reject")).text
    assert client.get("/api/v1/queue").json()["total"] == before - 1
    made = client.get("/api/v1/judgements").json()["judgements"][-1]["id"]
    assert made in page
    client.post("/review", data={"decision": "withdraw", "item": made, "who": "Ines"})
    assert client.get("/api/v1/queue").json()["total"] == before


def test_a_mistaken_correction_is_told_and_not_kept(client: TestClient) -> None:
    before = client.get("/api/v1/judgements").json()
    asked = _form(client.get("/review").text, decision="correct", value="many", why="Heard <b>.")
    refused = client.post("/review", data=asked)
    assert refused.status_code == 400
    again = _form(refused.text)
    assert (again["item"], again["seen"]) == (asked["item"], asked["seen"])
    assert all(f'value="{typed}"' in refused.text for typed in ("many", "Heard &lt;b&gt;.", "Ines"))
    assert "is no figure" in refused.text
    assert client.get("/api/v1/judgements").json() == before
    assert client.get("/review?item=nothing").status_code == 404


def test_a_name_in_any_letters_is_remembered(client: TestClient) -> None:
    fields = _form(client.get("/review").text, decision="accept", who="إيناس; <b>")
    assert 'value="إيناس; &lt;b&gt;"' in client.post("/review", data=fields).text


def test_what_follows_may_be_gone_and_the_first_thing_is_shown(client: TestClient) -> None:
    made = client.post(
        "/api/v1/judgements", json={"decision": "accept", "on": [_account(client)], "who": "Omar"}
    ).json()
    first = client.get("/api/v1/queue").json()["queue"][0]["item"]
    shown = client.get("/review", params={"item": "a~b", "done": made["id"]})
    assert shown.status_code == 200
    assert f'name="item" value="{first}"' in shown.text
    assert "Kept: accepted by Omar" in shown.text
    gone = client.get("/review", params={"item": "a~b"})
    assert gone.status_code == 404
    assert "waits no more" in gone.text and f'name="item" value="{first}"' in gone.text


def test_undoing_leads_back_to_what_was_decided(client: TestClient) -> None:
    item = client.get("/api/v1/queue").json()["queue"][1]["item"]
    page = client.post("/review", data=_form(client.get(f"/review?item={item}").text, decision="reject")).text
    undo = page[page.index('class="undo"') :]
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', undo[: undo.index("</form>")]))
    assert fields["following"] == item
    shown = client.post("/review", data={**fields, "decision": "withdraw", "who": "Ines"})
    assert shown.url.params["item"] == item


def test_a_decision_does_not_wait_for_the_ledger_and_the_pages_say_so(tmp_path: Path, open_workbench: Open) -> None:
    path = tmp_path / "read.db"
    source = tmp_path / "mill.txt"
    source.write_text(
        "TEL SARW, 3 March 2021 – A drone strike killed three people at a mill, the mayor said on Tuesday.\n"
    )
    run([str(source)], Config(workspace=path, reader="rules"))
    with Workspace(path) as work:
        account = next(a for i in work.ledger().incidents for q in i.questions for a in q.accounts)
        with work._relaying.writing:
            work.judge("reject", account.id, deed=Deed(who="Ines"), patience=0)
            assert work.relaying
            assert work.state.endswith("+")
            assert not work.why(account.id).account.rejected
            other = work.judge("note", account.id, deed=Deed(who="Omar", why="Ask again."), patience=0)
        work._relaying.wait(60)
        assert not work.relaying
        found = [a for i in work.ledger().incidents for q in i.questions for a in q.accounts if a.rejected]
        assert other.id in {verdict.judgement for a in found for verdict in a.verdicts}


def _account(client: TestClient) -> str:
    item = client.get("/api/v1/queue").json()["queue"][0]
    return str(item["on"][0])
