"""Requests that no browser sends: each gets one clear answer, none fails inside, and no path of this machine is told."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rashomon import Workspace
from rashomon.web.app import create_app
from rashomon.web.settings import Settings
from tests.publish.fixtures import exhibit
from tests.publish.kept import keep_exhibit

STRIKE = exhibit().ledger.incidents[0]
CELL = STRIKE.questions[0].accounts[0].id
LONG = "a" * 10_000
DEEP = "[" * 200_000
ODD = (
    "..%2f..%2fetc%2fpasswd", "..%5c..%5cwindows%5cwin.ini", "%2e%2e", "%00", "a%00b", "%ff%fe", "%F0%9F%98%80", LONG,
    "%0d%0aSet-Cookie:%20a=b", "*", "'--", "%25s", "con", "~root", "{id}", "%C0%AE%C0%AE",
)  # fmt: skip
UNDER = (
    "/incidents/{}", "/reports/{}", "/reports/{}/original", "/reports/{}/source", "/incidents/x/cells/{}", "/static/{}",
    "/take-out/incidents/{}.csv", "/take-out/incidents.{}", "/api/v1/incidents/{}", "/api/v1/reports/{}/original",
    "/api/v1/accounts/{}", "/api/v1/{}", "/{}", "/static/vendor/{}",
)  # fmt: skip
QUERIES = (
    "/incidents?q=%ff", "/incidents?q=%00", f"/incidents?q={LONG}", "/incidents?offset=1&offset=2", "/incidents?since=x",
    "/incidents?since=9999-99-99", "/incidents?until=0001-01-01", "/incidents?origins=99999999999999999999",
    "/incidents?map=1e999,1,1", "/incidents?map=0,0,99999999", "/incidents?map=nan,nan,nan", "/incidents?map=91,181,30",
    "/incidents?type=airstrike&type=shelling", "/incidents?disputed=maybe", "/actor?who=%00", "/actor", f"/actor?who={LONG}",
    "/review?item=%00", "/review?kind=war", f"/review?item={LONG}", f"/reports/{STRIKE.reports[0].id}?at=9-1",
    f"/reports/{STRIKE.reports[0].id}?at=99999999-99999999", f"/incidents/{STRIKE.id}?cell=%00", f"/incidents/{STRIKE.id}?parted=x",
    "/search?q=%22%22%22", "/search?q=NEAR(", "/search?kind=", "/reports?offset=-1", "/api/v1/search?q=%ff&limit=1e3",
    "/take-out/incidents.exe", f"/take-out/incidents/{STRIKE.id}.exe", "/incidents?%ff=%ff", "/incidents?" + "a=1&" * 2_000,
    "/login?to=%00", "//evil.example/", "/incidents;a=b", "/INCIDENTS", "/incidents/", "/api/v1/incidents/",
)  # fmt: skip
BODIES: tuple[tuple[str, bytes], ...] = (
    ("application/json", b""), ("application/json", b"{"), ("application/json", b"null"), ("application/json", b"\xff\xfe"),
    ("application/json", DEEP.encode()), ("application/json", b'{"on":' + DEEP.encode()),
    ("application/json", b"[" * 900 + b"]" * 900), ("application/json", b"9" * 10_000), ("application/json", b"NaN"),
    ("application/json; charset=utf-99", b"{}"), ("text/plain", b"hello"), ("", b"a=b"), ("a/b/c;;;", b"x"),
    ("application/x-www-form-urlencoded", b"%ff=%ff&decision=%00&item=%00&who=%00"),
    ("application/x-www-form-urlencoded", b"a=1&" * 5_000),
    ("multipart/form-data", b"no boundary"), ("multipart/form-data; boundary=x", b"--x\r\nbroken"),
    ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n\xff\xfe\r\n--x--\r\n'),
    ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="files"; filename="\xff\xfe.txt"\r\n\r\n \r\n--x--\r\n'),
    ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="path"; filename="a.txt"\r\n\r\nx\r\n--x--\r\n'),
    ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="decision"; filename="a"\r\n\r\nx\r\n--x--\r\n'),
)  # fmt: skip
TAKING = ("/review", "/login", "/logout", "/bring-in", "/api/v1/judgements", "/api/v1/bring-in")
WORDS = ("\ud800", "\x00", "\u202e", "\x1b[31m", "\n\r", "a" * 200, "\U0001f600" * 50)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A workbench on the hand-made ledger; whoever asks does not sit at its machine."""
    yield from _opened(tmp_path_factory.mktemp("odd") / "hand.db")


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Another one, in which nothing is brought in: a run would lay its ledger anew."""
    yield from _opened(tmp_path_factory.mktemp("odd") / "undisturbed.db")


def _opened(path: Path) -> Iterator[TestClient]:
    keep_exhibit(path)
    with Workspace(path) as work:
        app = create_app(Settings(workspace=path, reader="rules"), work)
        made = TestClient(app, base_url="http://localhost", raise_server_exceptions=False)
        made.headers["X-Path"] = str(path.parent)
        yield made


def _ask(client: TestClient, method: str, path: str, **sent: object) -> int:
    """The status of an answer that is short, clear and tells of no path."""
    answer = client.request(method, path, follow_redirects=False, **sent)  # type: ignore[arg-type]
    assert answer.status_code < 500, (path, answer.text[:200])
    for told in (client.headers["X-Path"], sys.prefix, "Traceback", "site-packages", "/src/rashomon"):
        assert told not in answer.text
    assert "set-cookie" not in answer.headers or "a=b" not in answer.headers["set-cookie"]
    if answer.status_code >= 400:
        assert len(answer.content) < 20_000
        assert answer.headers["Content-Type"].partition(";")[0] in ("text/html", "application/json", "text/plain")
        if path.startswith("/api/"):
            assert answer.json()["error"]
    return answer.status_code


@pytest.mark.parametrize("under", UNDER)
def test_no_address_leads_astray(client: TestClient, under: str) -> None:
    assert {_ask(client, "GET", under.replace("{}", odd)) for odd in ODD} <= {400, 404, 422, 307, 303}


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path[:60])
def test_no_parameter_breaks_a_page(client: TestClient, path: str) -> None:
    _ask(client, "GET", path)


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO", "CONNECT"])
@pytest.mark.parametrize("path", ["/incidents", "/review", "/api/v1/judgements", "/static/rashomon.css", "/nothing"])
def test_methods_that_nothing_takes_are_refused(client: TestClient, method: str, path: str) -> None:
    assert _ask(client, method, path) in (404, 405)


def test_a_refused_method_is_told_those_that_are_taken(client: TestClient) -> None:
    assert client.put("/api/v1/judgements").headers["Allow"] == "GET, HEAD, POST"
    assert client.put("/review").headers["Allow"] == "GET, HEAD, POST"


@pytest.mark.parametrize("path", TAKING)
@pytest.mark.parametrize(("kind", "body"), BODIES, ids=range(len(BODIES)))
def test_no_body_breaks_anything(client: TestClient, path: str, kind: str, body: bytes) -> None:
    _ask(client, "POST", path, content=body, headers={"Content-Type": kind} if kind else {})


@pytest.mark.parametrize("words", WORDS, ids=ascii)
def test_no_words_break_a_decision(undisturbed: TestClient, words: str) -> None:
    for wished in (
        {"decision": "accept", "on": [words], "who": "Ines"},
        {"decision": "accept", "on": [CELL], "who": words, "why": words},
        {"decision": "correct", "on": [CELL], "who": "Ines", "value": words},
        {"decision": "note", "on": [CELL], "who": words, "why": words, "seen": words},
        {"decision": "same", "on": [CELL, words], "who": "Ines"},
    ):
        sent = json.dumps(wished).encode()
        _ask(undisturbed, "POST", "/api/v1/judgements", content=sent, headers={"Content-Type": "application/json"})
    for path in ("/judgements", "/api/v1/judgements", "/review", f"/incidents/{STRIKE.id}"):
        assert undisturbed.get(path).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"If-None-Match": '",,,"W/'}, {"Cookie": "=;;=\x7f"}, {"Accept": "*/" * 500}, {"Range": "bytes=0-1,5-,-9"},
        {"HX-Request": "true", "HX-Target": "<x>"}, {"Content-Length": "9" * 30}, {"Content-Length": "x"},
        {"X-Forwarded-Host": "evil.example", "X-Forwarded-For": "127.0.0.1"}, {"Expect": "100-continue"},
    ],
)  # fmt: skip
def test_no_header_breaks_a_page(client: TestClient, headers: dict[str, str]) -> None:
    for path in ("/incidents", "/static/rashomon.css", "/api/v1/incidents"):
        _ask(client, "GET", path, headers=headers)
