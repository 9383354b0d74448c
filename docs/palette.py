"""Small pictures: pixels as a PNG of at most 256 colours, which is enough for pages of text and flat drawings."""

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

MOST_COLOURS = 256
CHUNK = 2048
"""Colours that are compared with the palette at once."""


def palette_png(pixels: NDArray[np.uint8]) -> bytes:
    """A picture (height x width x 3) as an indexed PNG; the commonest colours stay, each other becomes the nearest."""
    height, width, _ = pixels.shape
    wide = pixels.astype(np.uint32)
    packed = (wide[..., 0] << 16 | wide[..., 1] << 8 | wide[..., 2]).ravel()
    colours, where, counts = np.unique(packed, return_inverse=True, return_counts=True)
    kept = colours[np.argsort(-counts, kind="stable")[:MOST_COLOURS]]
    nearest = np.concatenate([_nearest(colours[at : at + CHUNK], kept) for at in range(0, len(colours), CHUNK)])
    rows = nearest[where].astype(np.uint8).reshape(height, width)
    # Each row begins with the number of its filter: none, which suits indexed pictures best.
    lines = np.concatenate([np.zeros((height, 1), np.uint8), rows], axis=1)
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = (
        (b"IHDR", header),
        (b"PLTE", _channels(kept).astype(np.uint8).tobytes()),
        (b"IDAT", zlib.compress(lines.tobytes(), 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _nearest(colours: NDArray[np.uint32], kept: NDArray[np.uint32]) -> NDArray[np.intp]:
    apart = _channels(colours)[:, None, :] - _channels(kept)[None, :, :]
    found: NDArray[np.intp] = (apart**2).sum(axis=2).argmin(axis=1)
    return found


def _channels(packed: NDArray[np.uint32]) -> NDArray[np.int32]:
    return np.stack([packed >> 16 & 255, packed >> 8 & 255, packed & 255], axis=-1).astype(np.int32)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
