"""Score the finding of copies on cases that are made of other people's articles at run time.

usage: python benchmarks/copies.py [--check] [--misses]

Articles of PolNeAR's development part and of samples/reports are printed again: verbatim, cut, with the paragraphs in
another order, under another headline, with 5% and 15% of their words changed, the cut so too, behind another lead, two
glued together, and with quotations spliced into another article; beside them stand articles that nobody copied. Printed
are precision and recall of "these two are copies of one story" by kind, and how many signatures are made in a second;
with --check the exit code is 1 where one falls under its floor. Without the corpus (a folder `shared` beside the
checkout) the samples alone are used.
"""

import json
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parents[1]
# What the benchmarks share is a package beside the script.
sys.path.insert(0, str(ROOT))

from benchmarks.floors import floors_of, options_of
from rashomon.config import Config
from rashomon.ingest import ingest
from rashomon.link.copies import families, find_copying
from rashomon.link.prose import plain_words
from rashomon.link.signatures import five_words, signature
from rashomon.model import Capture, Report, sha256_hex

CORPUS = ROOT.parent / "shared" / "data" / "polnear" / "dev.jsonl"
SAMPLES = ROOT / "samples" / "reports"
EXPECTED = ROOT / "samples" / "expected.json"
NOTE = "Sample report written for the Rashomon project; the outlet is invented and the quotations are reworded"
"""What stands over every sample: it is no report's text."""
TYPICAL = 400
"""Words of a typical report, for the rate."""
FEWEST = 60
"""Articles with fewer words are not used."""
QUOTATION = re.compile(r"\u201c[^\u201c\u201d\n]{60,}\u201d|\"[^\"\n]{60,}\"")


@dataclass(frozen=True, slots=True)
class Case:
    """Articles of one kind, and which pairs of them are copies of one story."""

    kind: str
    texts: dict[str, str]
    gold: frozenset[frozenset[str]]


def verbatim(text: str) -> str:
    """The same text."""
    return text


def cut(text: str) -> str:
    """The first two fifths, to the end of a word."""
    words = re.findall(r"\S+\s*", text)
    return "".join(words[: max(1, len(words) * 2 // 5)]).rstrip()


def reordered(text: str) -> str:
    """The paragraphs in another order: the odd ones, then the even ones, each from the last."""
    paragraphs = [part for part in re.split(r"\n\s*\n", text) if part.strip()]
    if len(paragraphs) < 3:
        paragraphs = re.split(r"(?<=[.!?])\s+", text)
    return "\n\n".join([*paragraphs[1::2][::-1], *paragraphs[::2][::-1]])


def headlined(text: str) -> str:
    """Another headline and a line of the house before the text, and one after it."""
    body = text.partition("\n")[2].strip() or text
    return f"What we know so far this morning\n\nBy our own staff\n\n{body}\n\nMore stories follow on our front page."


def changed(share: float) -> Callable[[str], str]:
    """Some of the words replaced, by a rule that spreads them unevenly over the text."""

    def edit(text: str) -> str:
        words = re.findall(r"\S+|\s+", text)
        return "".join(_replaced(n, word, share) for n, word in enumerate(words))

    return edit


def _replaced(n: int, word: str, share: float) -> str:
    if not word.strip() or int(sha256_hex(f"{n} {word}".encode())[:6], 16) >= share * 16**6:
        return word
    return re.sub(r"\w+", "otherwise", word)


EDITS: dict[str, Callable[[str], str]] = {
    "verbatim": verbatim,
    "cut to 40%": cut,
    "reordered": reordered,
    "other headline": headlined,
    "5% of words": changed(0.05),
    "15% of words": changed(0.15),
    "15% of the cut": lambda text: changed(0.15)(cut(text)),
}


def cases(articles: Sequence[str]) -> Iterator[Case]:
    """One case a kind: every article with one copy of it, or with what only looks like one."""
    plain = {f"{n} as it came": text for n, text in enumerate(articles)}
    for kind, edit in EDITS.items():
        copies = {f"{n} copied": edit(text) for n, text in enumerate(articles)}
        pairs = {frozenset((f"{n} as it came", f"{n} copied")) for n in range(len(articles))}
        yield Case(kind, plain | copies, frozenset(pairs))
    yield _mixed(plain, articles)
    yield _glued(plain, articles)
    yield _quoting(articles)
    yield Case("independent", plain, frozenset())


def _mixed(plain: dict[str, str], articles: Sequence[str]) -> Case:
    """Each article without its end, behind a few sentences of another: a copy of the one and not of the other."""
    texts, pairs = dict(plain), set()
    for n, text in enumerate(articles):
        words, other = re.findall(r"\S+\s*", text), re.findall(r"\S+\s*", articles[n - 1])
        lead = "".join(other[len(other) // 2 :][: min(len(words), len(other)) // 5])
        texts[f"{n} mixed"] = f"{lead}.\n\n{''.join(words[: len(words) * 7 // 10])}"
        pairs.add(frozenset((f"{n} as it came", f"{n} mixed")))
    return Case("another lead", texts, frozenset(pairs))


def _glued(plain: dict[str, str], articles: Sequence[str]) -> Case:
    """Each article followed by the next but one: a copy of both, which makes no copies of the two."""
    texts, pairs = dict(plain), set()
    for n in range(0, len(articles) - 2, 4):
        texts[f"{n} glued"] = f"{articles[n]}\n\n{articles[n + 2]}"
        pairs |= {frozenset((f"{n} glued", f"{one} as it came")) for one in (n, n + 2)}
    return Case("two glued", texts, frozenset(pairs))


def _quoting(articles: Sequence[str]) -> Case:
    """Two or three quotations of each article put into the next: two stories that share a man's words."""
    texts = {}
    for n, text in enumerate(articles):
        quotations = QUOTATION.findall(articles[n - 1])[:3]
        paragraphs = text.split("\n\n")
        for place, quotation in enumerate(quotations, start=1):
            paragraphs.insert(2 * place, f"{quotation} he said.")
        texts[f"{n} quoting"] = "\n\n".join(paragraphs)
    return Case("same quotations", texts, frozenset())


def score(case: Case) -> tuple[dict[str, float], set[frozenset[str]], set[frozenset[str]]]:
    """Precision, recall and joins of one case; the pairs found for nothing, and those missed."""
    reports = {report.id: report for report in (_report(name, text) for name, text in case.texts.items())}
    groups = families(find_copying(reports).copied())
    found = {frozenset((reports[a].name, reports[b].name)) for group in groups for a, b in combinations(group, 2)}
    right = len(found & case.gold)
    figures = {"joined": float(len(found - case.gold))}
    if case.gold:
        figures |= {"p": right / max(1, len(found)), "r": right / len(case.gold)}
    return figures, found - case.gold, set(case.gold - found)


def rate(articles: Sequence[str]) -> float:
    """Signatures in a second, on one core, of texts of a typical length: from the text to the numbers."""
    words = " ".join(articles).split(" ")
    texts = [" ".join(words[n : n + TYPICAL]) for n in range(0, len(words) - TYPICAL, TYPICAL)]
    reports = [_report(str(n), text) for n, text in enumerate(texts)]
    best = 0.0
    for _ in range(3):
        start = time.perf_counter()
        for report in reports:
            signature(five_words(plain_words(report)))
        best = max(best, len(reports) / (time.perf_counter() - start))
    return best


def read_articles() -> list[str]:
    """The articles that are long enough; of samples that are copies of one story, the first."""
    rows = CORPUS.read_text(encoding="utf-8").splitlines() if CORPUS.is_file() else []
    texts = [json.loads(row)["text"] for row in rows]
    expected = json.loads(EXPECTED.read_text(encoding="utf-8"))["reports"]
    groups = {name: row.get("copy_group") or name for name, row in expected.items()}
    seen = set()
    for item in ingest([str(SAMPLES)], Config()):
        if isinstance(item, Capture) and item.report.readable:
            group = groups.get(item.report.name, item.report.name)
            texts += [item.report.text.replace(NOTE, "")] if group not in seen else []
            seen.add(group)
    return list(dict.fromkeys(text for text in texts if len(text.split()) >= FEWEST))


def _report(name: str, text: str) -> Report:
    digest = sha256_hex(f"{name}\n{text}".encode())
    return Report(id=f"r{digest[:16]}", name=name, sha256=digest, text=text, media_type="text/plain", origin=name)


def main() -> int:
    """Print the table; the exit code says whether every floor holds."""
    parser = options_of(__doc__)
    parser.add_argument("--misses", action="store_true", help="name the pairs found for nothing and those missed")
    options = parser.parse_args()
    console = Console(soft_wrap=True)
    articles = read_articles()
    floors = floors_of("copies")
    table = Table("kind", "pairs", "precision", "recall", "joined for nothing", "", title="Copies of one story")
    failed = 0
    for case in cases(articles):
        figures, wrong, missed = score(case)
        under = any(figures[name] < floors.get(name, 0.0) for name in ("p", "r") if name in figures)
        under = under or (not case.gold and figures["joined"] > floors.get("joined", 0.0))
        failed += under
        shares = (f"{figures[name]:.3f}" if name in figures else "" for name in ("p", "r"))
        table.add_row(case.kind, str(len(case.gold)), *shares, f"{figures['joined']:.0f}", "UNDER" if under else "")
        if options.misses:
            for words, pairs in (("for nothing", wrong), ("missed", missed)):
                console.print(case.kind, words, sorted(sorted(pair) for pair in pairs))
    console.print(table)
    console.print(f"{rate(articles):,.0f} signatures a second on one core, of texts of {TYPICAL} words")
    return 1 if failed and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
