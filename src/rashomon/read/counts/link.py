"""What befell each counted thing of a sentence: by the words around it, then by those it is listed with."""

from collections.abc import Iterator
from dataclasses import replace

from rashomon.read.counts.tellings import Scene, Told
from rashomon.read.counts.things import Thing

SPREAD = ("at", "in", "across", "on")
"""Words between what was struck and the places where: "85 targets at seven sites"."""


def linked(scene: Scene, earlier: Thing | None) -> list[tuple[Thing, Told]]:
    """The things that something befell, from left to right; `earlier` is the last one of the sentences before."""
    found = {number: told for number in range(len(scene.things)) if (told := scene.telling(number)) is not None}
    for number in range(1, len(scene.things)):
        _carry(scene, found, source=number - 1, target=number)
    for number in range(len(scene.things) - 2, -1, -1):
        _carry(scene, found, source=number + 1, target=number)
    _count_acts(scene, found)
    return list(_named(scene, found, earlier))


def _carry(scene: Scene, found: dict[int, Told], *, source: int, target: int) -> None:
    """Carry an outcome along a list: "two tanks and three trucks", "85 targets at seven sites"."""
    told = found.get(source)
    if told is None or target in found or not scene.things[target].kind:
        return
    gap = scene.between(min(source, target))
    ahead = target > source
    listed = scene.is_joint(gap) and (told.rule != "subject" or not ahead or not scene.has_verb_behind(target))
    spread = ahead and told.outcome == "struck" and len(gap) == 1 and gap[0] in SPREAD
    if (listed or spread) and scene.words.befalls(told.outcome, scene.things[target].kind):
        found[target] = replace(told, rule="listed" if listed else "spread over")


def _count_acts(scene: Scene, found: dict[int, Told]) -> None:
    """Attacks that are counted tell themselves that they were made, unless they are planned; one alone is no count."""
    for number, thing in enumerate(scene.things):
        quantity = thing.quantity
        single = quantity.low == quantity.high and quantity.high in (0, 1)
        counted = thing.kind == "act" and not thing.part and not single
        if counted and number not in found and not scene.is_intended(thing):
            found[number] = Told("attacks", "counted act")


def _named(scene: Scene, found: dict[int, Told], earlier: Thing | None) -> Iterator[tuple[Thing, Told]]:
    """The linked things; one with no noun is a share of the last things before it that its outcome can befall."""
    last = earlier
    for number, thing in enumerate(scene.things):
        told = found.get(number)
        if thing.kind:
            last = thing
            if told is not None:
                yield thing, told
        elif told is not None and (kind_what := _pointed_at(scene, thing, told, last)) is not None:
            yield replace(thing, kind=kind_what[0], what=kind_what[1], part=True), told


def _pointed_at(scene: Scene, thing: Thing, told: Told, last: Thing | None) -> tuple[str, str] | None:
    """The kind and noun of what a count with no noun is a share of: a count before it, else a plural before it."""
    if last is not None and scene.words.befalls(told.outcome, last.kind):
        larger = last.quantity.high is not None and last.quantity.high < (thing.quantity.low or 0)
        return None if larger else (last.kind, last.what)
    for word in reversed(scene.line.words[: thing.start]):
        kind = scene.words.plurals.get(word)
        if kind is not None and scene.words.befalls(told.outcome, kind):
            return kind, word
    return None
