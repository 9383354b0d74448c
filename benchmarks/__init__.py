"""What the reader is worth and what it costs: each module is a command."""
