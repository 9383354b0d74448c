"""Synthetic readings for timing the link stage: a year of the world's news of armed incidents, made by a script.

What it assumes, after the readings of 81 development reports (`benchmarks/mixture.py` lays what pairs share beside theirs,
`benchmarks/wording.py` tells of the words):

- 274 reports a day, so that 100,000 are a year; a workspace grows by days, not by crowding more into one.
- Four reports in ten open a new incident; how many tell of it falls off steeply, from one to some hundreds, most of
  them within two days. So 100,000 reports tell of some 40,000 incidents as their main matter.
- A report in three is an agency's text once more: whole, cut, or with another head.
- A report has one main incident and 0 to 4 in passing: of the same country in the last weeks, or long ago.
- Three main dates in ten and six of ten in passing are not told, one report in six has no date of its own.
- A third of the incidents in passing are series; most have neither place nor name.
- Reports of one story share some of their telling words, as there; two of different ones hardly any. Before comparing
  looked at words, all reports were made of one and the same vocabulary, so that any two looked alike in their wording.
- Countries, towns, armed groups and people in the news are steep: a tenth of all happens in one country, a fifth of a
  country's in one town, and the same spokesmen speak in a tenth of a country's reports.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import get_args

ROOT = Path(__file__).resolve().parents[1]
# The words are made by a module beside the script.
sys.path.insert(0, str(ROOT))

from benchmarks.wording import USUAL, Own, line, name, own_words, steep, trigger_of
from rashomon.codebook.actors import load_actors
from rashomon.model import (
    UNKNOWN_TIME,
    Figure,
    IncidentMention,
    IncidentType,
    Mention,
    PlaceRead,
    Reading,
    Report,
    ReportedIncident,
    TimeInterval,
    content_id,
    sha256_hex,
)

A_DAY = 274
FIRST_DAY = date(2001, 1, 1)
COUNTRIES, TOWNS, GROUPS, SPOKESMEN, PEOPLE = 60, 150, 8, 25, 40_000
OPENS, COPIES = 0.4, 1 / 3
LONGEST_STORY = 400
TYPES: dict[IncidentType, int] = {
    "airstrike": 35, "armed_attack": 28, "missile_or_rocket": 23, "other": 17, "drone_strike": 9,
    "suicide_bombing": 6, "shelling": 6, "bombing": 5, "ship_attack": 2,
}  # fmt: skip
"""How often each kind is told of in the development reports."""
PASSING = (0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 3, 4)
UNDATED, UNDATED_IN_PASSING, UNPUBLISHED = 0.3, 0.6, 1 / 6
PERSONS = (0, 1, 1, 2, 3)
SERIES, PLACELESS = 0.3, 0.65
SENTENCES = 14
Told = tuple[Report, Reading]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What happened: all that reports of it have in common."""

    day: date
    type: IncidentType
    country: int
    places: tuple[PlaceRead, ...]
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    people: tuple[str, ...]
    weapon: str
    killed: int
    wounded: int
    trigger: str
    own: Own
    series: bool = False


@dataclass(slots=True)
class Open:
    """A story that is in the news: how many reports of it are still to come, and the agency's text, once there is one."""

    story: Story
    left: int
    wire: tuple[str, ...] = ()


def told_readings(count: int, seed: int = 1) -> Iterator[Told]:
    """So many reports with their readings, in the order of their days; the same seed makes the same."""
    return (told for told, _ in told_stories(count, seed))


def told_stories(count: int, seed: int = 1) -> Iterator[tuple[Told, Story]]:
    """The same, each with the story that it is about."""
    rng = random.Random(seed)
    stories: list[Story] = []
    news: list[Open] = []
    for number in range(count):
        day = FIRST_DAY + timedelta(days=number // A_DAY)
        if number % A_DAY == 0:
            news = [one for one in news if one.left > 0 and rng.random() < 0.6]
        if not news or rng.random() < OPENS:
            stories.append(_story(rng, day))
            news.append(Open(stories[-1], _length(rng)))
        # Big stories get more of a day's reports than small ones.
        one = rng.choices(news, [o.left for o in news])[0]
        one.left -= 1
        if one.left <= 0:
            news.remove(one)
        passing = [_earlier(rng, stories, one.story) for _ in range(rng.choice(PASSING))]
        yield _report(rng, number, day, one, passing), one.story


def _length(rng: random.Random) -> int:
    """How many reports tell of a story: one of five in a hundred has more than ten, one in two thousand some hundreds."""
    return min(LONGEST_STORY, int(rng.paretovariate(1.25)))


def _story(rng: random.Random, day: date) -> Story:
    country = steep(rng, COUNTRIES)
    state, groups = _sides(country)
    town = steep(rng, TOWNS)
    (kind,) = rng.choices(list(TYPES), list(TYPES.values()))
    doer = (groups[steep(rng, len(groups))],) if rng.random() < 0.7 else (state,)
    return Story(
        day=day,
        type=kind,
        country=country,
        places=(
            PlaceRead(name=name(country * 1_000 + town), precision="town", country=f"C{country}"),
            PlaceRead(name=name(90_000 + country * 20 + town % 12), precision="province", country=f"C{country}"),
        )[: rng.choice((1, 1, 1, 2))],
        actors=doer if rng.random() < 0.8 else (),
        targets=tuple(name(120_000 + country * 50 + steep(rng, 30)).lower() for _ in range(rng.randint(1, 4))),
        people=tuple(_person(rng, country) for _ in range(rng.choice(PERSONS))),
        weapon=name(130_000 + steep(rng, 30)).lower() if rng.random() < 0.4 else "",
        killed=steep(rng, 60, power=4),
        wounded=steep(rng, 120, power=3),
        trigger=trigger_of(rng, kind),
        own=own_words(rng),
    )


def _earlier(rng: random.Random, stories: Sequence[Story], main: Story) -> Story:
    """Another story that a report comes back to: of its country in the last weeks, or of any time; many as a series."""
    near = [story for story in stories[-400:] if story.country == main.country and story is not main]
    found = rng.choice(near) if near and rng.random() < 0.9 else rng.choice(stories)
    bare = rng.random() < PLACELESS
    return replace(
        found,
        series=rng.random() < SERIES,
        places=() if bare else found.places,
        people=() if bare else found.people[:1],
        targets=found.targets[: rng.randint(0, 2)],
        actors=found.actors if rng.random() < 0.3 else (),
        killed=found.killed if rng.random() < 0.3 else 0,
        wounded=0,
    )


def _report(rng: random.Random, number: int, day: date, main: Open, passing: Sequence[Story]) -> Told:
    copied = bool(main.wire) and rng.random() < COPIES / (1 - OPENS)
    body = _copied(rng, main.wire) if copied else _written(rng, main.story)
    if not copied and not main.wire and rng.random() < 0.7:
        main.wire = body
    lines = [*body, *(_sentence(rng, story) for story in passing)]
    text = "\n".join(lines)
    digest = sha256_hex(f"{number}\n{text}".encode())
    published = TimeInterval(start=day, end=day, basis="stated") if rng.random() >= UNPUBLISHED else UNKNOWN_TIME
    report = Report(
        id=f"r{digest[:16]}", name=str(number), sha256=digest, text=text, media_type="text/plain", origin=str(number),
        outlet=f"Outlet {steep(rng, 500)}", language="en", published=published,
    )  # fmt: skip
    return report, _reading(rng, report, lines, [main.story, *passing])


def _reading(rng: random.Random, report: Report, lines: Sequence[str], stories: Sequence[Story]) -> Reading:
    ends = [end - 1 for end in accumulate(len(line) + 1 for line in lines)]
    sentences = tuple(report.span(end - len(line), end) for line, end in zip(lines, ends, strict=True))
    spoken = [sentences[0], *sentences[len(sentences) - len(stories) + 1 :]]
    incidents, figures = [], []
    for n, (story, sentence) in enumerate(zip(stories, spoken, strict=True)):
        trigger = report.span(sentence.text.rindex(" ") + 1 + sentence.start, sentence.end - 1)
        mention = IncidentMention(id=f"m{n}", trigger=(trigger,), type=story.type, reality="happened")
        known = rng.random() >= (UNDATED_IN_PASSING if n else UNDATED)
        day = story.day + timedelta(days=rng.choice((0, 0, 0, 0, 0, 0, 0, 0, 1)))
        told = story.type if rng.random() < 0.8 else rng.choice(get_args(IncidentType))
        incidents.append(
            ReportedIncident(
                id=f"i{n}", type=told, main=n == 0 and not story.series, series=story.series, mentions=(mention,),
                date=TimeInterval(start=day, end=day, basis="stated") if known else UNKNOWN_TIME,
                places=tuple(place.name for place in story.places), locations=story.places,
                targets=story.targets[: rng.randint(1, 4)], weapons=(story.weapon,) if story.weapon else (),
                actors=story.actors if rng.random() < 0.8 else (),
            )
        )  # fmt: skip
        for outcome, size in (("killed", story.killed), ("wounded", story.wounded)):
            if size and rng.random() < 0.7:
                low = size + rng.choice((0, 0, 0, 1, 3))
                figures.append(
                    Figure(id=content_id("f", report.id, n, outcome), incident=f"i{n}", outcome=outcome, low=low, high=low, who="people", partial=False, span=trigger)  # type: ignore[arg-type]
                )  # fmt: skip
    state, groups = _sides(stories[0].country)
    named = {state, *stories[0].actors, *(groups[steep(rng, len(groups))] for _ in range(2))}
    actors = tuple(Mention(span=sentences[0], kind="actor", ref=ref) for ref in sorted(named))
    return Reading(
        report=report.id, reader="synthetic", incidents=tuple(incidents), figures=tuple(figures),
        sentences=sentences, mentions=actors,
    )  # fmt: skip


def _written(rng: random.Random, story: Story) -> tuple[str, ...]:
    """A text of its own: the first sentence tells of the story, the others speak of whatever else there is."""
    return (_sentence(rng, story), *(_prose(rng, story) for _ in range(SENTENCES - 1)))


def _copied(rng: random.Random, wire: Sequence[str]) -> tuple[str, ...]:
    """An agency's text once more: whole, cut after some sentences, or with a few of its own at the end."""
    way = rng.random()
    if way < 0.4:
        return tuple(wire)
    if way < 0.7:
        return tuple(wire[: rng.randint(len(wire) // 2, len(wire))])
    return (*wire[:-2], line(rng), line(rng))


def _sentence(rng: random.Random, story: Story) -> str:
    where = f" in {story.places[0].name}" if story.places else ""
    who = f" after {' and '.join(story.people[: rng.randint(1, 3)])} spoke" if story.people else ""
    word = story.trigger if rng.random() < USUAL else trigger_of(rng, story.type)
    return f"{line(rng, story.own)[:-1]} came{where}{who} of the {word}."


def _prose(rng: random.Random, story: Story) -> str:
    person = f" {_person(rng, story.country)}" if rng.random() < 0.25 else ""
    return f"{line(rng, story.own)[:-1]} said{person} of it."


def _person(rng: random.Random, country: int) -> str:
    """A name: one in four that of somebody who speaks again and again for that country."""
    if rng.random() < 0.25:
        return name(150_000 + country * SPOKESMEN + steep(rng, SPOKESMEN))
    return name(200_000 + steep(rng, PEOPLE))


@cache
def _sides(country: int) -> tuple[str, tuple[str, ...]]:
    """A state of the codebook that stands for a country, and the groups that fight there."""
    book = load_actors().by_id
    states = sorted(id for id, actor in book.items() if actor.kind == "state")
    groups = sorted(id for id, actor in book.items() if actor.kind == "armed_group")
    return states[country * 3], tuple(groups[(country * 5 + n) % len(groups)] for n in range(GROUPS))
