"""Where work runs: in this process, its threads, or several processes on this machine."""

from rashomon.engine.ahead import ahead
from rashomon.engine.collecting import without_collecting
from rashomon.engine.local import LocalEngine

__all__ = ["LocalEngine", "ahead", "without_collecting"]
