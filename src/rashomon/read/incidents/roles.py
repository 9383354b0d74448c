"""Who did what to whom with what: the roles of a mention, each a range of tokens in its sentence."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from rashomon.model import IncidentType
from rashomon.read.incidents.candidates import Candidate
from rashomon.read.incidents.line import Line, Range

RoleName: TypeAlias = Literal["initiator", "target", "place", "time", "weapon"]
ROLES: tuple[RoleName, ...] = ("initiator", "target", "place", "time", "weapon")


@dataclass(slots=True)
class Draft:
    """A mention in the making."""

    candidate: Candidate
    roles: dict[RoleName, Range] = field(default_factory=dict)

    @property
    def line(self) -> Line:
        """The sentence that it stands in."""
        return self.candidate.line

    def take(self, role: RoleName, found: Range | None) -> None:
        """Fill a role that is still empty, with something that is not the trigger itself."""
        if found is None or role in self.roles:
            return
        first, end = self.candidate.range
        if found[0] < end and first < found[1]:
            if role not in ("initiator", "place", "weapon", "target") or found[0] >= first:
                return
            found = (found[0], first)
        if self.line.span(found) is not None:
            self.roles[role] = found


def weapon_type(line: Line, found: Range | None) -> IncidentType | None:
    """The type of incident that the weapon at the head of a phrase implies; None where its head is no weapon."""
    if found is None:
        return None
    first, end = found
    first = next(
        (p + 1 for p in range(first + 1, end) if line.word(p) == "of" and line.has(p - 1, "collective")), first
    )
    stop = next((p for p in range(first + 1, end) if line.word(p) in ("of", "from", "by", "in", ",", "and")), end)
    head = line.stem(stop - 1)
    kind = line.codebook.weapons.get(head)
    if kind is None and stop - 2 >= first:
        kind = line.codebook.weapons.get(f"{line.word(stop - 2)} {head}")
    return kind
