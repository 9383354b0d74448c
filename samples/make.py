"""Writes the two samples that are not plain text, byte for byte the same each time: a Word document and a PDF.

usage: python samples/make.py
"""

import textwrap
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

REPORTS = Path(__file__).parent / "reports"
NOTE = "Sample report written for the Rashomon project; the outlet is invented and the quotations are reworded"

DOCX_TITLE = "White House takes back its word on the Anbar raids"
DOCX_BODY = """
BAGHDAD, 8 February 2024 (Tigris Lantern) – White House spokesman John Kirby has withdrawn his statement that Iraq
was warned before the American air strikes of 2 February in Anbar. He told reporters on Tuesday that he regretted the
error; Baghdad was informed after the first bombs had fallen.

“We were neither asked nor told,” said an official in the office of Prime Minister Mohammed Shia al-Sudani, who spoke
on condition of anonymity.

The correction settles one dispute and leaves others. The government’s spokesman, Basim al-Awadi, still counts 25
wounded; the Popular Mobilization Forces count 36. Both say that 16 people were killed.

In revenge for the strikes, a drone hit a training ground at the al-Omar oil field in eastern Syria on Monday. The
Syrian Democratic Forces said six of their fighters were killed, accusing “Iran-backed militias”. The Islamic
Resistance in Iraq claimed the attack. The Pentagon said no American was hurt.

On Wednesday evening another US drone killed a commander of Kataib Hezbollah, Abu Baqir al-Saadi, in his car in the
east of Baghdad. Major General Yehia Rasool accused Washington of violating Iraq’s sovereignty once more.
"""

PDF_TITLE = "Monitor: 23 fighters dead in US raids on eastern Syria"
PDF_BODY = """
DAMASCUS, February 4, 2024 (Straits Gazette) - The Syrian Observatory for Human Rights has counted 23 dead among
pro-Iranian fighters in eastern Syria after the American air strikes of Friday night, its director Rami Abdel Rahman
said on Sunday. There were no civilian deaths, he told the Meridian News Agency.

The raids hit 26 positions around Deir ez-Zor, Mayadin and Albu Kamal, according to the monitor. A resident of Mayadin
who asked not to be named spoke of weapons stores that blew up until dawn.

The Pentagon has given no death toll. It says the sites belonged to Iran's Revolutionary Guards and to militias which
they arm, and that the bombing answered the drone attack of 28 January on Tower 22 in Jordan.

Syria's army said the strikes killed civilians and soldiers, calling them an act of occupation. Russia condemned them
as "blatant aggression" against two sovereign states. The Revolutionary Guards have not commented.
"""

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE = f"{PACKAGE}/metadata/core-properties"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def paragraphs(body: str) -> list[str]:
    """The paragraphs of a body, each on one line."""
    return [" ".join(block.split()) for block in body.strip().split("\n\n")]


def docx_parts() -> dict[str, str]:
    """The XML parts of the Word document, by their path in the package."""
    lines = (NOTE, DOCX_TITLE, *paragraphs(DOCX_BODY))
    body = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    types = (
        ("/word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    )
    overrides = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in types)
    return {
        "[Content_Types].xml": f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>',
        "_rels/.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="r2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        "</Relationships>",
        "word/document.xml": f'{XML}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        "docProps/core.xml": f'{XML}<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{DOCX_TITLE}</dc:title><dc:description>{NOTE}</dc:description></cp:coreProperties>",
    }


def write_docx(path: Path) -> None:
    """Write the Word document with fixed times, so that its bytes do not change from run to run."""
    with zipfile.ZipFile(path, "w") as package:
        for name, xml in docx_parts().items():
            package.writestr(zipfile.ZipInfo(name, (2024, 2, 8, 12, 0, 0)), xml)


def pdf_objects() -> list[bytes]:
    """The PDF's objects, the first one the catalogue and the last one the document's properties."""
    blocks = (PDF_TITLE, *paragraphs(PDF_BODY))
    lines = [line for block in blocks for line in (*textwrap.wrap(block, 88), "")]
    shown = "\n".join(f"({pdf_string(line)}) Tj T*" for line in lines)
    page = f"BT /F1 9 Tf 15 TL 60 780 Td ({NOTE}) Tj T* T*\n/F1 11 Tf {shown}\nET".encode("cp1252")
    return [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({pdf_string(PDF_TITLE)}) /Subject ({NOTE}) /CreationDate (D:20240204120000Z) >>".encode("cp1252"),
    ]


def pdf_string(text: str) -> str:
    """The text with the characters escaped that end a PDF string."""
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def write_pdf(path: Path) -> None:
    """Write the PDF: its objects, then the table of where each begins."""
    data, starts = b"%PDF-1.4\n", []
    objects = pdf_objects()
    for number, content in enumerate(objects, start=1):
        starts.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    size = len(objects) + 1
    trailer = b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>" % (size, len(objects))
    data += b"xref\n0 %d\n0000000000 65535 f \n%s%s\nstartxref\n%d\n%%%%EOF\n" % (size, table, trailer, len(data))
    path.write_bytes(data)


if __name__ == "__main__":
    write_docx(REPORTS / "anbar-tigris-lantern.docx")
    write_pdf(REPORTS / "anbar-straits-gazette.pdf")
