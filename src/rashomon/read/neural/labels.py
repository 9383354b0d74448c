"""What the heads of the reader tell apart; the order of each tuple is the order of the model's outputs."""

from typing import Final, get_args

from rashomon.model import EntityType, IncidentType, Reality, Stance

ROLES: Final = ("cue", "source", "content")
TAGS: Final = ("O", "B", "I")
"""Outside, first word, later word of a stretch."""
LINKED: Final = ("source", "content")
"""The roles whose words are led to the cue that they belong to."""
STANCES: Final[tuple[Stance, ...]] = get_args(Stance)
ENTITIES: Final[tuple[EntityType, ...]] = get_args(EntityType)
BODIES: Final = frozenset({"organisation", "armed_group", "military_unit", "government_body"})
"""Types that most corpora know only as organisations."""
ENTITY_TAGS: Final = ("O", *(f"{tag}-{kind}" for kind in ENTITIES for tag in ("B", "I")))
LINK_SIZE: Final = 64
"""Numbers in the query of a cue and in the key of a word; their product says how well the two belong together."""
FARTHEST: Final = 300
"""Words between a cue and what it is led to; beyond that no link is looked for."""
EXACT, BUCKETS = 16, 32
"""Distances below `EXACT` words have a bucket of their own, longer ones share `BUCKETS - EXACT` on each side."""

ANCHORED: Final = ("trigger", "figure")
"""What incidents and figures are told by; both have words led to them."""
EVENT_ROLES: Final = ("initiator", "target", "place", "time", "weapon", "incident")
"""What words are to the trigger of an incident; the last is what a trigger is to a figure that belongs to it."""
EVENT_LINK_SIZE: Final = 24
INCIDENT_TYPES: Final[tuple[IncidentType, ...]] = get_args(IncidentType)
REALITIES: Final[tuple[Reality, ...]] = get_args(Reality)
OUTCOMES: Final = (
    "killed", "wounded", "missing", "captured", "munitions", "targets", "buildings", "rockets", "aircraft", "displaced",
)  # fmt: skip
"""What became of those whom a figure counts, or what else it counts."""
COUNTED: Final = ("people", "civilians", "fighters", "soldiers", "police", "children", "women", "other")
"""Whom a figure counts."""
PARTS: Final = ("whole", "part")
EVENT_CLASSES: Final = {
    "type": INCIDENT_TYPES, "reality": REALITIES, "outcome": OUTCOMES, "who": COUNTED, "part": PARTS,
}  # fmt: skip
"""What is told of a trigger (type and reality) and of a figure (the rest)."""
FILLERS: Final = ("perpetrator", "organisation", "instrument", "object", "victim")
"""What fills the templates of MUC-4."""
FILLER_TAGS: Final = ("O", *(f"{tag}-{kind}" for kind in FILLERS for tag in ("B", "I")))
