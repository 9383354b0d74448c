"""The trained reader at work: one document gives one set of scores, whoever asks and whatever is read beside it."""

import gc
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from rashomon.engine import ahead
from rashomon.engine.ahead import WAITING
from rashomon.read.document import Document
from rashomon.read.neural.labels import ENTITY_TAGS, LINK_SIZE, LINKED, ROLES, STANCES, TAGS
from rashomon.read.neural.pieces import Pieces
from rashomon.read.neural.reader import NeuralReader
from rashomon.read.neural.scores import Scores
from rashomon.read.neural.session import OVERLAP, WINDOW, Session
from rashomon.read.neural.windows import windows_of
from rashomon.read.segment import segment
from tests.builders import make_report

STORY = (
    "Rockets struck the harbour of Karsa before dawn, the coast guard said. A spokesman for the Northern Front denied "
    "that its men had fired them, and accused the army of shelling its own town.\n\n"
)


def document(number: int, *, length: int = 1) -> Document:
    """One of many documents, each with words of its own."""
    return segment(make_report(f"Report {number}.\n\n" + STORY * length, f"report-{number}"))


def same(one: Scores, other: Scores) -> bool:
    return all(np.array_equal(left, right) for left, right in zip(arrays(one), arrays(other), strict=True))


def arrays(scores: Scores) -> list[np.ndarray]:
    return [scores.tags, scores.stance, scores.owner, *(view.links for view in scores.views)]


def test_each_word_has_one_row_as_wide_as_the_heads(session: Session) -> None:
    for text in ("", "Nothing", STORY, STORY * 9):
        found = segment(make_report(text))
        pieces = session.pieces(found.text, found.paragraphs)
        scores = session.scores(pieces)
        words = len(pieces.start)
        assert len(scores.tags) == len(scores.stance) == len(scores.owner) == words
        assert all(np.isfinite(part).all() for part in arrays(scores))
        if words:
            assert scores.tags.shape[1] == len(ROLES) * len(TAGS) + len(ENTITY_TAGS)
            assert scores.stance.shape[1] == 2 * len(STANCES)
            assert {view.links.shape[1] for view in scores.views} == {len(LINKED) * (2 * LINK_SIZE + 1)}
            assert max(view.end for view in scores.views) == words


def test_a_document_longer_than_a_window_is_read_whole(session: Session) -> None:
    found = document(1, length=40)
    pieces = session.pieces(found.text, found.paragraphs)
    assert len(windows_of(len(pieces), size=WINDOW, overlap=OVERLAP)) > 4
    scores = session.scores(pieces)
    assert len(scores.tags) == len(pieces.start)
    denials, harbours = (
        [word for word, start in enumerate(pieces.start) if found.text.startswith(name, start)]
        for name in ("denied", "harbour")
    )
    assert len(denials) == len(harbours) == 40
    outside = scores.role("cue")[:, 0]
    assert (outside[denials] < outside[harbours]).all(), (
        "wherever in the document, a denial is rather a cue than a harbour is"
    )


def test_a_document_has_the_same_scores_whatever_was_read_before_it(session: Session) -> None:
    documents = [document(n, length=n * 3 % 11 + 1) for n in range(6)]
    pieces = [session.pieces(one.text, one.paragraphs) for one in documents]
    forward = [session.scores(one) for one in pieces]
    backward = [session.scores(one) for one in reversed(pieces)][::-1]
    assert all(same(one, other) for one, other in zip(forward, backward, strict=True))


def test_threads_change_nothing(session: Session) -> None:
    documents = [document(n, length=n * 5 % 13 + 1) for n in range(8)]
    pieces = [session.pieces(one.text, one.paragraphs) for one in documents]
    alone = [session.scores(one) for one in pieces]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(session.scores, pieces))
    assert all(same(one, other) for one, other in zip(alone, together, strict=True))


def test_what_a_reader_says_is_what_its_session_says(reader: NeuralReader, session: Session) -> None:
    one = document(3, length=4)
    assert same(reader.scores(one), session.scores(session.pieces(one.text, one.paragraphs)))


class Counted:
    """A session that counts how often it scores."""

    def __init__(self, session: Session) -> None:
        self.session, self.count = session, 0

    def pieces(self, text: str, paragraphs: tuple[tuple[int, int], ...]) -> Pieces:
        return self.session.pieces(text, paragraphs)

    def scores(self, pieces: Pieces) -> Scores:
        self.count += 1
        return self.session.scores(pieces)


@pytest.fixture
def counted(reader: NeuralReader, session: Session, monkeypatch: pytest.MonkeyPatch) -> Counted:
    made = Counted(session)
    monkeypatch.setattr(reader, "session", made)
    return made


def test_annotators_that_ask_for_one_document_get_one_set_of_scores(reader: NeuralReader, counted: Counted) -> None:
    one, other = document(1), document(2)
    assert reader.scores(one) is reader.scores(one)
    assert reader.scores(other) is not reader.scores(one)
    assert counted.count == 2


@pytest.mark.parametrize("threads", [1, 2, 20])
def test_each_document_is_scored_once_however_many_threads_run_ahead(
    reader: NeuralReader, counted: Counted, threads: int
) -> None:
    kept = []
    for one, _ in ahead(reader.scores, map(document, range(70)), threads=threads):
        reader.scores(one)
        reader.scores(one)
        kept.append(reader.kept)
    assert counted.count == 70
    assert max(kept) <= 1 + threads * WAITING


def test_scores_go_with_their_document(reader: NeuralReader) -> None:
    one = document(0)
    reader.scores(one)
    assert reader.kept == 1
    del one
    gc.collect()
    assert reader.kept == 0


TOGETHER = """
from concurrent.futures import ThreadPoolExecutor
from rashomon.read.neural.reader import neural_reader
with ThreadPoolExecutor(4) as pool:
    print(len({id(reader) for reader in list(pool.map(lambda _: neural_reader(), range(4)))}))
"""


def test_threads_that_begin_together_load_one_reader() -> None:
    done = subprocess.run([sys.executable, "-c", TOGETHER], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "1\n"
