"""Every call of the API with whatever its own document allows and forbids: it never breaks, and answers as the document says."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance
from starlette.testclient import TestClient

from rashomon import Workspace
from rashomon.web.app import Workbench, create_app
from rashomon.web.settings import LOOPBACK, Settings
from tests.publish.fixtures import exhibit
from tests.publish.kept import keep_exhibit

DOCUMENT = Workbench().openapi()
STRIKE = exhibit().ledger.incidents[0]
CELL = STRIKE.questions[0].accounts[0]
ACTOR = next(a.claimant for q in STRIKE.questions for a in q.accounts if a.claimant is not None)
NAME = ACTOR.actor or f"name {ACTOR.name}"
REPORT = STRIKE.reports[0].id
KNOWN = {"take-out": STRIKE.id, "incidents": STRIKE.id, "accounts": CELL.id, "reports": REPORT}
"""Something that is there, for each kind of thing that an address names."""
ASKED: dict[str, dict[str, str]] = {"/api/v1/search": {"q": "killed"}, "/api/v1/actor": {"who": NAME}}
"""What must be asked for."""
EXAMPLES = 12
READ = [path for path, item in DOCUMENT["paths"].items() if "get" in item]

api = schemathesis.openapi.from_dict(DOCUMENT)


@contextmanager
def _workbench(path: Path) -> Iterator[Any]:
    keep_exhibit(path)
    with Workspace(path) as work:
        yield create_app(Settings(workspace=path, names=LOOPBACK | {"testserver"}, reader="rules"), work)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A workbench on the hand-made ledger that stays as it is."""
    with _workbench(tmp_path_factory.mktemp("fuzz") / "kept.db") as made:
        yield made


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Another one, which takes whatever it is given."""
    with _workbench(tmp_path_factory.mktemp("fuzz") / "tried.db") as made:
        yield made


@api.parametrize()
@settings(
    max_examples=EXAMPLES, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
def test_every_call_answers_as_its_document_says(case: schemathesis.Case, tried: Any) -> None:
    answer = case.call(app=tried)
    case.validate_response(answer, excluded_checks=_excused(case, answer), transport_kwargs={"app": tried})


@pytest.mark.parametrize("path", READ)
def test_what_is_there_is_answered_in_the_shape_that_is_promised(app: Any, path: str) -> None:
    known = {name: value for name, value in (("id", _known(path)), ("format", "csv")) if f"{{{name}}}" in path}
    case = api[path]["GET"].Case(path_parameters=known, query=ASKED.get(path))
    answer = case.call_and_validate(app=app)
    assert answer.status_code == 200


@pytest.mark.parametrize("path", READ)
def test_head_answers_as_get_does_and_without_a_body(app: Any, path: str) -> None:
    address = path.replace("{id}", _known(path)).replace("{format}", "json")
    client = TestClient(app)
    asked, told = (client.request(method, address, params=ASKED.get(path)) for method in ("GET", "HEAD"))
    assert (told.status_code, told.headers, told.content) == (200, asked.headers, b"")


def _known(path: str) -> str:
    """The id of something that is there, of the kind that a path is about."""
    return KNOWN.get(path.removeprefix("/api/v1/").partition("/")[0], "")


def _excused(case: schemathesis.Case, answer: schemathesis.Response) -> list[Any]:
    """Checks that can't hold: an empty condition asks for nothing, a form may have any fields besides, and what a decision
    may be about no schema says."""
    sent = parse_qsl(urlsplit(answer.request.url).query, keep_blank_values=True)
    empty = any(not value for _, value in sent)
    excused = (
        (negative_data_rejection, empty or case.path == "/api/v1/bring-in"),
        (positive_data_acceptance, case.method == "POST"),
    )
    return [check for check, excuse in excused if excuse]
