"""A noun phrase taken apart: its head, whom it speaks for, the person that it names, whether it names nobody."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rashomon.codebook.actor_names import find_actor_names
from rashomon.codebook.actor_words import load_actor_words
from rashomon.codebook.actors import load_actors
from rashomon.codebook.names import fold, words_in

MARKS = ' \t\n,.;:!?-\u2013\u2014()[]"\u201c\u201d\u2018'
SPEAKS_FOR = re.compile(r"^(?:[a-z]+ed\s+)?(?:of|for|from|by|(?P<place>with|at|in))\s+", re.IGNORECASE)
OF_BODY = re.compile(r"\s(?:of|for|from|at|with|in)\s", re.IGNORECASE)
PARTICLES = frozenset("al el bin ibn bint de la del von van der da dos do di ul ur e i o abu um and y".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """`core` is the phrase without what leads it in; `head` the part before its first preposition or comma.

    `speaks` is the noun that makes it speak for a body ("spokesman", "statement"), `complement` that body as worded,
    `person` the name of a person in it, `role` what the phrase says that person is. `anonymous` marks a described,
    unnamed speaker, `plural` several.
    """

    core: str
    head: str
    speaks: str | None = None
    complement: str | None = None
    person: str | None = None
    role: str | None = None
    anonymous: bool = False
    plural: bool = False


@lru_cache(maxsize=4096)
def take_apart(words: str) -> Phrase:
    """A noun phrase taken apart; see `Phrase`."""
    core = _without_leadins(" ".join(words.split()).strip(MARKS))
    head, tail = _head_and_tail(core)
    person, role = _person_and_role(core, head, tail)
    speaks, complement = _speaker(head, tail, role)
    last = words_in(head)[-1].folded if words_in(head) else ""
    lists = load_actor_words()
    anonymous = person is None and speaks is None and (last in lists.anonymous or fold(core) in lists.undescribed)
    return Phrase(core, head, speaks, complement, person, role, anonymous, last in lists.plural)


def _without_leadins(text: str) -> str:
    lists = load_actor_words()
    while (
        (first := text.partition(" ")[0])
        and first.lower() in lists.leadins
        and " " in text
        and not _is_title_case(text)
    ):
        text = text.partition(" ")[2]
    return re.sub(r"['\u2019]s?$", "", text).strip(MARKS)


def _is_title_case(text: str) -> bool:
    """Whether a leading word belongs to a name of the codebook ("The Guardian")."""
    hits = find_actor_names(text)
    return bool(hits) and hits[0].start == 0 and not hits[0].adjective and hits[0].end > len(text.partition(" ")[0])


def _head_and_tail(core: str) -> tuple[str, str]:
    """The phrase cut at its first comma or preposition; a name of the codebook is never cut."""
    inside = [(hit.start, hit.end) for hit in find_actor_names(core)]
    lists = load_actor_words()
    for match in re.finditer(r",|\(|\s[\u2013\u2014-]\s|(?<=\s)[a-z]+(?=\s)", core):
        cut = match.group() in lists.breaks or not match.group().isalpha()
        if match.start() and cut and not any(start <= match.start() < end for start, end in inside):
            return core[: match.start()].strip(MARKS), core[match.start() :].strip(" ")
    return core, ""


def _speaker(head: str, tail: str, role: str | None) -> tuple[str | None, str | None]:
    """The noun that speaks for a body, and that body: behind "for" and "of", or in front of the noun."""
    for text, rest in ((role or head, ""), (head, tail)) if role else ((head, tail),):
        before, noun, after = _cut_at_noun(f"{text} {rest}".strip(), load_actor_words().speakers)
        if noun is None:
            before, noun, after = _cut_at_noun(f"{text} {rest}".strip(), load_actor_words().leaders)
            if noun is None or role is None:
                continue
        match = SPEAKS_FOR.match(after)
        if match and not (before and match["place"]):
            return noun, re.split(r",|\s\(", after[match.end() :])[0].strip(MARKS)
        if before:
            return noun, before
    return None, None


def _cut_at_noun(text: str, nouns: frozenset[str]) -> tuple[str, str | None, str]:
    words = words_in(text)
    for position in range(len(words)):
        for size in (2, 1):
            stretch = words[position : position + size]
            if len(stretch) == size and " ".join(word.folded for word in stretch) in nouns:
                before = re.sub(r"['\u2019]s?$", "", text[: stretch[0].start].strip(MARKS))
                return before, text[stretch[0].start : stretch[-1].end].lower(), text[stretch[-1].end :].strip(" ")
    return text, None, ""


def _person_and_role(core: str, head: str, tail: str) -> tuple[str | None, str | None]:
    """A person's name and the words that say what the person is, in front of it, behind it or after a comma."""
    whole = person_name(head)
    if whole is not None and len(words_in(whole)) > 1:
        before = head[: head.find(whole)].strip(MARKS)
        behind = tail.strip(MARKS) if tail.startswith(",") else ""
        role = behind if _tells_role(behind) else (before if _tells_role(before) else None)
        return whole, _without_leadins(role) if role else None
    if tail.startswith(",") or ", " in tail:
        _, _, apposed = tail.partition(",")
        name = person_name(apposed.split(",")[0])
        if name is not None and _tells_role(head):
            role = f"{head} {tail.partition(',')[0]}".strip()
            return name, role
    if whole is None and tail.startswith("of "):
        return _named_behind_office(core, head)
    return (whole, None) if whole is not None and _titled(head, whole) else (None, None)


def _named_behind_office(core: str, head: str) -> tuple[str | None, str | None]:
    """ "Secretary of State Anna Smith": the name that ends the phrase, where the office and no other person leads to it."""
    lists, name = load_actor_words(), person_name(core)
    before = words_in(core[: core.rfind(name)]) if name else ()
    office = words_in(head)[-1:]
    if name is None or len(words_in(name)) < 2 or not before or not office or office[0].folded not in lists.leaders:
        return None, None
    return (None, None) if before[-1].folded in lists.leaders else (name, core[: core.rfind(name)].strip(MARKS))


def _titled(head: str, name: str) -> bool:
    return head.find(name) > 0


def _tells_role(text: str) -> bool:
    lists = load_actor_words()
    folded = {word.folded for word in words_in(text)}
    return bool(folded & (lists.speakers | lists.leaders))


@lru_cache(maxsize=1)
def _body_nouns() -> frozenset[str]:
    """The last words of institutions' names: "Ministry", "Command", "Office" end no person's name."""
    return frozenset(words.rpartition(" ")[2] for words in load_actors().institutions)


@lru_cache(maxsize=4096)
def person_name(text: str) -> str | None:
    """The personal name that ends a phrase: capitalised words behind titles and roles, no name of a body among them."""
    lists = load_actor_words()
    words = words_in(text.strip(MARKS))
    text = text.strip(MARKS)
    bodies = [
        hit for hit in find_actor_names(text) if not any(i.startswith("person.") for i in (*hit.ids, *hit.shared))
    ]
    if words and words[-1].folded in _body_nouns():
        return None
    first = len(words)
    for position in range(len(words) - 1, -1, -1):
        word = words[position]
        taken = any(hit.start <= word.start < hit.end for hit in bodies)
        plain = word.folded
        if (
            taken
            or plain in lists.titles
            or plain in lists.leaders
            or plain in lists.speakers
            or plain in lists.generic
        ):
            break
        if not word.text[0].isupper() and (plain not in PARTICLES or position == len(words) - 1):
            break
        first = position
    while first < len(words) and not words[first].text[0].isupper() and words[first].folded not in ("al", "el"):
        first += 1
    return text[words[first].start : words[-1].end] if first < len(words) else None
