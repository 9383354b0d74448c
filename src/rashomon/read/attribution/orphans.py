"""Paragraphs that are only a quotation: they go on with the words of whoever spoke last."""

from itertools import groupby

from rashomon.read.attribution.draft import Draft
from rashomon.read.attribution.quotations import is_quoted
from rashomon.read.document import Document

SHORTEST = 5
"""Fewer words than this between marks are a title or a slogan, no speech."""


def orphan_quotations(document: Document, drafts: list[Draft], confidence: float) -> list[Draft]:
    """Drafts without source and cue, one for each paragraph that is only a quotation and belongs to no other draft."""
    if not drafts:
        return []
    first = min(draft.order for draft in drafts)
    taken = {offset for draft in drafts for piece in draft.content for offset in piece}
    covered = [piece for draft in drafts for piece in draft.content if piece[1] - piece[0] > 1]
    found = []
    for number, group in groupby(document.sentences, key=lambda sentence: sentence.paragraph):
        sentences = list(group)
        start, end = document.paragraphs[number]
        if start <= first or any(s.headline or not is_quoted(document, s) for s in sentences):
            continue
        if sum(token.is_word for s in sentences for token in s.tokens) < SHORTEST or start in taken or end in taken:
            continue
        if any(left < end and start < right for left, right in covered):
            continue
        draft = Draft(
            sentence=sentences[0].index,
            rule="orphan-quotation",
            construction="phrase.orphan",
            cue_entry=None,
            cue=(),
            content=((start, end),),
            confidence=confidence,
        )
        found.append(draft)
    return found
