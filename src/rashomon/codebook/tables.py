"""Reading the codebook's data files, and the digest that goes into the reader's version."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from rashomon.errors import CodebookInvalid
from rashomon.model import sha256_hex


@cache
def read_table(name: str) -> dict[str, Any]:
    """The parsed TOML file `name` (without its ending) of the codebook's data folder.

    Raises `CodebookInvalid` where it is missing or is no TOML.
    """
    try:
        return tomllib.loads(_data().joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise CodebookInvalid(f"The codebook has no file {name}.toml.", "Reinstall Rashomon.") from error
    except tomllib.TOMLDecodeError as error:
        raise CodebookInvalid(f"The codebook file {name}.toml is not valid TOML: {error}.") from error


@cache
def digest() -> str:
    """Eight hex digits over all data files of the codebook: part of the reader's version."""
    files = sorted(item.name for item in _data().iterdir() if item.name.endswith((".toml", ".bin")))
    return sha256_hex(b"\0".join(_data().joinpath(name).read_bytes() for name in files))[:8]


def _data() -> Any:
    return resources.files("rashomon.codebook").joinpath("data")
