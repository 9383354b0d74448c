"""JSON lines and JSON files: one report a row, a bad row costs only itself."""

import json
from datetime import date
from pathlib import Path

import pytest

from rashomon.ingest.build import build_report
from rashomon.ingest.draft import Draft
from rashomon.model import Report, sha256_hex
from tests.ingest.reading import SMALL, take

ROW = {
    "id": "a-1",
    "text": "Three were hurt.",
    "title": "Raid",
    "outlet": "ESTA",
    "published": "2024-02-03",
    "url": "https://esta.krd/x",
}


def rows(folder: Path, *lines: str | dict[str, object], name: str = "rows.jsonl", end: str = "\n") -> Path:
    path = folder / name
    written = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_bytes((end.join(written) + end).encode())
    return path


def test_a_row_gives_its_fields(tmp_path: Path) -> None:
    path = rows(tmp_path, ROW)
    captures, skipped = take(path)
    assert not skipped
    report = captures[0].report
    assert (report.name, report.text, report.title, report.outlet) == ("a-1", "Three were hurt.", "Raid", "ESTA")
    assert report.url == "https://esta.krd/x"
    assert report.published.start == report.published.end == date(2024, 2, 3)
    assert report.published.basis == "stated"
    assert report.origin == f"{path}, line 1"
    assert captures[0].original == json.dumps(ROW).encode()
    assert report.sha256 == sha256_hex(json.dumps(ROW).encode())


def test_the_text_of_a_row_is_not_altered(tmp_path: Path) -> None:
    text = " \tline one\r\nline two\u2028 \ufeffmore\n\n"
    captures, _ = take(rows(tmp_path, {"text": text}))
    assert captures[0].report.text == text


def test_line_ends_are_no_part_of_a_row(tmp_path: Path) -> None:
    unix, windows = rows(tmp_path, ROW, name="u.jsonl"), rows(tmp_path, ROW, name="w.jsonl", end="\r\n")
    assert take(unix)[0][0].report.sha256 == take(windows)[0][0].report.sha256


def test_bad_rows_are_skipped_and_the_rest_is_read(tmp_path: Path) -> None:
    path = rows(
        tmp_path,
        ROW,
        '{"text": "cut',
        {"title": "no text"},
        {"text": "  "},
        "[1]",
        {"text": 7},
        "",
        {"text": "The last one."},
    )
    captures, skipped = take(path)
    assert [capture.report.text for capture in captures] == ["Three were hurt.", "The last one."]
    assert [drop.where for drop in skipped] == [f"{path}, line {number}" for number in (2, 3, 4, 5, 6)]
    assert all(drop.next_step and not drop.kept for drop in skipped)


def test_an_impossible_date_costs_only_the_date(tmp_path: Path) -> None:
    captures, skipped = take(rows(tmp_path, ROW | {"published": "2024-02-31"}))
    assert not captures[0].report.published.known
    assert skipped[0].kept
    assert "2024-02-31" in skipped[0].reason


def test_an_instant_is_its_day(tmp_path: Path) -> None:
    captures, _ = take(rows(tmp_path, ROW | {"published": "2024-02-03T23:59:00+03:00"}))
    assert captures[0].report.published.start == date(2024, 2, 3)


def test_fields_of_the_wrong_kind_are_left_out(tmp_path: Path) -> None:
    captures, skipped = take(rows(tmp_path, {"id": 7, "text": "Three were hurt.", "title": ["x"], "published": 2024}))
    assert captures[0].report.name == "7"
    assert captures[0].report.title is None
    assert all(drop.kept for drop in skipped)
    assert len(skipped) == 2


def test_a_row_without_an_id_is_named_after_the_file_and_its_line(tmp_path: Path) -> None:
    captures, _ = take(rows(tmp_path, {"text": "One."}, {"text": "Two."}))
    assert [capture.report.name for capture in captures] == ["rows-1", "rows-2"]


def test_half_characters_are_replaced_with_a_remark(tmp_path: Path) -> None:
    captures, skipped = take(rows(tmp_path, '{"text": "fire \\ud83d here"}'))
    assert captures[0].report.text == "fire \ufffd here"
    assert skipped[0].kept


def test_an_array_and_a_single_object(tmp_path: Path) -> None:
    array = rows(tmp_path, json.dumps([{"text": "One."}, {"text": "Two."}, {"no": 1}], indent=1), name="array.json")
    captures, skipped = take(array)
    assert [capture.report.text for capture in captures] == ["One.", "Two."]
    assert [drop.where for drop in skipped] == [f"{array}, item 3"]
    single = rows(tmp_path, json.dumps({"text": "Three."}, indent=1), name="single.json")
    assert take(single)[0][0].report.text == "Three."


def test_lines_in_a_json_file_survive_a_broken_one(tmp_path: Path) -> None:
    path = rows(tmp_path, '{"text": "cut', {"text": "One."}, name="lines.json")
    captures, skipped = take(path)
    assert [capture.report.text for capture in captures] == ["One."]
    assert [drop.where for drop in skipped] == [f"{path}, line 1"]


def test_an_array_that_breaks_off_gives_what_is_whole(tmp_path: Path) -> None:
    captures, skipped = take(rows(tmp_path, '[{"text": "One."}, {"text": "cut', name="cut.json"))
    assert [capture.report.text for capture in captures] == ["One."]
    assert "breaks off" in skipped[0].reason


def test_rows_in_utf16(tmp_path: Path) -> None:
    path = tmp_path / "wide.jsonl"
    path.write_bytes('{"text": "One — “two”."}\n{"text": "Three."}\n'.encode("utf-16"))
    assert [capture.report.text for capture in take(path)[0]] == ["One — “two”.", "Three."]


def test_a_long_line_is_skipped_and_the_next_is_read(tmp_path: Path) -> None:
    path = rows(tmp_path, {"text": "x" * 30_000}, {"text": "y" * 6_000}, {"text": "Short."})
    captures, skipped = take(path, config=SMALL)
    assert [capture.report.text for capture in captures] == ["Short."]
    assert [drop.where for drop in skipped] == [f"{path}, line 1", f"{path}, line 2"]


def test_the_same_row_twice_is_read_once(tmp_path: Path) -> None:
    path = rows(tmp_path, ROW, ROW)
    captures, skipped = take(path)
    assert len(captures) == 1
    assert skipped[0].reason == f"It holds the same bytes as {path}, line 1."
    assert skipped[0].kept


def test_deep_nesting_is_no_crash(tmp_path: Path) -> None:
    captures, skipped = take(rows(tmp_path, '{"text": ' + "[" * 100_000 + "]" * 100_000 + "}", ROW))
    assert len(captures) == 1
    assert len(skipped) == 1


def test_a_row_that_a_library_stumbles_over_costs_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumbling(draft: Draft, *arguments: object, **named: object) -> Report:
        if "stumble" in draft.text:
            raise RecursionError("too deep")
        return build_report(draft, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("rashomon.ingest.stream.build_report", stumbling)
    path = rows(tmp_path, {"text": "One."}, {"text": "This will stumble."}, {"text": "Three."})
    captures, skipped = take(path)
    assert [capture.report.text for capture in captures] == ["One.", "Three."]
    assert [(drop.where, drop.kept) for drop in skipped] == [(f"{path}, line 2", False)]
    assert "RecursionError: too deep" in skipped[0].reason
