"""A user's own files of the codebook: folders named with `--codebook`, read once and then part of it.

Which folders hold is set by `use` alone, which every entry of the pipeline calls with what `Config` says; all that was
worked out from the codebook before is forgotten then, so that nothing of another codebook is left in memory.
"""

import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rashomon.errors import CodebookInvalid

ACTORS = "actors"
KINDS = ("actors", "places", "outlets", "triggers", "questions", "sources", "silence", "grades")
"""What a file's name begins with, up to an underscore: "actors.toml", "actors_my_region.toml", "places.toml"."""
NEXT = f"Name files {', '.join(f'{kind}.toml' for kind in KINDS)}, or with more words: actors_ANYTHING.toml."

_contents: tuple[tuple[str, bytes], ...] = ()
"""The files in force: path and bytes, in the order of the folders and then of their names."""


def use(folders: Sequence[Path]) -> bool:
    """Let a user's folders be part of the codebook from now on, and no others; say whether that changes it.

    Raises `CodebookInvalid` where a folder is missing, can't be read, or holds a file that is none of the codebook's.
    """
    global _contents
    found = tuple(file for folder in folders for file in _files(folder))
    if found == _contents:
        return False
    _contents = found
    _forget()
    return True


def chosen() -> tuple[tuple[str, bytes], ...]:
    """The user's files in force, as (path, bytes)."""
    return _contents


def own_tables(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The parsed files of a user that add to the codebook's file `name`, as (path, table)."""
    for path, content in _contents:
        if Path(path).stem.partition("_")[0] == name:
            yield path, _parsed(path, content)


def _files(folder: Path) -> list[tuple[str, bytes]]:
    if not folder.is_dir():
        raise CodebookInvalid(f"The codebook folder {folder} is not there.", "Give a folder that holds TOML files.")
    paths = sorted(path for path in folder.iterdir() if path.suffix == ".toml")
    if not paths:
        raise CodebookInvalid(f"The codebook folder {folder} holds no file that ends in .toml.", NEXT)
    for path in paths:
        if path.stem.partition("_")[0] not in KINDS:
            raise CodebookInvalid(f"{path} is no file of the codebook that can be added to.", NEXT)
    try:
        return [(str(path), path.read_bytes()) for path in paths]
    except OSError as error:
        raise CodebookInvalid(
            f"The codebook file {error.filename} can't be read: {error.strerror}.", "Make it readable, or leave it out."
        ) from error


def _parsed(path: str, content: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CodebookInvalid(f"{path} is not valid TOML: {error}.", "Correct it there.") from error


def _forget() -> None:
    """Empty every cache of this package: any of them may hold something that was worked out from the codebook."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "rashomon":
            for value in list(vars(module).values()):
                clear = getattr(value, "cache_clear", None)
                if callable(clear):
                    clear()
