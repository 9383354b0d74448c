"""Ids are hashes of content: the same input twice makes the same id."""

import hashlib

ID_LENGTH = 16
"""Hex digits of an id: 64 bits, so that a million things collide with a chance of about 3 in 100 million."""


def sha256_hex(data: bytes) -> str:
    """The SHA-256 of some bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


def content_id(prefix: str, *parts: object) -> str:
    """An id made of a prefix that tells its kind and a hash of the parts; their order matters."""
    joined = "\x1f".join(str(part) for part in parts)
    return f"{prefix}{sha256_hex(joined.encode('utf-8', 'surrogatepass'))[:ID_LENGTH]}"
