"""PDF: pages to paragraphs, and what can't be read told."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from tests.ingest.reading import CONFIG, SMALL, reason, report_of

LINES = ["Rocket hits market", "Three people were hurt on Monday when a rocket struck a", "market in the north of the town, officials and resi-",
         "dents said.", "The mayor denied that soldiers had been there on that", "day."]  # fmt: skip


def pdf(*pages: list[str]) -> bytes:
    """A PDF with one line of text below the other on each page."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for lines in pages:
        drawn = " ".join(f"({line}) Tj T*" for line in lines)
        stream = f"BT /F1 12 Tf 14 TL 50 700 Td {drawn} ET"
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /Contents {number + 1} 0 R /Resources << /Font << /F1 {font} >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} /MediaBox [0 0 612 792] >>"
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    return (
        out
        + f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n".encode()
    )


def locked(password: str) -> bytes:
    writer = PdfWriter()
    writer.append_pages_from_reader(PdfReader(io.BytesIO(pdf(LINES))))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("ending", [".pdf", ".txt"])
def test_lines_become_paragraphs(ending: str, tmp_path: Path) -> None:
    report = report_of(pdf(LINES), ending, tmp_path)
    assert report.text.split("\n") == [
        "Rocket hits market",
        "Three people were hurt on Monday when a rocket struck a market in the north of the town, officials and residents said.",
        "The mayor denied that soldiers had been there on that day.",
    ]
    assert report.media_type == "application/pdf"
    assert report.title == "Rocket hits market"


def test_a_lock_without_a_password_is_open(tmp_path: Path) -> None:
    assert "Three people" in report_of(locked(""), ".pdf", tmp_path).text


def test_what_can_not_be_read_is_told(tmp_path: Path) -> None:
    whole = pdf(LINES)
    assert "locked by a password" in reason(locked("secret"), ".pdf", tmp_path)
    assert "cut off" in reason(whole[: len(whole) // 2], ".pdf", tmp_path)
    assert "cut off" in reason(b"%PDF-1.7\n" + b"\x00" * 100, ".pdf", tmp_path)
    assert "broken" in reason(b"%PDF-1.7\nnothing of it\n%%EOF", ".pdf", tmp_path)
    assert "no text" in reason(pdf([]), ".pdf", tmp_path)
    assert "4 pages; the limit is 3" in reason(pdf(*[["One line"]] * 4), ".pdf", tmp_path, SMALL)
    assert "holds no such document" in reason(b"\x00\x01" * 50, ".pdf", tmp_path, CONFIG)
