"""From a report to a reading: who says what, which incidents, which figures; spans only, nothing guessed."""
