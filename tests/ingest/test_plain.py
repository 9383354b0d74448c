"""Plain text, Markdown and standard input: never altered, whatever the encoding."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from rashomon.model import sha256_hex
from tests.ingest.reading import report_of, take

TEXT = "Rocket hits market\r\n\r\nSULAIMANI (ESTA) — “Three people were hurt,” the mayor said.\r\nTwo of them are children.\n"
NO_CONTROLS = st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r\t")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_text_is_kept_as_it_is(tmp_path: Path, encoding: str) -> None:
    data = TEXT.encode(encoding)
    report = report_of(data, ".txt", tmp_path)
    assert report.text == TEXT
    assert report.sha256 == sha256_hex(data)
    assert report.id == f"r{report.sha256[:16]}"
    assert report.name == "input"
    assert report.media_type == "text/plain"
    assert (report.title, report.outlet, report.dateline) == ("Rocket hits market", "ESTA", "SULAIMANI")
    assert [piece.text for piece in report.furniture] == ["SULAIMANI (ESTA) — "]
    assert (report.offset_map[0].start, report.offset_map[0].end, report.offset_map[0].origin) == (0, len(TEXT), 0)


def test_markdown_keeps_its_marks(tmp_path: Path) -> None:
    report = report_of("# Rocket hits market\n\n**Three** people were hurt.\n", ".md", tmp_path)
    assert report.text == "# Rocket hits market\n\n**Three** people were hurt.\n"
    assert report.media_type == "text/markdown"


def test_every_found_thing_has_a_basis_and_its_words(tmp_path: Path) -> None:
    report = report_of(TEXT, ".txt", tmp_path)
    found = {item.field: item for item in report.found}
    assert {"title", "outlet", "dateline", "language"} <= found.keys()
    assert all(item.basis for item in report.found)
    span = found["dateline"].span
    assert span is not None
    assert span.text == "SULAIMANI"
    assert report.holds(span)


def test_the_time_of_the_file_is_no_date(tmp_path: Path) -> None:
    report = report_of("Nothing here says when it was written, said the mayor.", ".txt", tmp_path)
    assert not report.published.known
    assert not report.modified.known


def test_standard_input_is_text_or_rows() -> None:
    captures, skipped = take("-", stdin=TEXT.encode())
    assert not skipped
    assert captures[0].report.text == TEXT
    assert (captures[0].report.name, captures[0].report.origin) == ("stdin", "-")
    captures, _ = take("-", stdin=b'{"text": "One report."}\n{"text": "Another one."}\n')
    assert [capture.report.text for capture in captures] == ["One report.", "Another one."]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(NO_CONTROLS, min_size=1), encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_any_text_comes_back_with_furniture_inside_it(text: str, encoding: str) -> None:
    assume(text.strip() and not text.startswith("\ufeff"))
    assume(not text.lstrip().startswith(("{", "[", "<", "%", "PK", "GIF", "Rar", "BZ")))
    captures, skipped = take("-", stdin=text.encode(encoding))
    assert not [drop for drop in skipped if not drop.kept]
    report = captures[0].report
    assert report.text == text
    assert captures[0].original == text.encode(encoding)
    assert all(report.holds(piece) for piece in report.furniture)
    assert all(item.span is None or report.holds(item.span) for item in report.found)


@settings(deadline=None)
@given(
    st.binary(max_size=3000),
    st.sampled_from([b"", b"%PDF-1.4\n1 0 obj", b"PK\x03\x04", b"<html>", b"\xff\xfe", b'{"text":"', b"[{"]),
)
def test_no_bytes_raise(data: bytes, head: bytes) -> None:
    captures, skipped = take("-", stdin=head + data)
    assert captures or skipped
    assert all(drop.reason for drop in skipped)
