"""Every way in which Rashomon can fail, as one tree.

RashomonError
├── InputSkipped            this one input failed; the run goes on and counts it
│   ├── InputEmpty              nothing in it, or nothing but white space
│   ├── InputNotText            binary data, or bytes that no supported encoding explains
│   ├── InputTooLarge           larger than the stated limit, packed or unpacked
│   ├── InputDamaged            truncated, encrypted or malformed
│   ├── InputUnreadable         missing, or the system refuses to open it
│   └── InputUnsupported        a kind of file that no reader exists for
├── RunStopped              the run can't go on
│   ├── NothingToRead           no report in any of the inputs
│   ├── UsageMistaken           an argument that means nothing
│   │   └── DecisionOvertaken       somebody decided on the same thing meanwhile
│   ├── CodebookInvalid         a codebook file that breaks its schema
│   ├── WeightsUnusable         the reader's weights are missing, damaged or of another version
│   └── WorkspaceUnusable       the store can't be used
│       ├── WorkspaceDamaged        it is no Rashomon workspace, or its pages are broken
│       ├── WorkspaceLocked         another run holds it
│       ├── WorkspaceTooNew         written by a later version
│       ├── WorkspaceFull           the disk is full, or the file may not be written
│       └── WorkspaceMissing        asked to show a workspace that is not there
└── SpanMistaken            a span that is not the report's own text: a bug, never a warning
"""

from typing import Any


class RashomonError(Exception):
    """Any failure that Rashomon raises itself: what happened, and the next step to take.

    `str()` of it is one clear sentence for users followed by the next step.
    """

    def __init__(self, what: str, next_step: str = "") -> None:
        super().__init__(what, next_step)
        self.what = what
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.what} {self.next_step}".strip()


class InputSkipped(RashomonError):
    """One input could not be read; the others are."""


class InputEmpty(InputSkipped):
    """The input holds nothing to read."""


class InputNotText(InputSkipped):
    """The input is binary, or in no encoding that is supported."""


class InputTooLarge(InputSkipped):
    """The input is larger than the limit, as it came or unpacked."""


class InputDamaged(InputSkipped):
    """The input is truncated, encrypted or malformed."""


class InputUnreadable(InputSkipped):
    """The input is missing, or may not be opened."""


class InputUnsupported(InputSkipped):
    """The input is a kind of file that no reader exists for."""


class RunStopped(RashomonError):
    """The whole run can't go on."""


class NothingToRead(RunStopped):
    """None of the inputs holds a report; `skipped` is what stood there instead (see `model.Skipped`)."""

    def __init__(self, what: str, next_step: str = "", skipped: tuple[Any, ...] = ()) -> None:
        super().__init__(what, next_step)
        self.args = (what, next_step, skipped)
        self.skipped = skipped


class UsageMistaken(RunStopped):
    """An argument does not mean anything here."""


class DecisionOvertaken(UsageMistaken):
    """A decision rests on what was shown before others decided; `judgements` are what they decided."""

    def __init__(self, what: str, next_step: str = "", judgements: tuple[Any, ...] = ()) -> None:
        super().__init__(what, next_step)
        self.args = (what, next_step, judgements)
        self.judgements = judgements


class CodebookInvalid(RunStopped):
    """A codebook file breaks its schema."""


class WeightsUnusable(RunStopped):
    """The weights of the neural reader are missing, damaged, or not those that this version reads."""


class WorkspaceUnusable(RunStopped):
    """The workspace can't be used."""


class WorkspaceDamaged(WorkspaceUnusable):
    """The file is not a workspace, or is broken."""


class WorkspaceLocked(WorkspaceUnusable):
    """Another run holds the workspace."""


class WorkspaceTooNew(WorkspaceUnusable):
    """A later version of Rashomon wrote the workspace."""


class WorkspaceFull(WorkspaceUnusable):
    """The workspace can't be written: the disk is full or the file is read-only."""


class WorkspaceMissing(WorkspaceUnusable):
    """There is no workspace at the given path."""


class SpanMistaken(RashomonError):
    """A span does not stand in the report's text."""
