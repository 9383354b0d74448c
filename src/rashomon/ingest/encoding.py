"""From bytes to text: UTF-8, UTF-16 and UTF-32, Windows-1252, and a guess only where none of them explains the bytes."""

import re

from rashomon.errors import InputNotText

MARKS = ((b"\xff\xfe\x00\x00", "utf-32-le"), (b"\x00\x00\xfe\xff", "utf-32-be"), (b"\xef\xbb\xbf", "utf-8"),
         (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))  # fmt: skip
PROBE = 65_536
"""How many bytes are looked at to tell an encoding."""
CONTROLS_AT_MOST = 0.02
ASCII_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
UNUSED_IN_1252 = b"\x81\x8d\x8f\x90\x9d"
LEGACY = (
    "cp1251", "koi8_r", "koi8_u", "cp1256", "cp1253", "cp1255", "cp1254", "cp1250", "cp1257", "cp874", "cp1258", "gb18030", "big5", "shift_jis",
    "euc_jp", "euc_kr", "cp1252",
)  # fmt: skip
"""What is guessed among: the encodings that news was kept in before Unicode."""
LATIN_SHARE = 0.3
"""Text in a Latin alphabet has at most this share of letters beyond ASCII; more speaks for another alphabet."""
STRAY_SHARE = 0.05
"""Up to this share of bytes that nothing explains, a text is taken for Windows-1252 with damage."""
NOT_TEXT = "Check that it is a report; if it is, save it as UTF-8 and try again."


def decode(data: bytes) -> tuple[str, str | None]:
    """The text of some bytes without a byte order mark, and a remark where characters were lost.

    Raises `InputNotText` for binary data and for bytes that no supported encoding explains.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding)
    wide = _unmarked_utf16(data)
    if wide is not None:
        return _checked(wide), None
    try:
        return _checked(data.decode("utf-8")), None
    except UnicodeDecodeError:
        return _decode_other(data)


def _decode_marked(data: bytes, encoding: str) -> tuple[str, str | None]:
    try:
        return _checked(data.decode(encoding)), None
    except UnicodeDecodeError:
        text = _checked(data.decode(encoding, "replace"))
        if text.count("\ufffd") > max(1, len(text) // 100):
            raise InputNotText("It is marked as Unicode but holds bytes that are not.", NOT_TEXT) from None
        return text, _remark(text)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte of Latin text is zero, and the others never are."""
    probe = data[: PROBE - PROBE % 2]
    pairs = len(probe) // 2
    zeros_first, zeros_second = probe[::2].count(0), probe[1::2].count(0)
    if (
        len(data) % 2
        or pairs < 2
        or max(zeros_first, zeros_second) < 0.4 * pairs
        or min(zeros_first, zeros_second) > 0.02 * pairs
    ):
        return None
    try:
        return data.decode("utf-16-be" if zeros_first > zeros_second else "utf-16-le")
    except UnicodeDecodeError:
        return None


def _decode_other(data: bytes) -> tuple[str, str | None]:
    damaged = data.decode("utf-8", "replace")
    lost, kept = damaged.count("\ufffd"), len(re.findall(r"[^\x00-\x7f\ufffd]", damaged))
    if kept >= 3 and kept >= 4 * lost:
        return _checked(damaged), _remark(damaged)
    probe = data[:PROBE]
    high = len(re.findall(rb"[\x80-\xff]", probe))
    letters = high + len(re.findall(rb"[A-Za-z]", probe))
    if not any(byte in data for byte in UNUSED_IN_1252) and (high <= LATIN_SHARE * letters or len(data) < 32):
        return _checked(data.decode("cp1252")), None
    _checked(probe.decode("latin-1"), with_c1=False)
    encoding = "cp1252" if high <= STRAY_SHARE * letters else _guessed(probe)
    text = _checked(data.decode(encoding, "replace"))
    return text, _remark(text) if "\ufffd" in text else None


def _guessed(probe: bytes) -> str:
    from charset_normalizer import from_bytes  # slow to import, and seldom needed

    guess = from_bytes(probe, cp_isolation=list(LEGACY)).best()
    if guess is None:
        raise InputNotText("It is in no encoding that is known.", NOT_TEXT)
    return guess.encoding


def check_text(text: str) -> None:
    """Raises `InputNotText` for what a library decoded although it is binary: much of it control or lost characters."""
    if _checked(text)[:PROBE].count("\ufffd") > STRAY_SHARE * min(len(text), PROBE):
        raise InputNotText("It holds binary data, not text.", NOT_TEXT)


def _checked(text: str, *, with_c1: bool = True) -> str:
    """The text, unless control characters show that it is none; `with_c1` counts the upper ones too."""
    probe = text[:PROBE]
    if len((CONTROLS if with_c1 else ASCII_CONTROLS).findall(probe)) > CONTROLS_AT_MOST * len(probe):
        raise InputNotText("It holds binary data, not text.", NOT_TEXT)
    return text


def _remark(text: str) -> str:
    count = text.count("\ufffd")
    return f"{count} byte{'s' if count > 1 else ''} could not be decoded and {'are' if count > 1 else 'is'} shown as \ufffd."
