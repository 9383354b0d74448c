"""Who copied whom, for a terminal: a tree for each story, then passages that one story borrows, then changed pages."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from rashomon.model import Change, Descent, Excerpt, Ledger, Lineage, Page, Passage
from rashomon.publish.copies import KINDS
from rashomon.publish.words import counted, short_date

LONGEST = 160
"""Characters of a passage that are shown; its beginning and its end tell it."""
INDENT = 2


def lineage_view(ledger: Ledger, report: str | None = None) -> RenderableType:
    """All families, borrowed passages and versions; or those of one report, with the passages themselves."""
    names = {heading.id: _name(ledger, heading.id) for heading in ledger.reports}
    families = [family for family in ledger.lineage if report is None or report in family.reports]
    borrowed = [one for one in ledger.borrowed if report is None or report in (one.copy, one.source)]
    pages = [page for page in ledger.pages if report is None or report in page.reports]
    parts: list[RenderableType] = []
    for family in families:
        parts += [_tree(family, names, report), Text()]
    for descent in borrowed:
        parts += [_borrowed(descent, names, whole=report is not None), Text()]
    for page in pages:
        parts += [_page(page, names), Text()]
    if not parts:
        return Text(
            f"{names[report]} shares no text with another report." if report else "No report is a copy of another."
        )
    return Group(*parts[:-1])


def _name(ledger: Ledger, report: str) -> str:
    heading = next(heading for heading in ledger.reports if heading.id == report)
    name = f"{heading.outlet} ({heading.name})" if heading.outlet and heading.outlet != heading.name else heading.name
    return f"{name}, {short_date(heading.published)}" if heading.published.known else name


def _tree(family: Lineage, names: Mapping[str, str], report: str | None) -> RenderableType:
    """The root, and under each report those that have its text."""
    origin = f"One story of {family.origin}" if family.origin else "One story, its origin unknown"
    title = Text.assemble((origin, "title"), (f"  in {counted(len(family.reports), 'report')}", "quiet"))
    children: dict[str, list[Descent]] = defaultdict(list)
    for descent in family.descents:
        children[descent.source].append(descent)
    root = family.root or family.reports[0]
    tree = Tree(Text(names.get(root, root)), guide_style="quiet")
    _grow(tree, root, children, names, report)
    return Group(title, Padding(tree, (0, 0, 0, INDENT)))


def _grow(
    tree: Tree, source: str, children: Mapping[str, Sequence[Descent]], names: Mapping[str, str], report: str | None
) -> None:
    for descent in children.get(source, ()):
        label = Text.assemble(names.get(descent.copy, descent.copy), (f"  {_how(descent)}", "quiet"))
        lines: list[RenderableType] = [label, Text(descent.reason, "quiet")]
        if report in (descent.copy, descent.source):
            lines += [_passage(passage, names) for passage in descent.passages]
        _grow(tree.add(Group(*lines)), descent.copy, children, names, report)


def _how(descent: Descent) -> str:
    credit = f", credits {descent.agency}" if descent.agency else ""
    return f"{round(100 * descent.share)}% of it, {KINDS[descent.kind]}{credit}"


def _borrowed(descent: Descent, names: Mapping[str, str], *, whole: bool) -> RenderableType:
    copy, source = names.get(descent.copy, descent.copy), names.get(descent.source, descent.source)
    words = f"{copy} has {counted(len(descent.passages), 'passage')} of {source}"
    if descent.direction == "unknown":
        words = f"{copy} and {source} share {counted(len(descent.passages), 'passage')}"
    lines: list[RenderableType] = [Text(words, "title"), Padding(Text(descent.reason, "quiet"), (0, 0, 0, INDENT))]
    if whole:
        lines += [Padding(_passage(passage, names), (0, 0, 0, INDENT)) for passage in descent.passages]
    return Group(*lines)


def _passage(passage: Passage, names: Mapping[str, str]) -> RenderableType:
    places = " / ".join(f"{one.span.start}–{one.span.end}" for one in (passage.copy, passage.source))
    return Text.assemble((f"{places}, {round(100 * passage.likeness)}% alike: ", "quiet"), _quoted(passage.copy))


def _page(page: Page, names: Mapping[str, str]) -> RenderableType:
    title = Text.assemble((f"{counted(len(page.reports), 'version')} of one page", "title"), (f"  {page.url}", "quiet"))
    versions = Text(" → ".join(names.get(report, report) for report in page.reports))
    lines = [line for change in page.changes for line in _change(change)]
    return Group(title, *(Padding(line, (0, 0, 0, INDENT)) for line in (versions, *lines)))


def _change(change: Change) -> Iterator[Text]:
    if change.before is not None:
        yield Text.assemble(("− ", "finding.contradicts"), _quoted(change.before))
    if change.after is not None:
        yield Text.assemble(("+ ", "finding.agrees"), _quoted(change.after))


def _quoted(excerpt: Excerpt) -> str:
    words = " ".join(excerpt.span.text.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST * 2 // 3]} … {words[-LONGEST // 3 :]}"
