"""Checking the entries of a codebook file; each complaint names the file, the entry and the next step."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from rashomon.errors import CodebookInvalid

DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def complain(file: str, entry: str, what: str, next_step: str = "Correct the entry.") -> CodebookInvalid:
    """The error for one entry of one file."""
    return CodebookInvalid(f"{file.removesuffix('.toml')}.toml, entry {entry!r}: {what}.", next_step)


def check_keys(file: str, entry: str, row: Any, known: frozenset[str], needed: frozenset[str]) -> None:
    """Raise `CodebookInvalid` where a row is no table, lacks a key that is needed or has one that is not known."""
    if not isinstance(row, Mapping):
        raise complain(file, entry, "it is not a table")
    if unknown := sorted(set(row) - known):
        raise complain(file, entry, f"unknown key {unknown[0]!r}", f"Known keys: {', '.join(sorted(known))}.")
    if missing := sorted(needed - set(row)):
        raise complain(file, entry, f"the key {missing[0]!r} is missing")


def check_text(file: str, entry: str, text: Any, key: str) -> None:
    """Raise `CodebookInvalid` where a value is no text, or an empty one."""
    if not isinstance(text, str) or not text.strip():
        raise complain(file, entry, f"{key!r} is no text")


def check_words(file: str, entry: str, words: Any) -> tuple[str, ...]:
    """A list of words as a tuple; raises `CodebookInvalid` where it is none."""
    if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
        raise complain(file, entry, "a list of words was expected")
    return tuple(words)


def whole_words(file: str, entry: str, patterns: Iterable[str], flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """One pattern for whole words that match any of some regular expressions; `CodebookInvalid` where one is none."""
    try:
        return re.compile(rf"\b(?:{'|'.join(patterns)})\b", flags)
    except re.error as error:
        raise complain(file, entry, f"a line is no regular expression ({error})") from error


def check_date(file: str, entry: str, text: Any) -> str | None:
    """A year, month or day in ISO form, or None for an open side; raises `CodebookInvalid` for anything else."""
    if text in ("", None):
        return None
    match = DATE.fullmatch(text) if isinstance(text, str) else None
    try:
        if match is None:
            raise ValueError
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError as error:
        raise complain(file, entry, f"{text!r} is no date", "Write YYYY, YYYY-MM or YYYY-MM-DD.") from error
    return str(text)
