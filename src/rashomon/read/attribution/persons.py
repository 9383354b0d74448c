"""Named persons in a source: "army spokesman David Obonyo", "Hulusi Akar, the minister"."""

import re

from rashomon.codebook.cues import Cues
from rashomon.read.attribution.names import PERSON

WORD = re.compile(r"[\w\u00c0-\u017d][\w'\u2019\-.&]*")
ARTICLE = re.compile(r"^(?:the|a|an|both|each|this|that|these|those|another)\s+", re.IGNORECASE)
GENITIVE = re.compile(r"['\u2019]s?$")
SPOKESMAN_OF = re.compile(r"(?:an? |the |another )?\w*\s?spokes\w+ (?:for|of) ", re.IGNORECASE)
PARTICLES = ("al", "bin", "de", "van", "von", "ibn", "abu", "da", "la")
LONGEST_NAME = 5


def segments(text: str) -> list[str]:
    """The parts of a phrase between its commas."""
    return [part.strip() for part in text.split(",") if part.strip()]


def bare(text: str) -> str:
    """Without its article and its trailing comma."""
    return ARTICLE.sub("", text.strip(" ,")) or text


def is_role(token: str, cues: Cues) -> bool:
    """Whether a word is an office, a rank or a title."""
    word = GENITIVE.sub("", token.rstrip(".,").lower())
    return word in cues.words["roles"] or word in cues.words["titles"]


def person_and_role(text: str, cues: Cues) -> tuple[str, str] | None:
    """The name and the role of the person in a phrase, or None where no person is named."""
    parts = segments(text)
    if not parts or (len(parts) == 1 and SPOKESMAN_OF.match(parts[0])):
        return None
    first, rest = parts[0], [part for part in parts[1:] if not part.isdigit()]
    if re.search(r"\b(?:and|or)\b", first) and not rest:
        return None
    name, before = _name_at_end(first, cues)
    described = _has_role(" ".join(rest), cues)
    if name and before:
        return name, bare(", ".join(rest)) if described else _rankless(bare(before), cues)
    if not rest:
        return None
    if _has_role(first, cues) and PERSON.fullmatch(_untitled(rest[0], cues)):
        return _untitled(rest[0], cues), bare(first)
    if PERSON.fullmatch(first) and (described or (len(first.split()) <= 3 and ARTICLE.match(rest[0]))):
        return first, bare(", ".join(rest))
    return None


def _name_at_end(first: str, cues: Cues) -> tuple[str, str]:
    """The person's name that ends a phrase after a role or a title, and what stands before it."""
    tokens = first.split()
    start = max((i for i, token in enumerate(tokens) if is_role(token, cues)), default=-1) + 1
    if not start:
        return "", ""
    if tokens[start : start + 1] and tokens[start] in ("of", "for", "in", "to", "from"):
        start = max(i for i in range(start, len(tokens)) if tokens[i][0].islower()) + 1
        if tokens[start - 1] in ("of", "for", "in", "to", "from", "the", "and"):
            return "", ""
    name = tokens[start:]
    if not 0 < len(name) <= LONGEST_NAME or not all(_in_name(token) for token in name):
        return "", ""
    return " ".join(name), " ".join(tokens[:start])


def _rankless(role: str, cues: Cues) -> str:
    """A role without the rank that stands between it and the name ("Pentagon spokesman *Maj. Gen.*")."""
    tokens = role.split()
    while len(tokens) > 1 and tokens[-1].endswith(".") and is_role(tokens[-1], cues):
        tokens = tokens[:-1]
    return " ".join(tokens)


def _in_name(token: str) -> bool:
    return token[0].isupper() or token in PARTICLES or token.startswith(("al-", "el-"))


def _has_role(text: str, cues: Cues) -> bool:
    return any(word.lower() in cues.words["roles"] for word in WORD.findall(text))


def _untitled(text: str, cues: Cues) -> str:
    tokens = text.split()
    while tokens and is_role(tokens[0], cues):
        tokens = tokens[1:]
    return " ".join(tokens)
