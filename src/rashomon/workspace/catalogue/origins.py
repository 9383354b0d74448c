"""How many independent origins some reports have: copies, versions of a page and one agency's texts are one."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from rashomon.model.codec import Json


class ReportOrigins:
    """What stands behind each report of a ledger, told for whole reports (an account counts its passages)."""

    def __init__(self, connection: sqlite3.Connection, ledger: Json) -> None:
        self._behind: dict[str, set[str]] = defaultdict(set)
        for kind in ("lineage", "pages"):
            for number, family in enumerate(ledger[kind]):
                for report in family["reports"]:
                    self._behind[report].add(f"{kind} {number}")
        for row in connection.execute("SELECT id, agency FROM report WHERE agency IS NOT NULL"):
            self._behind[row["id"]].add(f"agency {row['agency'].lower()}")

    def count(self, reports: Iterable[str]) -> int:
        """How many of the reports do not go back to one origin with another of them."""
        groups: list[set[str]] = []
        for report in reports:
            keys = set(self._behind.get(report) or {report})
            apart = [group for group in groups if not group & keys]
            groups = [*apart, keys.union(*(group for group in groups if group & keys))]
        return len(groups)
