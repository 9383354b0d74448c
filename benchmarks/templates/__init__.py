"""Templates of MUC-4: what the keys hold, what is read, and how the two are held against each other."""
