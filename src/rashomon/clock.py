"""The clock, which is read here and nowhere else: nothing that is computed depends on it."""

from datetime import UTC, datetime


def now() -> str:
    """This instant in UTC, in ISO 8601 to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
