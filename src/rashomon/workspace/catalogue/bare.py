"""Records without their evidence: what is left can be decoded without the texts of reports."""

from rashomon.model.codec import Json

QUOTING = frozenset({"evidence", "declined", "open_claims"})
"""Lists that hold evidence, or statements which are nothing without it."""

HOLDING = (dict, list)


def without_evidence(data: Json) -> Json:
    """The same JSON with every list of evidence emptied, at whatever depth it stands."""
    if isinstance(data, dict):
        return {
            name: [] if name in QUOTING else without_evidence(value) if isinstance(value, HOLDING) else value
            for name, value in data.items()
        }
    # Long lists are those of ids, which hold no record.
    return [without_evidence(one) for one in data] if data and isinstance(data[0], dict) else data
