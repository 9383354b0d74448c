"""A sentence as the rules look at it: words in lower case, what stands in quotation marks, and word tests."""

from typing import TypeAlias

from rashomon.codebook.cues import Cues
from rashomon.read.document import Document, Quotation, Sentence

STOPS = frozenset((*".?!;:\u2026()[]/|\u2014\u2013-", "--", "..", "..."))
"""Marks that no noun phrase and no verb group crosses."""
Range: TypeAlias = tuple[int, int]
"""Half-open positions of tokens in a line."""
QUOTES = frozenset('"\u201c\u201d\u00ab\u00bb\u201e')


class Line:
    """One sentence with its quotations; positions are indices into its tokens."""

    def __init__(self, document: Document, sentence: Sentence, cues: Cues) -> None:
        self.document = document
        self.sentence = sentence
        self.cues = cues
        self.tokens = sentence.tokens
        self.lower = tuple(token.lower for token in sentence.tokens)
        self.quoted = tuple(document.quotation_at(token.start) for token in sentence.tokens)
        self.words = cues.words

    def __len__(self) -> int:
        return len(self.tokens)

    def at(self, position: int) -> str:
        """The word at a position in lower case, or "" outside the sentence."""
        return self.lower[position] if 0 <= position < len(self.lower) else ""

    def has(self, position: int, name: str) -> bool:
        """Whether the word at a position is in the codebook's word list `name`."""
        return self.at(position) in self.words[name]

    def quotation(self, position: int) -> Quotation | None:
        """The quotation that the position stands in, marks included."""
        return self.quoted[position] if 0 <= position < len(self.tokens) else None

    def same_quotation(self, left: int, right: int) -> bool:
        """Whether both positions stand in one quotation, or both in none."""
        return self.quotation(left) is self.quotation(right)

    def capital(self, position: int) -> bool:
        """Whether the word at a position begins with a capital letter."""
        return 0 <= position < len(self.tokens) and self.tokens[position].text[0].isupper()

    def is_word(self, position: int) -> bool:
        """Whether a word or a number stands at a position."""
        return 0 <= position < len(self.tokens) and self.tokens[position].is_word

    def opens_quotation(self, position: int) -> bool:
        """Whether a quotation begins at a position."""
        found = self.quotation(position)
        return found is not None and found.start == self.tokens[position].start

    def closes_quotation(self, position: int) -> bool:
        """Whether a quotation ends at a position."""
        found = self.quotation(position)
        return found is not None and found.end == self.tokens[position].end

    def stop(self, position: int) -> bool:
        """Whether a mark stands there that no phrase crosses; full stops of abbreviations and inner hyphens don't count."""
        word = self.at(position)
        if word not in STOPS:
            return False
        if word == ".":
            return position + 1 >= len(self.tokens) or not self.is_word(position - 1)
        return word != "-" or self._spaced(position)

    def _spaced(self, position: int) -> bool:
        token = self.tokens[position]
        return self.document.text[token.start - 1 : token.start].isspace()

    def back_to(self, mark: str, position: int) -> int | None:
        """The nearest position before this one where a mark stands."""
        return next((i for i in range(position - 1, -1, -1) if self.lower[i] == mark), None)

    def contraction(self, position: int) -> bool:
        """Whether a pronoun and its auxiliary stand there in one word ("he's", "they've")."""
        head, mark, _ = self.at(position).partition("'")
        return bool(mark) and head in self.words["subjects"]

    def adverb(self, position: int) -> bool:
        """Whether an adverb stands at a position."""
        word = self.at(position)
        if word in self.words["adverbs"]:
            return True
        return len(word) > 4 and word.endswith("ly") and word not in self.words["not_adverbs"] and word.islower()

    def auxiliary(self, position: int) -> bool:
        """Whether an auxiliary or modal verb stands at a position."""
        return self.has(position, "auxiliaries")

    def verb(self, position: int) -> bool:
        """Whether a finite verb seems to stand at a position: lists and endings, no more."""
        if not self.is_word(position):
            return False
        if self.auxiliary(position):
            return True
        word, before = self.at(position), self.at(position - 1)
        if before in self.words["determiners"] or before in self.words["prepositions"] or before.endswith("'s"):
            return False
        if self.capital(position) and position > 0 and not self.sentence.headline:
            return False
        if word in self.words["verbs"]:
            return True
        # "Ahmed" and "Mohamed" open sentences more often than finite verbs in "-ed" do.
        ended = position > 0 and len(word) > 4 and word.endswith("ed") and "-" not in word
        if ended and word not in ("united", "hundred", "indeed"):
            return self.at(position + 1) != "by"
        return any(form.shape in ("past", "third") for form in self.cues.verbs.get(word, ()) if not form.cue.particles)

    def has_verb(self, start: int, end: int) -> bool:
        """Whether a finite verb seems to stand in positions `[start, end)`."""
        inside = self.quotation(start)
        return any(self.verb(i) for i in range(start, end) if self.quotation(i) is None or inside is not None)

    def gerund(self, position: int) -> bool:
        """Whether a cue's -ing form stands at a position."""
        return any(form.shape == "gerund" for form in self.cues.verbs.get(self.at(position), ()))

    def reports(self, position: int) -> bool:
        """Whether a finite form of a verb of reporting stands at a position."""
        forms = self.cues.verbs.get(self.at(position), ())
        return any(form.shape in ("past", "third") and self.cues.reports(form.cue) for form in forms)

    def speech(self, position: int) -> bool:
        """Whether a verb of speech in its finite form stands there; a bare clause may follow it."""
        return self.verb(position) and any(form.cue.quotes for form in self.cues.verbs.get(self.at(position), ()))

    def can_speak(self, start: int, end: int) -> bool:
        """Whether a phrase can be a speaker at all: it has a word that is more than a small word."""
        return any(
            self.is_word(i)
            and not self.has(i, "prepositions")
            and not self.has(i, "openers")
            and not (self.auxiliary(i) and not self.capital(i))
            for i in range(start, end)
        )

    def piece(self, found: Range) -> Range:
        """The character offsets of a range of tokens, without the auxiliary of a last "he's"."""
        last = self.tokens[found[1] - 1]
        end = last.start + len(last.lower.partition("'")[0]) if self.contraction(found[1] - 1) else last.end
        return self.tokens[found[0]].start, end
