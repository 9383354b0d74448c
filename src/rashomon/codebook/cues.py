"""The words that ascribe a statement to somebody, with how often each construction of theirs does so."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeAlias, cast, get_args

from rashomon.codebook.tables import read_table
from rashomon.errors import CodebookInvalid
from rashomon.model import Stance

Shape: TypeAlias = Literal["base", "third", "past", "participle", "gerund"]


CEILING = 0.97
"""No construction is surer than this, however often it was seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One cue: a verb with the particles that must follow it ("call" + "for").

    `figures` holds, by construction, the share of its uses that ascribe something, and under "lift" by how much it
    surpasses other cues in constructions of which nothing is known; `stance` is what it says about
    the speaker; `quotes` marks verbs of speech, which may follow what is said ("..., said the minister").
    """

    lemma: str
    particles: tuple[str, ...]
    stance: Stance
    quotes: bool
    figures: Mapping[str, float]

    @property
    def key(self) -> str:
        """The lemma and its particles, joined by spaces."""
        return " ".join((self.lemma, *self.particles))


@dataclass(frozen=True, slots=True)
class CueForm:
    """One surface form of a cue."""

    cue: Cue
    shape: Shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The whole table: forms by their first word, lists of words and phrases by name, and figures to fall back on."""

    verbs: Mapping[str, tuple[CueForm, ...]]
    words: Mapping[str, frozenset[str]]
    judging: Mapping[str, frozenset[str]]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    defaults: Mapping[str, float]
    reporting: frozenset[str]
    floor: float

    def reports(self, cue: Cue) -> bool:
        """Whether a cue is a verb of reporting, which ends what an earlier cue of the same subject ascribes."""
        return cue.quotes or cue.stance != "asserts" or cue.lemma in self.reporting

    def figure(self, cue: Cue, construction: str) -> float:
        """How likely this construction of this cue ascribes something: its own figure, else that of its kind."""
        if construction in cue.figures:
            return cue.figures[construction]
        return min(self.defaults.get(construction, 0.0) * cue.figures.get("lift", 1.0), CEILING)


@cache
def cues() -> Cues:
    """The cue table of the codebook. Raises `CodebookInvalid` where the file breaks its schema."""
    table = read_table("cues")
    try:
        return _cues(table)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise CodebookInvalid(
            f"The codebook file cues.toml breaks its schema: {error}.", "Compare it with the file that Rashomon brings."
        ) from error


def _cues(table: dict[str, Any]) -> Cues:
    speech = table["speech"]
    stances, quoting = _stances(table["stances"]), _keys(speech["quoting"])
    spelling = _Spelling(
        irregular={lemma: tuple(forms.split()) for lemma, forms in table["irregular"].items()},
        doubling=_keys(speech["doubling"]),
        spelt_twice=_keys(speech["spelt_twice"]),
    )
    forms: dict[str, list[CueForm]] = {}
    for key, figures in table["verbs"].items():
        cue = _cue(key, figures, stances, quoting)
        for shape, form in spelling.inflected(cue.lemma):
            forms.setdefault(form, []).append(CueForm(cue, shape))
    return Cues(
        verbs={form: tuple(sorted(found, key=lambda f: -len(f.cue.particles))) for form, found in forms.items()},
        words={name: frozenset(value.split()) for name, value in table["words"].items()},
        judging={name: frozenset(value.split()) for name, value in table["judging"].items()},
        phrases={name: _phrases(value) for name, value in table["phrases"].items()},
        defaults={name: float(value) for name, value in table["defaults"].items()},
        reporting=_keys(speech["reporting"]),
        floor=float(speech["floor"]),
    )


def _keys(value: str) -> frozenset[str]:
    return frozenset(key.replace("_", " ") for key in value.split())


def _cue(key: str, figures: dict[str, float], stances: Mapping[str, Stance], quoting: frozenset[str]) -> Cue:
    lemma, *particles = key.split()
    stance = stances.get(key, stances.get(lemma, "asserts"))
    values = {name: float(value) for name, value in figures.items()}
    if any(not 0 <= value <= 1 for name, value in values.items() if name != "lift"):
        raise ValueError(f"a figure of {key!r} is not a share in [0, 1]")
    return Cue(lemma=lemma, particles=tuple(particles), stance=stance, quotes=key in quoting, figures=values)


def _stances(table: dict[str, str]) -> dict[str, Stance]:
    known = get_args(Stance)
    found: dict[str, Stance] = {}
    for stance, keys in table.items():
        if stance not in known:
            raise ValueError(f"{stance!r} is no stance")
        for key in keys.split():
            found[key.replace("_", " ")] = cast(Stance, stance)
    return found


def _phrases(value: str) -> tuple[tuple[str, ...], ...]:
    found = [tuple(phrase.split("_")) for phrase in value.split()]
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spelling:
    """How verbs are inflected: by table, by rule, with a doubled consonant, or in two ways (labeled, labelled)."""

    irregular: Mapping[str, tuple[str, ...]]
    doubling: frozenset[str]
    spelt_twice: frozenset[str]

    def inflected(self, lemma: str) -> list[tuple[Shape, str]]:
        """The forms of a verb, each once; a form that could be two shapes is the plainer one."""
        if lemma in self.irregular:
            third, past, participle, gerund = self.irregular[lemma]
        else:
            third, past, gerund = _regular(lemma, doubled=lemma in self.doubling)
            participle = past
        shapes: list[tuple[Shape, str]] = [("base", lemma), ("third", third), ("past", past), ("gerund", gerund)]
        if participle != past:
            shapes.append(("participle", participle))
        if lemma in self.spelt_twice:
            shapes.extend((("past", f"{lemma}led"), ("gerund", f"{lemma}ling")))
        return list({form: (shape, form) for shape, form in reversed(shapes)}.values())


def _regular(lemma: str, *, doubled: bool) -> tuple[str, str, str]:
    if doubled:
        return lemma + "s", lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", (lemma if lemma.endswith("ee") else lemma[:-1]) + "ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    third = lemma + ("es" if lemma.endswith(("s", "x", "ch", "sh", "z")) else "s")
    return third, lemma + "ed", lemma + "ing"
