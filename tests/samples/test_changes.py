"""What changed about the incidents of the samples, held against the ledger of the day before, built anew."""

from pathlib import Path

import pytest

from rashomon import Workspace
from rashomon.config import Config
from rashomon.pipeline import difference_since, run
from rashomon.store import open_store
from rashomon.workspace import Deed
from tests.samples.expected import SAMPLES

EARLY, LATE, JUDGED = "2026-03-01T10:00:00+00:00", "2026-03-05T10:00:00+00:00", "2026-03-05T12:00:00+00:00"
FIRST = ("anbar-harbour-ledger", "anbar-juniper-post", "anbar-saltmarsh-herald", "kabul-harbour-ledger")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, brought in on two days, with a judgement of the second."""
    path = tmp_path_factory.mktemp("samples") / "two.db"
    reports = SAMPLES / "reports"
    run([str(reports / f"{name}.txt") for name in FIRST], Config(workspace=path), came=EARLY)
    run([str(reports)], Config(workspace=path), came=LATE)
    with Workspace(path) as work:
        row = next(row for row in work.incidents().rows if row.disputed)
        answered = next(one for one in work.incident(row.incident.id).questions if one.between)
        work.judge("reject", answered.between[0][0], deed=Deed(who="Ines", when=JUDGED))
    return path


@pytest.mark.parametrize("day", ["2026-03-05", "2026-03-02"])
def test_it_is_what_the_ledgers_of_both_days_say(path: Path, day: str) -> None:
    with open_store(path, read_only=True) as store:
        slow = difference_since(store, day)
        ledger = store.ledger()
    assert slow is not None and ledger is not None
    told = {news.incident.id: news.questions for news in slow.incidents}
    apart = {news.incident.id for news in slow.incidents if len(news.before) > 1}
    with Workspace(path) as work:
        quick = {i.id: work.changes(i.id, day).questions for i in ledger.incidents if i.id not in apart}
    assert {id: len(questions) for id, questions in quick.items()} == {id: len(told.get(id, ())) for id in quick}
    assert quick == {id: told.get(id, ()) for id in quick}
    assert sum(map(bool, quick.values())) > 5


def test_nothing_has_changed_since_tomorrow(path: Path) -> None:
    with Workspace(path) as work:
        found = [work.changes(row.incident.id, "2030-01-01") for row in work.incidents(limit=100).rows]
    assert found and not any(changes.changed or changes.reports or changes.judgements for changes in found)
