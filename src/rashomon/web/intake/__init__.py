"""Bringing reports in: a run in a process of its own, one at a time, that can be watched and cancelled."""

from rashomon.web.intake.runs import Busy, Given, Intake, Run

__all__ = ["Busy", "Given", "Intake", "Run"]
