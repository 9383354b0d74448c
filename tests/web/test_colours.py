"""The colours of the workbench as contrasts: axe sees those of words on a page, and none of those in drawings."""

import re

import pytest

from rashomon.web.templating import STATIC

SHEET = (STATIC / "rashomon.css").read_text(encoding="utf-8")
WORDS = ("ink", "quiet", "link", "contradicts", "revised", "compatible", "agrees", "single")
LINES = ("edge", "focus", "contradicts", "revised", "agrees", *(f"c{n}" for n in range(1, 9)))
TEXT, SHAPE = 4.5, 3.0
"""WCAG 2.2: 1.4.3 for words, 1.4.11 for what else has to be told from its ground."""


def colours(scheme: str) -> dict[str, str]:
    """The variables of one scheme; what the dark one does not name is as in the light one."""
    light, dark = (
        re.search(pattern, SHEET, re.DOTALL) for pattern in (r":root {(.*?)\n}", r"dark\) {\s*:root {(.*?)}")
    )
    assert light is not None and dark is not None
    named = re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", light[1] + (dark[1] if scheme == "dark" else ""))
    return dict(named)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours as WCAG defines it."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_the_ratio_is_that_of_the_standard() -> None:
    assert contrast("#fff", "#000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "sheet", "shade", "select", "sea"])
def test_words_can_be_read_on_every_ground(scheme: str, ground: str) -> None:
    named = colours(scheme)
    ratios = {name: round(contrast(named[name], named[ground]), 2) for name in WORDS}
    assert {name: ratio for name, ratio in ratios.items() if ratio < TEXT} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "sheet", "sea"])
def test_lines_and_shapes_stand_out_from_their_ground(scheme: str, ground: str) -> None:
    named = colours(scheme)
    ratios = {name: round(contrast(named[name], named[ground]), 2) for name in LINES}
    assert {name: ratio for name, ratio in ratios.items() if ratio < SHAPE} == {}
