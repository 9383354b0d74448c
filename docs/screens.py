"""Takes the pictures of the workbench that the README and the walk-through show, of the sample reports.

usage: python -m docs.screens [FOLDER]      (else docs/screens; needs Chromium)
"""

import base64
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Browser, Page, sync_playwright

from docs.palette import palette_png
from rashomon import Workspace
from rashomon.cli.choose import choose_incident
from rashomon.config import Config
from rashomon.pipeline import run
from tests.web.browser import ARGUMENTS, CHROMIUM, MISSING, served

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "screens"
PIXELS = """async shot => {
  const blob = await (await fetch(`data:image/png;base64,${shot}`)).blob();
  const bitmap = await createImageBitmap(blob);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  let text = "";
  for (let at = 0; at < data.length; at += 32768) text += String.fromCharCode(...data.subarray(at, at + 32768));
  return [bitmap.width, bitmap.height, btoa(text)];
}"""
"""The pixels of a PNG, for no other program here can read one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One picture: its file, what it shows (the text beside it for whoever can't see it), and the way there."""

    name: str
    shows: str
    go: Callable[[Page, str], None]
    width: int = 1280
    height: int = 800
    scheme: Literal["light", "dark"] = "light"
    scale: float = 1


def _list(page: Page, _: str) -> None:
    page.goto("/incidents?main=1")


def _ledger(page: Page, incident: str) -> None:
    page.goto(f"/incidents/{incident}")
    page.locator("#ledger-title").evaluate("title => window.scrollTo(0, title.offsetTop - 12)")


def _evidence(page: Page, incident: str) -> None:
    page.goto(f"/incidents/{incident}?parted=1")
    cell = page.locator("#q-notified .cell").first
    cell.click()
    page.locator("#opened-title").wait_for()
    cell.evaluate("cell => cell.scrollIntoView({ block: 'end' })")


def _report(page: Page, incident: str) -> None:
    page.goto(f"/incidents/{incident}")
    page.locator("#reports").get_by_role("link", name="Harbour Ledger").click()
    page.locator(".words").wait_for()


def _review(page: Page, _: str) -> None:
    page.goto("/review?kind=actor")


SCREENS = (
    Screen(
        name="incidents",
        shows="The list of incidents with its filters, a map and a timeline",
        go=_list,
        width=1600,
        height=900,
    ),
    Screen(name="ledger", shows="One incident as a table: questions down, sides across, who says what", go=_ledger),
    Screen(
        name="evidence",
        shows="The sentence behind an answer, with speaker, cue, content and the way it came, in dark colours",
        go=_evidence,
        scheme="dark",
    ),
    Screen(name="report", shows="A report with the claims of each speaker marked and lettered", go=_report),
    Screen(name="review-phone", shows="The review queue on a phone", go=_review, width=360, height=740, scale=1.5),
    Screen(
        name="ledger-phone",
        shows="The same table on a phone, as cards, in dark colours",
        go=_ledger,
        width=360,
        height=740,
        scale=1.5,
        scheme="dark",
    ),
)


def main(folder: Path = PICTURES) -> None:
    """Read the samples into a workspace of their own, and take all pictures of it."""
    if CHROMIUM is None:
        raise SystemExit(MISSING)
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as made, sync_playwright() as playwright:
        path = Path(made) / "samples.db"
        run([str(ROOT / "samples" / "reports")], Config(workspace=path))
        with Workspace(path) as work:
            incident = choose_incident(work.ledger(), []).id
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        with served(path) as address:
            for screen in SCREENS:
                picture = palette_png(_taken(browser, address, screen, incident))
                (folder / f"{screen.name}.png").write_bytes(picture)
                sys.stdout.write(f"{screen.name}.png: {len(picture) / 1000:.0f} kB\n")
        browser.close()


def _taken(browser: Browser, address: str, screen: Screen, incident: str) -> NDArray[np.uint8]:
    context = browser.new_context(
        base_url=address,
        viewport={"width": screen.width, "height": screen.height},
        color_scheme=screen.scheme,
        device_scale_factor=screen.scale,
        locale="en-GB",
        reduced_motion="reduce",
    )
    page = context.new_page()
    screen.go(page, incident)
    page.wait_for_load_state("networkidle")
    shot = page.screenshot()
    blank = browser.new_page()
    width, height, data = blank.evaluate(PIXELS, base64.b64encode(shot).decode())
    blank.close()
    context.close()
    pixels = np.frombuffer(base64.b64decode(data), np.uint8).reshape(height, width, 4)
    return pixels[..., :3]


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
