"""Records without their evidence: what is left can be decoded without the texts of reports."""

from rashomon.model.codec import Json

QUOTING = frozenset({"evidence", "declined", "open_claims"})
"""Lists that hold evidence, or statements which are nothing without it."""


def without_evidence(data: Json) -> Json:
    """The same JSON with every list of evidence emptied, at whatever depth it stands."""
    if isinstance(data, dict):
        return {name: [] if name in QUOTING else without_evidence(value) for name, value in data.items()}
    if isinstance(data, list):
        return [without_evidence(value) for value in data]
    return data
