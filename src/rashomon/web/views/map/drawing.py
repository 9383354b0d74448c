"""The map put together: land, marks with what they are called and where they lead, a scale, and the steps to other frames."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, floor, log10, radians

from rashomon.publish.words import counted
from rashomon.web.atlas.frame import NEAREST, Frame, frame_around, frame_at
from rashomon.web.atlas.labels import Label, labels_in
from rashomon.web.atlas.land import Land, land_in
from rashomon.web.atlas.mercator import EARTH_KM, Point, project, unproject
from rashomon.web.templating import address
from rashomon.web.views.map.marks import POINTS, Mark, marks_in
from rashomon.workspace import Placed, PlacedIncidents

NAMED = 4
"""Places and incidents that the name of a mark lists."""
LONGEST_SCALE = 130.0
STEP, TURN = 1.0, 0.35
"""How far a step leads: twice as near, a third of the frame aside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A mark with its name and the address that it leads to; `nearer` tells that it is the same map, nearer."""

    mark: Mark
    name: str
    to: str
    nearer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A way to another frame, with the key of the keyboard that goes it."""

    id: str
    sign: str
    name: str
    key: str
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Everything that the template writes down."""

    frame: Frame
    land: tuple[Land, ...]
    labels: tuple[Label, ...]
    marks: tuple[Drawn, ...]
    whole: frozenset[str]
    steps: tuple[Step, ...]
    scale: tuple[float, str]
    placed: PlacedIncidents
    words: str


def drawing_of(found: PlacedIncidents, at: str | None, asked: Mapping[str, object]) -> Drawing:
    """The map of some incidents; `at` names the frame, else it is fitted to them. `asked` are the filters of the list."""
    fitted = frame_around([point for one in found.rows for point in _reach(one)])
    frame = frame_at(at) if at else fitted
    marks, land = marks_in(found.rows, frame), land_in(frame)
    return Drawing(
        frame=frame,
        land=land,
        labels=tuple(labels_in(frame, land, [mark.at for mark in marks])),
        marks=tuple(_drawn(mark, frame, asked) for mark in marks),
        whole=frozenset(mark.country for mark in marks if mark.country),
        steps=tuple(_steps(frame, asked)),
        scale=_scale(frame),
        placed=found,
        words=_words(found, marks),
    )


def _reach(placed: Placed) -> Iterator[Point]:
    """The ends of what is drawn of a place."""
    if placed.precision in POINTS:
        yield project(placed.longitude, placed.latitude)
        return
    degrees = (placed.radius_km or 0.0) / EARTH_KM * 360
    for north in (-degrees, degrees):
        yield project(placed.longitude, placed.latitude + north)
    for east in (-degrees, degrees):
        yield project(placed.longitude + east / max(0.05, cos(radians(placed.latitude))), placed.latitude)


def _drawn(mark: Mark, frame: Frame, asked: Mapping[str, object]) -> Drawn:
    if len(mark.ids) == 1:
        return Drawn(mark=mark, name=_one(mark), to=f"/incidents/{mark.ids[0]}", nearer=False)
    name = f"{_listed(mark.places)}: {counted(len(mark.ids), 'incident')}"
    if mark.disputed:
        name += f", {mark.disputed} in dispute"
    if mark.apart and (near := frame_around(mark.points, closest=NEAREST)).zoom > frame.zoom:
        return Drawn(mark=mark, name=f"{name}. Zoom in", to=_map(near, asked), nearer=True)
    to = address("/incidents", **{**asked, "place": mark.places[0]})
    return Drawn(mark=mark, name=f"{name}. List them", to=to, nearer=False)


def _one(mark: Mark) -> str:
    placed = mark.incidents[0]
    others = placed.places - len(mark.incidents)
    rival = f", one of {placed.places} places that are named" if others > 0 else ""
    fixed = {"area": ", somewhere in this area", "country": ", somewhere in this country"}.get(mark.shape, "")
    return f"{placed.number}: {placed.title} ({placed.place}{fixed}{rival}){', in dispute' if placed.disputed else ''}"


def _listed(names: Sequence[str]) -> str:
    more = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" and {more} more places" if more > 0 else "")


def _map(frame: Frame, asked: Mapping[str, object]) -> str:
    return address("/incidents", **{**asked, "map": frame.words})


def _steps(frame: Frame, asked: Mapping[str, object]) -> Iterator[Step]:
    ways = (
        ("in", "+", "Nearer", "+", frame.zoomed(STEP)),
        ("out", "−", "Farther", "-", frame.zoomed(-STEP)),
        ("west", "←", "West", "ArrowLeft", frame.moved(-TURN, 0)),
        ("north", "↑", "North", "ArrowUp", frame.moved(0, -TURN)),
        ("south", "↓", "South", "ArrowDown", frame.moved(0, TURN)),
        ("east", "→", "East", "ArrowRight", frame.moved(TURN, 0)),
    )
    for id, sign, name, key, there in ways:
        yield Step(id=id, sign=sign, name=name, key=key, to=_map(there, asked))
    yield Step(id="all", sign="⤢", name="All of it", key="0", to=address("/incidents", **asked))


def _scale(frame: Frame) -> tuple[float, str]:
    """A bar of a round number of kilometres at the middle of the frame: its pixels, and its words."""
    latitude = unproject(frame.x, frame.y)[1]
    pixel = EARTH_KM * cos(radians(latitude)) / frame.scale
    decade = 10 ** floor(log10(pixel * LONGEST_SCALE))
    length = max(step * decade for step in (1, 2, 5) if step * decade <= pixel * LONGEST_SCALE)
    return length / pixel, f"{length:,.0f} km" if length >= 1 else f"{length * 1000:,.0f} m"


def _words(found: PlacedIncidents, marks: Sequence[Mark]) -> str:
    shown = {placed.incident for mark in marks for placed in mark.incidents}
    drawn = found.total - found.unplaced
    away = drawn - len(shown)
    parts = [f"{counted(len(shown), 'incident')} in this part of the map"]
    if away > 0:
        parts.append(f"{away:,} outside it")
    if found.unplaced:
        parts.append(f"{found.unplaced:,} without a place that is known on the map, in the list only")
    return "; ".join(parts)
