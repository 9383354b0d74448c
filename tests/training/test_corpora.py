"""Each corpus brought to one shape, on rows of our own that look like its rows."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from training import corpora
from training.corpora import BODIES, CORPORA
from training.example import ALL_TYPES, Example

Row = dict[str, Any]
TEXT = "The mayor of Karsa said rockets of the Norland Army hit the depot on Friday. Dorr denied it."


def span(words: str) -> dict[str, int]:
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words)}


def entity(words: str, kind: str, **more: Any) -> Row:
    return {**span(words), "text": words, "type": kind, **more}


def attribution(id: str, source: str, cue: str, content: str, **more: Any) -> Row:
    parts = {"source": source, "cue": cue, "content": content}
    return {"id": id, **{role: [span(words)] if words else [] for role, words in parts.items()}, **more}


SAID = attribution("a1", "The mayor of Karsa", "said", "rockets of the Norland Army hit the depot")
DENIED = attribution("a2", "Dorr", "denied", "it")
SILENT = attribution("a3", "", "", "hit the depot")


class Folder:
    """The corpora's folders, empty until rows are written."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, name: str, rows: Sequence[Row]) -> None:
        place = self.path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("\n".join(map(json.dumps, rows)) + "\n\n", encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    monkeypatch.setattr(corpora, "SHARED", tmp_path / "shared")
    monkeypatch.setattr(corpora, "LABELS", tmp_path / "labels")
    monkeypatch.setattr(corpora, "REPORTS", tmp_path / "reports.jsonl")
    monkeypatch.setattr(corpora, "BRIEFS", tmp_path / "briefs.jsonl")
    return Folder(tmp_path)


def read(corpus: str, part: str = "train") -> list[Example]:
    return list(CORPORA[corpus](part))


TOLD: dict[str, list[object]] = {"incidents": [], "mentions": [], "figures": []}


def pair(words: str) -> list[int]:
    return [span(words)["start"], span(words)["end"]]


def marked(example: Example) -> list[tuple[str, str | None]]:
    return [(" ".join(TEXT[s:e] for s, e in mark.cue), mark.stance) for mark in example.attributions]


def kinds(example: Example) -> dict[str, frozenset[str]]:
    return {TEXT[e.start : e.end]: e.types for e in example.entities}


def test_polnear_is_whole_with_further_annotators_and_the_stances_that_were_labelled(folder: Folder) -> None:
    row = {
        "id": "p1",
        "text": TEXT,
        "attributions": [SAID, DENIED, SILENT],
        "other_annotators": {"b": [DENIED, SILENT]},
    }
    folder.write("shared/data/polnear/train.jsonl", [row, {**row, "id": "p2", "other_annotators": None}])
    folder.write("shared/data/polnear/dev.jsonl", [row])
    label = {"corpus": "polnear", "doc": "p1", "attribution": "a2", "stance": "denies"}
    folder.write("labels/stance_polnear.jsonl", [{**label, "split": "train"}])
    one, two = read("polnear")
    assert one.whole and two.whole
    assert marked(one) == [("said", None), ("denied", "denies")], "an attribution without a cue is left out"
    assert marked(two) == [("said", None), ("denied", None)]
    assert [len(marks) for marks in one.alternatives] == [1]
    assert two.alternatives == []
    assert one.hidden is None
    assert marked(read("polnear", "dev")[0]) == [("said", None), ("denied", None)]


def test_polnear_is_read_without_labels_too(folder: Folder) -> None:
    folder.write("shared/data/polnear/train.jsonl", [{"id": "p1", "text": TEXT, "attributions": [SAID]}])
    assert marked(read("polnear")[0]) == [("said", None)]


def test_reports_that_were_labelled_whole_bring_their_stances(folder: Folder) -> None:
    offsets = {role: [[s["start"], s["end"]] for s in DENIED[role]] for role in ("source", "cue", "content")}
    row = {
        "id": "w1",
        "text": TEXT,
        "attributions": [{**offsets, "stance": "denies"}, {**SILENT, "stance": "asserts"}],
        **TOLD,
    }
    folder.write("shared/gold/world/train.jsonl", [row])
    folder.write("reports.jsonl", [row])
    folder.write("briefs.jsonl", [row])
    for corpus in ("world", "own", "briefs"):
        (example,) = read(corpus)
        assert (example.corpus, example.whole, marked(example)) == (corpus, True, [("denied", "denies")])
        assert example.told == (corpus != "briefs"), "briefs are labelled with attributions alone"
    assert read("own", "dev") == read("briefs", "dev") == []


def test_reports_bring_their_incidents_and_figures(folder: Folder) -> None:
    hit, depot = span("hit"), span("the depot")
    roles = {"initiator": [pair("Norland Army")], "target": [pair("the depot")], "place": [], "time": [], "weapon": []}
    mention = {"trigger": [[hit["start"], hit["end"]]], "reality": "happened", **roles}
    row = {
        "id": "w1",
        "text": TEXT,
        "attributions": [],
        "incidents": [{"id": "e1", "type": "shelling"}],
        "mentions": [
            {**mention, "incident": "e1"},
            {**mention, "trigger": [pair("denied")], "reality": "background", "incident": None},
            {**mention, "trigger": [pair("said")], "reality": "none", "incident": None},
        ],
        "figures": [
            {"span": [depot["start"], depot["end"]], "incident": "e1", "outcome": "buildings", "who": "sheds",
             "partial": True}
        ],
    }  # fmt: skip
    folder.write("shared/gold/world/train.jsonl", [row])
    (example,) = read("world")
    first, second = example.events
    assert first.trigger == ((hit["start"], hit["end"]),)
    assert first.classes == {"reality": "happened", "type": "shelling"}
    assert first.roles["target"] == ((depot["start"], depot["end"]),) and first.roles["place"] == ()
    assert second.classes == {"reality": "background"}, "of no incident, and no labour strike either"
    (count,) = example.counts
    assert (count.span, count.incident) == (((depot["start"], depot["end"]),), first.trigger)
    assert count.classes == {"outcome": "buildings", "who": "other", "part": "part"}


def test_verbs_of_event_location_are_asked_for_their_places_alone(folder: Folder) -> None:
    row = {"id": "e1", "text": TEXT, "event": [span("hit")], "locations": [span("Karsa")]}
    folder.write("shared/data/event_location/train.jsonl", [row, {**row, "id": "e2", "locations": []}])
    one, two = read("event_location")
    assert [dict(event.roles) for event in (*one.events, *two.events)] == [
        {"place": (tuple(pair("Karsa")),)},
        {"place": ()},
    ]
    assert not one.told


def test_labelled_stances_stand_alone(folder: Folder) -> None:
    folder.write("shared/data/muc4/train.jsonl", [{"id": "m1", "text": TEXT}, {"id": "m2", "text": TEXT}])
    folder.write("shared/data/timebank/train.jsonl", [{"id": "t1", "text": TEXT}])
    offsets = {role: [[s["start"], s["end"]] for s in SAID[role]] for role in ("source", "cue", "content")}
    label = {"split": "train", **offsets, "stance": "confirms"}
    folder.write(
        "labels/stance_muc4_timebank.jsonl",
        [{**label, "corpus": "timebank", "doc": "t1"}, *[{**label, "corpus": "muc4", "doc": "m2"}] * 2],
    )
    assert [(example.name, len(example.attributions)) for example in read("stances")] == [("m2", 2), ("t1", 1)]
    assert not any(example.whole for example in read("stances"))
    assert read("stances", "dev") == []


def test_a_folder_without_labels_has_no_stances_and_no_reports(folder: Folder) -> None:
    assert read("stances") == read("own") == read("briefs") == []


def test_entities_of_ner_worldwide_keep_what_their_types_leave_possible(folder: Folder) -> None:
    found = [
        entity("Karsa", "Location"),
        entity("Dorr", "Person"),
        entity("Friday", "Date"),
        entity("depot", "Product"),
    ]
    folder.write("shared/data/ner_worldwide/train.jsonl", [{"id": "n1", "text": TEXT, "entities": found}])
    (example,) = read("ner_worldwide")
    assert kinds(example) == {
        "Karsa": frozenset({"location"}), "Dorr": frozenset({"person"}), "Friday": frozenset({"time"}),
        "depot": frozenset(),
    }  # fmt: skip
    assert example.hidden is not None and {"weapon", "vehicle", "number"} <= example.hidden
    assert example.attributions == ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Hezbollah", frozenset({"armed_group"})),
        ("United Nations", None),
        ("Karsa Fishing Guild", BODIES),
    ],
)
def test_a_body_is_of_the_kind_that_the_codebook_knows(
    folder: Folder, name: str, expected: frozenset[str] | None
) -> None:
    row = {"id": "n1", "text": name, "entities": [{"start": 0, "end": len(name), "text": name, "type": "Organization"}]}
    folder.write("shared/data/ner_worldwide/train.jsonl", [row])
    (found,) = read("ner_worldwide")[0].entities
    assert found.types <= BODIES
    assert found.types == expected if expected else len(found.types) == 1


def test_re3d_leaves_out_what_is_unsure_or_nested_and_one_publisher(folder: Folder) -> None:
    found = [
        entity("mayor of Karsa", "Person", confidence=0.9),
        entity("Karsa", "Location", confidence=0.9),
        entity("rockets", "Weapon", confidence=0.9),
        entity("depot", "Location", confidence=0.4),
        entity("Friday", "Temporal", confidence=0.5),
    ]
    rows = [
        {"id": "r1", "text": TEXT, "entities": found, "meta": {"source": "Ministry"}},
        {"id": "r2", "text": TEXT, "entities": found, "meta": {"source": "BBC Online"}},
        {"id": "r3", "text": TEXT, "entities": []},
    ]
    folder.write("shared/data/re3d/train.jsonl", rows)
    folder.write("shared/data/re3d/dev.jsonl", rows)
    example, empty = read("re3d")
    assert (example.name, empty.name) == ("r1", "r3")
    assert set(kinds(example)) == {"mayor of Karsa", "rockets", "Friday"}
    assert kinds(example)["rockets"] == frozenset({"weapon"})
    assert len(read("re3d", "dev")) == 3


def test_muc4_says_nothing_of_what_no_template_names(folder: Folder) -> None:
    templates = [
        {"perp_org": [{"strings": [span("Norland Army"), {"text": "unplaced"}]}], "instrument_id": []},
        {"hum_tgt_name": [{"strings": [span("Dorr")]}], "perp_org": [{"strings": [span("Army")]}]},
    ]
    folder.write(
        "shared/data/muc4/train.jsonl",
        [{"id": "m1", "text": TEXT, "templates": templates}, {"id": "m2", "text": TEXT, "templates": []}],
    )
    example, other = read("muc4")
    assert other.fillers == [] and other.entities == []
    assert example.fillers is not None
    filled = sorted((TEXT[filler.start : filler.end], filler.kind) for filler in example.fillers)
    assert filled == [("Army", "organisation"), ("Dorr", "victim"), ("Norland Army", "organisation")]
    assert kinds(example) == {
        "Norland Army": frozenset({"armed_group", "military_unit", "government_body"}),
        "Dorr": frozenset({"person"}),
    }
    assert example.hidden == ALL_TYPES


def test_tempeval_tells_times_alone(folder: Folder) -> None:
    row = {
        "id": "t1",
        "text": TEXT,
        "timexes": [entity("Friday", "DATE"), {"start": 5, "end": 5, "text": "", "type": ""}],
    }
    folder.write("shared/data/tempeval3/train.jsonl", [row])
    (example,) = read("tempeval3")
    assert kinds(example) == {"Friday": frozenset({"time"})}
    assert example.hidden == ALL_TYPES - {"time"}
