"""Files that were made to break whatever reads them."""

import io
import zipfile
import zlib

MEGABYTE = 1024 * 1024
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
    body = b"<w:p/>" * paragraphs
    space = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b'<w:document xmlns:w="%b">%b</w:document>' % (space, body))
    return file.getvalue()


def slow_page() -> bytes:
    """A page that takes minutes to be taken apart."""
    attributes = b" ".join(b"a%d=1" % number for number in range(SLOW_ATTRIBUTES))
    return b"<html><body><p " + attributes + b">Three people were killed.</p></body></html>"
