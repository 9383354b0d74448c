"""Page furniture is marked, prose never."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.ingest.headings import read_headings
from tests.ingest.reading import marked

SHARED = Path(__file__).parents[2] / ".." / "shared" / "gold"
PROSE = "Three people were hurt on Monday when a rocket struck a market in the north of the town, officials and residents said."

LINES = [
    "Previous Article", "Next Article", "Related Posts", "Read more: What is known about the group", "Publication of: change:",
    "2 minutes", "2 min read", "Share on Facebook", "Facebook Twitter WhatsApp", "© 2024 AFP",
    "File – The ministry's building is seen in the old town (Harbour Herald)", "[Photo caption: people at the market. Reuters]",
    "Advertisement", "This website uses cookies to give you the best experience.", "Sign up for our newsletter",
    "Follow us on Telegram", "Tags: rockets, market, north", "Last Update: Monday, 30 December 2019 KSA 00:05 - GMT 21:05",
    "We want polite and useful discussion here. Please read our Community Guidelines.", "Powered by automated translation",
    "(Reporting by Jane Doe; Editing by John Roe)", "3 hours ago", "* * *",
]  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_furniture_is_marked(line: str) -> None:
    text = f"Rocket hits market in the north\n{PROSE}\n\n{line}\n\n{PROSE}"
    assert marked(text) == [line]


def test_teasers_below_their_heading_are_marked_and_prose_below_them_is_not() -> None:
    block = "Previous Article\n\nMinister travels abroad\n\nNext Article\n\nTwo held over raid\n\nRelated Posts\n\nMore rain expected"
    text = f"{PROSE}\n\n{block}\n\n{PROSE}"
    assert marked(text) == [block]


@pytest.mark.parametrize("heading", ["2 Comments", "Leave a Reply", "Join the discussion"])
def test_comments_close_a_page(heading: str) -> None:
    block = f"{heading}\n\nsomebody\n{PROSE}\n"
    text = f"{PROSE}\n{PROSE}\n{PROSE}\n{block}"
    assert marked(text) == [block.rstrip()]


def test_comments_above_the_text_close_nothing() -> None:
    text = f"Comments\n{PROSE}\n{PROSE}"
    assert all("Three people" not in mark for mark in marked(text))


def test_a_long_caption_is_read_without_its_label() -> None:
    caption = (
        "the market after the strike, in which at least three people were killed and nine hurt according to the mayor."
    )
    assert marked(f"{PROSE}\n[Photo: {caption} AFP]\n{PROSE}") == ["[Photo: "]


def test_a_button_at_the_end_of_prose() -> None:
    assert marked(f"{PROSE} Support us\n{PROSE}") == [" Support us"]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell after the attack, and the market stayed closed for the rest of the week.",
        "Follow-up strikes hit the same market in the afternoon, residents said.",
        "Related attacks were reported from two other towns in the north.",
        "Read more of his statements and you will find no word about the victims, she said.",
        "Sign after sign of the raid was removed overnight, the reporter saw.",
        "Sources close to the group said nobody had been hurt.",
        "(c) the armed forces struck the market without warning.",
        "Two minutes later the second rocket fell.",
        "Photographs from the scene show a crater in the market.",
        "The comments were made in a statement on Monday.",
        "Advertisements for the new party had been torn down.",
        "regional tensions",
        "[The ministry puts the dead at more than 80 and the injured at hundreds.]",
    ],
)
def test_prose_is_never_marked(line: str) -> None:
    assert marked(f"Rocket hits market in the north\n{PROSE}\n{line}\n{PROSE}") == []


@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\n\r -:()[]/©|,."), max_size=400))
def test_marks_lie_in_the_text_in_order_and_apart(text: str) -> None:
    end = -1
    for start, stop in read_headings(text).marks:
        assert end < start < stop <= len(text)
        end = stop


@pytest.mark.parametrize(
    "piece",
    [
        "word ",
        "By ",
        "A, ",
        "/ ",
        "- ",
        "(((",
        "“",
        "20/",
        "Jan. ",
        "Photo by ",
        "a",
        "Posted 3 May 2021\n",
        "Share this\n",
        "Related Posts\n",
        "© ",
    ],
)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.perf_counter()
        read_headings(text)
        return time.perf_counter() - start

    seconds(1_000)
    assert seconds(200_000) < 2.0  # about a tenth of that on a slow machine; a quadratic step takes minutes


@pytest.mark.shared
def test_nothing_labelled_is_marked_in_the_gold_data() -> None:
    if not SHARED.is_dir():
        pytest.skip("the gold data is not beside the checkout")
    hidden = []
    for name in ("founding.labelled", "reports_dev.labelled", "world/train", "world/dev"):
        for line in (SHARED / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            labelled = [span for said in row["attributions"] for span in said["content"]] + [
                f["span"] for f in row["figures"]
            ]
            marks = read_headings(row["text"]).marks
            hidden += [row["text"][a:b] for a, b in labelled if any(a < end and start < b for start, end in marks)]
    assert len(hidden) <= 1  # one is the teaser of another report, below "Next Article"
