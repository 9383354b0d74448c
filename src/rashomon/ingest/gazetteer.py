"""Whether words are the name of a place, by how they are written and by the gazetteer."""

import re

from rashomon.codebook.furniture import furniture


def known_place(name: str) -> bool:
    """Whether a country, a province, a town or a place of the codebook bears this name, whatever its case."""
    from rashomon.codebook.places import load_places  # a quarter of a second to load, and seldom needed

    return load_places().knows(name.strip(" ."))


def is_place(words: str, *, strict: bool, capitals_tell: bool) -> bool:
    """Whether words can be a place; `strict` asks for capitals throughout or for a name that the gazetteer knows.

    Capitals tell nothing where the whole line is in capitals.
    """
    table, first = furniture(), re.split(r"\s*[,/(]\s*", words.strip())[0]
    if len(words) > 60 or first.casefold().strip(" .") in table.not_places or re.search(r"[\d;!?&]", words):
        return False
    pieces = re.findall(r"[^\s,/()-]+", words)
    if not pieces or len(pieces) > 8 or len(first) < 3:
        return False
    others_named = all(piece[0].isupper() or piece.lower() in table.particles for piece in pieces[1:])
    named = others_named and (pieces[0][0].isupper() or pieces[0].lower() in table.particles)
    if named and capitals_tell and not strict:
        return True
    if named and capitals_tell and first.isupper() and len(first) > 3 and not first.startswith(("THE ", "A ")):
        return first.count(" ") < 4 or known_place(first)
    return others_named and known_place(first)
