"""A source taken apart: whose words they are, in what role, named or not, one or many."""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rashomon.codebook.cues import Cues
from rashomon.read.attribution.persons import GENITIVE, WORD, bare, is_role, person_and_role, segments

Kind: TypeAlias = Literal["person", "body", "unnamed", "anaphor", "pronoun"]
UTTERED_BY = re.compile(
    r"\b(?:statement|report|message|post|letter|communiqu\S|data|video|footage)s? "
    r"(?:by|from|of|issued by|released by) (.+)$"
)
UTTERANCE = re.compile(r"\b(?:statement|report|message|communiqu\S)\b")
RELATIVE_CLAUSE = re.compile(r",? (?:who|which|whose|that)(?: .*)?$")
GIVEN_NAME = re.compile(
    r"^.*\b(?:(?:gave|gives|giving) (?:his|her|their) name (?:only )?as|(?:identified|introduced|identifying|introducing) "
    r"(?:him|her)self (?:only )?as) ((?:[A-Z][\w'\u2019.\-]* ?){1,4})$"
)
BRACKETS = re.compile(r" \([^)]*\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePhrase:
    """`head` is the noun that the phrase turns on ("official"); `owner` a possessor that must be resolved ("his").

    A "body" has a name of its own, an "anaphor" stands for somebody mentioned before.
    """

    kind: Kind
    name: str
    head: str = ""
    role: str | None = None
    plural: bool = False
    owner: str = ""


def parse_source(text: str, cues: Cues) -> SourcePhrase:
    """Take a source's words apart; the words themselves are the name where nothing better is found."""
    text = " ".join(text.split()).strip(" ,;:\u2014\u2013-") or text.strip()
    low = text.lower()
    low = low.rpartition(" of ")[2] if low.endswith((" of which", " of whom")) else low
    if any(low in cues.words[name] for name in ("pronouns", "relatives", "possessives")):
        return SourcePhrase(kind="pronoun", name=text, head=low, plural=low in cues.words["plural_pronouns"])
    given = GIVEN_NAME.match(text)
    if given is not None:
        role = bare(text.partition(" who ")[0].partition(",")[0])
        name = given.group(1).strip()
        return SourcePhrase(kind="person", name=name, head=name.split()[-1].lower(), role=role)
    text = RELATIVE_CLAUSE.sub("", text) or text
    found = person_and_role(text, cues)
    if found is not None:
        name, role = found
        return SourcePhrase(kind="person", name=name, head=name.split()[-1].lower(), role=role)
    return _owned(text, cues) or _spoken_for(text, cues) or _other(text, cues)


def _owned(text: str, cues: Cues) -> SourcePhrase | None:
    """What belongs to somebody: "his office", "its statement", "a KH statement", "a report by the agency"."""
    tokens = text.split()
    head = tokens[-1].lower()
    if tokens[0].lower() in cues.words["possessives"] and len(tokens) <= 5:
        return SourcePhrase(kind="anaphor", name=text, head=head, owner=tokens[0].lower(), plural=_plural(head, cues))
    uttered = head in cues.words["utterances"] and (not tokens[-1][0].isupper() or text.isupper())
    if not uttered and not UTTERANCE.search(text):
        return None
    match = UTTERED_BY.search(text)
    if match:
        return SourcePhrase(kind="body", name=bare(match.group(1)), head="statement")
    ignored = cues.words["indefinites"] | cues.words["statement_kinds"] | cues.words["times"]
    possessor = next((i for i, token in enumerate(tokens) if GENITIVE.search(token)), None)
    if uttered and possessor is not None and tokens[0].lower() == "the" and tokens[possessor].islower():
        # "The command's quarterly report": whom "the command" stands for says it.
        return parse_source(GENITIVE.sub("", " ".join(tokens[: possessor + 1])), cues)
    owner = [bared for token in tokens[:-1] if (bared := GENITIVE.sub("", token)).lower() not in ignored]
    if owner and uttered:
        return SourcePhrase(kind="body", name=" ".join(owner), head=head)
    if _indefinite(tokens[0].lower(), plural=_plural(head, cues), cues=cues):
        return SourcePhrase(kind="unnamed", name=text[0].lower() + text[1:], head=head, plural=_plural(head, cues))
    return SourcePhrase(kind="anaphor", name=text, head=head, plural=_plural(head, cues))


def _spoken_for(text: str, cues: Cues) -> SourcePhrase | None:
    """A spokesman without a name speaks for a body: "a Pentagon spokesperson", "a spokesman for the SDF"."""
    tokens = text.split()
    place = next((i for i, token in enumerate(tokens) if token.lower() in cues.words["spokes"]), None)
    if place is None:
        return None
    role = tokens[place].lower()
    led_by = bare(GENITIVE.sub("", " ".join(tokens[:place])))
    named = led_by.lower() not in ("", "the", "a", "an", "its", "another", "top", "chief")
    after = ("for", "of", "from") if named else ("for", "of", "from", "in", "at")
    if place + 2 < len(tokens) and tokens[place + 1] in after:
        return SourcePhrase(kind="body", name=bare(" ".join(tokens[place + 2 :])), head=role, role=role)
    if named:
        return SourcePhrase(kind="body", name=led_by, head=role, role=role)
    return SourcePhrase(kind="anaphor", name=text, head=role)


def _other(text: str, cues: Cues) -> SourcePhrase:
    tokens = text.split()
    first, head = tokens[0].lower(), _head(text, cues)
    plural = _plural(head, cues) or " and " in text
    unnamed = head in cues.words["unnamed"]
    if unnamed and _indefinite(first, plural=plural, cues=cues):
        small = first in cues.words["indefinites"] or (first in cues.words["unnamed"] and not tokens[0].isupper())
        name = text[0].lower() + text[1:] if small else text
        return SourcePhrase(kind="unnamed", name=name, head=head, plural=plural)
    if _definite(text, cues):
        return SourcePhrase(kind="anaphor", name=text, head=head, plural=plural)
    if unnamed:
        return SourcePhrase(kind="unnamed", name=bare(text), head=head, plural=plural)
    parts = segments(text)
    if len(parts) > 1 and first in cues.words["indefinites"] and any(c.isupper() for c in parts[1]):
        text = parts[1]
    elif len(parts) > 1 and not plural and parts[1][:1].islower():
        text = parts[0]
    return SourcePhrase(kind="body", name=bare(BRACKETS.sub("", text)), head=head, plural=plural)


def _indefinite(first: str, *, plural: bool, cues: Cues) -> bool:
    """ "a source", "two sources", "US officials": nobody in particular is named."""
    if first in cues.words["indefinites"] or first[:1].isdigit():
        return True
    return plural and first not in ("the", "these", "those")


def _definite(text: str, cues: Cues) -> bool:
    """ "the group", "the President", "officials": it must have been named before."""
    tokens = text.split()
    first = tokens[0].lower()
    if len(tokens) <= 2 and is_role(tokens[-1], cues) and first in ("the", tokens[-1].lower()):
        return True
    if len(tokens) == 1:
        return text.islower()
    named = any(character.isupper() for token in tokens[1:] for character in token)
    return first in ("the", "this", "that", "these", "those", "both") and not named


def _head(text: str, cues: Cues) -> str:
    """The head noun: the last word before a preposition, a comma or a participle."""
    last, text = "", BRACKETS.sub("", text)
    for match in WORD.finditer(text):
        word = match.group().lower()
        if last and (word in cues.words["prepositions"] or text[match.start() - 2 : match.start() - 1] == ","):
            break
        if last in cues.words["unnamed"] and word in ("close", "familiar", "who", "briefed", "speaking", "there"):
            break
        if word not in cues.words["determiners"]:
            last = GENITIVE.sub("", word) if word.endswith(("'s", "\u2019s")) else word
    return last


def _plural(head: str, cues: Cues) -> bool:
    return (head.endswith("s") and not head.endswith(("ss", "us", "is"))) or head in cues.words["plural_nouns"]
