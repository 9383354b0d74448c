"""Which incident is meant."""

import pytest

from rashomon.cli.choose import choose_incident
from rashomon.errors import UsageMistaken
from rashomon.model import Judgement, Member
from rashomon.pipeline import build_ledger
from tests.builders import at, on
from tests.link.test_clusters import MARFA, told


def test_the_id_of_an_incident_that_was_merged_away_leads_to_what_it_is_now() -> None:
    older = told("older", MARFA, day="2024-03-05")
    newer = told(
        "newer", MARFA | {"date": on("2024-03-12"), "locations": (at("Siwa", country="YY"),)}, day="2024-03-12"
    )
    members = [Member(report.id, "i0") for report, _ in (older, newer)]
    subjects = tuple(f"{member.report}/{member.incident}" for member in members)
    same = Judgement(id="j1", decision="same", subjects=subjects, who="ana", when="2024-06-01T00:00:00Z")
    ledger = build_ledger({r.id: r for r, _ in (older, newer)}, [reading for _, reading in (older, newer)], (same,))
    (merged,) = ledger.incidents
    assert merged.id == members[0].heads
    assert choose_incident(ledger, [members[1].heads]) is merged
    with pytest.raises(UsageMistaken):
        choose_incident(ledger, [Member("r0", "i0").heads])
