"""The parts of the toponym benchmark."""
