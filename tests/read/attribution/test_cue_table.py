"""The cue table of the codebook: inflection, figures, and clear errors for a broken file."""

import copy

import pytest

from rashomon.codebook import cues as module
from rashomon.codebook.cues import cues
from rashomon.codebook.tables import read_table
from rashomon.errors import CodebookInvalid


@pytest.mark.parametrize(
    ("form", "lemma", "shape"),
    [
        ("said", "say", "past"),
        ("denies", "deny", "third"),
        ("accusing", "accuse", "gerund"),
        ("admitted", "admit", "past"),
        ("written", "write", "participle"),
        ("labelled", "label", "past"),
        ("labeled", "label", "past"),
    ],
)
def test_inflection(form: str, lemma: str, shape: str) -> None:
    assert (lemma, shape) in {(found.cue.lemma, found.shape) for found in cues().verbs[form]}


def test_the_longest_phrase_comes_first() -> None:
    lengths = [len(form.cue.particles) for form in cues().verbs["called"]]
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[0] > 0


def test_a_figure_of_its_own_goes_before_the_constructions() -> None:
    say = next(form.cue for form in cues().verbs["said"] if not form.cue.particles)
    assert cues().figure(say, "fin.that") == say.figures["fin.that"] > 0.8
    assert cues().figure(say, "no such construction") == 0


def _broken(monkeypatch: pytest.MonkeyPatch, section: str, key: str, value: object) -> None:
    table = copy.deepcopy(read_table("cues"))
    table[section][key] = value
    monkeypatch.setattr(module, "read_table", lambda name: table)


@pytest.mark.parametrize(
    ("section", "key", "value"),
    [
        ("verbs", "say", {"fin.that": 1.5}),
        ("stances", "shrugs", "say"),
        ("irregular", "say", "says said"),
        ("speech", "floor", "high"),
    ],
)
def test_a_broken_table_is_named(monkeypatch: pytest.MonkeyPatch, section: str, key: str, value: object) -> None:
    _broken(monkeypatch, section, key, value)
    with pytest.raises(CodebookInvalid, match=r"cues\.toml"):
        cues.__wrapped__()
