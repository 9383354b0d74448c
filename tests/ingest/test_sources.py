"""Files, folders, patterns: found in order; what leads nowhere is told."""

import io
import os
from pathlib import Path

import pytest

from rashomon.config import Config
from rashomon.errors import UsageMistaken
from rashomon.ingest import count, ingest
from tests.ingest.reading import CONFIG, SMALL, reason, take


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "b.txt": "Bravo text.",
        "a.md": "Alpha text.",
        "sub/c.txt": "Charlie text.",
        "sub/.hidden.txt": "No.",
        "d.csv": "1,2",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_folder_is_read_through_in_order(folder: Path) -> None:
    captures, skipped = take(folder)
    assert [capture.report.name for capture in captures] == ["a", "b", "c"]
    assert [capture.report.origin for capture in captures][2] == str(folder / "sub" / "c.txt")
    assert [(drop.where, drop.reason, drop.kept) for drop in skipped] == [
        (str(folder), "Left out in this folder: 1 .csv.", False),
        (str(folder), "Left out in this folder: 1 hidden.", True),
    ]


def test_a_pattern_finds_files_in_order(folder: Path) -> None:
    captures, _ = take(folder / "**" / "*.txt")
    assert [capture.report.name for capture in captures] == ["b", "c"]
    assert take(folder / "*.pdf")[1][0].reason == "No file matches this pattern."


def test_links_in_a_circle_do_not_hang(folder: Path) -> None:
    (folder / "sub" / "up").symlink_to(folder)
    (folder / "sub" / "self").symlink_to(folder / "sub" / "self")
    captures, skipped = take(folder)
    assert [capture.report.name for capture in captures] == ["a", "b", "c"]
    assert any(drop.where.endswith("self") for drop in skipped)


def test_a_folder_without_reports(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(b"\x89PNG")
    captures, skipped = take(tmp_path)
    assert not captures
    assert skipped[0].reason == "No report in this folder (1 .png)."


def test_what_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text("Some text.", encoding="utf-8")
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere")
    assert take(tmp_path / "missing.txt")[1][0].reason == "There is no such file."
    assert take(tmp_path / "broken.txt")[1][0].reason == "There is no such file."
    assert "can't be opened" in take(tmp_path / "file.txt" / "x")[1][0].reason
    assert "without a network" in take("https://example.org/report.html")[1][0].reason


def test_pipes_and_devices_do_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "pipe or a device" in take(tmp_path / "pipe.txt")[1][0].reason
    assert "pipe or a device" in take("/dev/zero")[1][0].reason
    assert "1 pipes and devices" in take(tmp_path)[1][0].reason


def test_the_same_bytes_twice_are_read_once(folder: Path) -> None:
    (folder / "z.txt").write_text("Bravo text.", encoding="utf-8")
    captures, skipped = take(folder / "b.txt", folder / "z.txt")
    assert len(captures) == 1
    assert (skipped[0].reason, skipped[0].kept) == (f"It holds the same bytes as {folder / 'b.txt'}.", True)


def test_a_name_that_is_no_text_is_shown(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_text("Some text.", encoding="utf-8")
    captures, _ = take(tmp_path)
    assert captures[0].report.name == "caf\ufffd"
    captures[0].report.origin.encode("utf-8")


@pytest.mark.parametrize(
    ("data", "ending", "words"),
    [
        ("", ".txt", "It is empty."),
        (" \n\t \n", ".txt", "nothing but white space"),
        (b"\x00\x01\x02" * 100, ".txt", "binary data"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, ".txt", "a picture"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 50, ".doc", "an old Office file"),
        (b"{\\rtf1 text}", ".txt", "a rich text file"),
        (b"\x1f\x8b\x08" + b"\x00" * 50, ".txt", "a gzip archive"),
        (b"just words, said the mayor", ".docx", "named .docx"),
    ],
)
def test_bad_files_are_told(data: str | bytes, ending: str, words: str, tmp_path: Path) -> None:
    assert words in reason(data, ending, tmp_path)


def test_limits_are_kept(tmp_path: Path) -> None:
    assert "larger than 20,000 bytes" in reason("x" * 20_002, ".html", tmp_path, SMALL)
    assert "5,001 characters; the limit for one report is 5,000" in reason("x" * 5_001, ".txt", tmp_path, SMALL)
    captures, skipped = take("-", stdin=b"x" * 30_000, config=SMALL)
    assert not captures
    assert "larger than 20,000 bytes" in skipped[0].reason


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    with path.open("wb") as file:
        file.truncate(50 << 30)  # sparse: reading it would take minutes
    assert "larger than" in take(path)[1][0].reason


def test_reports_come_one_by_one(folder: Path) -> None:
    items = ingest([str(folder)], CONFIG)
    next(items)
    (folder / "b.txt").unlink()
    rest = list(items)
    assert any("no such file" in getattr(item, "reason", "") for item in rest)


def test_inputs_that_mean_nothing_are_mistakes_at_once() -> None:
    for inputs in ([], [""], ["  "], ["-", "-"], ["a\0b"], "file.txt"):
        with pytest.raises(UsageMistaken):
            ingest(inputs, CONFIG, stdin=io.BytesIO())
        with pytest.raises(UsageMistaken):
            count(inputs, CONFIG)


def test_count_tells_about_how_many_come(folder: Path) -> None:
    (folder / "rows.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n', encoding="utf-8")
    assert count([str(folder), "-", "missing"], CONFIG) == 3 + 2 + 2 + 1 + 1


def test_another_language_is_kept_and_marked(tmp_path: Path) -> None:
    path = tmp_path / "es.txt"
    path.write_text(
        "Al menos tres personas murieron el lunes en un ataque aéreo contra un mercado, según fuentes.",
        encoding="utf-8",
    )
    captures, skipped = take(path)
    assert (captures[0].report.language, captures[0].report.readable) == ("es", False)
    assert skipped[0].kept
    assert "'es'" in skipped[0].reason
    captures, skipped = take(path, config=Config(languages=("en", "es")))
    assert captures[0].report.readable
    assert not skipped


def test_a_folder_that_may_not_be_read_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> list[str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("rashomon.ingest.sources.os.listdir", refuse)
    captures, skipped = take(tmp_path)
    assert not captures
    assert [drop.reason for drop in skipped] == ["You may not read it."]
