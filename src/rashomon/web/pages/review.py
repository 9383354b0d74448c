"""The queue of what needs a person, one thing at a time, with the log of what was decided beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from rashomon.errors import DecisionOvertaken, UsageMistaken
from rashomon.model import Decision
from rashomon.web.asked import Work
from rashomon.web.templating import address, page
from rashomon.web.views.review import KINDS, asked_about, neighbours, target_of
from rashomon.workspace import Deed, QueueKind, Workspace

router = APIRouter(include_in_schema=False)
COOKIE = "rashomon_who"
KEPT_SECONDS = 365 * 24 * 3600
PATIENCE = 1.5
"""Seconds that a decision waits for the ledger; after that the page goes on, and says that it is being laid anew."""
LOGGED = 15
Line = Annotated[str, Form(max_length=300)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistaken:
    """What was wrong with a decision, and what was typed with it."""

    error: str
    who: str
    why: str
    value: str


@router.get("/review")
def review(
    request: Request, work: Work, item: str | None = None, kind: QueueKind | None = None, done: str | None = None
) -> Response:
    """One thing of the queue, by default the first; `done` is a judgement that was just made."""
    return _asking(request, work, item, kind, done=done)


def _asking(
    request: Request,
    work: Workspace,
    item: str | None,
    kind: QueueKind | None,
    *,
    done: str | None = None,
    mistaken: Mistaken | None = None,
) -> Response:
    """The page of one thing, and on it what was wrong with a decision, if anything was."""
    order = work.queue_order(kind)
    chosen, gone = _chosen(work, order, item)
    place, before, after = neighbours(order, chosen)
    log = tuple(reversed(work.judgements()))
    undoable = next((one.judgement for one in log if one.state == "in force"), None)
    return page(
        request,
        "review.html",
        status=400 if mistaken else 404 if gone and done is None else 200,
        gone=gone and done is None and mistaken is None,
        mistaken=mistaken,
        asked=asked_about(work, work.queued(chosen)) if chosen else None,
        kind=kind,
        kinds=KINDS,
        total=len(order),
        place=place,
        before=before and address("/review", item=before, kind=kind),
        after=after and address("/review", item=after, kind=kind),
        following=after,
        log=log[:LOGGED],
        more=len(log) > LOGGED,
        undoable=undoable,
        undone=next(iter(work.decided(undoable)), None) if undoable else None,
        who=mistaken.who if mistaken else unquote(request.cookies.get(COOKIE, "")),
        done=next((one.judgement for one in log if one.judgement.id == done), None),
    )


@router.post("/review")
def decide(
    request: Request,
    work: Work,
    decision: Annotated[Decision, Form()],
    item: Line,
    who: Line,
    seen: Line = "",
    why: Annotated[str, Form(max_length=5000)] = "",
    value: Annotated[str, Form(max_length=1000)] = "",
    kind: Annotated[str, Form(max_length=20)] = "",
    following: Line = "",
) -> Response:
    """Keep a decision and go on to the next thing; one that others overtook is not kept, and they are shown."""
    deed = Deed(who=who, why=why, value=value if decision in ("correct", "grade") else None)
    answer: Response
    try:
        made = work.judge(decision, *_on(work, decision, item, value), deed=deed, seen=seen or None, patience=PATIENCE)
        to = address("/review", item=following, kind=kind, done=made.id)
        answer = RedirectResponse(to, status_code=303)
    except DecisionOvertaken as error:
        again = address("/review", item=item, kind=kind)
        answer = page(request, "overtaken.html", status=409, error=error, again=again, wished=decision, why_given=why)
    except UsageMistaken as error:
        asked = following if decision == "withdraw" else item
        mistaken = Mistaken(error=str(error), who=who, why=why, value=value)
        answer = _asking(request, work, asked or None, _kind(kind), mistaken=mistaken)
    kept = quote(who)  # a cookie holds no letters but those of ASCII
    answer.set_cookie(COOKIE, kept, max_age=KEPT_SECONDS, httponly=True, samesite="strict", path="/review")
    return answer


def _chosen(work: Workspace, order: Sequence[str], item: str | None) -> tuple[str | None, bool]:
    """What is shown, and whether that which was asked for is not there any more: a judgement may join two incidents."""
    first = next(iter(order), None)
    if item is None:
        return first, False
    try:
        return work.queued(item).item, False
    except KeyError:
        return first, True


def _kind(name: str) -> QueueKind | None:
    return next((kind for kind in KINDS if kind == name), None)


def _on(work: Workspace, decision: Decision, item: str, value: str) -> tuple[str, ...]:
    """What a decision is about: a judgement to undo, a cell, or the two things of a pair."""
    if decision == "withdraw":
        return (item,)
    return target_of(work.queued(item), decision, value)
