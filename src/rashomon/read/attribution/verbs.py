"""Verbs that ascribe: "X said that Y", ", adding that Y", "X condemned Y and called for Z"."""

from collections.abc import Iterator

from rashomon.codebook.cues import Shape
from rashomon.read.attribution.complements import complement
from rashomon.read.attribution.contents import DASHES, cut_at_clause_end, dateline_end, right_content
from rashomon.read.attribution.draft import Draft, Piece
from rashomon.read.attribution.inversions import content_cue_source, content_source_cue, said_before
from rashomon.read.attribution.left_source import main_subject, subject_left, verb_group_start
from rashomon.read.attribution.line import Line, Range
from rashomon.read.attribution.passives import is_passive, passive
from rashomon.read.attribution.quotations import introduced
from rashomon.read.attribution.verb import Verb, ascribe, find_verb, pieces

TRUSTED = 0.35
"""How sure a draft must be for its subject to be taken over by the next verb."""
WIDEST_INFINITIVE = 8
"""Tokens within which the verb stands that an infinitive hangs on ("declined immediately to say")."""


class VerbRules:
    """Finds the attributions of one sentence that hang on a verb; remembers whose verbs came before."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.subjects: list[tuple[Shape, tuple[Piece, ...]]] = []

    def drafts(self) -> Iterator[Draft]:
        """Drafts in the order of their cues; nothing inside quotation marks."""
        position = dateline_end(self.line)
        while position < len(self.line):
            verb = find_verb(self.line, position) if self.line.quotation(position) is None else None
            draft = self._draft(verb) if verb is not None else None
            if verb is None or draft is None or draft.confidence < self.line.cues.floor:
                position += 1
                continue
            if draft.source and draft.confidence >= TRUSTED:
                self.subjects.append((verb.shape, draft.source))
            yield draft
            position = verb.after

    def _draft(self, verb: Verb) -> Draft | None:
        if _is_noun(verb):
            return None
        if is_passive(verb):
            return passive(verb)
        if verb.helped_by_word("having"):
            return self._participle(verb, verb.group)
        if verb.shape == "gerund" and not verb.helped_by("be"):
            return self._participle(verb, verb.position)
        if verb.shape == "participle" and not verb.helped_by("auxiliaries"):
            return None
        if verb.shape == "base" and verb.helped_by_word("to"):
            return self._active(verb, infinitive=True)
        return content_cue_source(verb) or self._active(verb, infinitive=False)

    def _active(self, verb: Verb, *, infinitive: bool) -> Draft | None:
        line = self.line
        subject, shared = self._subject(verb, infinitive=infinitive)
        before = verb.group - 1 if subject is None else subject[0] - 1
        kind, start = complement(line, verb.cue, verb.after)
        if not infinitive and verb.cue.quotes and said_before(line, before, kind, start):
            return content_source_cue(verb, subject, before)
        if kind == "none":
            return None
        content = right_content(line, start, chain=True)
        if content is None and kind == "quote":
            content = introduced(line.document, line.sentence)
        voice = "inf" if infinitive else "chain" if shared else "fin" if verb.shape == "past" else "now"
        if subject is not None and line.has(subject[0], "relatives"):
            voice, restrictive = "rel", line.at(before) != "," and kind == "object"
            content = cut_at_clause_end(line, start, content, restrictive=restrictive)
        elif voice in ("fin", "now") and self._subordinate(before):
            content = cut_at_clause_end(line, start, content, restrictive=False)
        source = self._shared_subject(verb) if shared else pieces(line, subject)
        return ascribe(verb, f"{voice}.{kind}", source, (content,))

    def _subordinate(self, opener: int) -> bool:
        """Whether the clause ends at its comma: "While the ministry said ..., it", "what the army calls ..., was"."""
        return (self.line.has(opener, "leading") and opener <= 2) or self.line.has(opener, "free_relatives")

    def _subject(self, verb: Verb, *, infinitive: bool) -> tuple[Range | None, bool]:
        """The subject of a finite verb or an infinitive, and whether it is that of an earlier cue."""
        line, before = self.line, verb.group - 1
        if line.at(before) in ("and", "but", "or") or (line.at(before) == "," and self._clause_since(before)):
            return None, True
        return (self._controller(verb.group) if infinitive else subject_left(line, verb.group)), False

    def _clause_since(self, comma: int) -> bool:
        """Whether a comma before a bare verb closes a clause, not a parenthesis: "X condemned it, called for ..."."""
        opening = self.line.back_to(",", comma)
        if opening is None:
            return self.line.has_verb(0, comma)
        return self.line.has_verb((self.line.back_to(",", opening) or -1) + 1, opening)

    def _controller(self, group: int) -> Range | None:
        """The subject of "declined to *say*": that of the verb before the infinitive."""
        line = self.line
        for here in range(group - 1, max(0, group - WIDEST_INFINITIVE), -1):
            if line.verb(here) and line.same_quotation(here, group):
                return subject_left(line, verb_group_start(line, here))
        return None

    def _shared_subject(self, verb: Verb) -> tuple[Piece, ...]:
        """Whose verb this is where it has no subject of its own: an earlier cue's, or the sentence's."""
        for shape, source in self.subjects:
            if shape == verb.shape:
                return source
        return self._last_subject(verb.position)

    def _last_subject(self, position: int) -> tuple[Piece, ...]:
        return self.subjects[-1][1] if self.subjects else pieces(self.line, main_subject(self.line, position))

    def _participle(self, verb: Verb, head: int) -> Draft | None:
        """ "..., adding that Y": whoever spoke before, or the subject of the sentence; `head` may be a "having"."""
        line, before = self.line, verb.position - 1
        kind, start = complement(line, verb.cue, verb.after)
        if kind == "none" or line.has(before, "prepositions") or line.has(before, "determiners"):
            return None
        content = right_content(line, start, chain=True)
        if head == 0:
            return self._leading(verb, kind, content)
        if line.at(before) in (",", "and", "while", *DASHES) or line.adverb(before) or line.closes_quotation(before):
            return ascribe(verb, f"ing.{kind}", self._last_subject(verb.position), (content,))
        return ascribe(verb, f"with.{kind}", pieces(line, subject_left(line, verb.position)), (content,))

    def _leading(self, verb: Verb, kind: str, content: Piece | None) -> Draft | None:
        """ "Promising revenge, Russia sent ...": the subject follows the comma that ends what is said."""
        line = self.line
        content = cut_at_clause_end(line, verb.after, content, restrictive=False)
        if content is None:
            return None
        comma = next((i for i in range(verb.after, len(line)) if line.tokens[i].start >= content[1]), len(line))
        main = next((i for i in range(comma + 2, len(line)) if line.verb(i)), None)
        source = subject_left(line, verb_group_start(line, main)) if main is not None else None
        return ascribe(verb, f"ing.{kind}", pieces(line, source), (content,))


def _is_noun(verb: Verb) -> bool:
    """Whether the word is rather a noun here: after an article, a genitive or a preposition."""
    line, before = verb.line, verb.group - 1
    if verb.helped_by("auxiliaries") or verb.helped_by_word("to"):
        return False
    if line.has(before, "determiners") and not line.has(before, "loose_determiners"):
        return True
    if line.at(before).endswith(("'s", "s'")) and verb.shape in ("base", "third"):
        return True
    if line.has(before, "prepositions") and verb.shape != "gerund":
        return True
    if verb.shape == "third" and line.has(verb.position, "said_nouns") and line.at(before).endswith("ing"):
        return True
    plural = line.at(before).endswith("s") or line.has(before, "subjects") or line.has(before, "plural_words")
    return verb.shape == "base" and verb.cue.lemma in line.words["nounlike"] and not plural
