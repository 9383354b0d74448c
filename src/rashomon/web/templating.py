"""From a template to a page: what every template knows, and which part of a page htmx asks for."""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from rashomon.model import Account, sha256_hex
from rashomon.publish import words
from rashomon.publish.answers import account_words
from rashomon.publish.changes import FACTS
from rashomon.version import __version__
from rashomon.web.views.copied import KINDS as COPIES

STATIC = Path(__file__).parent / "static"
NAVIGATION = (
    ("/incidents", "Incidents"),
    ("/reports", "Reports"),
    ("/actors", "Actors"),
    ("/review", "Review"),
    ("/judgements", "Judgements"),
    ("/bring-in", "Bring in"),
)
"""The pages that every page leads to."""
MEDIA = {
    "text/plain": "plain text",
    "text/markdown": "Markdown",
    "text/html": "web page (HTML)",
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word document",
    "message/rfc822": "e-mail",
    "application/json": "JSON",
}
"""Kinds of files as people call them; any other goes by its media type."""


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A page, or the part that htmx asks for: the template of the same name that begins with an underscore."""
    partial = request.headers.get("hx-request") == "true" and request.headers.get("hx-history-restore-request") is None
    name = f"_{template}" if partial and status == 200 and _exists(f"_{template}") else template
    text = environment().get_template(name).render(request=request, here=request.url.path, **values)
    return HTMLResponse(text, status_code=status)


@cache
def environment() -> Environment:
    """The templates; every value is escaped, whatever it holds."""
    made = Environment(
        loader=PackageLoader("rashomon.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    shown = (
        words.beside_claimant, words.claimant_words, words.counted, words.date_words, words.dated_words,
        words.detail_words, words.dispute_words, words.figure_words, words.in_passing, words.judged_words,
        words.kind_words, words.listed, words.position_words, words.question_words, words.report_words,
        words.short_date, words.verdict_words, words.instant_words, asset, address, today, toll_words, account_words, cell_words, dotted,
    )  # fmt: skip
    made.globals.update({function.__name__: function for function in shown})
    made.globals.update(
        FINDINGS=words.FINDINGS,
        TYPES=words.TYPES,
        STANCES=words.STANCES,
        DECISIONS=words.DECISIONS,
        COPIES=COPIES,
        FACTS=FACTS,
        NAVIGATION=NAVIGATION,
        MEDIA=MEDIA,
        version=__version__,
    )
    return made


@cache
def asset(name: str) -> str:
    """The address of a file of the workbench; it changes with the file, so that a browser may keep it for ever."""
    return f"/static/{name}?v={sha256_hex((STATIC / name).read_bytes())[:10]}"


def today() -> str:
    """The day on which a page is made, in UTC; paper has to say it."""
    return f"{datetime.now(UTC):%Y-%m-%d}"


def address(path: str, **asked: object) -> str:
    """A path with what is asked for there; what asks for nothing is left out."""
    given = {name: value for name, value in asked.items() if value not in (None, "", False, 0)}
    return f"{path}?{urlencode({name: _asked(value) for name, value in given.items()})}" if given else path


def toll_words(toll: Any) -> str:
    """A toll as a list shows it: "1–17 killed"."""
    span = words.figure_words(toll.low, toll.high)
    return f"{span}{'+' if toll.open else ''} {toll.question}"


def cell_words(account: Account) -> tuple[str, ...]:
    """What a cell says beside its value; dates, and that a single report tells it, stand with the evidence."""
    told = words.support_words(account)
    dated = f"reported {words.date_words(account.said)}"
    single = len(account.reports) <= 1
    return tuple(part for part in words.detail_words(account) if part != dated and not (single and part == told))


def dotted(parts: Iterable[str]) -> str:
    """Details in one line; a grade keeps its number beside it where the line breaks."""
    return " · ".join(part.replace("information ", "information\u00a0") for part in parts)


def _asked(value: object) -> str:
    return "1" if value is True else str(value)


@cache
def _exists(template: str) -> bool:
    return template in environment().list_templates()
