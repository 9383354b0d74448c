"""What is shown of the ledger that `tests/publish/fixtures.py` makes by hand, kept as files beside this one.

usage: python -m tests.golden.make    (writes them anew; then read the difference before you commit it)
"""

from collections.abc import Callable
from pathlib import Path

from rich.console import Console, RenderableType

from rashomon.publish.backing import Backing
from rashomon.publish.chain import chain_around, longest_chains
from rashomon.publish.csv import ledger_csv
from rashomon.publish.disputes import disputes
from rashomon.publish.html import ledger_page
from rashomon.publish.markdown import ledger_markdown
from rashomon.publish.positions import cells
from rashomon.publish.terminal import THEME, incident_view, incidents_table, ledger_summary, skipped_view, why_view
from rashomon.publish.terminal.chain import chain_view, chains_view
from rashomon.publish.terminal.disputes import disputes_view
from rashomon.publish.terminal.joining import Sources, joining_view
from rashomon.publish.terminal.timeline import timeline_table
from rashomon.publish.timeline import timeline
from tests.publish.feud import RAIDS, SHELLS, feud
from tests.publish.fixtures import exhibit
from tests.publish.joined import joining

FOLDER = Path(__file__).parent
WIDTHS = (40, 80, 100, 160)


def rendered(view: RenderableType, width: int) -> str:
    """A view without colour, as it goes into a pipe."""
    console = Console(theme=THEME, width=width, color_system=None, highlight=False, legacy_windows=False)
    with console.capture() as captured:
        console.print(view)
    return "".join(f"{line.rstrip()}\n" for line in captured.get().splitlines())


def show(width: int) -> str:
    """The ledger of the strike."""
    return rendered(incident_view(exhibit().ledger, exhibit().ledger.incidents[0]), width)


def table(width: int) -> str:
    """The table, the summary and what was skipped."""
    ledger = exhibit().ledger
    views = (
        incidents_table(enumerate(ledger.incidents, 1)),
        ledger_summary(ledger),
        skipped_view(exhibit().backing.skipped),
    )
    return "\n".join(rendered(view, width) for view in views)


def why() -> str:
    """Two questions about the strike."""
    ledger, backing = exhibit().ledger, exhibit().backing
    strike = ledger.incidents[0]
    asked = [(q.question, cell) for q in strike.questions if q.question in ("killed", "target") for cell in cells(q)]
    return rendered(why_view(ledger, backing, strike, asked), 80)


def chain(width: int) -> str:
    """The chain around the raids, then the longest ones."""
    ledger, _ = feud()
    raids = next(one for one in ledger.incidents if one.id == RAIDS)
    views = (chain_view(ledger, chain_around(ledger, raids)), chains_view(ledger, longest_chains(ledger)))
    return "\n".join(rendered(view, width) for view in views)


def why_joined() -> str:
    """Why the shelling is one incident, what ties it to others, and what else it might be."""
    ledger, reports = feud()
    shells = next(one for one in ledger.incidents if one.id == SHELLS)
    return rendered(joining_view(Sources(ledger, Backing(reports=reports)), shells, joining()), 80)


def golden() -> dict[str, Callable[[], str]]:
    """What makes each file."""
    made: dict[str, Callable[[], str]] = {
        "why.txt": why,
        "why-joined.txt": why_joined,
        "chain-60.txt": lambda: chain(60),
        "chain-100.txt": lambda: chain(100),
        "ledger.html": lambda: ledger_page(exhibit().ledger, exhibit().backing),
        "brief.md": lambda: ledger_markdown(exhibit().ledger),
        "disputes.txt": lambda: rendered(disputes_view(exhibit().ledger, disputes(exhibit().ledger)), 80),
        "timeline.txt": lambda: rendered(timeline_table(timeline(exhibit().ledger)), 80),
        "accounts.csv": lambda: ledger_csv(exhibit().ledger, exhibit().backing),
    }
    for width in WIDTHS:
        made[f"show-{width}.txt"] = lambda width=width: show(width)  # type: ignore[misc]
        made[f"table-{width}.txt"] = lambda width=width: table(width)  # type: ignore[misc]
    return made


if __name__ == "__main__":
    for name, make in golden().items():
        (FOLDER / name).write_bytes(make().encode())
