"""The walk-through says what the workbench shows of the samples, and its pictures are those that the program takes."""

import html
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from docs.palette import palette_png
from docs.screens import PICTURES, SCREENS
from rashomon import Workspace
from rashomon.cli.choose import choose_incident
from rashomon.config import Config
from rashomon.pipeline import run
from rashomon.web.app import create_app
from rashomon.web.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
WALK = (ROOT / "docs" / "walk-through.md").read_text(encoding="utf-8")
TWINS = "Palestine Street"
MOST_BYTES = 150_000
MOST_PICTURES = 6


def words(page: str) -> str:
    """The text of a page in one line; the case is left to the sheets of style."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split()).replace(" ,", ",").casefold()


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The words of all pages that the walk leads to, in the order of the walk."""
    path = tmp_path_factory.mktemp("walk") / "demo.db"
    run([str(ROOT / "samples" / "reports")], Config(workspace=path))
    with Workspace(path) as work:
        client = TestClient(create_app(Settings(workspace=path), work), base_url="http://localhost")
        top = choose_incident(work.ledger(), [])
        cell = next(answered.accounts[0].id for answered in top.questions if answered.question == "notified")
        twins = next(row.incident.id for row in work.incidents().rows if TWINS in row.incident.title)
        ways = (
            "/incidents?order=disputed", f"/incidents/{top.id}", f"/incidents/{top.id}/cells/{cell}",
            f"/reports/{top.reports[0].id}", f"/incidents/{twins}", "/review?kind=doubt", "/judgements", "/bring-in",
        )  # fmt: skip
        assert client.get(ways[0]).text.index(top.id) < client.get(ways[0]).text.index(twins)
        yield " ".join(words(client.get(way).text) for way in ways)


@pytest.mark.parametrize(
    "name", sorted({" ".join(bold.split()) for bold in re.findall(r"\*\*(.+?)\*\*", WALK, re.DOTALL)})
)
def test_what_the_walk_names_is_on_its_pages(shown: str, name: str) -> None:
    assert words(name) in shown


def test_the_numbers_that_the_walk_tells_are_those_of_the_pages(shown: str) -> None:
    for told in ("no. 8 · drone strike", "4 reports, 3 independent origins", "95 % of it"):
        assert told in shown
    assert shown.count("contradicts how many were killed? basim al-awadi says 16") == 1


def test_the_commands_of_the_walk_are_those_that_there_are() -> None:
    make = (ROOT / "Makefile").read_text(encoding="utf-8")
    commands = [line.strip() for line in re.findall(r"^    (.+)$", WALK, re.MULTILINE)]
    assert commands[0] == "make demo" and "\ndemo:" in make
    # What `make demo` ends with, where options have their short names.
    ending = commands[1].replace(".venv/bin/rashomon", "$(RASHOMON)").replace("--workspace out/demo.db", "-w $(DEMO)")
    assert f'@echo "  {ending}"' in make
    assert [line.split()[:2] for line in commands[2:]] == [
        [".venv/bin/rashomon", "run"],
        [".venv/bin/rashomon", "serve"],
    ]


def test_the_pictures_that_are_shown_are_those_that_the_program_takes() -> None:
    taken = {screen.name: screen.shows for screen in SCREENS}
    assert {name: shows for shows, name in re.findall(r"!\[(.+?)\]\(screens/(.+?)\.png\)", WALK)} == taken
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"docs/screens/(.+?)\.png", readme)) <= taken.keys()
    assert len(taken) <= MOST_PICTURES


def test_the_pictures_are_there_and_small() -> None:
    found = {path.stem: path.stat().st_size for path in PICTURES.glob("*.png")}
    assert found.keys() == {screen.name for screen in SCREENS}
    assert max(found.values()) < MOST_BYTES


@given(
    colours=st.lists(st.tuples(*[st.integers(0, 255)] * 3), min_size=1, max_size=256, unique=True),
    width=st.integers(1, 9),
)
def test_a_picture_of_few_colours_is_kept_as_it_is(colours: list[tuple[int, int, int]], width: int) -> None:
    height = -(-len(colours) // width)
    pixels = np.resize(np.array(colours, np.uint8), (height, width, 3))
    assert np.array_equal(drawn(palette_png(pixels)), pixels)


def test_of_many_colours_the_common_stay_and_the_rare_come_near() -> None:
    ramp = np.arange(4096, dtype=np.uint32)
    pixels = np.stack([ramp % 256, ramp // 16, ramp * 0], axis=-1).astype(np.uint8).reshape(64, 64, 3)
    pixels[:8] = (250, 250, 245)
    kept = drawn(palette_png(pixels))
    assert np.array_equal(kept[:8], pixels[:8])
    assert len(np.unique(kept.reshape(-1, 3), axis=0)) <= 256


def drawn(png: bytes) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """The pixels of an indexed PNG without filters, read by its parts."""
    parts, at = {}, 8
    while at < len(png):
        size = int.from_bytes(png[at : at + 4])
        parts[png[at + 4 : at + 8]] = png[at + 8 : at + 8 + size]
        assert zlib.crc32(png[at + 4 : at + 8 + size]) == int.from_bytes(png[at + 8 + size : at + 12 + size])
        at += 12 + size
    width, height = int.from_bytes(parts[b"IHDR"][:4]), int.from_bytes(parts[b"IHDR"][4:8])
    palette = np.frombuffer(parts[b"PLTE"], np.uint8).reshape(-1, 3)
    rows = np.frombuffer(zlib.decompress(parts[b"IDAT"]), np.uint8).reshape(height, width + 1)
    assert not rows[:, 0].any()
    return palette[rows[:, 1:]]
