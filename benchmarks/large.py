"""A large workspace for timing the workbench: the samples told again, with new places, days, outlets and figures.

What it assumes:

- The readings are those of the samples, so that pages hold what real ones do: claims, figures, cues, places, answers.
- All incidents of the samples happen once in every story, on other days of ten years and in other towns of the gazetteer,
  and are told in rounds: most stories by a few, one by forty, so that its largest incident has two hundred reports.
- A report in three is an earlier one of its story once more, and is known as its copy; each text has prose of its own.
- One figure in four differs from round to round, and one speaker in six is somebody whom the codebook does not have.
- One cell in sixty of the first four hundred reports is judged.
"""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import gettempdir

from benchmarks.wording import SYLLABLES
from rashomon.codebook.gazetteer import TOWN, Row, load_gazetteer
from rashomon.config import Config
from rashomon.link import link
from rashomon.model import (
    Attribution,
    Capture,
    Claimant,
    Descent,
    Excerpt,
    Figure,
    Judgement,
    Lineage,
    Linked,
    LinkedIncident,
    Member,
    Passage,
    PlaceRead,
    Reading,
    Report,
    ReportedIncident,
    TimeInterval,
    cell_anchors,
    content_id,
    made,
    sha256_hex,
)
from rashomon.pipeline import current_key, read_inputs
from rashomon.reconcile import reconcile
from rashomon.resolve.local_actors import local_actor
from rashomon.store import open_store
from rashomon.version import __version__

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "reports"
REPORTS = 10_000
ROUNDS = (1, 2, 3, 4, 6, 8, 10, 22)
"""Rounds of the samples in which stories are told, and how many tell of the one that everybody tells of."""
MOST_TOLD = 40
JUDGED_AMONG = 400
"""Reports that are told first, among whose cells some are judged."""
WEEKS = 520
COPIES, OTHER_FIGURE, STRANGERS, JUDGED = 1 / 3, 1 / 4, 1 / 6, 1 / 60
STRANGERS_OF_STORY, PEOPLE = 25, 1_000
PROSE = 12
"""Sentences of its own that each text has, besides those of the sample."""
MOVED = frozenset({"site", "town", "district", "province", "area"})
DAY = re.compile(r"\d{4}-\d\d-\d\d")
MADE = 1
"""Goes up where the same number of reports makes another workspace."""
Told = tuple[Report, Reading]


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """One round of a story: how it differs from the samples. Towns are moved by `away`, days by `weeks`."""

    name: str
    weeks: int
    away: int
    rng: random.Random

    def day(self, day: date) -> date:
        """A day of the samples as a day of the story."""
        return day + timedelta(weeks=self.weeks)

    def when(self, when: TimeInterval) -> TimeInterval:
        """An interval of the samples as one of the story."""
        start, end = (day and self.day(day) for day in (when.start, when.end))
        return replace(when, start=start, end=end)

    def place(self, place: PlaceRead) -> PlaceRead:
        """A place of the samples as another one of as fine a kind; countries and seas stay where they are."""
        if place.precision not in MOVED or place.latitude is None:
            return place
        row = _towns()[(self.away + _number(place.name)) % len(_towns())]
        name = f"near {row.name}" if place.precision == "area" else row.name
        return replace(place, name=name, country=row.country, latitude=row.latitude, longitude=row.longitude)


@dataclass(slots=True)
class Made:
    """What is told so far, with the incidents that it is joined into and who copied whom."""

    reports: dict[str, Report] = field(default_factory=dict)
    readings: list[Reading] = field(default_factory=list)
    members: dict[str, list[Member]] = field(default_factory=dict)
    lineage: list[Lineage] = field(default_factory=list)

    @property
    def linked(self) -> Linked:
        """The same as the stage of linking would say it."""
        groups = (LinkedIncident(id=id, members=tuple(found)) for id, found in self.members.items() if found)
        return Linked(incidents=tuple(groups), lineage=tuple(self.lineage))


def large_workspace(count: int = REPORTS, *, folder: Path | None = None) -> Path:
    """The workspace of so many reports, made where it is not there yet."""
    kept = folder or Path(gettempdir()) / "rashomon-benchmarks"
    path = kept / f"large-{__version__}-{MADE}-{count}.db"
    if not path.exists():
        kept.mkdir(parents=True, exist_ok=True)
        unready = path.with_suffix(".part")
        for left in kept.glob(f"{unready.name}*"):
            left.unlink()
        make(unready, count)
        unready.rename(path)
    return path


def make(path: Path, count: int) -> None:
    """Write a workspace as a run would leave it."""
    config = Config(reader="rules")
    told = [item for item in read_inputs([str(SAMPLES)], config) if isinstance(item, tuple)]
    linked = link({report.id: report for report, _ in told}, [reading for _, reading in told])
    judgements = _judgements(told_large(told, linked, min(count, JUDGED_AMONG)))
    made = told_large(told, linked, count)
    ledger = reconcile(made.reports, made.readings, made.linked, judgements)
    with open_store(path) as store, store.writing():
        for report in made.reports.values():
            store.add(Capture(report=report, original=_original(report.name, report.text)))
        for reading in made.readings:
            store.put_reading(reading)
        for judgement in judgements:
            store.add_judgement(judgement)
        store.put_ledger(ledger, current_key(store, config.reader))


def told_large(told: Sequence[Told], linked: Linked, count: int) -> Made:
    """So many reports with all that is known of them; the same count makes the same, a larger one begins with it."""
    rng = random.Random(1)
    made = Made()
    for story in range(count):
        if len(made.reports) >= count:
            break
        weeks, away, earlier = rng.randrange(WEEKS), rng.randrange(1_000_000), dict[str, str]()
        for turn in range(rng.choice(ROUNDS) if story else MOST_TOLD):
            if len(made.reports) < count:
                teller = Teller(name=f"{story}.{turn}", weeks=weeks, away=away, rng=rng)
                names = dict(_round(told, teller, made, earlier))
                for group in linked.incidents:
                    again = [Member(names[m.report], m.incident) for m in group.members if m.report in names]
                    made.members.setdefault(content_id("x", story, group.id), []).extend(again)
        made.lineage += _families(made, earlier)
    return made


def _round(told: Sequence[Told], teller: Teller, made: Made, earlier: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Tell all samples once; each as the id that it had and the one that it has now. `earlier` says of copies whose they are."""
    for report, reading in told:
        source = earlier.get(report.id)
        copied = source is not None and teller.rng.random() < COPIES
        text = made.reports[source].text if copied and source else _prolonged(report.text, teller)
        again = _report(report, text, teller)
        made.reports[again.id] = again
        made.readings.append(_reading(replace(reading, report=again.id), teller))
        if copied and source:
            earlier[again.id] = source
        else:
            earlier.setdefault(report.id, again.id)
        yield report.id, again.id


def _report(report: Report, text: str, teller: Teller) -> Report:
    name = f"{report.name} {teller.name}"
    digest = sha256_hex(_original(name, text))
    return replace(
        report, id=f"r{digest[:16]}", sha256=digest, name=name, text=text, media_type="text/plain", origin=name,
        outlet=f"{report.outlet or 'Wire'} {teller.rng.randrange(40)}", published=teller.when(report.published),
        title=f"{report.title or report.text[:60]} ({_word(teller.rng.randrange(9_000)).capitalize()})", found=(), offset_map=(),
    )  # fmt: skip


def _original(name: str, text: str) -> bytes:
    return f"{name}\n{text}".encode()


def _prolonged(text: str, teller: Teller) -> str:
    """The text with prose after it, so that no span moves and no two texts are the same."""
    town = _towns()[teller.away % len(_towns())].name
    prose = " ".join(_sentence(teller.rng) for _ in range(PROSE))
    return f"{text}\n\n{prose} It was near {town}, round {teller.name} said."


def _reading(reading: Reading, teller: Teller) -> Reading:
    """What is read in a text that is told again; where words stand stays, what they mean is the story's own."""
    attributions = tuple(_attribution(one, teller) for one in reading.attributions)
    claimants = {one.id: one.claimant for one in attributions}
    figures = (_figure(one, teller.rng, claimants.get(one.attribution or "", one.claimant)) for one in reading.figures)
    return replace(
        reading,
        attributions=attributions,
        incidents=tuple(_incident(one, teller) for one in reading.incidents),
        figures=tuple(figures),
        mentions=tuple(
            replace(m, ref=DAY.sub(lambda day: str(teller.day(date.fromisoformat(day[0]))), m.ref))
            if m.kind == "time" and m.ref
            else m
            for m in reading.mentions
        ),
        toponyms=tuple(replace(one, place=one.place and teller.place(one.place)) for one in reading.toponyms),
    )


def _attribution(one: Attribution, teller: Teller) -> Attribution:
    if one.claimant is None or one.claimant.anonymous or teller.rng.random() >= STRANGERS:
        return one
    number = (teller.away + teller.rng.randrange(STRANGERS_OF_STORY)) % PEOPLE
    name = f"{_word(8_000 + number % 50).capitalize()} {_word(8_100 + number).capitalize()}"
    return replace(one, claimant=Claimant(name=name, role=one.claimant.role, actor=local_actor(name)))


def _figure(one: Figure, rng: random.Random, claimant: Claimant | None) -> Figure:
    more = rng.randint(1, 5) if rng.random() < OTHER_FIGURE else 0
    low, high = (end + more if end is not None else None for end in (one.low, one.high))
    return replace(one, low=low, high=high, claimant=claimant)


def _incident(one: ReportedIncident, teller: Teller) -> ReportedIncident:
    places = {place.name: teller.place(place).name for place in one.locations}
    return replace(
        one,
        date=teller.when(one.date),
        places=tuple(places.get(name, name) for name in one.places),
        locations=tuple(map(teller.place, one.locations)),
    )


def _families(made: Made, earlier: Mapping[str, str]) -> Iterator[Lineage]:
    """The copies of a story, each family with the text that its reports have in common."""
    families: dict[str, list[str]] = {}
    for copy, source in earlier.items():
        if copy in made.reports:
            families.setdefault(source, []).append(copy)
    for source, copies in families.items():
        yield Lineage(
            reports=(source, *copies), root=source, origin=made.reports[source].outlet,
            descents=tuple(_descent(made.reports[copy], made.reports[source]) for copy in copies),
        )  # fmt: skip


def _descent(copy: Report, source: Report) -> Descent:
    passage = Passage(copy=_whole(copy), source=_whole(source), likeness=1.0)
    return Descent(
        copy=copy.id, source=source.id, kind="verbatim", share=1.0, direction="dated", passages=(passage,),
        reason=f"{copy.name} was published after {source.name}.",
    )  # fmt: skip


def _whole(report: Report) -> Excerpt:
    return Excerpt(report=report.id, span=report.span(0, len(report.text.rstrip())))


def _judgements(told: Made) -> list[Judgement]:
    """Decisions upon some cells of the first stories."""
    rng, found = random.Random(2), list[Judgement]()
    for incident in reconcile(told.reports, told.readings, told.linked).incidents:
        for answered in incident.questions:
            for account in answered.accounts:
                if account.evidence and rng.random() < JUDGED:
                    decision, who = rng.choice(("accept", "accept", "reject")), rng.choice(("Noor", "Tom"))
                    anchors = cell_anchors(answered.question, account, told.reports)
                    when = f"2026-01-{1 + len(found) % 28:02}T10:00:00+00:00"
                    found.append(made(decision, who=who, when=when, why="It stands there.", on=anchors))  # type: ignore[arg-type]
    return found


@cache
def _towns() -> tuple[Row, ...]:
    """Towns of the gazetteer whose place is known, in its order."""
    book = load_gazetteer()
    rows = (book.row(number) for number, kind in enumerate(book.columns["kind"]) if kind == TOWN)
    return tuple(row for row in rows if row.latitude is not None)


def _number(name: str) -> int:
    return int(sha256_hex(name.encode())[:8], 16)


def _sentence(rng: random.Random) -> str:
    """Some invented words, a few of which make up most of a text, as in any language."""
    return f"{' '.join(_word(int(6_000 * rng.random() ** 3)) for _ in range(15)).capitalize()}."


@cache
def _word(number: int) -> str:
    digits = (number // len(SYLLABLES) ** place % len(SYLLABLES) for place in range(3))
    return "".join(SYLLABLES[digit] for digit in digits)
