"""The words and forms of time: how a text is cut, what is found in it, and what the loader refuses."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from rashomon.codebook import times
from rashomon.codebook.tables import read_table
from rashomon.codebook.time_phrases import phrases_in
from rashomon.errors import CodebookInvalid


def found(text: str) -> list[tuple[str, str]]:
    return [(one.form.name, text[one.start : one.end]) for one in phrases_in(text)]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("He may march on Friday.", [("weekday", "Friday")]),
        ("He will go in May.", [("month_alone", "May")]),
        ("Jan Novak saw it in Jan. 2019.", [("month_and_year", "Jan. 2019")]),
        ("The 52-year-old man paid $1999 for it.", []),
        ("Two-thirds of the second brigade fell back.", []),
        ("About three-quarters of the wells are dry.", []),
        ("On 12 Rabi al-Awwal 1445 they met.", [("hijri_date", "12 Rabi al-Awwal 1445")]),
        ("The sun sat low and the wed pair ran.", []),
        ("A year ago and two days later", [("ago", "A year ago"), ("later", "two days later")]),
        ("It fell at 2.30 p.m. on Tuesday\u2019s order.", [("clock", "2.30 p.m. on Tuesday")]),
    ],
)
def test_forms_are_found_and_words_that_only_look_like_them_are_not(text: str, phrases: list[tuple[str, str]]) -> None:
    assert found(text) == phrases


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """The data file, to be spoilt; what was loaded before comes back afterwards."""
    rows = deepcopy(read_table("times"))
    monkeypatch.setattr(times, "read_table", lambda name: rows)
    times.load_times.cache_clear()
    yield rows
    times.load_times.cache_clear()


def add(rows: dict[str, Any], *path: str, value: Any) -> None:
    for key in path[:-1]:
        rows = rows[key]
    rows[path[-1]] = value


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("words", "month", "1"), "january", "words.month.1"),
        (("words", "month", "1"), ["January"], "small letters"),
        (("words", "weekday", "0"), ["tomorrow"], "stands under"),
        (("words", "weekday"), ["monday"], "not a table"),
        (("parts", "MONTH"), "<moth>", "unknown class 'moth'"),
        (("parts", "MONTH"), "(<month>", "can't be used"),
        (("capitalised",), ["moth"], "unknown class 'moth'"),
        (("forms",), [{"name": "a", "pattern": "NEVER"}], "unknown part 'NEVER'"),
        (("forms",), [{"name": "a"}], "'pattern' is missing"),
        (("forms",), [{"name": "a", "pattern": "b", "of": "all"}], "'all' is not known"),
        (("more",), 1, "unknown key 'more'"),
    ],
)
def test_a_mistake_in_the_file_is_named(table: dict[str, Any], path: tuple[str, ...], value: Any, told: str) -> None:
    add(table, *path, value=value)
    with pytest.raises(CodebookInvalid, match=told):
        times.load_times()
