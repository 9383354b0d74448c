"""`rashomon diff`, on a workspace into which two invented reports came on different days."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rashomon.cli.app import app
from tests.cli.conftest import Outcome

NORTH = "An airstrike hit the town of Hilla in Iraq on 4 March 2024. The health ministry said three people were killed in the airstrike.\n"
SOUTH = "An airstrike hit the town of Hilla in Iraq on 4 March 2024. A militia commander said nineteen people were killed in the airstrike.\n"


def call(path: Path, *arguments: str) -> Outcome:
    done = CliRunner().invoke(app, [*arguments, "-w", str(path)], env={"COLUMNS": "120"})
    return Outcome(done.exit_code, done.stdout, " ".join(done.stderr.split()))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("diff")
    for name, text, when in (("north", NORTH, "2024-03-05"), ("south", SOUTH, "2024-03-08T09:00")):
        (folder / f"{name}.txt").write_text(text)
        arguments = ("run", str(folder / f"{name}.txt"), "--reader", "rules", "--when", when)
        assert call(folder / "two.db", *arguments).code == 0
    return folder / "two.db"


def test_what_came_since_a_day_is_new_and_disputed(path: Path) -> None:
    done = call(path, "diff", "2024-03-08")
    assert done.code == 0
    assert "Since 2024-03-08: 1 new report, 0 new judgements, 0 new incidents, 1 newly disputed" in done.out
    assert "≠ newly disputed" in done.out
    assert "19 people" in done.out


@pytest.mark.parametrize(
    ("since", "reports", "fresh"), [("2024-03-01", 2, 1), ("2024-03-06", 1, 0), ("2024-03-09", 0, 0)]
)
def test_the_day_decides_what_is_new(path: Path, since: str, reports: int, fresh: int) -> None:
    found = json.loads(call(path, "diff", since, "--json").out)
    assert len(found["reports"]) == reports
    assert sum(not incident["before"] for incident in found["incidents"]) == fresh


def test_it_is_the_same_twice_and_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    assert call(path, "diff", "2024-03-06", "--json").out == call(path, "diff", "2024-03-06", "--json").out
    assert path.read_bytes() == before


def test_reports_without_a_date_of_publication_count_as_known_and_are_counted(path: Path) -> None:
    done = call(path, "diff", "2024-03-06", "--by", "publication")
    assert "Of 2 reports it is not known when they were published" in done.err
    assert "0 new reports" in done.out


@pytest.mark.parametrize("since", ["soon", "2024-13-01", "05.01.2024", ""])
def test_what_is_no_day_is_refused_in_a_sentence(path: Path, since: str) -> None:
    done = call(path, "diff", since)
    assert (done.code, done.out) == (2, "")
    assert f"{since!r} is no day. Write it as in 2024-01-05." in done.err


def test_an_instant_that_is_none_is_refused_before_anything_is_read(path: Path) -> None:
    done = call(path, "run", "nowhere.txt", "--when", "yesterday")
    assert done.code == 2
    assert "'yesterday' is no instant" in done.err
