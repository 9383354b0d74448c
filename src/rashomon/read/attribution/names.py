"""The names of a document: full names by their last word, and what short forms stand for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rashomon.codebook.states import load_states
from rashomon.read.document import Document

CAPITAL = r"(?<!\w)[A-Z\u00c0-\u017d\u0130][\w'\u2019.\-]{0,30}"
"""A capitalised word, of bounded length so that no text takes long to search."""
RUN = re.compile(
    rf"{CAPITAL}(?:\s{{1,3}}(?:al-|bin |ibn |de |del |la |van |von |abu |der |da |dos |of the |of )?"
    rf"(?:(?<!\w)(?:al|el|ad|as|ar|an)-)?[A-Z\u00c0-\u017d\u0130][\w'\u2019.\-]{{0,30}}){{1,8}}"
)
PERSON = re.compile(
    r"(?<!\w)[A-Z\u00c0-\u017d\u0130][\w'\u2019\-]{1,30}(?: (?:[A-Z]\.|al|bin|ibn|de|del|la|van|von|abu|da)){0,3}"
    r"(?: (?:al-|el-)?[A-Z\u00c0-\u017d\u0130][\w'\u2019\-]{1,30}){1,3}"
)
DEFINED = re.compile(
    r"(?<!\w)((?:[A-Z][\w'\u2019\-]{1,30}|of|the|for|and|al)"
    r"(?:[ -](?:[A-Z][\w'\u2019\-]{1,30}|of|the|for|and|al|in)){1,8}),? \((?:or )?([A-Z][A-Za-z\-]{1,9})\)"
)


@dataclass(frozen=True, slots=True)
class Names:
    """`full` leads from a last name to the full name, `short` from an abbreviation to what it abbreviates."""

    full: Mapping[str, str]
    short: Mapping[str, str]

    def expand(self, name: str) -> str:
        """The fullest form of a name in the document; the name itself where there is no fuller one."""
        return self.short.get(name) or self.full.get(name.lower(), name)


def find_names(document: Document, titles: frozenset[str], roles: frozenset[str]) -> Names:
    """Collect the names of a document, longest form first."""
    full: dict[str, str] = {}
    initials: dict[str, str] = {}
    for start, end in document.paragraphs:
        for match in RUN.finditer(document.text, start, end):
            run = re.sub(r"['\u2019]s$", "", " ".join(match.group().split())).rstrip(".")
            initials.setdefault("".join(word[0] for word in re.split(r"[ \-]", run) if word[:1].isupper()), run)
            name = _without_titles(run, titles | roles)
            words = name.split()
            if words and words[0] in adjectives():
                continue  # "Pakistani Taliban" is not what "Taliban" is short for: it is another body
            if len(words) > 1 and words[-1].startswith(("al-", "el-", "Al-", "El-")):
                full.setdefault(words[-1][3:].lower(), name)
            if 2 <= len(words) <= 4 and len(name) > len(full.get(words[-1].lower(), "")) and " of " not in name:
                full[words[-1].lower()] = name
    short = {key: value for key, value in initials.items() if 2 <= len(key) <= 6}
    for match in DEFINED.finditer(document.text):
        short[match.group(2)] = _defined(match.group(1), match.group(2))
    return Names(full, short)


@cache
def adjectives() -> frozenset[str]:
    """The adjectives of all states ("Pakistani")."""
    return frozenset(word for state in load_states() for word in state.adjectives)


def _defined(words: str, short: str) -> str:
    """The words that an abbreviation in brackets stands for: from the one that begins with its first letter on."""
    tokens = words.split()
    fits = [i for i, token in enumerate(tokens) if token[0] == short[0] and len(tokens) - i <= len(short) + 3]
    if fits and sum(token[0].isupper() for token in tokens) > sum(letter.isupper() for letter in short):
        tokens = tokens[fits[0] :]
    return re.sub(r"^(?:[Tt]he|and|of|for) ", "", " ".join(tokens))


def _without_titles(run: str, titles: frozenset[str]) -> str:
    words = run.split()
    if words[0] in ("The", "A", "An", "In", "On", "At", "But", "And"):
        words = words[1:]
    last = max((i for i, word in enumerate(words) if word.rstrip(".").lower() in titles), default=-1)
    return " ".join(words[last + 1 :])
