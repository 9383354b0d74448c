"""Bringing reports in: files, pasted text or a path, and how far the run is."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import Annotated

from fastapi import APIRouter, File, Form, HTTPException, Request, UploadFile
from starlette.responses import RedirectResponse, Response, StreamingResponse

from rashomon.errors import UsageMistaken
from rashomon.web.intake import Intake, Run
from rashomon.web.templating import page

router = APIRouter(include_in_schema=False)
KINDS = (".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".eml", ".json", ".jsonl", ".ndjson")
MOST_FILES = 200
CHUNK = 1 << 20
WAIT = 15.0
LOOPBACK = ("127.0.0.1", "::1", "testclient")


@router.get("/bring-in")
def bring_in(request: Request) -> Response:
    """The form, or the run that is under way, and what the last one skipped."""
    intake: Intake = request.app.state.intake
    return page(request, "bring_in.html", run=intake.run, kinds=KINDS, local=_local(request))


@router.post("/bring-in")
def start(
    request: Request,
    files: Annotated[list[UploadFile] | None, File()] = None,
    text: Annotated[str, Form(max_length=2_000_000)] = "",
    name: Annotated[str, Form(max_length=200)] = "",
    path: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Begin a run with what was given."""
    intake: Intake = request.app.state.intake
    if path.strip():
        if not _local(request):
            raise HTTPException(403)
        intake.start((path.strip(),), None)
        return RedirectResponse("/bring-in", status_code=303)
    folder = Path(mkdtemp(prefix="rashomon-"))
    try:
        given = [file for file in files or () if file.filename]
        if len(given) > MOST_FILES:
            raise UsageMistaken(f"{len(given)} files are too many at once.", f"Give {MOST_FILES} at most.")
        for number, file in enumerate(given):
            _keep(file, folder / str(number), request.app.state.limit)
        if text.strip():
            (folder / "text").mkdir()
            (folder / "text" / f"{_safe(name) or 'pasted'}.txt").write_text(text, encoding="utf-8")
        inputs = tuple(str(one) for kept in sorted(folder.iterdir()) for one in kept.iterdir())
        if not inputs:
            raise UsageMistaken("Nothing was given.", "Choose files, paste text, or give a path.")
        intake.start(inputs, folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return RedirectResponse("/bring-in", status_code=303)


@router.post("/bring-in/cancel")
def cancel(request: Request) -> Response:
    """End the run that is under way."""
    intake: Intake = request.app.state.intake
    intake.cancel()
    intake.changed(-1, 0)
    return RedirectResponse("/bring-in", status_code=303)


@router.get("/bring-in/events")
def events(request: Request) -> Response:
    """How far the run is, as server-sent events, until it has ended."""
    intake: Intake = request.app.state.intake
    headers = {"Cache-Control": "no-store"}
    return StreamingResponse(_events(intake), media_type="text/event-stream", headers=headers)


def _events(intake: Intake) -> Iterator[str]:
    step = -1
    while True:
        run = intake.changed(step, WAIT)
        if run is None or run.outcome is not None:
            yield "event: end\ndata: {}\n\n"
            return
        step = run.step
        yield f"data: {json.dumps(_progress(run))}\n\n"


def _progress(run: Run) -> dict[str, object]:
    return {"stage": run.stage, "done": run.done, "total": run.total}


def _keep(file: UploadFile, folder: Path, most: int) -> None:
    """Write an upload under a name that leads nowhere else; raises `UsageMistaken` for a kind or size that is not taken."""
    name = _safe((file.filename or "").replace("\\", "/").rpartition("/")[2])
    if Path(name).suffix.lower() not in KINDS:
        raise UsageMistaken(f"{name or 'A file'} is of a kind that can't be brought in.", f"Kinds: {', '.join(KINDS)}.")
    folder.mkdir()
    size = 0
    with (folder / name).open("wb") as kept:
        while piece := file.file.read(CHUNK):
            size += len(piece)
            if size > most:
                raise UsageMistaken(f"{name} is larger than {most // CHUNK} MB.", "Bring it in by parts.")
            kept.write(piece)


def _safe(name: str) -> str:
    return re.sub(r"[^\w .,()-]", "_", name, flags=re.UNICODE).strip(" .")[-100:]


def _local(request: Request) -> bool:
    """Whether whoever asks sits at this machine, on a workbench that lets nobody else in."""
    return not request.app.state.sessions.asks and request.client is not None and request.client.host in LOOPBACK
