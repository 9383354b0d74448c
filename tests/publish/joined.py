"""Why an incident is one, made by hand: a pair that was joined and a rival that was not."""

from rashomon.model import Compared, Joining, JoinRow, Member, RivalIncident
from tests.publish.feud import MARKET, SHELLS, feud

ROWS = (
    JoinRow(feature="place", sentence="They name the same place.", sees="same", points=1.18),
    JoinRow(feature="day", sentence="Their dates meet.", sees="one untold", points=-0.77),
    JoinRow(feature="any_pair", sentence="Any two begin with this.", sees="yes", points=-0.92),
    JoinRow(feature="weapon", sentence="The same weapon is named.", sees="apart", points=0.01),
)


def joining() -> Joining:
    """Of the shelling of the feud."""
    one, other = (Member(heading.id, "i1") for heading in feud()[0].reports)
    pair = Compared(left=one, right=other, rows=ROWS, total=-0.5, threshold=-1.9)
    poor = Compared(left=one, right=other, rows=ROWS[1:], total=-2.5, threshold=-1.9)
    rival = RivalIncident(incident=MARKET, compared=poor, reason="0.6 points are missing.")
    return Joining(incident=SHELLS, joins=(pair,), rivals=(rival,))
