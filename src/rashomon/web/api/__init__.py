"""Everything that the pages show as JSON, under /api/v1; one module each, a router."""

from rashomon.web.api import actors, changes, docs, drawn, incidents, judgements, queue, reports, search, start

ROUTERS = tuple(
    module.router for module in (start, drawn, incidents, changes, reports, search, actors, queue, judgements, docs)
)
"""In the order in which they stand in the documentation."""

VERSION = "/api/v1"
