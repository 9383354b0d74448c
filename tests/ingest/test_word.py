"""Word files: paragraphs, tables, titles; bombs and other archives refused before they are unpacked."""

import io
import zipfile
from pathlib import Path

from docx import Document

from tests.ingest.reading import SMALL, reason, report_of


def word(*paragraphs: str, title: str | None = None, table: list[list[str]] | None = None) -> bytes:
    document = Document()
    if title:
        document.add_paragraph(title, style="Title")
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        made = document.add_table(len(table), len(table[0]))
        for row, cells in zip(made.rows, table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def archive(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


def test_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    data = word("ERBIL (AFP) — Three were hurt.", title="Rocket hits market", table=[["killed", "0"], ["hurt", "3"]])
    report = report_of(data, ".docx", tmp_path)
    assert report.text == "Rocket hits market\nERBIL (AFP) — Three were hurt.\nkilled\t0\nhurt\t3"
    assert (report.title, report.dateline, report.agency) == ("Rocket hits market", "ERBIL", "AFP")
    assert not report.published.known


def test_a_word_file_under_another_name(tmp_path: Path) -> None:
    assert report_of(word("Three were hurt."), ".txt", tmp_path).text == "Three were hurt."


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    data = archive(word__document_xml=b" " * 300_000)
    assert "unpacks to 300,000 bytes" in reason(data, ".docx", tmp_path, SMALL)
    assert "unpacks to 60,000,000 bytes" in reason(archive(word__document_xml=b" " * 60_000_000), ".docx", tmp_path)


def test_what_can_not_be_read_is_told(tmp_path: Path) -> None:
    whole = word("Three were hurt.")
    assert "cut off or broken" in reason(whole[: len(whole) // 2], ".docx", tmp_path)
    assert "no Word file" in reason(archive(readme=b"hello"), ".docx", tmp_path)
    assert "broken" in reason(archive(word__document_xml=b"<w:p>"), ".docx", tmp_path)
    assert "no text" in reason(word(), ".docx", tmp_path)
