"""The workbench: a workspace in the browser, and under /api/v1 for programs."""
