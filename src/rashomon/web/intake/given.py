"""What somebody gives to be brought in: files, pasted text or a path, checked before a run begins."""

import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from tempfile import mkdtemp
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from rashomon.errors import UsageMistaken
from rashomon.ingest.kinds import ENDINGS
from rashomon.web.intake.runs import Given

KINDS = tuple(ENDINGS)
MOST_FILES = 200
MOST_TEXT = 2_000_000
"""Characters of a pasted text: as many as one report may have."""
MOST_LINE = 2_000
MOST_FIELDS = 20
BYTES_A_CHARACTER = 4
LONGEST_NAME = 200
"""Bytes of a file's name; systems take 255."""
CHUNK = 1 << 20
LOOPBACK = ("127.0.0.1", "::1")
NOT_LOCAL = 403


async def form_of(request: Request) -> AsyncIterator[FormData]:
    """The form that was sent; a field may hold a whole report. Raises `UsageMistaken` for one with too much in it."""
    most = MOST_TEXT * BYTES_A_CHARACTER
    try:
        form = await request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=most)
    except HTTPException as error:
        raise UsageMistaken(
            "What was sent is no form, or holds too much.",
            f"Give {MOST_FILES} files and {MOST_TEXT:,} characters of text at most.",
        ) from error
    try:
        yield form
    finally:
        await form.close()


Sent = Annotated[FormData, Depends(form_of)]


def is_local(request: Request) -> bool:
    """Whether whoever asks sits at this machine, on a workbench that nobody else is meant to reach."""
    return bool(request.app.state.alone) and request.client is not None and request.client.host in LOOPBACK


def gathered(request: Request, sent: FormData) -> Given:
    """The inputs in a form: its `path`, else its `files` and its `text` with a `name`.

    Raises `UsageMistaken` for a kind or a size that is not taken, and where nothing is given.
    """
    path = _field(sent, "path", MOST_LINE).strip()
    if path:
        if not is_local(request):
            raise HTTPException(NOT_LOCAL)
        return Given(inputs=(path,))
    folder = Path(mkdtemp(prefix="rashomon-"))
    try:
        inputs = tuple(_kept(sent, folder, request.app.state.limit))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return Given(inputs=inputs, folder=folder)


def _kept(sent: FormData, folder: Path, most: int) -> list[str]:
    """What was sent as files, each in a folder of its own, so that each may keep its name."""
    files = [file for file in sent.getlist("files") if isinstance(file, UploadFile) and file.filename]
    kept = [_keep(file, folder / str(number), most) for number, file in enumerate(files)]
    text = _field(sent, "text", MOST_TEXT)
    if text.strip():
        (folder / "text").mkdir()
        pasted = folder / "text" / f"{safe_name(_field(sent, 'name', MOST_LINE)) or 'pasted'}.txt"
        pasted.write_bytes(text.encode("utf-8", "replace"))
        kept.append(pasted)
    if not kept:
        raise UsageMistaken("Nothing was given.", "Choose files, paste text, or give a path.")
    return [str(one) for one in kept]


def _field(sent: FormData, name: str, most: int) -> str:
    value = sent.get(name, "")
    if not isinstance(value, str):
        raise UsageMistaken(f"A file was sent as {name}.", "Send files as `files`.")
    if len(value) > most:
        raise UsageMistaken(
            f"The {name} has {len(value):,} characters; {most:,} are taken.", "Bring it in as a file, or by parts."
        )
    return value


def _keep(file: UploadFile, folder: Path, most: int) -> Path:
    """An upload written under a name that leads nowhere else."""
    name = safe_name((file.filename or "").replace("\\", "/").rpartition("/")[2])
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
    return folder / name


def safe_name(name: str) -> str:
    """The end of a name, without what could lead elsewhere or be too long for a file."""
    plain = re.sub(r"[^\w .,()-]", "_", name, flags=re.UNICODE)
    return plain.encode("utf-8", "ignore")[-LONGEST_NAME:].decode("utf-8", "ignore").strip(" .")
