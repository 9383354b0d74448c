"""Names, times, weapons and numbers as the trained reader marks them, each with its type."""

from rashomon.read.entities.neural import EntityNeural

__all__ = ["EntityNeural"]
