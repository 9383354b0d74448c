"""The samples are what they say: invented, marked as such, and whole beside what is expected of them."""

import runpy
import zipfile
from datetime import date
from pathlib import Path

import pytest

from rashomon.codebook.outlets import outlet_named
from tests.samples.expected import NOTE, SAMPLES, expected, json_rows, single_files

QUESTIONS = {"killed", "wounded", "target", "notified", "lawful", "responsibility"}
FINDINGS = {"single", "agrees", "compatible", "contradicts", "revised", "silent"}


def _inside(path: Path) -> str:
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            return package.read("word/document.xml").decode()
    return path.read_bytes().decode("latin-1")


@pytest.mark.parametrize("path", single_files(), ids=lambda path: path.name)
def test_each_file_says_at_its_top_that_it_was_written_for_the_project(path: Path) -> None:
    assert NOTE in _inside(path)[:1000]


def test_each_json_line_says_so_too() -> None:
    assert {row["note"] for row in json_rows().values()} == {NOTE}


def test_every_report_has_its_expectation_and_the_other_way_round() -> None:
    named = {path.stem for path in single_files()} | set(json_rows())
    assert named == set(expected()["reports"])


def test_no_outlet_of_the_samples_is_a_real_one_of_the_codebook() -> None:
    reports = expected()["reports"].values()
    assert [name for row in reports for name in (row["outlet"], row["wire"]) if name and outlet_named(name)] == []


def test_samples_are_short() -> None:
    texts = [path.read_text(encoding="utf-8") for path in single_files() if path.suffix in (".txt", ".md")]
    texts += [row["text"] for row in json_rows().values()]
    assert all(80 <= len(text.replace(NOTE, "").split()) <= 250 for text in texts)


def test_expectations_name_only_incidents_that_they_describe() -> None:
    content = expected()
    known = set(content["incidents"])
    for report in content["reports"].values():
        assert {row["key"] for row in report["incidents"]} <= known
        assert {figure["incident"] for figure in report["figures"]} <= {row["key"] for row in report["incidents"]}
    assert {finding["incident"] for finding in content["findings"]} <= known


def test_expected_dates_ranges_and_words_make_sense() -> None:
    content = expected()
    for incident in content["incidents"].values():
        start, end = map(date.fromisoformat, incident["date"])
        assert start <= end
    for figure in (figure for report in content["reports"].values() for figure in report["figures"]):
        assert figure["low"] is None or figure["high"] is None or figure["low"] <= figure["high"]
        assert "vague" in figure or (figure["low"], figure["high"]) != (None, None)
    assert {finding["question"] for finding in content["findings"]} <= QUESTIONS
    assert {finding["finding"] for finding in content["findings"]} <= FINDINGS


def test_the_script_makes_the_word_document_and_the_pdf_that_are_here(tmp_path: Path) -> None:
    script = runpy.run_path(str(SAMPLES / "make.py"))
    for write, name in (
        (script["write_docx"], "anbar-tigris-lantern.docx"),
        (script["write_pdf"], "anbar-straits-gazette.pdf"),
    ):
        write(tmp_path / name)
        assert (tmp_path / name).read_bytes() == (SAMPLES / "reports" / name).read_bytes()
