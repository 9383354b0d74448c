"""Noun phrases by heuristic: there is no part-of-speech tagger.

A noun phrase is a run of words that are in none of the closed classes and are no common verb, with what "of", "and" and
participles ("used by", "loyal to") tie to it. That is wrong now and then, and fast always.
"""

from rashomon.read.incidents.line import QUOTES, STOPS, Line, Range

APPROXIMATE = frozenset(
    {
        ("more", "than"),
        ("fewer", "than"),
        ("less", "than"),
        ("at", "least"),
        ("at", "most"),
        ("up", "to"),
        ("as", "many"),
    }
)
ROUND = frozenset("about around some nearly almost over".split())
NOT_ADVERBS = frozenset("family italy july assembly ally supply early elderly bully apply rally".split())


def nominal(line: Line, position: int) -> bool:
    """Whether the word there can stand inside a noun phrase."""
    known = line.nominal.get(position)
    if known is None:
        known = line.nominal[position] = _nominal(line, position)
    return known


def _nominal(line: Line, position: int) -> bool:
    if not 0 <= position < len(line.tokens) or position in line.timed:
        return False
    word = line.words[position]
    if word == "-":
        return 0 < position < len(line.tokens) - 1 and _joins(line, position)
    if word in ("'", "’"):
        return position > 0 and line.words[position - 1].endswith("s")
    if not line.tokens[position].is_word:
        return word == "&"
    if line.has(position, "prepositions"):
        return line.capital(position) and position > 0 and line.capital(position + 1) and line.has(position, "compass")
    if line.has(position, "pronouns", "conjunctions", "auxiliaries", "relatives", "articles"):
        return line.tokens[position].text in ("US", "May", "IS")
    return not verbal(line, position)


def verbal(line: Line, position: int) -> bool:
    """Whether the word there is more likely a verb or an adverb than part of a noun phrase."""
    word = line.words[position]
    if line.has(position, "adjectives", "ing_nouns"):
        return False
    if line.capital(position) and position > 0 and not line.titled:
        return False
    led = line.has(position - 1, "articles", "prepositions") or line.word(position - 1)[:1].isdigit()
    if line.has(position, "verbs"):
        return not led
    if word.endswith(("ing", "ed")) and len(word) > 4:
        return not led and "-" not in word
    return line.has(position, "adverbs") or (word.endswith("ly") and word not in NOT_ADVERBS)


def phrase_after(line: Line, position: int, *, linked: bool = True) -> Range | None:
    """The noun phrase that begins at `position`, past adverbs and times; `linked` lets it run on over "of" and "and"."""
    start = line.right(position)
    while line.has(start, "adverbs") and not line.has(start, "articles") and not approximate(line, start):
        start = line.right(start + 1)
    if line.has(start, "pronouns") and not _counts(line, start):
        return (start, start + 1)
    end = _run(line, start)
    while linked and end is not None and _links(line, end):
        further = _run(line, _past_link(line, end))
        if further is None:
            break
        end = further
    return (start, end) if end is not None else None


def phrase_before(line: Line, position: int) -> Range | None:
    """The noun phrase that ends just before `position`, with the "of" and "and" phrases inside it."""
    end = position
    while line.word(end - 1) in QUOTES:
        end -= 1
    if line.has(end - 1, "pronouns"):
        return (end - 1, end)
    start = _run_back(line, end)
    while start is not None and line.word(start - 1) in ("of", "for"):
        further = _run_back(line, start - 1)
        if further is None:
            break
        start = further
    if start is None:
        return None
    if line.word(start - 1) == "and":
        further = _run_back(line, start - 1)
        start = further if further is not None and opens(line, further) else start
    return (start, end)


def opens(line: Line, position: int) -> bool:
    """Whether a clause can begin there: the start, or after a conjunction, a relative or a stop."""
    before = position - 1
    if before < 0 or before in line.timed or line.word(before) in STOPS or line.word(before) in QUOTES:
        return True
    return line.has(before, "conjunctions", "relatives") or line.word(before) in ("by", "said", "says")


def _run(line: Line, start: int) -> int | None:
    """Where the articles, adjectives and nouns that begin at `start` end; None where no noun is among them."""
    end = start + _counts(line, start)
    while line.has(end, "articles") or line.word(end) in QUOTES or approximate(line, end):
        end += 2 if (line.word(end), line.word(end + 1)) in APPROXIMATE else 1
    first = end
    while nominal(line, end) or (end > first and line.word(end) in QUOTES and nominal(line, end + 1)):
        end += 1
    return end if end > first else None


def _run_back(line: Line, end: int) -> int | None:
    start = end
    while start > 0 and nominal(line, start - 1):
        start -= 1
    if start == end:
        return None
    while start > 0 and (
        line.has(start - 1, "articles") or line.word(start - 1) in QUOTES or approximate(line, start - 1)
    ):
        if line.word(start - 1) == "that" and (line.has(start, "articles") or line.has(start - 2, "verbs")):
            break
        start -= 1
    if start > 1 and (line.word(start - 2), line.word(start - 1)) in APPROXIMATE:
        start -= 2
    return start


def _counts(line: Line, position: int) -> bool:
    """Whether "one" is a number: "one missile", not "one of them"."""
    return line.word(position) == "one" and nominal(line, position + 1)


def approximate(line: Line, position: int) -> bool:
    pair = (line.word(position), line.word(position + 1))
    return pair in APPROXIMATE or (pair[0] in ROUND and pair[1][:1].isdigit())


def _links(line: Line, end: int) -> bool:
    word = line.word(end)
    if word == "of":
        return True
    if line.has(end, "participles"):
        return not line.has(end + 1, "place_prepositions", "target_prepositions") and line.word(end + 1) not in STOPS
    if word in ("and", "or") or (word == "," and _in_list(line, end)):
        following = end + 1 + (line.word(end + 1) in ("and", "of"))
        return not line.has(following, "pronouns", "verbs", "adverbs", "auxiliaries", "prepositions")
    return False


def _in_list(line: Line, comma: int) -> bool:
    """Whether a comma parts the members of a list: "and" and another noun follow within a few words."""
    for position in range(comma + 1, min(comma + 7, len(line.tokens))):
        if line.word(position) == "and":
            return nominal(line, position + 1) or line.has(position + 1, "articles")
        if not (nominal(line, position) or line.has(position, "articles") or line.word(position) in ("of", ",")):
            return False
    return False


def _past_link(line: Line, end: int) -> int:
    position = end + 1
    while line.word(position) in ("and", "by", "to", "with", "of", "as"):
        position += 1
    return position


def _joins(line: Line, dash: int) -> bool:
    left, middle, right = line.tokens[dash - 1 : dash + 2]
    return left.end == middle.start and middle.end == right.start
