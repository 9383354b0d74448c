"""Reading the codebook's data files, a user's own files beside them, and the digest that goes into the reader's version."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from rashomon.codebook.own_files import chosen, own_tables
from rashomon.errors import CodebookInvalid
from rashomon.model import sha256_hex

ENTRIES = frozenset({"questions"})
"""Files whose sections are the entries themselves: to these a user adds whole sections."""
GROWING = frozenset({"sources", "silence"})
"""Files whose entries are lists that a user adds to."""


@cache
def read_table(name: str) -> dict[str, Any]:
    """The parsed TOML file `name` (without its ending) of the codebook's data folder, with a user's additions to it.

    Raises `CodebookInvalid` where it is missing or is no TOML, or where an addition repeats an entry.
    """
    try:
        table = tomllib.loads(_data().joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise CodebookInvalid(f"The codebook has no file {name}.toml.", "Reinstall Rashomon.") from error
    except tomllib.TOMLDecodeError as error:
        raise CodebookInvalid(f"The codebook file {name}.toml is not valid TOML: {error}.") from error
    for file, added in own_tables(name):
        table = _with_entries(table, added, file) if name in ENTRIES else _with(table, added, file, name in GROWING)
    return table


def _with_entries(table: dict[str, Any], added: dict[str, Any], file: str) -> dict[str, Any]:
    """A table with the sections of a user's file, each of them new."""
    own = {section: entry for section, entry in added.items() if section != "source"}
    if repeated := sorted(set(table) & set(own)):
        raise CodebookInvalid(
            f"{file}, entry {repeated[0]!r}: the codebook has an entry of that name.", "Give yours another name."
        )
    return table | own


def _with(table: dict[str, Any], added: dict[str, Any], file: str, growing: bool) -> dict[str, Any]:
    """A table with the entries of a user's file: tables grow by new keys, lists of tables by new rows.

    Where entries are `growing`, one that is a list already grows too.
    """
    found = dict(table)
    for section, entries in added.items():
        known = table.get(section)
        if section == "source":
            continue
        if isinstance(known, dict) and isinstance(entries, dict):
            grown = {key: [*known[key], *new] for key, new in entries.items() if _grows(known.get(key), new)}
            if repeated := sorted((set(known) & set(entries)) - (set(grown) if growing else set())):
                raise CodebookInvalid(
                    f"{file}, entry {repeated[0]!r}: the codebook has an entry of that name in {section!r}.",
                    "Give yours another name.",
                )
            found[section] = known | entries | (grown if growing else {})
        elif isinstance(known, list) and isinstance(entries, list):
            found[section] = [*known, *entries]
        else:
            raise CodebookInvalid(
                f"{file}: there is no section {section!r} that could be added to.",
                f"Sections: {', '.join(sorted(key for key, value in table.items() if not isinstance(value, str)))}.",
            )
    return found


def _grows(known: Any, new: Any) -> bool:
    return isinstance(known, list) and isinstance(new, list)


@cache
def digest() -> str:
    """Eight hex digits over all data files of the codebook and a user's own: part of the reader's version."""
    files = sorted(item.name for item in _data().iterdir() if item.name.endswith((".toml", ".bin")))
    contents = [_data().joinpath(name).read_bytes() for name in files]
    return sha256_hex(b"\0".join([*contents, *(content for _, content in chosen())]))[:8]


def _data() -> Any:
    return resources.files("rashomon.codebook").joinpath("data")
