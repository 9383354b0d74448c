"""From bytes to reports: files, folders, standard input and JSON lines."""
