"""From sources to captures, one report after the other: at no time is more than one report in memory."""

import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from rashomon.config import Config
from rashomon.errors import InputEmpty, InputSkipped, InputTooLarge
from rashomon.ingest.build import build_report
from rashomon.ingest.draft import Draft
from rashomon.ingest.encoding import decode
from rashomon.ingest.kinds import PROBE, Kind, kind_of
from rashomon.ingest.readers import READERS
from rashomon.ingest.rows import Row, parse_row, read_row, rows_of
from rashomon.ingest.sources import Refused, Source, unreadable
from rashomon.model import Capture, Report, Skipped, sha256_hex

LOG = logging.getLogger(__name__)
READ_AT_ONCE = 1 << 20
LONGEST_FAULT = 200
Item = Capture | Skipped


@dataclass(slots=True)
class Stream:
    """Reads sources under one configuration and remembers which bytes it has seen."""

    config: Config
    stdin: BinaryIO
    seen: dict[str, str]

    def read(self, source: Source | Refused) -> Iterator[Item]:
        """The reports of one source; every drop is a `Skipped`, and nothing is raised for one bad input."""
        if isinstance(source, Refused):
            yield _skipped(source.where, source.why, kept=source.kept)
            return
        try:
            if source.path is None:
                yield from self._read_open(source, self.stdin)
            else:
                self._check_size(source)
                with open(source.path, "rb") as file:
                    yield from self._read_open(source, file)
        except InputSkipped as why:
            yield _skipped(source.where, why)
        except OSError as error:
            yield _skipped(source.where, unreadable(error))
        except Exception as error:  # noqa: BLE001 - whatever an input does to a library, the other inputs are read
            yield _unforeseen(source.where, error)

    def _check_size(self, source: Source) -> None:
        """JSON lines are read line by line, so only a line has a limit; other files have it as a whole."""
        if source.path is not None and source.ending not in (".jsonl", ".ndjson"):
            self._within_limit(os.stat(source.path).st_size)

    def _read_open(self, source: Source, file: BinaryIO) -> Iterator[Item]:
        head = _read_up_to(file, PROBE)
        if not head.strip():
            head += _read_up_to(file, self.config.limits.file_bytes)
            if not head.strip():
                raise InputEmpty("It is empty." if not head else "It holds nothing but white space.", "Leave it out.")
        kind = kind_of(head[:PROBE], source.ending)
        if kind == "rows" and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
            yield from self._lines(source, head, file)
            return
        data = head + _read_up_to(file, self.config.limits.file_bytes + 1 - len(head))
        self._within_limit(len(data))
        if kind in ("rows", "json"):
            yield from self._json(source, data)
        else:
            yield from self._one(source, kind, data)

    def _one(self, source: Source, kind: Kind, data: bytes) -> Iterator[Item]:
        again = self._seen_before(data, source.where)
        if again is not None:
            yield again
            return
        draft = READERS[kind](data, self.config.limits)
        yield from self._built(draft, data, name=source.name, where=source.where)

    def _lines(self, source: Source, head: bytes, file: BinaryIO) -> Iterator[Item]:
        for number, line in enumerate(
            _lines(head.removeprefix(b"\xef\xbb\xbf"), file, self.config.limits.file_bytes), 1
        ):
            place = f"line {number}"
            if line is None:
                why = InputTooLarge(f"This line is longer than {self.config.limits.file_bytes:,} bytes.", "Split it.")
                yield _skipped(f"{source.where}, {place}", why)
            elif line.strip():
                yield from self._row(source, line, place)

    def _row(self, source: Source, line: bytes, place: str) -> Iterator[Item]:
        try:
            row = parse_row(line, place)
        except InputSkipped as why:
            yield _skipped(f"{source.where}, {place}", why)
            return
        yield from self._parsed(source, row)

    def _json(self, source: Source, data: bytes) -> Iterator[Item]:
        """A whole JSON file; one that can't be parsed as a whole is read line by line."""
        items = list(rows_of(data))
        if (
            any(not isinstance(item, Row) for item in items)
            and data.count(b"\n")
            and not data.lstrip().startswith(b"[")
        ):
            for number, line in enumerate(decode(data)[0].split("\n"), 1):
                if line.strip():
                    yield from self._row(source, line.rstrip("\r").encode("utf-8"), f"line {number}")
            return
        for item in items:
            if isinstance(item, Row):
                yield from self._parsed(source, item)
            else:
                yield _skipped(f"{source.where}, {item[0]}", item[1])

    def _parsed(self, source: Source, row: Row) -> Iterator[Item]:
        where = f"{source.where}, {row.place}"
        again = self._seen_before(row.data, where)
        if again is not None:
            yield again
            return
        try:
            draft, name = read_row(row, self.config.limits)
            yield from self._built(
                draft, row.data, name=name or f"{source.name}-{row.place.split(' ')[1]}", where=where
            )
        except InputSkipped as why:
            yield _skipped(where, why)
        except Exception as error:  # noqa: BLE001 - as above: one bad line is no reason to lose those after it
            yield _unforeseen(where, error)

    def _built(self, draft: Draft, data: bytes, *, name: str, where: str) -> Iterator[Item]:
        if not draft.text.strip():
            raise InputEmpty("It holds nothing but white space.", "Leave it out.")
        report = build_report(draft, data, name=name, origin=where, languages=self.config.languages)
        self.seen[report.sha256] = where
        yield Capture(report=report, original=data)
        for remark in draft.remarks:
            yield Skipped(
                where=where, reason=remark, next_step="The report is kept; correct the input if it matters.", kept=True
            )
        if not report.readable:
            yield _not_readable(report, self.config.languages)

    def _seen_before(self, data: bytes, where: str) -> Skipped | None:
        first = self.seen.get(sha256_hex(data))
        if first is None:
            return None
        return Skipped(
            where=where, reason=f"It holds the same bytes as {first}.", next_step="Nothing is lost.", kept=True
        )

    def _within_limit(self, size: int) -> None:
        limit = self.config.limits.file_bytes
        if size > limit:
            raise InputTooLarge(
                f"It is larger than {limit:,} bytes.",
                "Save only the report's text, or many reports as JSON lines (.jsonl), which have no limit together.",
            )


def _read_up_to(file: BinaryIO, size: int) -> bytes:
    """As many bytes as there are, at most `size`: a pipe hands over less at a time than it was asked for."""
    parts, missing = [], size
    while missing > 0 and (part := file.read(min(missing, READ_AT_ONCE))):
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)


def _lines(head: bytes, file: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Lines without their ends, of which only one is in memory; None stands for one that is longer than the limit."""
    rest, too_long = head, False
    while True:
        *lines, rest = rest.split(b"\n")
        for line in lines:
            yield None if too_long or len(line) > limit else line.rstrip(b"\r")
            too_long = False
        part = file.read(READ_AT_ONCE)
        if not part:
            break
        if len(rest) > limit:
            rest, too_long = b"", True
        rest += part
    if rest or too_long:
        yield None if too_long or len(rest) > limit else rest.rstrip(b"\r")


def _skipped(where: str, why: InputSkipped, *, kept: bool = False) -> Skipped:
    return Skipped(where=where, reason=why.what, next_step=why.next_step, kept=kept)


def _unforeseen(where: str, error: Exception) -> Skipped:
    """A fault of ours or of a library: this input is lost, the others are not."""
    LOG.debug("An input could not be read.", exc_info=error)
    if isinstance(error, MemoryError):
        return Skipped(where=where, reason="It takes more memory than there is.", next_step="Give its text alone.")
    what = f"{type(error).__name__}: {error}"[:LONGEST_FAULT] if str(error) else type(error).__name__
    return Skipped(
        where=where, reason=f"Rashomon stumbled over it ({what}).", next_step="Please report it with this input."
    )


def _not_readable(report: Report, languages: tuple[str, ...]) -> Skipped:
    reason = f"It is in the language {report.language!r}; the reader reads {', '.join(languages)}. It is kept and marked, not read."
    return Skipped(
        where=report.origin, reason=reason, next_step="Give a translation as a report of its own.", kept=True
    )
