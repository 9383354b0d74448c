"""Plain text and Markdown: decoded, and not altered in any other way."""

from rashomon.config import Limits
from rashomon.ingest.draft import Draft, check_length, same_text
from rashomon.ingest.encoding import decode


def read_plain(data: bytes, limits: Limits) -> Draft:
    """A plain text as it came; line ends are kept as they are."""
    text, remark = decode(data)
    check_length(text, limits)
    remarks = (remark,) if remark else ()
    return Draft(text=text, media_type="text/plain", offset_map=same_text(text), remarks=remarks)


def read_markdown(data: bytes, limits: Limits) -> Draft:
    """A Markdown text as it came, its marks included."""
    draft = read_plain(data, limits)
    return Draft(text=draft.text, media_type="text/markdown", offset_map=draft.offset_map, remarks=draft.remarks)
