"""News agencies and outlets by the names in credits and by the hosts that they publish on."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from rashomon.codebook.tables import read_table
from rashomon.errors import CodebookInvalid

TAILS = (" news agency", " agency", " news", " website")
"""What a credit may add to an outlet's name without naming another outlet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """An outlet or, where `agency`, a news agency whose reports others print; `domains` are hosts, lower case."""

    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    agency: bool


@cache
def outlets() -> tuple[Outlet, ...]:
    """All agencies, then all outlets, in the order of the file `outlets.toml`.

    Raises `CodebookInvalid` where the file breaks its schema.
    """
    table = read_table("outlets")
    return tuple(
        _outlet(name, row, agency=section == "agencies")
        for section in ("agencies", "outlets")
        for name, row in table.get(section, {}).items()
    )


def outlet_named(words: str) -> Outlet | None:
    """The outlet that a credit names, whatever its case, a leading "the" or a trailing "News Agency"."""
    key = _key(words)
    names = _by_name()
    if key in names:
        return names[key]
    for tail in TAILS:
        if key.endswith(tail) and key.removesuffix(tail) in names:
            return names[key.removesuffix(tail)]
    return None


def outlet_of(url: str) -> Outlet | None:
    """The outlet that publishes on the host of a web address, or on the host that it is a part of."""
    try:
        host = (urlsplit(url if "//" in url else f"//{url}").hostname or "").lower()
    except ValueError:
        return None
    hosts = _by_host()
    while "." in host:
        if host in hosts:
            return hosts[host]
        host = host.partition(".")[2]
    return None


def _outlet(name: str, row: Any, *, agency: bool) -> Outlet:
    lists = [row.get(field) for field in ("aliases", "domains")] if isinstance(row, dict) else [None]
    if not all(isinstance(items, list) and all(isinstance(item, str) for item in items) for items in lists):
        raise CodebookInvalid(f"outlets.toml: {name!r} needs two lists of strings, aliases and domains.")
    aliases, domains = lists
    return Outlet(name=name, aliases=tuple(aliases or ()), domains=tuple(domains or ()), agency=agency)


@cache
def _by_name() -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for outlet in outlets():
        for name in (outlet.name, *outlet.aliases):
            if found.setdefault(_key(name), outlet) is not outlet:
                raise CodebookInvalid(f"outlets.toml: {name!r} names {outlet.name} and {found[_key(name)].name}.")
    return found


@cache
def _by_host() -> dict[str, Outlet]:
    return {domain: outlet for outlet in outlets() for domain in outlet.domains}


def _key(words: str) -> str:
    words = re.sub(r"\s+", " ", words.replace("\u2019", "'")).strip(" .,;:-\u2013\u2014/*").casefold()
    return words.removeprefix("the ")
