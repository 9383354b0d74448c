"""Encodings: what comes as text comes back unchanged, what is none is refused, and nothing else is ever raised."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rashomon.errors import InputNotText
from rashomon.ingest.encoding import decode

NO_CONTROLS = st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r\t")
LATIN = st.text(st.sampled_from("abcdefghij klmnop\n,.") | st.sampled_from("éüßñçŒ’“”–€"), min_size=1)


@given(st.text(NO_CONTROLS))
def test_utf8_comes_back(text: str) -> None:
    assume(not text.startswith("\ufeff"))
    assert decode(text.encode("utf-8")) == (text, None)
    assert decode(text.encode("utf-8-sig")) == (text, None)


@given(st.text(NO_CONTROLS), st.sampled_from(["utf-16-le", "utf-16-be"]))
def test_marked_utf16_comes_back(text: str, encoding: str) -> None:
    assume(not text.startswith(("\ufeff", "\x00")))
    assert decode(("\ufeff" + text).encode(encoding)) == (text, None)


@given(
    st.text(st.characters(max_codepoint=126, exclude_categories=["Cc"]), min_size=2),
    st.sampled_from(["utf-16-le", "utf-16-be"]),
)
def test_unmarked_utf16_of_latin_text_comes_back(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, None)


@given(LATIN)
def test_windows_1252_comes_back(text: str) -> None:
    data = text.encode("cp1252")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        high = sum(byte >= 128 for byte in data)
        assume(len(data) < 32 or high * 4 <= sum(chr(byte).isalpha() for byte in data))
        assert decode(data) == (text, None)
    else:
        assume(text.isascii())  # bytes that are UTF-8 as well are read as that
        assert decode(data) == (text, None)


@given(st.binary(max_size=2000))
def test_random_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except InputNotText as refused:
        assert refused.next_step
    else:
        text.encode("utf-8")


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 20, b"\x00\x01\x02\x03" * 50, b"text\x00\x00\x00\x00\x00\x07\x08 and more"]
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(InputNotText):
        decode(data)


def test_damaged_utf8_is_read_with_a_remark() -> None:
    text, remark = decode("“Yes” — “no” – ‘perhaps’".encode() + b"\xff")
    assert text == "“Yes” — “no” – ‘perhaps’\ufffd"
    assert remark is not None
    assert "1 byte" in remark


def test_other_alphabets_are_guessed() -> None:
    text = "Три человека погибли в понедельник при ударе по рынку на севере города, сообщили власти. " * 4
    assert decode(text.encode("cp1251"))[0] == text


def test_stray_bytes_cost_only_themselves() -> None:
    text, remark = decode(b"Three people were hurt\x81 on Monday when a rocket struck a market \x9d in the north.")
    assert text == "Three people were hurt\ufffd on Monday when a rocket struck a market \ufffd in the north."
    assert remark is not None
    assert "2 bytes" in remark
