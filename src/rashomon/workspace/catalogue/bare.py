"""Records without their evidence: what is left can be decoded without the texts of reports."""

from rashomon.model.codec import Json


def without_evidence(data: Json) -> Json:
    """The same JSON with every list of evidence emptied, at whatever depth it stands."""
    if isinstance(data, dict):
        return {name: [] if name == "evidence" else without_evidence(value) for name, value in data.items()}
    if isinstance(data, list):
        return [without_evidence(value) for value in data]
    return data
