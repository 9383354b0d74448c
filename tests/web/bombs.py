"""Files that were made to break whatever reads them."""

import io
import zipfile
import zlib

MEGABYTE = 1024 * 1024
SCHEMAS = "http://schemas.openxmlformats.org"
WORD = f"{SCHEMAS}/wordprocessingml/2006/main".encode()
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{SCHEMAS}/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{SCHEMAS}/package/2006/relationships"><Relationship Id="r1" '
    f'Type="{SCHEMAS}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
}
"""What a Word file must have besides its text."""
SLOW_ATTRIBUTES = 250_000
"""Attributes of one element; reading them takes time in the square of their number, in a library that nothing interrupts."""


def packed_pdf(size: int) -> bytes:
    """A PDF of one page whose content unpacks to this many bytes."""
    stream = zlib.compress(b" " * size, 9)
    parts = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(stream), stream),
    )
    made, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    table = b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + table + b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(made)


def packed_docx(paragraphs: int) -> bytes:
    """A Word file of so many empty paragraphs."""
    return _docx(b"<w:p/>" * paragraphs)


def large_docx(paragraphs: int) -> bytes:
    """A Word file of so many paragraphs no two of which are the same: much to hold in memory, and packed like any other."""
    return _docx(b"".join(b"<w:p><w:r><w:t>%x</w:t></w:r></w:p>" % (number * 7919) for number in range(paragraphs)))


def _docx(body: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in PARTS.items():
            archive.writestr(name, content)
        archive.writestr(
            "word/document.xml", b'<w:document xmlns:w="%b"><w:body>%b</w:body></w:document>' % (WORD, body)
        )
    return file.getvalue()


def slow_page() -> bytes:
    """A page that takes minutes to be taken apart."""
    attributes = b" ".join(b"a%d=1" % number for number in range(SLOW_ATTRIBUTES))
    return b"<html><body><p " + attributes + b">Three people were killed.</p></body></html>"
