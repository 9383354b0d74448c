"""How work is spread over processes."""

from rashomon.engine.local import LocalEngine

__all__ = ["LocalEngine"]
