"""Who speaks: sources led back to claimants, pronouns and "the official" to the one they stand for."""

import re
from collections import deque
from dataclasses import dataclass, field

from rashomon.codebook.cues import Cues
from rashomon.model import Claimant
from rashomon.read.attribution.draft import Draft, Piece
from rashomon.read.attribution.names import PERSON, Names, find_names
from rashomon.read.attribution.phrase import SourcePhrase, parse_source
from rashomon.read.attribution.subject import subject_of
from rashomon.read.document import Document

NAME_AT_END = re.compile(r"(?:\b[A-Z\u00c0-\u017d\u0130][\w'\u2019.\-]{0,30} ?){1,8}$")
LAST_PHRASE = re.compile(r"^.*\b((?:the|an?|its|their|his|her)\s+[^,;]+)$", re.IGNORECASE | re.DOTALL)
"""What a clause ends with, from its last article on: "the government" in "is higher than that of the government"."""
OFFICIALS_OF = re.compile(
    r"\b(?:[A-Z][\w-]+ )?(?:officials|officers|members|representatives|sources) (?:of|from|at|in) [^,;]+$"
)
"""Unnamed people of a named body, to whom "who" belongs rather than to the body: "officials of the UN, who"."""
BREAKS = re.compile(r"[,;:\u201c\u201d\"]")
ARMED = ("group", "organisation", "organization", "movement", "militia", "network", "outfit")
"""Nouns for a body that is no ministry and no army: "the group" stands for it whatever it is called."""
REMEMBERED, LOOKED_BACK = 200, 20_000
"""Speakers, and characters of text, that a pronoun or "the group" can reach back over."""
SHORT = {"UN": "United Nations", "U.N.": "United Nations", "US": "United States", "U.S.": "United States"}
OFFICIAL_FIGURE = re.compile(
    r"(?:the )?(?:latest )?official (?:death )?(?:figure|toll|count|tally|number|estimate|version|data)s?\b.*",
    re.IGNORECASE,
)
"""What the authorities say without being named: "the official toll is"."""
SINGULAR = frozenset("he she him her his".split())
OUTLET = frozenset("we i our us me my".split())

REPORTERS = frozenset("reporter reporters correspondent correspondents newspaper team journalist journalists".split())
UNSPECIFIED = Claimant(name="unspecified reports", anonymous=True, plural=True)
"""Whose words "is reported to" and "reportedly" are: not the outlet's own, and nobody's that it names."""


@dataclass(slots=True)
class Known:
    """Somebody who has spoken: the claimant, how the phrase was read, and the media that carried the words."""

    claimant: Claimant
    phrase: SourcePhrase
    relays: tuple[str, ...] = field(default=())


class Speakers:
    """Resolves the sources of one document, in reading order."""

    def __init__(self, document: Document, cues: Cues) -> None:
        self.document = document
        self.cues = cues
        self.names: Names = find_names(document, cues.words["titles"], cues.words["roles"])
        self.known: deque[Known] = deque(maxlen=REMEMBERED)

    def claimant(self, draft: Draft) -> Claimant | None:
        """The claimant of a draft, or None where the outlet speaks itself or nobody is named."""
        if not draft.source:
            return None if draft.rule == "doubt" else UNSPECIFIED
        text = self.document.text
        start, end = _nearest(draft)
        words = text[start:end]
        if OFFICIAL_FIGURE.fullmatch(f"{words} {text[draft.cue[0][0] : draft.cue[0][1]] if draft.cue else ''}"):
            words = "the authorities"
        # In capitals it is no pronoun: "US denies raid".
        phrase = parse_source("U.S." if words == "US" else words, self.cues)
        if OUTLET & {phrase.head, phrase.owner} and (phrase.kind == "pronoun" or phrase.head in REPORTERS):
            return None
        known = self._resolve(phrase, draft)
        relays = draft.relayed_by or known.relays
        entry = Known(known.claimant, known.phrase, relays)
        self.known.append(entry)
        return entry.claimant

    def last_relays(self) -> tuple[str, ...]:
        """The media that carried the words of the one who spoke last."""
        return self.known[-1].relays if self.known else ()

    def named(self, claimant: Claimant | None) -> Claimant | None:
        """Whom a headline's "official" or "aid worker" means: the first speaker of the body who is so described."""
        entry = next((known for known in self.known if known.claimant == claimant), None)
        if entry is None or entry.phrase.kind not in ("unnamed", "anaphor") or entry.claimant != claimant:
            return claimant
        head = entry.phrase.head.rstrip("s")
        for known in self.known:
            described = f"{known.claimant.role or ''} {known.phrase.head}".lower().split()
            if known.phrase.kind in ("person", "body") and {head, f"{head}s"} & set(described):
                return known.claimant
        return claimant

    def last(self) -> Claimant | None:
        """Who spoke last."""
        return self.known[-1].claimant if self.known else None

    def _resolve(self, phrase: SourcePhrase, draft: Draft) -> Known:
        if phrase.kind == "pronoun":
            return self._pronoun(phrase, draft)
        if phrase.kind == "anaphor":
            return self._anaphor(phrase, draft)
        if phrase.kind == "person":
            return self._named(phrase, self.names.expand(phrase.name) if " " not in phrase.name else phrase.name)
        if phrase.kind == "unnamed":
            return Known(Claimant(name=phrase.name, anonymous=True, plural=phrase.plural), phrase)
        return self._named(phrase, self._expanded(phrase.name))

    def _expanded(self, name: str) -> str:
        name = SHORT.get(name, name)
        tokens = name.split()
        while len(tokens) > 1 and tokens[0].rstrip(".").lower() in self.cues.words["titles"]:
            tokens = tokens[1:]
        return self.names.expand(tokens[0]) if len(tokens) == 1 else " ".join(tokens)

    def _named(self, phrase: SourcePhrase, name: str) -> Known:
        """Somebody with a name: the earlier mention, if there is one that says more."""
        last = name.split()[-1].lower()
        for known in reversed(self.known):
            same = known.claimant.name == name
            surname = known.phrase.kind == "person" and known.phrase.head == last and phrase.role is None
            if (same or surname) and phrase.role in (None, known.claimant.role):
                return known
        return Known(Claimant(name=name, role=phrase.role, plural=phrase.plural), phrase)

    def _pronoun(self, phrase: SourcePhrase, draft: Draft) -> Known:
        if phrase.head in ("who", "which", "that", "whom"):
            return self._antecedent(phrase, draft)
        subject = self._subject(draft) if phrase.head == "it" else None
        if subject is not None:
            return subject
        for known in reversed(self.known):
            if self._agrees(phrase.head, known):
                return known
        before = self._mentioned(draft)
        if before is not None:
            return before
        return self.known[-1] if self.known else Known(Claimant(name=phrase.name), phrase)

    def _subject(self, draft: Draft) -> Known | None:
        """The body that the sentence of an "it" begins with, where it is no part of what is said.

        "The Harbour Front issued a list of nine who, it said, had died": the front says so.
        """
        start = self.document.sentences[draft.sentence].start
        words = subject_of(self.document.text[start : min(draft.source[0][0], draft.order)])
        if words is None:
            return None
        found = parse_source(words, self.cues)
        if found.kind not in ("body", "anaphor") or found.owner:
            return None
        return self._resolve(found, draft)

    def _agrees(self, pronoun: str, known: Known) -> bool:
        head = known.phrase.head
        person = known.phrase.kind == "person" or head in self.cues.words["spokes"]
        if pronoun in SINGULAR:
            single = person or head in self.cues.words["unnamed"] or head in self.cues.words["roles"]
            return single and not known.claimant.plural
        if pronoun in ("it", "its", "itself"):
            several = known.claimant.plural and not known.claimant.name.split()[-1][:1].isupper()
            return not person and not several and not known.claimant.anonymous
        return known.claimant.plural or not person

    def _mentioned(self, draft: Draft) -> Known | None:
        """The last full name before the draft in its sentence or the one before."""
        sentence = self.document.sentences[draft.sentence]
        start = self.document.sentences[max(0, sentence.index - 1)].start
        text = self.document.text
        found = [m for m in PERSON.finditer(text, start, draft.order) if not m.group().endswith(("'s", "\u2019s"))]
        if not found:
            return None
        phrase = parse_source(found[-1].group(), self.cues)
        return self._named(phrase, phrase.name)

    def _antecedent(self, phrase: SourcePhrase, draft: Draft) -> Known:
        """What "who" and "which" stand for: the name or the noun phrase just before them."""
        sentence = self.document.sentences[draft.sentence]
        before = self.document.text[sentence.start : draft.source[0][0]].rstrip(" ,\u2014\u2013-")
        parts = [part.strip() for part in BREAKS.split(before) if part.strip()]
        several = OFFICIALS_OF.search(parts[-1]) if parts else None
        if several is not None:
            return self._resolve(parse_source(several.group(), self.cues), draft)
        name = NAME_AT_END.search(parts[-1]) if parts else None
        if name is None and len(parts) > 1 and parts[-1].startswith(("a ", "an ", "the ")):
            name = NAME_AT_END.search(parts[-2])
        before = name.group() if name else LAST_PHRASE.sub(r"\1", parts[-1]) if parts else ""
        found = parse_source(before, self.cues) if before else phrase
        if found.kind == "pronoun":
            return self.known[-1] if self.known else Known(Claimant(name=found.name), found)
        return self._resolve(found, draft)

    def _anaphor(self, phrase: SourcePhrase, draft: Draft) -> Known:
        if phrase.owner and phrase.owner not in OUTLET:
            return self._owned(phrase, draft)
        known = None if phrase.owner else self._before(phrase)
        if known is not None:
            return known
        anonymous = bool(phrase.owner) or phrase.head in self.cues.words["unnamed"]
        name = self._described(phrase.head, draft) or phrase.name
        return Known(Claimant(name=name, anonymous=anonymous, plural=phrase.plural), phrase)

    def _before(self, phrase: SourcePhrase) -> Known | None:
        """The last speaker that "the official", "the ministry" or "a spokesman" can stand for."""
        for known in reversed(self.known):
            if self._same_head(phrase.head, known):
                return known
        body = next((known for known in reversed(self.known) if known.phrase.kind == "body"), None)
        if body is None or phrase.head not in self.cues.words["spokes"]:
            return None
        return Known(Claimant(name=body.claimant.name, role=phrase.head), phrase)

    def _same_head(self, head: str, known: Known) -> bool:
        words = self.cues.words
        described = f"{known.claimant.name} {known.claimant.role or ''} {known.phrase.head}".lower()
        parts = described.replace("-", " ").split()
        if head in words["utterances"]:
            return not known.claimant.anonymous or known.phrase.head in words["utterances"]
        if head in parts or head.rstrip("s") in parts:
            return True
        return head in ARMED and known.phrase.kind == "body" and not words["bodies"].intersection(parts)

    def _described(self, head: str, draft: Draft) -> str | None:
        """A fuller mention before: "the Saudi-led coalition" for "the coalition", "General X" for "the general"."""
        # What is said may stand before its source, and name the speaker: "Two of X group's men died, the group said".
        end = draft.source[0][0] if draft.source else draft.order
        before = self.document.text[max(0, end - LOOKED_BACK) : end]
        if head in self.cues.words["roles"]:
            titled = re.findall(
                rf"\b(?i:{re.escape(head[:3])})[a-z]*\.?\s((?:[A-Z][\w'\u2019\-]{{1,30}}\s?){{1,5}})", before
            )
            return self.names.expand(titled[-1].split()[-1]) if titled else None
        if head not in self.cues.words["bodies"] and head not in self.cues.words["groups"]:
            return None
        pattern = (
            rf"\b((?:[A-Z][\w'\u2019\-]{{0,30}}\s){{1,6}}(?:[a-z][\w\-]{{0,30}}\s)?){re.escape(head)}\b(?!['\u2019])"
        )
        found = [m for m in re.findall(pattern, before) if m.split()[0] not in ("The", "A", "An", "In")]
        return f"{found[-1]}{head}" if found else None

    def _owned(self, phrase: SourcePhrase, draft: Draft) -> Known:
        """ "his office", "its spokesman": the owner's name, and the office or the role."""
        owner = self._pronoun(SourcePhrase(kind="pronoun", name=phrase.owner, head=phrase.owner), draft)
        name = owner.claimant.name
        if phrase.head in self.cues.words["spokes"]:
            return Known(Claimant(name=name, role=phrase.head), phrase, owner.relays)
        if phrase.head in self.cues.words["utterances"]:
            return Known(Claimant(name=name, role=owner.claimant.role), phrase, owner.relays)
        return Known(Claimant(name=f"{name}'s {phrase.name.partition(' ')[2]}", plural=phrase.plural), phrase)


def _nearest(draft: Draft) -> Piece:
    """The piece of a source that stands nearest to the cue: what lies farther off adds to a name, and does not make it.

    Of two that touch the cue the one behind it is meant ("..., one being a doctor, said the mayor").
    """
    start, end = draft.cue[0] if draft.cue else (draft.order, draft.order)
    return min(draft.source, key=lambda piece: (max(start - piece[1], piece[0] - end, 0) // 3, piece[0] < start))
