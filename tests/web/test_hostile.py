"""Words of strangers on every page, part of a page and answer of the API: they are shown, and are never more than words."""

import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from rashomon import Workspace
from rashomon.web.app import create_app
from rashomon.web.settings import Settings
from tests.web.everywhere import REPORTS, ROUTES, addresses
from tests.web.hostile import IMAGE, SCRIPT, URL, keep_hostile
from tests.web.markup import foreign

PARAMETERS = (
    "q", "place", "actor", "claimant", "type", "since", "until", "disputed", "origins", "order", "map", "offset", "kind",
    "who", "said", "item", "done", "cell", "parted", "at", "to",
)  # fmt: skip
FILES = ("/take-out/", "/api/v1/take-out/")
"""Pages for others, which carry their own style and are never shown by the workbench."""


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A workbench whose reports hold what browsers could take for orders, after a run over a file with such a name."""
    folder = tmp_path_factory.mktemp("hostile")
    path = folder / "hostile.db"
    keep_hostile(path)
    with Workspace(path) as work:
        app = create_app(Settings(workspace=path, reader="rules"), work)
        yield TestClient(app, base_url="http://localhost", client=("127.0.0.1", 1), raise_server_exceptions=False)


@pytest.mark.parametrize("part", [False, True])
@pytest.mark.parametrize("address", sorted(set(addresses())))
def test_words_are_never_markup(client: TestClient, address: str, part: bool) -> None:
    shown = client.get(address, headers={"HX-Request": "true"} if part else {})
    assert shown.status_code in (200, 404)
    kind = shown.headers["Content-Type"].partition(";")[0]
    assert "nosniff" in shown.headers["X-Content-Type-Options"]
    if "attachment" in shown.headers.get("Content-Disposition", ""):
        assert shown.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    if kind == "text/html":
        assert SCRIPT not in shown.text and IMAGE not in shown.text and "<b>mayor" not in shown.text
        assert [one for one in foreign(shown.text) if not (address.startswith(FILES) and one == "<style>")] == []


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_parameters_are_never_markup(client: TestClient, parameter: str) -> None:
    for path in {route.path for route in ROUTES if "{" not in route.path}:
        for words in (SCRIPT, f'"{IMAGE}', URL):
            shown = client.get(path, params={parameter: words}, follow_redirects=False)
            assert shown.status_code < 500
            if shown.headers.get("Content-Type", "").startswith("text/html"):
                assert foreign(shown.text) == []
                assert SCRIPT not in shown.text and IMAGE not in shown.text


def test_the_words_are_shown(client: TestClient) -> None:
    for path in (
        "/incidents",
        "/incidents/x1",
        "/incidents/x2",
        f"/reports/{REPORTS[0]}",
        "/actors",
        "/judgements",
        "/review",
    ):
        assert "&lt;img src=x" in client.get(path).text, path


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/review", {"decision": "accept", "item": IMAGE, "who": SCRIPT}),
        ("/review", {"decision": "same", "item": "x1~x3", "who": SCRIPT, "why": IMAGE, "seen": "older"}),
        ("/review", {"decision": IMAGE, "item": SCRIPT, "who": IMAGE}),
        ("/review", {"decision": "withdraw", "item": SCRIPT, "who": IMAGE}),
        ("/login", {"password": SCRIPT, "to": IMAGE}),
        ("/bring-in", {"path": IMAGE, "name": SCRIPT}),
        ("/bring-in", {"text": " ", "name": SCRIPT}),
        (f"/{quote(IMAGE)}", {"a": SCRIPT}),
    ],
)
def test_what_is_refused_is_never_markup(client: TestClient, path: str, sent: dict[str, str]) -> None:
    shown = client.post(path, data=sent)
    assert shown.status_code < 500
    assert foreign(shown.text) == []
    assert SCRIPT not in shown.text and IMAGE not in shown.text


def test_a_file_with_such_a_name_is_left_out_without_being_markup(client: TestClient, tmp_path: Path) -> None:
    wanted = tmp_path / f"{IMAGE}.txt"
    wanted.write_text(" ")
    client.post("/bring-in", data={"path": str(wanted)})
    while client.get("/api/v1/bring-in").json()["run"]["outcome"] is None:
        time.sleep(0.1)
    shown = client.get("/bring-in").text
    assert "&lt;img src=x" in shown
    assert foreign(shown) == []
    assert str(tmp_path) not in shown
    refused = client.post("/bring-in", files=[("files", (f"{IMAGE}.exe", b"MZ"))])
    assert refused.status_code == 400
    assert foreign(refused.text) == []
