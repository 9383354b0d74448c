"""The words of time, and the forms in which they stand together, as `times.toml` gives them.

A text becomes a string with one sign for each token, and a form is a regular expression over such strings: so the forms
are tried on a few dozen signs and not on the letters of the text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from rashomon.codebook.checks import check_keys, check_words, complain
from rashomon.codebook.tables import read_table

FILE = "times"
LISTS = ("ahead", "told", "since", "until", "fillers", "joining")
TABLES = frozenset({*LISTS, "capitalised", "words", "phrases", "parts", "forms"})
FORM_KEYS = frozenset({"name", "of", "pattern"})
SHAPES = (
    "day",
    "nth",
    "number",
    "clock",
    "year",
    "lunar",
    "decade",
    "iso",
    "slashed",
    "dated",
    "money",
    "open",
    "close",
)
"""Classes that are told by the shape of a token, not by a list."""
NAME = re.compile(r"\b[A-Z]{2,}\b")
ELEMENT = re.compile(r"<(\w+)>|('?[a-z][a-z']*)|(\s+)")
FIRST_SIGN = 0xE000
"""Signs are taken from Unicode's private use area, which means nothing in a regular expression."""

UNKNOWN = "xX,.%/"
"""Signs of words that are in no list (small, capital) and of marks: nothing begins with them, and most of a text is such."""


class Known(NamedTuple):
    """What a word is: its class, its worth, and the sign that stands for it in a pattern."""

    kind: str
    worth: str
    sign: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form of time phrases; one that is of an event may date it, the others tell how long or how often."""

    name: str
    event: bool
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """`words` maps a word in small letters to what it is, `names` the first word of a name to names with it, longest first.

    `signs` are the signs of classes; `any_form` finds where a form begins. `ahead` and
    `told` are words of verbs that look ahead and tell the past, the other lists words around a phrase.
    """

    words: Mapping[str, Known]
    names: Mapping[str, tuple[tuple[tuple[str, ...], Known], ...]]
    capitalised: frozenset[str]
    signs: Mapping[str, str]
    forms: tuple[Form, ...]
    any_form: re.Pattern[str]
    ahead: frozenset[str]
    told: frozenset[str]
    since: frozenset[str]
    until: frozenset[str]
    fillers: frozenset[str]
    joining: frozenset[str]


@cache
def load_times() -> TimeWords:
    """The words and forms. Raises `CodebookInvalid` where the data file breaks its schema."""
    table = read_table(FILE)
    check_keys(FILE, "the file", table, TABLES, TABLES)
    classes = {kind: dict(_worths("words", kind, rows)) for kind, rows in table["words"].items()}
    named = {kind: dict(_worths("phrases", kind, rows)) for kind, rows in table["phrases"].items()}
    patterns = [_pattern(form, table["parts"]) for form in table["forms"]]
    literals = sorted({m[2] for pattern in patterns for m in ELEMENT.finditer(pattern) if m[2]})
    kinds = sorted({*classes, *named, *SHAPES})
    signs = {name: chr(FIRST_SIGN + number) for number, name in enumerate([f"<{kind}>" for kind in kinds] + literals)}
    words = dict(_words(classes, signs))
    sets = {kind: _set(kind, classes.get(kind, {}), signs) for kind in kinds}
    sources = [_compiled(form, pattern, sets, signs) for form, pattern in zip(table["forms"], patterns, strict=True)]
    capitalised = check_words(FILE, "capitalised", table["capitalised"])
    if strange := sorted(set(capitalised) - set(kinds)):
        raise complain(FILE, "capitalised", f"unknown class {strange[0]!r}")
    return TimeWords(
        words=words | {word: Known("", "", signs[word]) for word in literals if word not in words},
        names=_names(named, signs),
        capitalised=frozenset(capitalised),
        signs={kind: signs[f"<{kind}>"] for kind in kinds},
        forms=tuple(
            Form(name=form["name"], event=form.get("of") == "event", pattern=re.compile(source))
            for form, source in zip(table["forms"], sources, strict=True)
        ),
        any_form=re.compile(f"(?![{UNKNOWN}])(?:" + "|".join(f"(?:{source})" for source in sources) + ")"),
        **{name: frozenset(check_words(FILE, name, table[name])) for name in LISTS},
    )


def _worths(section: str, kind: str, rows: Any) -> Iterator[tuple[str, str]]:
    """Each word of one class with its worth."""
    if not isinstance(rows, Mapping):
        raise complain(FILE, f"{section}.{kind}", "it is not a table")
    for worth, words in rows.items():
        for word in check_words(FILE, f"{section}.{kind}.{worth}", words):
            if word != word.lower():
                raise complain(FILE, f"{section}.{kind}", f"{word!r} is not in small letters")
            yield word, worth


def _words(classes: Mapping[str, Mapping[str, str]], signs: Mapping[str, str]) -> Iterator[tuple[str, Known]]:
    seen: dict[str, str] = {}
    for kind, words in classes.items():
        for word, worth in words.items():
            if word in seen:
                raise complain(
                    FILE, f"words.{kind}", f"{word!r} stands under {seen[word]!r} too", "Keep it in one class."
                )
            seen[word] = kind
            yield word, Known(kind, worth, signs.get(word, signs[f"<{kind}>"]))


def _names(
    named: Mapping[str, Mapping[str, str]], signs: Mapping[str, str]
) -> dict[str, tuple[tuple[tuple[str, ...], Known], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
    for kind, names in named.items():
        for name, worth in names.items():
            parts = tuple(re.findall(r"'s\b|[a-z](?:'(?!s\b)[a-z]|[a-z])*", name))
            found.setdefault(parts[0], []).append((parts, Known(kind, worth, signs[f"<{kind}>"])))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


def _pattern(form: Any, parts: Mapping[str, str]) -> str:
    """A form's pattern with the parts that it names put in."""
    check_keys(
        FILE, str(form.get("name")) if isinstance(form, Mapping) else "forms", form, FORM_KEYS, FORM_KEYS - {"of"}
    )
    if form.get("of", "event") != "event":
        raise complain(FILE, form["name"], f"{form['of']!r} is not known", 'Write "event" or leave the line out.')

    def part(match: re.Match[str]) -> str:
        if match[0] not in parts:
            raise complain(FILE, form["name"], f"unknown part {match[0]!r}")
        return f"({parts[match[0]]})"

    pattern = str(form["pattern"])
    for _ in parts:  # a part may name parts that stand before it, so that as many rounds are enough
        pattern = NAME.sub(part, pattern)
    return pattern


def _set(kind: str, words: Mapping[str, str], signs: Mapping[str, str]) -> str:
    """The signs of a class: its own, and those of its words that some pattern names."""
    return "[" + signs[f"<{kind}>"] + "".join(sorted(signs[word] for word in words if word in signs)) + "]"


def _compiled(form: Mapping[str, str], pattern: str, sets: Mapping[str, str], signs: Mapping[str, str]) -> str:
    """The regular expression over signs; raises `CodebookInvalid` where the pattern is none."""

    def sign(match: re.Match[str]) -> str:
        if match[1] and match[1] not in sets:
            raise complain(FILE, form["name"], f"unknown class {match[1]!r}")
        return sets[match[1]] if match[1] else signs[match[2]] if match[2] else ""

    source = ELEMENT.sub(sign, pattern)
    try:
        re.compile(source)
    except re.error as error:
        raise complain(FILE, form["name"], f"the pattern can't be used ({error})") from error
    return source.replace("(?", "\0").replace("(", "(?:").replace("\0", "(?")
