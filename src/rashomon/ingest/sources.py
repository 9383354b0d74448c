"""Finding the files behind the inputs: files, folders, patterns, standard input; one after the other, in a stable order."""

import os
import stat
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from glob import has_magic, iglob
from pathlib import Path

from rashomon.errors import InputEmpty, InputSkipped, InputUnreadable, InputUnsupported
from rashomon.ingest.kinds import ENDINGS

STDIN = "-"
HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read, or standard input where `path` is None; `where` is how it was named."""

    where: str
    path: Path | None

    @property
    def ending(self) -> str:
        """The file's ending in lower case, with its dot."""
        return self.path.suffix.lower() if self.path is not None else ""

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return shown(self.path.stem) if self.path is not None else "stdin"


@dataclass(frozen=True, slots=True)
class Refused:
    """An input, or a part of one, that is not read, and why; `kept` where nothing is lost by that."""

    where: str
    why: InputSkipped
    kept: bool = False


def find_sources(given: str) -> Iterator[Source | Refused]:
    """The sources of one input; an input that leads nowhere is refused with a reason."""
    if given == STDIN:
        yield Source("-", None)
    elif given.lower().startswith(("http://", "https://", "ftp://")):
        why = InputUnsupported("Rashomon works without a network.", "Save the page as .html and give that file.")
        yield Refused(given, why)
    elif has_magic(given) and not os.path.lexists(given):
        yield from _matching(given)
    else:
        yield from _at(Path(given), given)


def _matching(pattern: str) -> Iterator[Source | Refused]:
    matches = sorted(iglob(pattern, recursive=True))
    if not matches:
        yield Refused(shown(pattern), InputUnreadable("No file matches this pattern.", "Check it, or give the folder."))
    for match in matches:
        yield from _at(Path(match), match)


def _at(path: Path, given: str) -> Iterator[Source | Refused]:
    """What stands at a path that a user named; the kind of a single file is told by what it holds."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        yield Refused(shown(given), unreadable(error))
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path, given)
    elif stat.S_ISREG(mode):
        yield Source(shown(given), path)
    else:
        why = InputUnsupported("It is a pipe or a device, not a file.", "Pipe its content in, and give - as the input.")
        yield Refused(shown(given), why)


def _folder(path: Path, given: str) -> Iterator[Source | Refused]:
    """The reports in a folder and below it, by name; the rest is counted in one line."""
    left_out: Counter[str] = Counter()
    waiting, seen, reports = [path], set(), 0
    while waiting:
        current = waiting.pop()
        try:
            info = os.stat(current)
            if stat.S_ISDIR(info.st_mode):
                if (info.st_dev, info.st_ino) not in seen:  # a link back up must not be followed for ever
                    seen.add((info.st_dev, info.st_ino))
                    waiting.extend(_entries(current, left_out))
                continue
        except OSError as error:
            yield Refused(shown(str(current)), unreadable(error))
            if current == path:
                return
            continue
        if not stat.S_ISREG(info.st_mode):
            left_out["pipes and devices"] += 1
        elif current.suffix.lower() not in ENDINGS:
            left_out[current.suffix.lower() or "no ending"] += 1
        else:
            reports += 1
            yield Source(shown(str(current)), current)
    yield from _remainder(given, left_out, reports)


def _entries(folder: Path, left_out: Counter[str]) -> list[Path]:
    """What is in a folder, last name first, without hidden things."""
    names = sorted(os.listdir(folder), reverse=True)
    left_out[HIDDEN] += sum(name.startswith(".") for name in names)
    return [folder / name for name in names if not name.startswith(".")]


def _remainder(given: str, left_out: Counter[str], reports: int) -> Iterator[Refused]:
    """What was left out of a folder; hidden files are no loss, since nobody keeps reports in them."""
    next_step = f"Reports end in {', '.join(ENDINGS)}."
    if not reports:
        kinds = _counted(left_out)
        aside = f" ({kinds})" if kinds else ""
        yield Refused(shown(given), InputEmpty(f"No report in this folder{aside}.", next_step))
        return
    hidden = Counter({HIDDEN: left_out.pop(HIDDEN, 0)})
    if kinds := _counted(left_out):
        yield Refused(shown(given), InputUnsupported(f"Left out in this folder: {kinds}.", next_step))
    if kinds := _counted(hidden):
        why = InputUnsupported(
            f"Left out in this folder: {kinds}.", "Give a hidden file by its name if it is a report."
        )
        yield Refused(shown(given), why, kept=True)


def _counted(left_out: Counter[str]) -> str:
    return ", ".join(f"{count} {shown(kind)}" for kind, count in sorted(left_out.items()) if count)


def unreadable(error: OSError | ValueError) -> InputUnreadable:
    """Why the system does not let a file be opened, for users."""
    if isinstance(error, FileNotFoundError):
        return InputUnreadable("There is no such file.", "Check the path.")
    if isinstance(error, PermissionError):
        return InputUnreadable("You may not read it.", "Change its permissions.")
    return InputUnreadable(f"It can't be opened ({getattr(error, 'strerror', None) or error}).", "Check the path.")


def shown(path: str) -> str:
    """A path as text that can be printed, whatever bytes are in it."""
    return os.fsencode(path).decode("utf-8", "replace")
