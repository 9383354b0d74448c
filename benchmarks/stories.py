"""Synthetic readings for timing the link stage: a news flow in which incidents are told by many reports, made by a script.

Three hundred reports a day. An incident is told by one to a dozen reports within three days; a report has one main incident
and up to two in passing, among them old ones and series. One date in seven is not told, one report in twenty has no
publication date. Places, actors and names follow a steep distribution, as they do in news.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import get_args

from rashomon.model import (
    UNKNOWN_TIME,
    Figure,
    IncidentMention,
    IncidentType,
    PlaceRead,
    Reading,
    Report,
    ReportedIncident,
    TimeInterval,
    content_id,
    sha256_hex,
)

A_DAY = 300
FIRST_DAY = date(2001, 1, 1)
COUNTRIES, TOWNS, ACTORS, NAMES = 40, 60, 6, 20_000
UNDATED, UNPUBLISHED, SERIES, PASSING = 1 / 7, 1 / 20, 1 / 8, (0, 0, 1, 1, 2)
SYLLABLES = "ba de ki lo mu na po ra su ti ve zo sha kel mar din gor hal qas tur".split()
Told = tuple[Report, Reading]


@dataclass(frozen=True, slots=True)
class Story:
    """What happened: all that reports of it have in common."""

    day: date
    type: IncidentType
    country: int
    town: str
    actor: str
    target: str
    people: tuple[str, ...]
    killed: int
    series: bool


def told_readings(count: int, seed: int = 1) -> Iterator[Told]:
    """So many reports with their readings, in the order of their days; the same seed makes the same."""
    rng = random.Random(seed)
    stories: list[Story] = []
    open_ones: list[tuple[Story, int]] = []
    for number in range(count):
        day = FIRST_DAY + timedelta(days=number // A_DAY)
        open_ones = [(story, left) for story, left in open_ones if left and (day - story.day).days <= 3]
        if not open_ones or rng.random() < 0.3:
            stories.append(_story(rng, day))
            open_ones.append((stories[-1], rng.choice((1, 1, 2, 3, 4, 6, 12))))
        place = rng.randrange(len(open_ones))
        main, left = open_ones[place]
        open_ones[place] = (main, left - 1)
        yield _report(rng, number, day, [main, *(_earlier(rng, stories) for _ in range(rng.choice(PASSING)))])


def _story(rng: random.Random, day: date) -> Story:
    country = _steep(rng, COUNTRIES)
    return Story(
        day=day,
        type=rng.choice(get_args(IncidentType)),
        country=country,
        town=_name(country * TOWNS + _steep(rng, TOWNS)),
        actor=f"actor.{country}.{_steep(rng, ACTORS)}",
        target=_name(50_000 + _steep(rng, 500)),
        people=tuple(_name(100_000 + _steep(rng, NAMES)) for _ in range(3)),
        killed=_steep(rng, 200),
        series=rng.random() < SERIES,
    )


def _earlier(rng: random.Random, stories: list[Story]) -> Story:
    """A story that is remembered: mostly of the last days, now and then an old one."""
    back = rng.randrange(len(stories)) if rng.random() < 0.1 else min(_steep(rng, 300), len(stories) - 1)
    return stories[-1 - back]


def _report(rng: random.Random, number: int, day: date, stories: list[Story]) -> Told:
    lines = [
        f"Officials said {s.town} was hit, and {' and '.join(s.people[: rng.randint(1, 3)])} spoke." for s in stories
    ]
    text = "\n".join(lines)
    digest = sha256_hex(f"{number}\n{text}".encode())
    dated = rng.random() >= UNPUBLISHED
    report = Report(
        id=f"r{digest[:16]}", name=str(number), sha256=digest, text=text, media_type="text/plain", origin=str(number),
        outlet=None, language="en", published=TimeInterval(start=day, end=day, basis="stated") if dated else UNKNOWN_TIME,
    )  # fmt: skip
    ends = [sum(map(len, lines[: n + 1])) + n for n in range(len(lines))]
    sentences = tuple(report.span(end - len(line), end) for line, end in zip(lines, ends, strict=True))
    incidents, figures = [], []
    for n, (story, sentence) in enumerate(zip(stories, sentences, strict=True)):
        trigger = report.span(sentence.end - 6, sentence.end - 1)
        mention = IncidentMention(id=f"m{n}", trigger=(trigger,), type=story.type, reality="happened")
        known = rng.random() >= UNDATED
        incidents.append(
            ReportedIncident(
                id=f"i{n}",
                type=story.type,
                main=n == 0 and not story.series,
                date=TimeInterval(start=story.day, end=story.day, basis="stated") if known else UNKNOWN_TIME,
                places=(story.town,),
                targets=(story.target,),
                series=story.series,
                mentions=(mention,),
                locations=(PlaceRead(name=story.town, precision="town", country=f"C{story.country}"),),
                actors=(story.actor,) if rng.random() < 0.6 else (),
            )
        )
        low = story.killed + rng.choice((0, 0, 0, 1, 3))
        figures.append(
            Figure(id=content_id("f", digest, n), incident=f"i{n}", outcome="killed", low=low, high=low, who="people", partial=False, span=trigger)
        )  # fmt: skip
    return report, Reading(
        report=report.id, reader="synthetic", incidents=tuple(incidents), figures=tuple(figures), sentences=sentences
    )


def _steep(rng: random.Random, below: int) -> int:
    """A number under a bound, small ones far more often."""
    return int(below * rng.random() ** 2)


def _name(number: int) -> str:
    """A capitalised name of its own for each number."""
    parts = []
    while True:
        number, digit = divmod(number, len(SYLLABLES))
        parts.append(SYLLABLES[digit])
        if not number and len(parts) > 2:
            return "".join(parts).capitalize()
