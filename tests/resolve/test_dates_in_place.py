"""A phrase that means two days in one report dates each incident by where it stands."""

from datetime import date

from rashomon.read import annotators, read_report
from rashomon.resolve.incidents import facts_in
from rashomon.resolve.report import resolvers_for
from tests.builders import make_report

TEXT = """Two attacks in the Orsa valley

Gunmen attacked a police post in Dalo on 3 March 2024, the ministry said. The next day a bomb exploded in Kelem and killed two.

On 12 March 2024 rockets struck the port of Berra. The next day a drone strike killed a commander in Olden.
"""


def test_the_next_day_is_counted_from_the_day_before_it() -> None:
    report = make_report(TEXT)
    reading = read_report(report, annotators("rules"))
    dated = [fact.date.start for fact in facts_in(reading, report, resolvers_for(report, reading)) if fact.date.known]
    assert dated == [date(2024, 3, 3), date(2024, 3, 4), date(2024, 3, 12), date(2024, 3, 13)]
