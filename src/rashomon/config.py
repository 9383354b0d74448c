"""One frozen configuration, passed explicitly; nothing is read from the environment."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

MEGABYTE = 1024 * 1024
RESOLVER = "resolve.rules.12"
"""The version of the resolve stage; a stored reading depends on it as on the annotators that read it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How large an input may be; beyond it is skipped with a reason, never read by halves."""

    file_bytes: int = 20 * MEGABYTE
    unpacked_bytes: int = 100 * MEGABYTE
    text_characters: int = 2_000_000
    pdf_pages: int = 2_000


ReaderName: TypeAlias = Literal["neural", "rules"]
"""Who reads: the trained reader with rules around it, or rules alone, which need no weights."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything that a run depends on besides its inputs.

    `threads` is how many run the encoder; with several `workers`, each process has one. `codebook` holds folders with
    a user's own files, which are part of the codebook while this holds.
    """

    workspace: Path = Path("rashomon.db")
    workers: int = 1
    threads: int = 1
    reader: ReaderName = "neural"
    languages: tuple[str, ...] = ("en",)
    codebook: tuple[Path, ...] = ()
    limits: Limits = field(default_factory=Limits)
