"""How the reader's weights are made: corpora to windows, a shared encoder with its heads, training, export, measures."""
