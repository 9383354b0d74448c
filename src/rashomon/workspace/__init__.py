"""The public Python interface: a workspace that is asked for incidents, reports and accounts, and told judgements."""

from rashomon.workspace.chaining import ChainView
from rashomon.workspace.drawn import Dated, Placed, PlacedIncidents
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
from rashomon.workspace.speaking import ActorView, Silence, Standing, Statement
from rashomon.workspace.why import Testimony, Why
from rashomon.workspace.workspace import Workspace

__all__ = [
    "ActorRow",
    "ActorView",
    "ChainView",
    "ClaimHit",
    "Dated",
    "Deed",
    "Excerpted",
    "IncidentFilter",
    "IncidentRow",
    "IncidentView",
    "Listing",
    "Order",
    "Placed",
    "PlacedIncidents",
    "QueueItem",
    "QueueKind",
    "ReportHit",
    "ReportRow",
    "Silence",
    "Standing",
    "Statement",
    "Testimony",
    "Why",
    "Workspace",
]
