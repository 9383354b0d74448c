"""The public Python interface: a workspace that is asked for incidents, reports and accounts, and told judgements."""

from rashomon.workspace.filters import IncidentFilter, Order
from rashomon.workspace.judging import Deed
from rashomon.workspace.rows import (
    ActorRow,
    ClaimHit,
    Excerpted,
    IncidentRow,
    IncidentView,
    Listing,
    QueueItem,
    QueueKind,
    ReportHit,
    ReportRow,
)
from rashomon.workspace.why import Testimony, Why
from rashomon.workspace.workspace import Workspace

__all__ = [
    "ActorRow",
    "ClaimHit",
    "Deed",
    "Excerpted",
    "IncidentFilter",
    "IncidentRow",
    "IncidentView",
    "Listing",
    "Order",
    "QueueItem",
    "QueueKind",
    "ReportHit",
    "ReportRow",
    "Testimony",
    "Why",
    "Workspace",
]
