"""One writer at a time: a lock beside the workspace that ends with the process, however the process ends.

The database's own locks last for one transaction, and a run is many. Readers take no lock.
"""

import os
import time
from pathlib import Path

from rashomon.errors import WorkspaceFull, WorkspaceLocked

try:
    import fcntl
except ImportError:  # Windows has none: two runs then meet at the database's own lock, at the first write.
    fcntl = None  # type: ignore[assignment]

PATIENCE = 3.0
"""Seconds that a second writer waits for the first: a judgement is kept in less, a run in more."""
PAUSE = 0.05
"""Seconds between two tries."""


class WriterLock:
    """Held from the making of this object until `release`, or until the process is gone.

    The file beside the workspace says which process holds it, but only the system's lock on that file counts: one
    left behind by a killed run is no obstacle. Another writer is waited for a short while. Raises `WorkspaceLocked`
    where it goes on longer, or `WorkspaceFull` where the folder can't be written.
    """

    def __init__(self, workspace: Path) -> None:
        self._workspace = workspace
        self._path = workspace.with_name(f"{workspace.name}-lock")
        self._file: int | None = None
        self._until = time.monotonic() + PATIENCE
        while fcntl is not None and self._file is None:
            self._file = self._take()

    def release(self) -> None:
        """Let the next writer in."""
        if self._file is not None:
            self._path.unlink(missing_ok=True)
            os.close(self._file)
            self._file = None

    def _take(self) -> int | None:
        """The locked file, or None where it is to be tried again: another holds it still, or has just removed it."""
        try:
            file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise self._unwritable(error) from error
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            mine = os.path.samestat(os.fstat(file), os.stat(self._path))
            if mine:
                os.truncate(file, 0)
                os.write(file, str(os.getpid()).encode())
                return file
        except FileNotFoundError:
            pass
        except BlockingIOError as error:
            holder = os.pread(file, 20, 0).decode("ascii", "replace")
            os.close(file)
            if time.monotonic() >= self._until:
                raise self._held(holder) from error
            time.sleep(PAUSE)
            return None
        except OSError as error:
            self._path.unlink(missing_ok=True)
            os.close(file)
            raise self._unwritable(error) from error
        os.close(file)
        return None

    def _held(self, holder: str) -> WorkspaceLocked:
        by = f" (process {holder})" if holder else ""
        return WorkspaceLocked(
            f"Another run{by} is writing to the workspace {self._workspace} and did not end within {PATIENCE:.0f} "
            "seconds.",
            "Wait until it has ended, or name another workspace with --workspace.",
        )

    def _unwritable(self, error: OSError) -> WorkspaceFull:
        return WorkspaceFull(
            f"The workspace {self._workspace} can't be written: {error.strerror or error} ({self._path}).",
            "Make room, allow writing in that folder, or name another workspace with --workspace.",
        )
