"""What is taken out, as files to be saved: one way to name, type and guard each kind."""

import json
from collections.abc import Callable
from typing import Literal, TypeAlias

from starlette.responses import Response

from rashomon.model.codec import Json
from rashomon.publish.sheet import Sheet, sheet_csv, sheet_markdown, sheet_page

Format: TypeAlias = Literal["json", "csv", "html", "md"]
KINDS: dict[Format, str] = {
    "json": "application/json", "csv": "text/csv; charset=utf-8", "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
}  # fmt: skip
WRITERS = {"csv": sheet_csv, "html": sheet_page, "md": sheet_markdown}


def as_file(text: str, format: Format, name: str) -> Response:
    """A file to be saved: a page among them is never shown as a page of the workbench. `name` is plain ASCII."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}.{format}"',
        "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    }
    return Response(text.encode("utf-8", "backslashreplace"), media_type=KINDS[format], headers=headers)


def sheet_file(sheet: Sheet, data: Callable[[], Json], format: Format, name: str) -> Response:
    """A thing or a list as a file: `data` gives its JSON, all other kinds are made from the sheet."""
    return as_file(json_text(data()) if format == "json" else WRITERS[format](sheet), format, name)


def json_text(data: Json) -> str:
    """JSON that people can read too."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
