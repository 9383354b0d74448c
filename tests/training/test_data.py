"""What the project brings to train on: labels that are offsets alone, and invented reports whose offsets are right."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any, get_args

import pytest

from rashomon.model import Stance

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
LABELS, REPORTS = ROOT / "training" / "labels", ROOT / "training" / "reports"
COUNTS = {"reports": 310, "briefs": 180}
ROLES = ("source", "cue", "content")
KEYS = {
    "stance_polnear.jsonl": {"corpus", "split", "doc", "attribution", "cue", "content", "stance"},
    "stance_muc4_timebank.jsonl": {"corpus", "split", "doc", "source", "cue", "content", "stance"},
}
Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def offsets(row: Row) -> list[list[int]]:
    return [span for role in ROLES for span in row.get(role, ())]


def test_every_file_of_labels_is_known() -> None:
    assert {path.name for path in LABELS.glob("*.jsonl")} == set(KEYS)


@pytest.mark.parametrize("name", KEYS)
def test_labels_are_offsets_and_hold_no_text_of_a_corpus(name: str) -> None:
    for row in rows(LABELS / name):
        assert row.keys() == KEYS[name]
        assert row["split"] in ("train", "dev")
        assert row["stance"] in get_args(Stance)
        assert row["cue"], "a label without a cue trains nothing"
        assert all(isinstance(start, int) and isinstance(end, int) and 0 <= start < end for start, end in offsets(row))
        assert all(len(value) < 80 for value in row.values() if isinstance(value, str))


@pytest.mark.parametrize("name", KEYS)
def test_no_attribution_is_labelled_twice(name: str) -> None:
    seen = Counter(
        (row["corpus"], row["doc"], row.get("attribution"), str(row["cue"]), str(row["content"]))
        for row in rows(LABELS / name)
    )
    assert [key for key, count in seen.items() if count > 1] == []


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the gold data is not beside this checkout")
@pytest.mark.parametrize("name", KEYS)
def test_labels_stand_inside_their_documents(name: str) -> None:
    texts: dict[tuple[str, str, str], Row] = {}
    for row in rows(LABELS / name):
        corpus, split, doc = row["corpus"], row["split"], row["doc"]
        if (corpus, split, doc) not in texts:
            texts |= {(corpus, split, r["id"]): r for r in rows(SHARED / "data" / corpus / f"{split}.jsonl")}
        document = texts[corpus, split, doc]
        assert all(end <= len(document["text"]) for _, end in offsets(row))
        assert all(document["text"][start:end].strip() for start, end in offsets(row))
        if "attribution" in row:
            (marked,) = [a for a in document["attributions"] if a["id"] == row["attribution"]]
            for role in ("cue", "content"):
                assert sorted([s["start"], s["end"]] for s in marked[role]) == sorted(row[role])


def kind_rows(kind: str) -> list[Row]:
    return rows(REPORTS / f"{kind}.jsonl")


@pytest.mark.parametrize("kind", COUNTS)
def test_reports_are_as_many_as_told_with_names_of_their_own(kind: str) -> None:
    found = kind_rows(kind)
    assert len({row["id"] for row in found}) == len({row["text"] for row in found}) == len(found) == COUNTS[kind]


@pytest.mark.parametrize("row", [*kind_rows("reports"), *kind_rows("briefs")], ids=lambda row: row["id"])
def test_offsets_of_a_report_stand_on_whole_words(row: Row) -> None:
    text, spans = row["text"], [span for attribution in row["attributions"] for span in offsets(attribution)]
    spans += [span for mention in row["mentions"] for span in mention["trigger"]]
    assert spans or not row["attributions"]
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert not (text[start - 1 : start].isalnum() and text[start].isalnum()), text[start - 5 : end]
        assert not (text[end - 1].isalnum() and text[end : end + 1].isalnum()), text[start : end + 5]
    for attribution in row["attributions"]:
        assert attribution["stance"] in get_args(Stance)


@pytest.mark.parametrize("kind", COUNTS)
def test_reports_are_those_that_people_wrote(kind: str) -> None:
    """The text files are the source; the rows that are trained on are made from them."""
    made = {row["id"]: row for row in kind_rows(kind)}
    written: dict[str, str] = {}
    for path in sorted(REPORTS.glob(f"{kind}_*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n== ")[0:]:
            head, text, labels = block.removeprefix("== ").split("\n--\n")[:3]
            name = head.splitlines()[0].strip()
            written[name] = text
            said = [line for line in labels.splitlines() if line.startswith("A ")]
            cues = [line.split("cue=")[1].split(" | ")[0].strip() for line in said]
            assert [re.sub(r"@\d+", "", cue) for cue in cues] == [
                " // ".join(text[start:end] for start, end in attribution["cue"])
                for attribution in made[name]["attributions"]
            ]
    assert written == {name: row["text"] for name, row in made.items()}
