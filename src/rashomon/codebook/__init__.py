"""What the reader knows before it reads: cues, triggers, actors, places, questions, as data files."""
