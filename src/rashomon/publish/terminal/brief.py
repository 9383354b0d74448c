"""A brief on the terminal: the paragraph, then its sources by number."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rashomon.publish.brief import Brief


def brief_view(brief: Brief) -> RenderableType:
    """The title, the paragraph and the numbered sources."""
    sources = Table.grid(padding=(0, 1))
    sources.add_column(style="letter", justify="right", no_wrap=True)
    sources.add_column(overflow="fold")
    for number, source in enumerate(brief.sources, 1):
        sources.add_row(f"{number}.", Text(source))
    return Group(Text(brief.title, "title"), Text(), Text(brief.paragraph), Text(), sources)
