"""What every store promises, whatever database is behind it."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.errors import SpanMistaken
from rashomon.model import Capture, Ledger, Report
from rashomon.store import Store
from tests.builders import make_report
from tests.store.things import CAPTURES, FOREIGN, JUDGEMENTS, READINGS, SKIPPED, fill, make_capture, make_ledger, read
from tests.strategies import captures, ledgers, readings

ONE, TWO = CAPTURES[:2]


def by_id(reports: list[Report]) -> list[Report]:
    return sorted(reports, key=lambda report: report.id)


def test_a_report_is_kept_once(store: Store) -> None:
    assert store.add(ONE)
    assert not store.add(ONE)
    assert not store.add(Capture(report=replace(ONE.report, name="another name"), original=ONE.original))
    assert store.count() == 1
    assert store.report(ONE.report.id) == ONE.report
    assert store.original(ONE.report.id) == ONE.original


def test_when_a_report_came_is_kept_once_and_only_where_it_is_known(store: Store) -> None:
    assert store.arrivals() == {}
    store.add(ONE, "2024-01-05T10:00:00+00:00")
    store.add(ONE, "2024-02-01T10:00:00+00:00")
    store.add(TWO)
    assert store.arrivals() == {ONE.report.id: "2024-01-05T10:00:00+00:00"}
    assert store.arrivals([TWO.report.id]) == {}
    assert store.arrivals([TWO.report.id, ONE.report.id]) == store.arrivals()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_whatever_the_model_can_say_comes_back_as_it_was(store: Store, data: st.DataObject) -> None:
    capture = data.draw(captures())
    store.add(capture)
    report = store.report(capture.report.id)
    assert store.original(report.id) == capture.original
    reading, ledger = data.draw(readings(report, "v1")), data.draw(ledgers([report]))
    store.put_reading(reading)
    store.put_ledger(ledger, "k")
    assert store.reading(report.id, "v1") == reading
    assert store.ledger("k") == ledger
    assert [check for check in store.verify() if check.faults] == []


def test_reports_come_in_the_order_of_their_ids_however_they_were_added(store: Store) -> None:
    for capture in reversed(CAPTURES):
        store.add(capture)
    assert list(store.reports()) == by_id([capture.report for capture in CAPTURES])


@pytest.mark.parametrize("damage", [{"sha256": "0" * 64}, {"id": "r0000000000000000"}])
def test_a_report_that_does_not_carry_its_own_hash_is_refused(store: Store, damage: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="hash"):
        store.add(Capture(report=replace(ONE.report, **damage), original=ONE.original))  # type: ignore[arg-type]
    assert store.count() == 0


def test_what_is_not_there_is_not_made_up(store: Store) -> None:
    for method in (store.report, store.original):
        with pytest.raises(KeyError):
            method("r1")
    with pytest.raises(KeyError):
        store.put_reading(READINGS[0])
    assert store.reading("r1", "v1") is None
    assert store.ledger() is None
    assert store.skipped() == ()
    assert list(store.judgements()) == list(store.readings("v1")) == store.unread("v1") == []


def test_only_readable_reports_that_this_reader_has_not_read_are_unread(store: Store) -> None:
    for capture in (ONE, TWO, FOREIGN):
        store.add(capture)
    both = sorted(capture.report.id for capture in (ONE, TWO))
    assert store.unread("v1") == both
    store.put_reading(read(ONE.report, "v1"))
    assert store.unread("v1") == [TWO.report.id]
    assert store.unread("v2") == both


def test_readings_of_two_readers_stand_side_by_side_and_a_new_one_replaces_its_own(store: Store) -> None:
    store.add(ONE)
    first, second = read(ONE.report, "v1"), read(ONE.report, "v2")
    store.put_reading(first)
    store.put_reading(second)
    store.put_reading(replace(first, figures=()))
    assert store.reading(ONE.report.id, "v1") == replace(first, figures=())
    assert store.reading(ONE.report.id, "v2") == second
    assert list(store.readings("v2")) == [second]


def test_all_readings_come_in_the_order_of_report_ids(store: Store) -> None:
    fill(store)
    assert list(store.readings("v1")) == sorted(READINGS, key=lambda reading: reading.report)


def test_readings_are_at_hand_by_report_each_as_it_was_put(store: Store) -> None:
    fill(store)
    at_hand = store.readings_at_hand("v1")
    assert list(at_hand) == sorted(reading.report for reading in READINGS)
    assert list(at_hand.values()) == list(store.readings("v1"))
    assert "r0" not in at_hand
    with pytest.raises(KeyError):
        at_hand["r0"]
    assert len(store.readings_at_hand("none")) == 0


def test_a_reading_with_another_reports_span_is_refused(store: Store) -> None:
    store.add(ONE)
    stranger = make_report("Nothing that stands in the first report but a strike that killed.")
    wrong = replace(READINGS[0], sentences=(stranger.span(3, 20),))
    with pytest.raises(SpanMistaken, match=ONE.report.id):
        store.put_reading(wrong)
    assert store.reading(ONE.report.id, "v1") is None


def test_a_reading_that_leaves_its_report_is_refused(store: Store) -> None:
    store.add(ONE)
    longer = make_report(ONE.report.text + " And more.")
    with pytest.raises(SpanMistaken):
        store.put_reading(replace(READINGS[0], sentences=(longer.span(0, len(longer.text)),)))


@pytest.mark.parametrize("known", [True, False])
def test_a_ledger_whose_evidence_is_not_its_reports_is_refused(store: Store, known: bool) -> None:
    store.add(ONE)
    if known:
        store.add(TWO)
    ledger = make_ledger(TWO)
    swapped = make_capture(TWO.report.text.replace("depot", "DEPOT"), original=TWO.original)
    with pytest.raises(SpanMistaken):
        store.put_ledger(make_ledger(swapped) if known else ledger, "k")
    assert store.ledger() is None


def test_judgements_are_kept_once_in_the_order_in_which_they_were_made(store: Store) -> None:
    assert [store.add_judgement(judgement) for judgement in [*JUDGEMENTS, JUDGEMENTS[0]]] == [True, True, True, False]
    assert list(store.judgements()) == JUDGEMENTS


def test_the_ledger_is_the_last_one_and_only_for_what_it_was_computed_from(store: Store) -> None:
    store.add(ONE)
    store.put_ledger(Ledger(), "before")
    store.put_ledger(make_ledger(ONE), "now")
    assert store.ledger() == store.ledger("now") == make_ledger(ONE)
    assert store.ledger("before") is None


def test_what_was_skipped_is_what_the_last_run_skipped(store: Store) -> None:
    store.note_skipped(SKIPPED)
    assert store.skipped() == SKIPPED
    store.note_skipped([])
    assert store.skipped() == ()


def test_what_an_open_batch_has_written_can_be_read_in_it(store: Store) -> None:
    with store.writing(every=1000):
        store.add(ONE)
        store.put_reading(READINGS[0])
        assert store.unread("v1") == []
        assert list(store.readings("v1")) == [READINGS[0]]


def test_rows_may_be_written_while_others_are_gone_through(store: Store) -> None:
    fill(store)
    for reading in store.readings("v1"):
        store.put_reading(replace(reading, reader="v2"))
    assert len(list(store.readings("v2"))) == len(READINGS)


def test_a_batch_that_an_error_ends_keeps_what_was_done(store: Store) -> None:
    with pytest.raises(RuntimeError), store.writing(every=1000), store.writing():
        store.add(ONE)
        raise RuntimeError
    assert store.count() == 1


def test_a_sound_store_has_nothing_wrong(store: Store) -> None:
    fill(store)
    checks = list(store.verify())
    assert [check for check in checks if check.faults] == []
    subjects = [check.subject.split()[0] for check in checks]
    assert {kind: subjects.count(kind) for kind in ("file", "original", "report", "reading", "judgement", "ledger")} == {
        "file": 1, "original": 41, "report": 41, "reading": 40, "judgement": 3, "ledger": 1,
    }  # fmt: skip
    assert sum(check.spans for check in checks if check.subject == "ledger") == 6
    assert all(check.spans > 5 for check in checks if check.subject.startswith("reading"))


def test_the_state_is_another_one_whenever_anything_is_added(store: Store) -> None:
    states = [store.state()]
    for change in (
        lambda: store.add(ONE),
        lambda: store.put_ledger(Ledger(), "k1"),
        lambda: store.put_ledger(Ledger(), "k2"),
        lambda: store.add_judgement(JUDGEMENTS[0]),
        lambda: store.note_skipped(SKIPPED),
    ):
        change()
        states.append(store.state())
        assert store.state() == states[-1]
    assert len(set(states)) == len(states)


def test_the_ledger_comes_undecoded_with_its_words(store: Store) -> None:
    assert store.ledger_json() is None
    fill(store)
    store.put_ledger(make_ledger(), "k")
    found = store.ledger_json()
    assert [incident["id"] for incident in found["incidents"]] == [i.id for i in make_ledger().incidents]


def test_the_ids_and_the_readers_are_told(store: Store) -> None:
    assert (store.ids(), store.readers()) == ((), ())
    store.add(ONE)
    store.add(TWO)
    store.put_reading(read(ONE.report, "v2"))
    store.put_reading(read(ONE.report, "v1"))
    assert store.ids() == tuple(sorted((ONE.report.id, TWO.report.id)))
    assert store.readers() == ("v1", "v2")
