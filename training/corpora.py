"""The corpora in `shared/data` and `shared/gold`, and the project's own reports, as examples.

Their texts are read where they lie and never copied into the project. What each corpus is trusted with, and what is
left out, stands beside its function.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from rashomon.codebook.actors import kind_of, load_actors
from rashomon.read.neural.labels import BODIES, COUNTED, EVENT_ROLES, FILLERS
from training.example import ALL_TYPES, Count, Entity, Event, Example, Filler, Marked, Pairs

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
LABELS = ROOT / "training" / "labels"
REPORTS = ROOT / "training" / "reports" / "reports.jsonl"
BRIEFS = ROOT / "training" / "reports" / "briefs.jsonl"
KINDS = {
    "armed_group": "armed_group",
    "armed_force": "military_unit",
    "government": "government_body",
    "ministry": "government_body",
    "office": "government_body",
}
"""What the codebook's kinds of actor make of a body that a corpus only calls an organisation."""
SURE = 0.5
"""re3d: entities under this confidence are candidates that its annotators rejected."""


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-lines file."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, filter(str.strip, lines))


def polnear(part: str) -> Iterator[Example]:
    """US political news with every source, cue and content marked, some articles by several annotators.

    Attributions without a cue (1 in 500) are left out. Stances are not marked in the corpus; those that were labelled
    for this project are joined by the attribution's id.
    """
    stances = _stances("stance_polnear.jsonl", "polnear", part)
    for row in rows(SHARED / "data" / "polnear" / f"{part}.jsonl"):
        named = {a["id"]: stances.get((row["id"], a["id"])) for a in row["attributions"]}
        yield Example(
            corpus="polnear",
            name=row["id"],
            text=row["text"],
            whole=True,
            attributions=[_marked(a, named[a["id"]]) for a in row["attributions"] if a["cue"]],
            alternatives=[
                [_marked(a, None) for a in others if a["cue"]]
                for others in (row.get("other_annotators") or {}).values()
            ],
        )


def world(part: str) -> Iterator[Example]:
    """Reports of armed incidents that were written and labelled for this project: attributions with stances."""
    yield from _reports("world", SHARED / "gold" / "world" / f"{part}.jsonl")


def own(part: str) -> Iterator[Example]:
    """The project's own training reports, labelled in the same way; there is no dev part."""
    if part == "train" and REPORTS.is_file():
        yield from _reports("own", REPORTS)


def briefs(part: str) -> Iterator[Example]:
    """The project's own short reports, labelled with attributions alone, on the borders between stances."""
    if part == "train" and BRIEFS.is_file():
        yield from _reports("briefs", BRIEFS, told=False)


def stances(part: str) -> Iterator[Example]:
    """Attributions of MUC-4 and TimeBank that were labelled for this project, by offset; others stay unmarked."""
    path = LABELS / "stance_muc4_timebank.jsonl"
    if part != "train" or not path.is_file():
        return
    found: dict[tuple[str, str], list[Marked]] = {}
    for row in rows(path):
        found.setdefault((row["corpus"], row["doc"]), []).append(_marked(row, row["stance"]))
    for corpus in sorted({corpus for corpus, _ in found}):
        for row in rows(SHARED / "data" / corpus / f"{part}.jsonl"):
            if marks := found.get((corpus, row["id"])):
                yield Example(corpus="stances", name=row["id"], text=row["text"], attributions=marks)


def ner_worldwide(part: str) -> Iterator[Example]:
    """News of many countries: persons, organisations, locations, facilities, nationalities and dates.

    It marks no weapons, vehicles and numbers; amounts of money, products and "Misc" say nothing here.
    """
    types = {
        "Person": frozenset({"person"}),
        "Organization": BODIES,
        "Location": frozenset({"location"}),
        "Facility": frozenset({"facility"}),
        "NORP": frozenset({"nationality"}),
        "Date": frozenset({"time"}),
    }
    for row in rows(SHARED / "data" / "ner_worldwide" / f"{part}.jsonl"):
        yield Example(
            corpus="ner_worldwide",
            name=row["id"],
            text=row["text"],
            entities=[_entity(e, types.get(e["type"], frozenset())) for e in row["entities"]],
            hidden=frozenset({"weapon", "vehicle", "number", "time"}),
        )


def re3d(part: str) -> Iterator[Example]:
    """Texts on the wars in Syria and Iraq: all types. The BBC's texts may not be used commercially and train nothing."""
    types = {
        "Person": frozenset({"person"}),
        "Organisation": BODIES,
        "Location": frozenset({"location"}),
        "Nationality": frozenset({"nationality"}),
        "Temporal": frozenset({"time"}),
        "Quantity": frozenset({"number"}),
        "Weapon": frozenset({"weapon"}),
        "MilitaryPlatform": frozenset({"vehicle"}),
        "Vehicle": frozenset({"vehicle"}),
    }
    for row in rows(SHARED / "data" / "re3d" / f"{part}.jsonl"):
        if part == "train" and "BBC" in (row.get("meta") or {}).get("source", ""):
            continue
        sure = [e for e in row["entities"] if e["confidence"] >= SURE]
        yield Example(
            corpus="re3d",
            name=row["id"],
            text=row["text"],
            entities=[_entity(e, types.get(e["type"], frozenset())) for e in _outermost(sure)],
            hidden=frozenset({"facility"}),
        )


def re3d_names(part: str) -> Iterator[Example]:
    """The same texts, but of persons, bodies and places only the names, without articles.

    re3d marks every phrase that stands for somebody, pronouns too; elsewhere only names are entities.
    """
    for example in re3d(part):
        named = (_named(entity, example.text) for entity in example.entities)
        yield replace(example, corpus="re3d_names", entities=[entity for entity in named if entity is not None])


def _named(entity: Entity, text: str) -> Entity | None:
    if not entity.types & (BODIES | {"person", "location"}):
        return entity
    words = text[entity.start : entity.end]
    bare = re.sub(r"^(?:the|a|an|this|that|his|her|its|their|our|my)\s+", "", words, flags=re.IGNORECASE)
    if not re.search(r"\b[A-Z]", bare) or bare.lower() in ("i", "he", "she", "it", "we", "they", "you"):
        return None
    return replace(entity, start=entity.end - len(bare))


def muc4(part: str) -> Iterator[Example]:
    """Capitals only; fillers of its templates, which mark what belongs to an incident and nothing else.

    A filler stands in the keys with its first occurrence; as a filler it counts wherever the same words stand.
    """
    for row in rows(SHARED / "data" / "muc4" / f"{part}.jsonl"):
        found = list(_fillers(row))
        entities = [
            Entity(start=start, end=end, types=types)
            for slot, start, end in found
            if (types := MUC4_TYPES.get(slot)) is not None
        ]
        yield Example(
            corpus="muc4",
            name=row["id"],
            text=row["text"],
            entities=_distinct(entities),
            hidden=ALL_TYPES,
            fillers=[
                Filler(start=start, end=end, kind=MUC4_FILLERS[slot])
                for slot, first, after in found
                for start, end in _occurrences(row["text"], row["text"][first:after])
            ],
        )


MUC4_TYPES = {
    "perp_org": frozenset({"armed_group", "military_unit", "government_body"}),
    "hum_tgt_name": frozenset({"person"}),
    "instrument_id": frozenset({"weapon"}),
    "phys_tgt_id": frozenset({"facility", "vehicle"}),
}
MUC4_FILLERS = dict(
    zip(
        ("perp_individual", "perp_org", "instrument_id", "phys_tgt_id", "hum_tgt_name", "hum_tgt_desc"),
        (*FILLERS, "victim"),
        strict=True,
    )
)


def _fillers(row: dict[str, Any]) -> Iterator[tuple[str, int, int]]:
    for slot in MUC4_FILLERS:
        for template in row["templates"]:
            for filler in template.get(slot, ()):
                for string in filler.get("strings", ()):
                    if "start" in string:
                        yield slot, string["start"], string["end"]


def _occurrences(text: str, words: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
        yield match.span()


def event_location(part: str) -> Iterator[Example]:
    """Sentences on armed conflict: for one verb each the places where that happened, or none."""
    for row in rows(SHARED / "data" / "event_location" / f"{part}.jsonl"):
        places = {"place": _pairs(row["locations"])}
        yield Example(
            corpus="event_location",
            name=row["id"],
            text=row["text"],
            events=[Event(trigger=_pairs([verb]), roles=places) for verb in row["event"]],
        )


def tempeval3(part: str) -> Iterator[Example]:
    """TimeBank and AQUAINT: time phrases only."""
    for row in rows(SHARED / "data" / "tempeval3" / f"{part}.jsonl"):
        yield Example(
            corpus="tempeval3",
            name=row["id"],
            text=row["text"],
            entities=[_entity(t, frozenset({"time"})) for t in row["timexes"] if t["start"] < t["end"]],
            hidden=ALL_TYPES - {"time"},
        )


def news(part: str) -> Iterator[Example]:
    """News from two corpora of toponyms, of which teachers alone speak: their marks say nothing here."""
    for corpus in ("geo_lgl", "geo_trnews"):
        for row in rows(SHARED / "data" / corpus / f"{part}.jsonl"):
            yield Example(corpus="news", name=row["id"], text=row["text"], unmarked=True)


def _reports(corpus: str, path: Path, *, told: bool = True) -> Iterator[Example]:
    for row in rows(path):
        marks = [_marked(a, a["stance"]) for a in row["attributions"] if a["cue"]]
        yield Example(
            corpus=corpus,
            name=row["id"],
            text=row["text"],
            whole=True,
            attributions=marks,
            events=list(_events(row)),
            counts=list(_counts(row)),
            told=told,
        )


def _events(row: dict[str, Any]) -> Iterator[Event]:
    """Mentions of incidents; what only looks like one (a strike of workers) is left to be no trigger."""
    types = {incident["id"]: incident["type"] for incident in row["incidents"]}
    for mention in row["mentions"]:
        if mention["reality"] != "none":
            kind = types.get(mention["incident"])
            yield Event(
                trigger=_pairs(mention["trigger"]),
                roles={role: _pairs(mention[role]) for role in EVENT_ROLES if role in mention and role != "incident"},
                classes={"reality": mention["reality"]} | ({"type": kind} if kind else {}),
            )


def _counts(row: dict[str, Any]) -> Iterator[Count]:
    """Figures, led to every trigger of their incident."""
    for figure in row["figures"]:
        triggers = [m["trigger"] for m in row["mentions"] if m["incident"] and m["incident"] == figure["incident"]]
        who = figure["who"] if figure["who"] in COUNTED else "other"
        yield Count(
            span=_pairs([figure["span"]]),
            incident=_pairs([span for trigger in triggers for span in trigger]),
            classes={"outcome": figure["outcome"], "who": who, "part": "part" if figure["partial"] else "whole"},
        )


def _stances(file: str, corpus: str, part: str) -> dict[tuple[str, str], Any]:
    path = LABELS / file
    if not path.is_file():
        return {}
    return {
        (row["doc"], row["attribution"]): row["stance"]
        for row in rows(path)
        if row["corpus"] == corpus and row["split"] == part
    }


def _marked(row: dict[str, Any], stance: Any) -> Marked:
    return Marked(source=_pairs(row["source"]), cue=_pairs(row["cue"]), content=_pairs(row["content"]), stance=stance)


def _pairs(spans: list[Any]) -> Pairs:
    pairs = [(s["start"], s["end"]) if isinstance(s, dict) else (s[0], s[1]) for s in spans]
    return tuple(sorted(pairs))


def _entity(row: dict[str, Any], types: frozenset[str]) -> Entity:
    return Entity(start=row["start"], end=row["end"], types=_refined(row["text"], types))


def _refined(words: str, types: frozenset[str]) -> frozenset[str]:
    """What kind of body it is where the codebook knows its name; another body may be of any kind."""
    if types != BODIES:
        return types
    kinds = {KINDS.get(kind, "organisation") for kind in _kinds(words)}
    return frozenset(kinds) if len(kinds) == 1 else types


@cache
def _kinds(words: str) -> frozenset[str]:
    found = load_actors().find(words)
    return frozenset(str(kind_of(rival.ref)) for rival in found[:1])


def _outermost(entities: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of nested entities the longest; a word has one tag."""
    kept: list[dict[str, Any]] = []
    for entity in sorted(entities, key=lambda e: (e["start"] - e["end"], e["start"])):
        if all(entity["end"] <= other["start"] or other["end"] <= entity["start"] for other in kept):
            kept.append(entity)
    return kept


def _distinct(entities: list[Entity]) -> list[Entity]:
    kept: list[Entity] = []
    for entity in sorted(entities, key=lambda e: (e.start - e.end, e.start)):
        if all(entity.end <= other.start or other.end <= entity.start for other in kept):
            kept.append(entity)
    return kept


CORPORA = {
    "polnear": polnear,
    "world": world,
    "own": own,
    "briefs": briefs,
    "stances": stances,
    "ner_worldwide": ner_worldwide,
    "re3d": re3d,
    "re3d_names": re3d_names,
    "muc4": muc4,
    "event_location": event_location,
    "tempeval3": tempeval3,
    "news": news,
}
