"""The pages of the workbench, one module each; a page is a router."""

from rashomon.web.pages import (
    actor,
    actors,
    bring_in,
    cell,
    changes,
    incident,
    incidents,
    judgements,
    login,
    map,
    report,
    reports,
    review,
    search,
    source,
    start,
    take_out,
    take_out_sheets,
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
        changes,
        reports,
        report,
        source,
        search,
        actors,
        actor,
        review,
        judgements,
        bring_in,
        take_out,
        take_out_sheets,
    )
)
"""In the order in which their addresses are tried."""
