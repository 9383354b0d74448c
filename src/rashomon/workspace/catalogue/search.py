"""From what a person types into a search field to a query of the full-text index."""

import re

from rashomon.codebook.folding import load_folding

PIECE = re.compile(r'(?P<without>-)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')


def match_of(words: str) -> str | None:
    """All words must be there, "several words" as they stand, half* with any ending, -word not at all; None for no words.

    Whatever is typed is a query: nothing of it reaches the index as an instruction.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for piece in PIECE.finditer(load_folding().fold(words)):
        text = piece["word"] if piece["phrase"] is None else piece["phrase"]
        open_ended = piece["phrase"] is None and text.endswith("*")
        if not any(character.isalnum() for character in text):
            continue
        term = '"' + text.rstrip("*").replace('"', " ").replace("\0", " ") + '"' + ("*" if open_ended else "")
        (unwanted if piece["without"] else wanted).append(term)
    if not wanted:
        return None
    return " AND ".join(wanted) + "".join(f" NOT {term}" for term in unwanted)


def terms_of(words: str) -> tuple[re.Pattern[str], ...]:
    """What is looked for, as patterns over folded text, to mark it where it was found."""
    patterns = []
    for piece in PIECE.finditer(load_folding().fold(words)):
        text = piece["word"] if piece["phrase"] is None else piece["phrase"]
        letters = re.findall(r"\w+", text)
        if letters and not piece["without"]:
            ending = "" if piece["phrase"] is None and text.endswith("*") else r"\b"
            patterns.append(re.compile(r"\b" + r"\W+".join(map(re.escape, letters)) + ending))
    return tuple(patterns)
