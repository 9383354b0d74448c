"""Who is answered, from where, and what a browser is told to do with the answer."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rashomon.web.security.login import FORGIVEN_AFTER, LASTS, MOST_FAILURES, Sessions, TooManyTries
from rashomon.web.settings import LOOPBACK
from tests.publish.fixtures import exhibit
from tests.web.conftest import Open

CELL = exhibit().ledger.incidents[0].questions[0].accounts[0]
WISHED = {"decision": "accept", "on": [CELL.id], "who": "Ines"}
PASSWORD = "correct horse battery"


@pytest.mark.parametrize("host", ["localhost", "localhost:8421", "127.0.0.1:8421", "[::1]:8421", "LOCALHOST"])
def test_this_machine_is_answered(client: TestClient, host: str) -> None:
    assert client.get("/incidents", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "192.0.2.7",
        "[::2]",
        "",
        "[::1]evil.example",
        "[::1]:80:80",
        "localhost:x",
        "localhost@evil.example",
        "evil.example/localhost",
        "localhost,evil.example",
    ],
)
def test_another_host_name_is_not(client: TestClient, host: str) -> None:
    answer = client.get("/incidents", headers={"Host": host})
    assert answer.status_code == 421
    assert answer.headers["Content-Security-Policy"]


def test_a_workbench_for_others_answers_to_its_names_and_to_addresses(open_workbench: Open) -> None:
    client = open_workbench(names=LOOPBACK | {"desk.example.org"}, any_address=True, password=PASSWORD)
    for host in ("desk.example.org", "192.0.2.7:8421", "[2001:db8::1]"):
        assert client.get("/login", headers={"Host": host}).status_code == 200
    assert client.get("/login", headers={"Host": "evil.example"}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://localhost"},
        {"Origin": "http://localhost:9999"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://localhost.evil.example"},
        {"Origin": ""},
        {"Referer": "http://evil.example/page?http://localhost/"},
        {"Referer": "http://localhost@evil.example/"},
        {"Referer": "http://[localhost"},
    ],
)
def test_no_other_site_decides_anything(client: TestClient, headers: dict[str, str]) -> None:
    before = client.get("/api/v1/judgements").json()
    assert client.post("/api/v1/judgements", json=WISHED, headers=headers).status_code == 403
    assert client.get("/api/v1/judgements").json() == before


@pytest.mark.parametrize(
    "headers",
    [{}, {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}, {"Referer": "http://localhost/review"}],
)
def test_the_own_pages_and_programs_do(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/api/v1/judgements", json=WISHED, headers=headers).status_code == 201


@pytest.mark.parametrize("path", ["/incidents", "/nothing", "/api/v1", "/static/rashomon.css", "/incidents?since=x"])
def test_every_answer_carries_the_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static/vendor/../../app.py"]
)
def test_no_file_outside_is_served(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_workbench_for_others_may_stand_behind_a_server_that_speaks_https(open_workbench: Open) -> None:
    client = open_workbench(names=LOOPBACK | {"desk.example.org"}, any_address=True, password=PASSWORD)
    headers = {"Host": "desk.example.org", "Origin": "https://desk.example.org"}
    done = client.post("/login", data={"password": PASSWORD}, headers=headers, follow_redirects=False)
    assert done.status_code == 303
    assert "secure" in done.headers["Set-Cookie"].lower()
    headers["Origin"] = "https://evil.example"
    assert client.post("/login", data={"password": PASSWORD}, headers=headers).status_code == 403


def test_a_password_is_asked_for_once(open_workbench: Open) -> None:
    client = open_workbench(password=PASSWORD)
    asked = client.get("/incidents?place=karsa", follow_redirects=False)
    assert asked.status_code == 303
    assert client.get("/api/v1/incidents").status_code == 401
    assert client.get("/static/rashomon.css").status_code == 200
    login = asked.headers["Location"]
    assert "Password" in client.get(login).text
    assert client.post("/login", data={"password": "wrong"}).status_code == 401
    done = client.post("/login", data={"password": PASSWORD, "to": "/incidents?place=karsa"}, follow_redirects=False)
    assert done.headers["Location"] == "/incidents?place=karsa"
    cookie = done.headers["Set-Cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie
    assert client.get("/api/v1/incidents").status_code == 200
    client.post("/logout")
    assert client.get("/api/v1/incidents").status_code == 401


def test_a_part_of_a_page_leads_the_whole_page_to_the_login(open_workbench: Open) -> None:
    client = open_workbench(password=PASSWORD)
    asked = client.get("/incidents", headers={"HX-Request": "true"}, follow_redirects=False)
    assert (asked.status_code, asked.headers["HX-Redirect"]) == (401, "/login?to=/incidents")


def test_whoever_is_in_can_log_out(open_workbench: Open, hostile_workspace: Path) -> None:
    assert "Log out" not in open_workbench().get("/incidents").text
    inside = open_workbench(hostile_workspace, password=PASSWORD)
    inside.post("/login", data={"password": PASSWORD})
    assert "Log out" in inside.get("/incidents").text


def test_a_made_up_session_is_none(open_workbench: Open) -> None:
    client = open_workbench(password=PASSWORD)
    for cookie in ("rashomon_session=guess", "rashomon_session=", "a=b; rashomon_session", "\x7f=\x7f"):
        assert client.get("/api/v1/incidents", headers={"Cookie": cookie}).status_code == 401


def test_passwords_can_not_be_tried_for_ever(open_workbench: Open) -> None:
    client = open_workbench(password=PASSWORD)
    answers = [client.post("/login", data={"password": f"guess {n}"}).status_code for n in range(11)]
    assert answers == [401] * 10 + [429]
    assert client.post("/login", data={"password": PASSWORD}).status_code == 429


def test_a_session_ends_by_itself_and_no_other_one_with_it() -> None:
    now = [0.0]
    sessions = Sessions(PASSWORD, clock=lambda: now[0])
    first = sessions.begin(PASSWORD)
    now[0] = LASTS - 1
    second = sessions.begin(PASSWORD)
    assert sessions.holds(first) and sessions.holds(second) and first != second
    now[0] = LASTS + 1
    assert not sessions.holds(first) and sessions.holds(second)
    assert not sessions.holds(None) and not sessions.holds("")


def test_wrong_passwords_are_forgiven_after_a_while() -> None:
    now = [0.0]
    sessions = Sessions(PASSWORD, clock=lambda: now[0])
    for _ in range(MOST_FAILURES):
        assert sessions.begin("wrong") is None
    with pytest.raises(TooManyTries):
        sessions.begin(PASSWORD)
    now[0] = FORGIVEN_AFTER + 1
    assert sessions.begin(PASSWORD)


@pytest.mark.parametrize(
    "path", ["/login/", "/loginx", "/login/../incidents", "//incidents", "/api", "/bring-in/events"]
)
def test_only_the_login_itself_is_open(open_workbench: Open, path: str) -> None:
    asked = open_workbench(password=PASSWORD).get(path, follow_redirects=False)
    assert asked.status_code == 303
    assert asked.headers["Location"].startswith("/login?to=")


def test_behind_another_server_nobody_sits_at_the_machine(open_workbench: Open, tmp_path: Path) -> None:
    names = LOOPBACK | {"desk.example.org"}
    for fields, local in (({}, True), ({"names": names}, False), ({"password": PASSWORD}, False)):
        client = open_workbench(tmp_path / "hand.db" if (tmp_path / "hand.db").exists() else None, **fields)
        client._transport.client = ("127.0.0.1", 1)  # type: ignore[attr-defined]
        client.post("/login", data={"password": PASSWORD})
        assert client.get("/api/v1/bring-in").json()["path"] is local


@pytest.mark.parametrize("to", ["//evil.example", "https://evil.example", "/\\evil.example", "evil", "/a\nb"])
def test_a_login_leads_nowhere_else(open_workbench: Open, to: str) -> None:
    client = open_workbench(password=PASSWORD)
    done = client.post("/login", data={"password": PASSWORD, "to": to}, follow_redirects=False)
    assert done.headers["Location"] == "/incidents"


def test_the_name_of_a_file_can_not_lead_astray(open_workbench: Open, hostile_workspace: Path) -> None:
    client = open_workbench(hostile_workspace)
    report = client.get("/api/v1/reports").json()["reports"][0]["id"]
    headers = client.get(f"/reports/{report}/original").headers
    assert headers["Content-Type"] == "application/octet-stream"
    assert "sandbox" in headers["Content-Security-Policy"]
    name = headers["Content-Disposition"]
    assert not any(sign in name for sign in ("/", "\\", "<", '"', "%2F", "%5C", "%E2%80%AE"))
