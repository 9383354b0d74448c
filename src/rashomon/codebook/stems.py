"""Words without their endings."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rashomon.codebook.checks import check_keys
from rashomon.codebook.tables import read_table
from rashomon.errors import CodebookInvalid

FILE = "stems"
KEYS = frozenset({"endings", "empty", "irregular"})
LEAST = 3
"""Letters that a stem has at least."""
SPELT_TWICE = re.compile(r"([bdgklmnprtz])\1$")
"""A letter that English doubles before an ending."""
WORD = re.compile(r"[a-z0-9][a-z0-9'-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stems:
    """`stems.toml`: `irregular` maps a form to its word."""

    endings: tuple[str, ...]
    empty: frozenset[str]
    irregular: Mapping[str, str]

    def of(self, word: str) -> str:
        """A lower-case word without its ending: the same for all forms of one word, a word itself or not."""
        whole = self.irregular.get(word, word)
        cut = (whole.removesuffix(ending) for ending in self.endings if whole.endswith(ending))
        stem = next((stem for stem in cut if len(stem) >= LEAST), whole)
        stem = stem.removesuffix("e") if len(stem) > LEAST else stem
        return SPELT_TWICE.sub(r"\1", f"{stem[:-1]}i" if stem.endswith("y") else stem)


@cache
def load_stems() -> Stems:
    """The endings. Raises `CodebookInvalid` where the data file breaks its schema."""
    table = read_table(FILE)
    check_keys(FILE, "the file", table, KEYS, KEYS)
    irregular = table["irregular"]
    if not isinstance(irregular, dict):
        raise CodebookInvalid(f"The codebook file {FILE}.toml: irregular must be a table.")
    for name, words in [("endings", table["endings"]), ("empty", table["empty"]), *irregular.items()]:
        if not isinstance(words, str) or not words.split():
            raise CodebookInvalid(f"The codebook file {FILE}.toml: {name} must be words in one string.")
    forms = {form: word for word, forms in irregular.items() for form in forms.split()}
    return Stems(
        endings=tuple(table["endings"].split()),
        empty=frozenset(table["empty"].split()),
        irregular=forms,
    )


def stems(text: str) -> tuple[str, ...]:
    """The stems of the words of a text in their order, without those that carry nothing."""
    listed = load_stems()
    return tuple(listed.of(word) for word in WORD.findall(text.lower()) if word not in listed.empty)
