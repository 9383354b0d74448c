"""Rashomon: many reports of one incident, every account side by side, each cell led back to its sentence."""

__version__ = "0.1.0"
