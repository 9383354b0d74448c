"""Records of the catalogue: JSON, compressed."""

import json
import zlib

from rashomon.model.codec import Json


def written(data: Json) -> bytes:
    """JSON as bytes, the same for the same value."""
    return json.dumps(data, separators=(",", ":")).encode("ascii")


def packed(record: bytes) -> bytes:
    """What `written` gives as it is kept."""
    return zlib.compress(record, 1)


def unpacked(record: bytes) -> Json:
    """The JSON that was kept."""
    return json.loads(zlib.decompress(record))
