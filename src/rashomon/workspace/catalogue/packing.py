"""Records of the catalogue: JSON, compressed."""

import json
import zlib

from rashomon.model.codec import Json


def packed(data: Json) -> bytes:
    """JSON as it is kept."""
    return zlib.compress(json.dumps(data, separators=(",", ":")).encode("ascii"), 1)


def unpacked(record: bytes) -> Json:
    """The JSON that was kept."""
    return json.loads(zlib.decompress(record))
