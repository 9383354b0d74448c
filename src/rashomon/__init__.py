"""Rashomon: many reports of one incident, every account side by side, each cell led back to its sentence."""

from typing import TYPE_CHECKING, Any

from rashomon.version import __version__

if TYPE_CHECKING:
    from rashomon.workspace import Workspace

__all__ = ["Workspace", "__version__"]


def __getattr__(name: str) -> Any:
    """`rashomon.Workspace`, imported when it is asked for: a command that needs none of it starts sooner."""
    if name == "Workspace":
        from rashomon.workspace import Workspace

        return Workspace
    raise AttributeError(f"module 'rashomon' has no attribute {name!r}")
