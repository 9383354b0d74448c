"""What the keys of a document hold, slot by slot, over all of its templates."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from benchmarks.templates.fillers import Filler, head_of

NAMES: Final = {
    "organisation": ("perp_org",),
    "weapon": ("instrument_id",),
    "target": ("phys_tgt_id",),
    "victim": ("hum_tgt_name", "hum_tgt_desc"),
}
"""The slots of the keys whose strings fill one of ours."""
OF_VICTIMS: Final = {"effect": "hum_tgt_effect", "number": "hum_tgt_number"}
Gold = dict[str, list[Filler]]


def gold_of(templates: Iterable[Mapping[str, Any]]) -> Gold:
    """The fillers of each slot.

    The strings of one filler are names of one thing. Fillers of a slot that share a string, in one template or in two,
    are one filler with the strings of both; so a victim's name and description are one, since the keys give the name
    with the description. A filler is optional where the keys mark it or its template so each time that it stands there.
    """
    templates = list(templates)
    found: Gold = {"type": _types(templates)}
    groups = {slot: _joined(_strings(templates, fields)) for slot, fields in NAMES.items()}
    for slot, some in groups.items():
        found[slot] = [Filler(heads=_heads(strings), optional=optional) for strings, optional in some]
    victims = [strings for strings, _ in groups["victim"]]
    for slot, field in OF_VICTIMS.items():
        found[slot] = _valued(_fillers(templates, (field,)), victims)
    return found


def _types(templates: Iterable[Mapping[str, Any]]) -> list[Filler]:
    """The types of incident, each once however many templates have it; "A / B" is right as either."""
    found: dict[frozenset[str], bool] = {}
    for values, _, optional in _fillers(templates, ("incident_type",)):
        if not values:
            continue
        found[values] = found.get(values, True) and optional
    return [Filler(values=values, optional=optional) for values, optional in found.items()]


def _fillers(
    templates: Iterable[Mapping[str, Any]], fields: Iterable[str]
) -> Iterator[tuple[frozenset[str], frozenset[str], bool]]:
    """Values, strings (in lower case, spaces made one) and whether it is optional, of each filler."""
    fields = tuple(fields)
    for template in templates:
        for field in fields:
            for filler in template.get(field, ()):
                strings = (re.sub(r"\s+", " ", one["string"]).lower() for one in filler.get("strings", ()))
                optional = bool(template.get("optional") or filler.get("optional"))
                yield values_of(filler.get("value", "")), frozenset(filter(head_of, strings)), optional


def _strings(templates: Iterable[Mapping[str, Any]], fields: Iterable[str]) -> Iterator[tuple[frozenset[str], bool]]:
    for _, strings, optional in _fillers(templates, fields):
        if strings:
            yield strings, optional


def _joined(fillers: Iterable[tuple[frozenset[str], bool]]) -> list[tuple[frozenset[str], bool]]:
    """Fillers that share a string, directly or by others, taken together; one is optional where all are."""
    joined: list[tuple[frozenset[str], bool]] = []
    for strings, optional in fillers:
        apart = []
        for other, free in joined:
            if other & strings:
                strings, optional = strings | other, optional and free
            else:
                apart.append((other, free))
        joined = [*apart, (strings, optional)]
    return joined


def _valued(
    fillers: Iterable[tuple[frozenset[str], frozenset[str], bool]], victims: Iterable[frozenset[str]]
) -> list[Filler]:
    """Values with whose they are: one a value and victim, known by any string of that victim."""
    victims = list(victims)
    found: dict[tuple[frozenset[str], frozenset[str]], bool] = {}
    for values, strings, optional in fillers:
        whose = frozenset().union(strings, *(victim for victim in victims if victim & strings))
        if values and whose:
            found[values, whose] = found.get((values, whose), True) and optional
    return [Filler(heads=_heads(whose), values=values, optional=free) for (values, whose), free in found.items()]


def values_of(value: str) -> frozenset[str]:
    """The values that "A / B" allows; of numbers the digits, without the marks for "about", "at most" and "at least"."""
    parts = (part.strip(" ()").upper() for part in value.split("/"))
    return frozenset(re.sub(r"^[~<>-]+(?=\d)|(?<=\d)[+-]+$", "", part) for part in parts if part)


def _heads(strings: Iterable[str]) -> frozenset[str]:
    return frozenset(map(head_of, strings))
