"""How long and how often: no day of an event."""

from rashomon.resolve.times.numbers import amount, length
from rashomon.resolve.times.phrase import Answer, Meaning, Phrase

OFTEN_UNITS = {"TMO": "XXXX-XX-XXTMO", "TAF": "XXXX-XX-XXTAF", "TEV": "XXXX-XX-XXTEV", "TNI": "XXXX-XX-XXTNI"}


def duration(phrase: Phrase) -> Answer:
    """A length of time."""
    unit = phrase.worth("unit", "units") or "D"
    number = amount(phrase) or "1"
    if phrase.worth("half"):
        return Meaning(value=_with_half(phrase, unit, number), kind="DURATION")
    if any(piece.text == "/" for piece in phrase.pieces):
        whole = next(phrase.worths("day"), "1")
        return Meaning(value=_and_a_half(int(whole), unit), kind="DURATION")
    return Meaning(value=length(number, unit), kind="DURATION")


def spell(phrase: Phrase) -> Answer:
    """A length of time without a number."""
    unit = phrase.worth("unit", "units") or "D"
    number = "2" if phrase.worth("couple") else "1" if phrase.worth("unit") else "X"
    return Meaning(value=length(number, unit), kind="DURATION")


def often(phrase: Phrase) -> Answer:
    """How often something comes."""
    return Meaning(value=phrase.worth("often"), kind="SET")


def every(phrase: Phrase) -> Answer:
    """Each day, week or month; each weekday of that name."""
    day, part = phrase.worth("weekday", "weekdays"), phrase.worth("part", "parts", "night")
    if day is not None:
        return Meaning(value=f"XXXX-WXX-{int(day) + 1}{part or ''}", kind="SET")
    if part is not None:
        return Meaning(value=OFTEN_UNITS.get(part), kind="SET")
    month = phrase.number("month", "doubtful", "abbreviated")
    if month is not None:
        return Meaning(value=f"XXXX-{month:02}", kind="SET")
    if phrase.worth("season"):
        return Meaning(value=f"XXXX-{phrase.worth('season')}", kind="SET")
    number = "2" if phrase.has("other") else amount(phrase) or "1"
    return Meaning(value=length(number, phrase.worth("unit", "units") or "D"), kind="SET")


def _with_half(phrase: Phrase, unit: str, number: str) -> str:
    """ "Half a year", "a year and a half"."""
    before = [piece.kind for piece in phrase.pieces].index("half") < len(phrase.pieces) - 1
    return _and_a_half(0 if before else int(number) if number.isdigit() else 1, unit)


def _and_a_half(whole: int, unit: str) -> str:
    half = {"Y": "6M", "D": "T12H", "E": "5Y", "C": "50Y"}.get(unit)
    if unit == "TH":
        return f"PT{whole}H30M" if whole else "PT30M"
    if unit in ("Y", "D") and half:
        return f"P{whole}{unit}{half}" if whole else f"P{half}"
    if unit in ("E", "C"):
        return f"P{whole * (10 if unit == 'E' else 100) + (5 if unit == 'E' else 50)}Y"
    return length(f"{whole}.5", unit)
