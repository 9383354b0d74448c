"""The pages of the workbench, one module each; a page is a router."""

from rashomon.web.pages import (
    actor,
    actors,
    cell,
    incident,
    incidents,
    judgements,
    login,
    map,
    report,
    reports,
    search,
    source,
    start,
)

ROUTERS = tuple(
    module.router
    for module in (
        start,
        login,
        incidents,
        map,
        incident,
        cell,
        reports,
        report,
        source,
        search,
        actors,
        actor,
        judgements,
    )
)
"""In the order in which their addresses are tried."""
