"""The instant that an option gives, or that of the clock."""

from datetime import UTC, datetime

from rashomon.clock import now
from rashomon.errors import UsageMistaken


def instant(given: str | None) -> str:
    """The instant given in ISO 8601, or that of the clock; always in UTC. Raises `UsageMistaken` for what is none."""
    if given is None:
        return now()
    try:
        moment = datetime.fromisoformat(given)
    except ValueError as error:
        raise UsageMistaken(f"--when: {given!r} is no instant.", "Write it as in 2024-03-01T10:00:00+00:00.") from error
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="seconds")
