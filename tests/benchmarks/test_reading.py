"""What is read of templates, from planted tags over invented reports."""

import re
from dataclasses import replace

import numpy as np
import pytest

from benchmarks import muc4
from benchmarks.templates.candidates import Candidate, candidates
from benchmarks.templates.documents import Seen, joined_lines
from benchmarks.templates.fillers import Guess
from benchmarks.templates.judge import Judge, fitted, judge_of
from benchmarks.templates.known import Known, known_of
from benchmarks.templates.reading import JUDGES, chosen, guesses_of, judges
from benchmarks.templates.victims import effect_of, number_of
from rashomon.model import Reading
from rashomon.read.neural.labels import FILLER_TAGS

TEXT = "A BOMB KILLED TWO DOCK\nWORKERS AND WOUNDED GUARDS.  THE HILL\nGUARD IS BLAMED."


def planted(text: str, **marked: str) -> Seen:
    """A document whose encoder is sure of the marked words, by kind, and of no other."""
    words = list(re.finditer(r"\w+", text))
    tags = np.zeros((len(words), len(FILLER_TAGS)), dtype=np.float32)
    tags[:, 0] = 1
    for kind, phrases in marked.items():
        for phrase in phrases.split("|"):
            start = text.index(phrase)
            for n, word in enumerate(words):
                if start <= word.start() < start + len(phrase):
                    tags[n] = 0
                    tags[n, FILLER_TAGS.index(f"{'B' if word.start() == start else 'I'}-{kind}")] = 1
    triggers = np.zeros(len(words), dtype=np.float32)
    return Seen(
        text=text,
        starts=tuple(word.start() for word in words),
        ends=tuple(word.end() for word in words),
        tags=(tags, tags),
        triggers=(triggers, triggers),
        reading=Reading(report="r", reader="none"),
    )


def victims(document: Seen) -> dict[str, Candidate]:
    return {one.head: one for one in candidates(document, "victim", Known(), 0.0)}


def test_tags_are_joined_to_stretches_across_a_broken_line() -> None:
    found = victims(planted(TEXT, victim="DOCK\nWORKERS|GUARDS"))
    assert {head: (one.first, one.after) for head, one in found.items()} == {"workers": (4, 6), "guards": (8, 9)}


def test_one_head_is_put_forward_once_and_a_stop_parts_two() -> None:
    document = planted("GUARDS.  GUARDS CAME, MINERS.", victim="GUARDS|MINERS")
    sure = replace(document, tags=(document.tags[0][[0, 0, 1, 3]], document.tags[1][[0, 0, 1, 3]]))
    assert list(victims(sure)) == ["guards", "miners"]


def test_a_victim_has_the_effect_of_the_nearest_word_and_the_number_before() -> None:
    document = planted(TEXT, victim="DOCK\nWORKERS|GUARDS")
    found = victims(document)
    assert (effect_of(document, found["workers"]), number_of(document, found["workers"])) == ("DEATH", "2")
    assert (effect_of(document, found["guards"]), number_of(document, found["guards"])) == ("INJURY", "PLURAL")


def test_an_age_behind_a_comma_is_no_number() -> None:
    document = planted("SHOT WERE ANA LEE, 24, MAYOR BO RAY.", victim="MAYOR BO RAY")
    assert number_of(document, victims(document)["ray"]) == "1"
    assert effect_of(document, victims(document)["ray"]) is None


def test_judges_take_what_is_surely_tagged_and_nothing_where_no_incident_is_read() -> None:
    sure = {name: Judge(weights=(0.0,) * 6, bias=0.0, floor=0.5) for name in JUDGES}
    tagged = Judge(weights=(1.0, 0, 0, 0, 0, 0), bias=0.0, floor=0.5)
    sure |= {slot: tagged for slot in ("organisation", "weapon", "target", "victim")}
    sure |= {name: Judge(weights=(0.0, 0.0, 1.0, 0.0, 0.0), bias=-0.5, floor=0.5) for name in JUDGES[5:]}
    sure["incident"] = Judge(weights=(1.0,) + (0.0,) * 7, bias=0.0, floor=0.5)
    document = planted(TEXT, instrument="BOMB", organisation="HILL\nGUARD", victim="GUARDS")
    found = guesses_of(document, Known(), sure)
    assert found["type"] == [Guess(value="ATTACK"), Guess(value="BOMBING")]
    assert found["weapon"] == [Guess(words="BOMB")]
    assert found["organisation"] == [Guess(words="HILL\nGUARD")]
    assert found["effect"] == [Guess(words="GUARDS", value="INJURY")]
    assert found["number"] == [Guess(words="GUARDS", value="PLURAL")]
    assert found["target"] == []
    assert guesses_of(planted(TEXT), Known(), sure) == {}


def test_an_empty_document_has_nothing() -> None:
    assert guesses_of(planted(""), Known(), judges()) == {}


def test_a_noun_that_is_often_a_filler_is_worth_more() -> None:
    rows = [
        {"text": "A MINE AND A ROAD.", "templates": [{"instrument_id": [{"strings": [{"string": "MINE"}]}]}]},
        {"text": "A ROAD.", "templates": []},
    ]
    known = known_of(rows)
    assert known.worth("weapon", "mine") > known.worth("weapon", "unseen") > known.worth("weapon", "road")


def test_a_judge_learns_a_planted_rule_and_comes_back_from_json() -> None:
    chance = np.random.default_rng(3)
    rows = chance.normal(size=(200, 3)).round(3)
    judge = fitted(rows.tolist(), [bool(row[1] > 0.2) for row in rows])
    assert np.mean([judge.takes(row.tolist()) == (row[1] > 0.2) for row in rows]) > 0.95
    assert judge_of(judge.as_json()) == judge


def test_joined_lines_keep_offsets_and_paragraphs() -> None:
    assert joined_lines("ONE\nTWO\n\n   THREE \nFOUR") == "ONE TWO\n\n   THREE  FOUR"


def test_without_the_corpus_it_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(muc4, "CORPUS", muc4.ROOT / "no such folder")
    monkeypatch.setattr("sys.argv", ["muc4.py"])
    assert muc4.main() == 0
    assert "nothing was scored" in capsys.readouterr().out


def test_two_names_that_the_keys_give_for_one_thing_are_read_once() -> None:
    front = {"perp_org": [{"strings": [{"string": "RIVER FRONT"}, {"string": "RVF"}]}]}
    known = known_of([{"text": "THE RIVER FRONT (RVF).", "templates": [front]}] * 2)
    judge = Judge(weights=(1.0,), bias=0.0)
    put = [Candidate(head=head, first=0, after=1, numbers=(sure,)) for head, sure in [("front", 1.0), ("rvf", 2.0)]]
    assert [one.head for one in chosen(put, "organisation", known, judge)] == ["rvf"]
    assert [one.head for one in chosen(put, "organisation", Known(), judge)] == ["rvf", "front"]
