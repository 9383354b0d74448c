"""Every page and every call of a workbench whose reports hold hostile words."""

import re
from collections.abc import Iterator
from itertools import product
from urllib.parse import quote

from fastapi.routing import APIRoute

from rashomon.web.app import Workbench
from tests.builders import make_report
from tests.web.hostile import ACTOR, COPY, IMAGE, NAME, TEXT

REPORTS = (make_report(TEXT, NAME).id, make_report(COPY, f"second {IMAGE}").id)
KNOWN = {"incidents": ("x1", "x2", "x3"), "reports": REPORTS, "accounts": ("c1",)}
"""What is there, for each kind of thing that an address names."""
FORMATS = ("json", "csv", "html", "md")
ASKED = {"actor": f"?who={quote(ACTOR)}", "search": "?q=shells"}
"""What must be asked for."""
BEFORE = re.compile("^/(api/v1/)?(take-out/)?")
MORE = (
    "/incidents/x1?cell=c1", "/incidents/x1?cell=c2&parted=1", "/incidents/x1?cell=gone", "/search?q=died",
    "/search?q=shells&kind=report", "/review?item=x1~x3", "/review?kind=join", "/incidents?map=33,44,8",
    f"/actor?who={quote(f'name {IMAGE}')}", "/nothing", f"/{quote(IMAGE)}",
)  # fmt: skip
ROUTES = [one for one in Workbench().state.routes if isinstance(one, APIRoute) and "GET" in one.methods]


def addresses() -> Iterator[str]:
    """Every page and every call, of everything that is there."""
    for route in ROUTES:
        kind = re.split("[/.]", BEFORE.sub("", route.path))[0]
        for id, format in product(KNOWN.get(kind, ("",)), FORMATS):
            path = route.path.format(id="x1" if "{account}" in route.path else id, format=format, account="c1")
            yield path + ASKED.get(kind, "")
    yield from MORE
