"""Everything that the pages show as JSON, under /api/v1; one module each, a router."""

from rashomon.web.api import (
    actors,
    bring_in,
    changes,
    docs,
    drawn,
    incidents,
    judgements,
    queue,
    reports,
    search,
    start,
    take_out,
)

ROUTERS = tuple(
    module.router
    for module in (
        start,
        drawn,
        incidents,
        changes,
        reports,
        search,
        actors,
        queue,
        judgements,
        bring_in,
        take_out,
        docs,
    )
)
"""In the order in which they stand in the documentation."""

VERSION = "/api/v1"
