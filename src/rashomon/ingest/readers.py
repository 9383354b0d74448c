"""The reader of each kind of input; those that need a large library load it when they are first needed."""

from importlib import import_module
from typing import cast

from rashomon.config import Limits
from rashomon.ingest.draft import Draft, Reader
from rashomon.ingest.kinds import Kind
from rashomon.ingest.plain import read_markdown, read_plain


def _later(module: str, function: str) -> Reader:
    def read(data: bytes, limits: Limits) -> Draft:
        return cast(Reader, getattr(import_module(f"rashomon.ingest.{module}"), function))(data, limits)

    return read


READERS: dict[Kind, Reader] = {
    "text": read_plain,
    "markdown": read_markdown,
    "html": _later("web", "read_page"),
    "pdf": _later("pdf", "read_pdf"),
    "docx": _later("word", "read_docx"),
    "mail": _later("mail", "read_mail"),
}
"""By kind; JSON is read row by row in `stream`."""
