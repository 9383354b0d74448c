"""How common words are in news, in bands: `python -m training rarity` writes the codebook's `rarity.toml`.

Counted in the training parts of the corpora, none of them a part that anything is measured on. A word counts once a text.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rashomon.codebook.rarity import BANDS, begins

ROOT = Path(__file__).resolve().parents[1]
COUNTED = (
    ROOT.parent / "shared" / "data" / "polnear" / "train.jsonl",
    ROOT.parent / "shared" / "gold" / "world" / "train.jsonl",
    ROOT / "training" / "reports" / "reports.jsonl",
)
RARITY = ROOT / "src" / "rashomon" / "codebook" / "data" / "rarity.toml"
LEAST = (0.25, 0.08, 0.025, 0.008)
"""The least share of texts that a word of each band stands in, the commonest first."""
WIDE = 118
HEAD = """# How common words are in news: their beginnings, by the share of texts that they stand in, commonest first. What is in no
# band is rarer than all. `python -m training rarity` writes this file.
"""


def write_rarity() -> str:
    """Count, write, and say how many words each band has."""
    texts = list(_texts())
    counts = Counter(word for text in texts for word in set(begins(text)))
    bands: list[list[str]] = [[] for _ in BANDS]
    for word, count in counts.items():
        band = next((n for n, least in enumerate(LEAST) if count >= least * len(texts)), None)
        if band is not None:
            bands[band].append(word)
    RARITY.write_text(HEAD + "".join(map(_section, BANDS, bands)), encoding="utf-8")
    return f"{len(texts)} texts: " + ", ".join(f"{len(words)} {name}" for name, words in zip(BANDS, bands, strict=True))


def _texts() -> Iterator[str]:
    for path in COUNTED:
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]


def _section(name: str, words: list[str]) -> str:
    lines, line = [], ""
    for word in sorted(words):
        if len(line) + len(word) >= WIDE:
            lines.append(line)
            line = ""
        line += f" {word}"
    body = "\n".join((*lines, line))
    return f'{name} = """{body.strip()}"""\n'
