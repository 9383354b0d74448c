"""People's judgements: the audit log, and those that hold on to nothing in today's readings."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from rashomon.model import Anchor, Judgement, Ledger, Unanchored
from rashomon.publish.audit import Audited
from rashomon.publish.words import counted, judged_words

LONGEST_QUOTE = 100
STYLES = {"in force": "value", "not anchored": "finding.contradicts"}


def judgements_view(audited: Sequence[Audited], ledger: Ledger) -> RenderableType:
    """Each judgement with its id and state, what it is about, and why."""
    if not audited:
        return Text("Nobody has judged anything yet.", "quiet")
    parts: list[RenderableType] = []
    for one in audited:
        head = Text.assemble((one.judgement.id, "letter"), "  ", judged_words(one.judgement))
        head.append(f"  [{one.state}]", STYLES.get(one.state, "quiet"))
        parts.append(head)
        lines = (*_about(one.judgement, ledger), *([one.reason] if one.reason else []))
        parts += [Padding(Text(line, "quiet"), (0, 0, 0, 2)) for line in lines]
    return Group(*parts)


def unanchored_view(lost: Sequence[Unanchored]) -> RenderableType:
    """The judgements that hold on to nothing, and why; they are kept."""
    count = counted(len(lost), "judgement holds", "judgements hold")
    lines = [Padding(Text.assemble((item.judgement, "letter"), ": ", item.reason), (0, 0, 0, 2)) for item in lost]
    return Group(Text(f"{count} on to nothing in these readings, or not everywhere, and stay kept:", "title"), *lines)


def _about(judgement: Judgement, ledger: Ledger) -> Iterator[str]:
    names = {heading.id: heading.name for heading in ledger.reports}
    told = set()
    for anchor in judgement.anchors:
        line = _anchor_words(anchor, names.get(anchor.report or "", anchor.report or ""))
        if line not in told:
            told.add(line)
            yield line


def _anchor_words(anchor: Anchor, report: str) -> str:
    if anchor.kind == "actor":
        return f"actor {anchor.actor}"
    if anchor.kind == "report":
        return f"report {report}"
    quote = " ".join(anchor.quote.split())
    quote = quote if len(quote) <= LONGEST_QUOTE else f"{quote[:LONGEST_QUOTE]}…"
    what = f"{anchor.question}: {anchor.value}, " if anchor.kind == "cell" else "incident, "
    return f"{what}“{quote}” in {report}, characters {anchor.start}–{anchor.start + len(anchor.quote)}"
