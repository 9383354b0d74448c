"""What the workbench is started with; nothing is read from the environment."""

from dataclasses import dataclass
from pathlib import Path

from rashomon.config import ReaderName

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]", "::1"})
"""Names by which a browser on this machine may call it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The workspace, the host names that it answers to, and the password, where one is asked for.

    `any_address` lets it answer to bare addresses (192.0.2.7) besides `names`; no page on the web can take one of those
    for its own, as it can a name.
    """

    workspace: Path
    names: frozenset[str] = LOOPBACK
    any_address: bool = False
    password: str | None = None
    codebook: tuple[Path, ...] = ()
    reader: ReaderName = "neural"

    @property
    def alone(self) -> bool:
        """Whether nobody but this machine is meant to reach it, not even through a server that stands before it."""
        return not self.any_address and self.password is None and self.names <= LOOPBACK
