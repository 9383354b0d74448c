"""Nouns that ascribe: "reports that two died", "the claim by Moscow that ...", "Russian allegations that ..."."""

from collections.abc import Iterator

from rashomon.read.attribution.contents import right_content
from rashomon.read.attribution.draft import Draft, Piece
from rashomon.read.attribution.line import Line
from rashomon.read.attribution.right_source import subject_right

DEMONYMS = ("an", "ish", "ese", "i", "ch")
"""How an adjective of a country ends: "*American* statements that" are America's."""
COUNTED = frozenset("report reports account accounts".split())
"""Nouns that "of" and a number may follow: "reports of 20 dead"."""


def noun_cues(line: Line) -> Iterator[Draft]:
    """A noun for something said, with what it says after "that", and whose it is where that is told."""
    for position in range(len(line) - 2):
        if not line.has(position, "said_nouns") or line.quotation(position) is not None or not _is_noun(line, position):
            continue
        source, after = _speaker(line, position)
        if line.at(after) != "that" and not _of_number(line, position, after):
            continue
        content = right_content(line, after + 1, chain=True)
        if content is not None:
            token = line.tokens[position]
            yield Draft(
                sentence=line.sentence.index,
                rule="noun",
                construction="phrase.noun",
                cue_entry=None,
                cue=((token.start, token.end),),
                source=source,
                content=(content,),
                confidence=line.cues.defaults.get("phrase.noun", 0.0),
            )


def _is_noun(line: Line, position: int) -> bool:
    """Whether the word is a noun here, not the verb of a subject ("Russia claims that")."""
    before = position - 1
    if before < 0 or line.has(before, "unconfirmed") or line.at(before).endswith(("'s", "s'")):
        return True
    if line.capital(before) or line.has(before, "loose_determiners"):
        return _demonym(line, before) and before > 0 and _opens_object(line, before - 1)
    return _opens_object(line, before) or (line.has(before - 1, "determiners") and not line.verb(before))


def _opens_object(line: Line, position: int) -> bool:
    """Whether a noun phrase begins after this word: an article, a preposition or a verb."""
    word = line.at(position)
    if line.has(position, "determiners") or line.has(position, "prepositions") or line.verb(position):
        return word not in ("this", "no")
    return word.endswith("ing") and len(word) > 4


def _demonym(line: Line, position: int) -> bool:
    return line.capital(position) and line.at(position).endswith(DEMONYMS)


def _of_number(line: Line, position: int, after: int) -> bool:
    """Whether a number of victims follows: "reports of 20 dead"."""
    return line.at(position) in COUNTED and line.at(after) == "of" and line.has(after + 1, "numbers")


def _speaker(line: Line, position: int) -> tuple[tuple[Piece, ...], int]:
    """The owner or the author of what is said, and the position after it."""
    after, before = position + 1, position - 1
    author = subject_right(line, after + 1) if line.at(after) in ("by", "from") else None
    if author is not None and line.at(author[1]) in ("that", "of"):
        return (line.piece(author),), author[1]
    if before >= 0 and _demonym(line, before):
        return (line.piece((before, position)),), after
    token = line.tokens[before] if before >= 0 else None
    if token is not None and token.text.endswith(("'s", "\u2019s")):
        start = before
        while start > 0 and line.capital(start) and line.capital(start - 1):
            start -= 1
        return ((line.tokens[start].start, token.end - 2),), after
    if line.has(before, "possessives"):
        return (line.piece((before, position)),), after
    return (), after
