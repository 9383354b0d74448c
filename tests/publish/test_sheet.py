"""A table as files to take out, whatever its words hold."""

import csv
import html
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.publish.csv import FORMULA
from rashomon.publish.report_sheet import COLUMNS, report_sheet
from rashomon.publish.sheet import Sheet, sheet_csv, sheet_markdown, sheet_page
from tests.builders import make_attribution, make_figure, make_incident, make_mention, make_reading, make_report

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)


def sheet(*words: str, text: str = "") -> Sheet:
    return Sheet(title="All", columns=("one", "number_of_all"), rows=tuple((w, 1) for w in words), text=text)


@given(words=st.lists(WORDS, min_size=1, max_size=4))
def test_each_kind_has_every_row_and_no_words_leave_their_cell(words: list[str]) -> None:
    made = sheet(*words)
    told = list(csv.reader(io.StringIO(sheet_csv(made))))
    assert [len(row) for row in told] == [2] * (1 + len(words))
    assert not any(cell.startswith(tuple(FORMULA)) for row in told for cell in row)
    page = sheet_page(made)
    assert page.count("<td ") == 2 * len(words)
    cells = re.findall(r'<td dir="auto">(.*?)</td>', page, re.DOTALL)
    assert [html.unescape(cell) for cell in cells[::2]] == words
    lines = sheet_markdown(made).split("\n")
    rows = [line for line in lines if line.startswith("| ")]
    assert len(rows) == 2 + len(words)
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 3 for row in rows)


@pytest.mark.parametrize("words", ["[go](javascript:run)", "![see](http://tracker)", "[a]: http://tracker", "[a][b]"])
def test_no_words_become_a_link(words: str) -> None:
    assert re.search(r"(?<!\\)\][(:\[]", sheet_markdown(sheet(words, text=words))) is None


def test_people_get_the_columns_that_are_shown_and_programs_all() -> None:
    made = Sheet(title="All", columns=("name", "id"), rows=(("Harbour", "r1"),), shown=("name",), facts=(("Of", "x"),))
    assert "r1" in sheet_csv(made)
    assert "r1" not in sheet_page(made) + sheet_markdown(made)
    assert "- Of: x" in sheet_markdown(made) and "<dt>Of</dt>" in sheet_page(made)


def test_a_report_has_its_claims_and_figures_in_the_order_of_its_text() -> None:
    report = make_report("Three died, said the mayor. Nine fled.", "mill", outlet="Mill Gazette")
    said = make_attribution(report, "the mayor", "said", "Three died")
    incident = make_incident(report, [make_mention(report, "died")])
    reading = make_reading(
        report, [incident], attributions=(said,), figures=(make_figure(report, "Nine", incident, 9, 9),)
    )
    made = report_sheet(report, reading)
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in made.rows]
    assert [(row["kind"], row["words"]) for row in rows] == [("claim", "Three died"), ("figure", "Nine")]
    assert all(report.text[int(str(row["start"])) : int(str(row["end"]))] == row["words"] for row in rows)
    assert made.text == report.text
    assert report_sheet(report, None).rows == ()
    assert "> Three died, said the mayor. Nine fled." in sheet_markdown(made)
