"""Which sightings are worth comparing: those that share something within the stretch of time in which it can tell.

What is posted for how long follows from what is evidence of one incident (`comparison.EVIDENCE`). A place, a name, a day
of the year or two names of a report are evidence alone, so they are posted for the months around; a large toll for the
weeks. Who did it to whom, and of whom a report speaks, tells nothing but of one day, or of main incidents a few days
apart of which one is undated. What is posted in a stretch (a day, a week, a month) is compared with the one before and
the one after it too; the latter with those of some days. Two that both have a day meet nowhere but on it, so that a block grows with what
happens in a day or month, not with what a workspace holds.

A block that is too full is cut in a way that later reports don't change: who comes after the oldest `FULL` in it meets
those alone. What is not compared for it is counted.
"""

import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from itertools import combinations
from typing import TypeAlias
from zlib import crc32

from rashomon.link.sightings import Sighting
from rashomon.model import Member
from rashomon.store.shelf import Drawer, Form

FULL = 200
"""Sightings of a block, the oldest ones, that all others there are compared with; those after them meet them alone."""
FULL_FEW_DAYS = 10
"""The same for who did it to whom, day by day for a few days, which tells the least."""
CROWDED = 100
"""Sightings under one name without any time, from which the name is too common to look for an undated one there."""
WIDEST = 31
"""Days of the widest date interval that is posted day by day."""
WEEK, FEW_DAYS = 7, 4
MONTHS = 12
LARGE = 10
"""The least toll by which two sightings may meet."""
PAIRED = 12
"""Names of a report, those of the least hash, of which each two are posted together."""
BYTES = 8
HASH_BITS = 46
UNDATED = 2**16 - 1
FIRST_DAY = date(1900, 1, 1).toordinal()
ANY_TIME, MONTHLY, WEEKLY, DAYS, DAILY = range(5)
STRETCH_BITS, WHICH_BITS = 60, 32
STEPS = {
    stretch: tuple(step << WHICH_BITS for step in range(-most, most + 1))
    for stretch, most in ((ANY_TIME, 0), (MONTHLY, 1), (WEEKLY, 1), (DAYS, FEW_DAYS), (DAILY, 1))
}
"""From a key to those of the stretches around it, whose sightings those that are posted under it meet too."""
PRIME, MASK = 0x9E3779B1, 2**32 - 1
Pair: TypeAlias = tuple[Member, Member]
Number: TypeAlias = int
"""A sighting's place among all by age, an even number of 64 bits: the day its report came out, then a hash of it."""
Key: TypeAlias = int
"""What stretch of time, which one, and a hash of what is told, in 63 bits."""
Posting: TypeAlias = tuple[Key, bool]
"""A key, and whether the sighting seeks all others there; two that only wait never meet there."""

BLOCKS: Form[int, bytes] = Form(kind="link.block", key=int, encode=bytes, decode=bytes)


@dataclass(slots=True)
class Blocks:
    """The index of all sightings, which grows by adding them.

    A block is the numbers of its sightings as bytes, in their order, each plus one where the sighting seeks there.
    `uncompared` counts the pairs that a full block kept from meeting in it, whether or not they met elsewhere,
    `unsought` the names that sightings without any time were not looked for by, because they are too common.
    """

    by_key: Drawer[int, bytes] = field(default_factory=lambda: Drawer(BLOCKS))
    uncompared: int = 0
    unsought: int = 0

    def fetch(self, posted: Iterable[Posting]) -> None:
        """Have at hand what adding sightings and finding their partners needs."""
        if self.by_key.elsewhere:
            self.by_key.fetch({key + step for key, _ in posted for step in STEPS[period(key)]})

    def add(self, number: Number, posted: Iterable[Posting]) -> list[Number]:
        """Post a sighting under its keys; gives those that may meet fewer than before, for a block is full."""
        left: list[Number] = []
        for key, seeks in posted:
            block = self.by_key.get(key) or b""
            held = memoryview(block).cast("Q")
            at = bisect_left(held, number)
            left += self._displaced(key, held, at, seeks)
            # Nothing will ever be looked for under a name that is too common.
            if period(key) != ANY_TIME or len(held) <= CROWDED:
                entry = (number + seeks).to_bytes(BYTES, sys.byteorder)
                self.by_key[key] = block[: at * BYTES] + entry + block[at * BYTES :]
        return left

    def partners(self, number: Number, posted: Sequence[Posting]) -> set[Number]:
        """The sightings that one has to be compared with; its own number and others of its report among them."""
        self.fetch(posted)
        found: set[int] = set()
        blocks = self.by_key.held
        for key, seeks in posted:
            stretch = period(key)
            for step in STEPS[stretch]:
                block = blocks.get(key + step)
                if block is None:
                    continue
                if len(block) == BYTES:
                    entry = int.from_bytes(block, sys.byteorder)
                    if seeks or entry & 1:
                        found.add(entry)
                    continue
                held = memoryview(block).cast("Q")
                if stretch == ANY_TIME:
                    held = held[: 0 if len(held) > CROWDED else None]
                elif len(held) > full(key) and not self._is_among_first(number, key):
                    held = held[: full(key)]
                found.update(held if seeks else [entry for entry in held if entry & 1])
        return {entry & ~1 for entry in found}

    def _is_among_first(self, number: Number, key: Key) -> bool:
        """Whether a sighting is one of the oldest that are posted under a key."""
        return bisect_left(memoryview(self.by_key[key]).cast("Q"), number) < full(key)

    def _displaced(self, key: Key, held: "memoryview[int]", at: int, seeks: bool) -> list[Number]:
        """Who meets fewer, now that one more stands before `at` in a block that held those."""
        if period(key) == ANY_TIME:
            if len(held) < CROWDED:
                return []
            sought = [entry & ~1 for entry in held if entry & 1] if len(held) == CROWDED else []
            self.unsought += len(sought) + seeks
            return sought
        most = full(key)
        if len(held) < most:
            return []
        self.uncompared += len(held) - most
        return [held[most - 1] & ~1] if at < most else []


def number_of(sighting: Sighting) -> Number:
    """Where a sighting stands among all by age; those whose report has no date come last."""
    day = sighting.published.start
    age = UNDATED if day is None else min(max(day.toordinal() - FIRST_DAY, 0), UNDATED - 1)
    digest = blake2b(f"{sighting.member.report}/{sighting.member.incident}".encode(), digest_size=BYTES).digest()
    return (age << HASH_BITS | int.from_bytes(digest, "big") >> 64 - HASH_BITS) << 1


def period(key: Key) -> int:
    """The stretch of time of a key: a day, some days, a week, a month or none."""
    return key >> STRETCH_BITS


def full(key: Key) -> int:
    """How many sightings of a block all others there are compared with."""
    return FULL_FEW_DAYS if period(key) == DAYS else FULL


def postings(sighting: Sighting) -> list[Posting]:
    """The keys of a sighting, each with whether it seeks all others there."""
    found = {
        (key, seeks) for stretch, which, told, seeks in _stretches(sighting) for key in _keys(stretch, which, told)
    }
    return sorted(found)


def _stretches(sighting: Sighting) -> Iterator[tuple[int, Iterable[int], set[int], bool]]:
    """Kinds of stretches, which ones, hashes of what is told in them, and whether it seeks there."""
    telling, acted, tolls = _hashed(_telling(sighting)), _hashed(_acted(sighting)), _hashed(_tolls(sighting))
    about = _hashed({*sighting.around, *sighting.cast})
    days = _days(sighting)
    yield DAILY, days, telling | acted | tolls | about, True
    telling |= _paired(_hashed(sighting.around))
    around = sighting.incident.date.start or sighting.incident.date.end or sighting.published.start
    if around is not None:
        day = around.toordinal()
        yield MONTHLY, (around.year * MONTHS + around.month,), telling, not days
        # Of two with a date, one that is too wide to be posted by days may meet who did it to whom about its beginning.
        yield WEEKLY, (day // WEEK,), tolls | acted if sighting.incident.date.known else tolls, not days
    last = sighting.incident.date.end or sighting.published.end
    if sighting.incident.main and last is not None:
        yield DAYS, (last.toordinal(),), acted | about, not days
    yield ANY_TIME, (0,), telling | tolls, around is None


def _keys(stretch: int, which: Iterable[int], told: Iterable[int]) -> Iterator[Key]:
    return (stretch << STRETCH_BITS | one << WHICH_BITS | what for one in which for what in told)


def _paired(hashes: set[int]) -> set[int]:
    """A hash for each two of some; only of the least ones where there are many, which are the same in every report."""
    return {(one * PRIME ^ other) & MASK for one, other in combinations(sorted(hashes)[:PAIRED], 2)}


def _hashed(told: Iterable[str]) -> set[int]:
    return {crc32(what.encode("utf-8", "surrogatepass")) for what in told}


def _days(sighting: Sighting) -> range:
    """The days of a date that is narrow enough."""
    when = sighting.incident.date
    if when.start is None or when.end is None or (when.end - when.start).days > WIDEST:
        return range(0)
    return range(when.start.toordinal(), when.end.toordinal() + 1)


def told_of(sighting: Sighting) -> set[str]:
    """What a sighting tells that another may tell too."""
    return {
        *_telling(sighting),
        *_acted(sighting),
        *_tolls(sighting),
        *sighting.around,
        *sighting.cast,
        *sighting.countries,
    }


def _telling(sighting: Sighting) -> set[str]:
    """What is evidence of one incident by itself."""
    return {*sighting.exact, *sighting.provinces, *sighting.names, *map(str, sorted(sighting.days))}


def _acted(sighting: Sighting) -> set[str]:
    """Who did it to whom: in a war many incidents of one week have that in common."""
    return {*sighting.initiators, *sighting.sides, *sighting.targets}


def _tolls(sighting: Sighting) -> set[str]:
    return {f"{what} {low} {high}" for what, low, high in sighting.figures if (low or high or 0) >= LARGE}
