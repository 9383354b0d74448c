"""One cue, two statements: "said that X, and that it did not Y" asserts the one and denies the other."""

import re
from collections.abc import Callable
from dataclasses import replace

from rashomon.model import Stance
from rashomon.read.attribution.draft import Draft
from rashomon.read.document import Document

SECOND = re.compile(
    r",?[\"\u201d]?,? and (?:that (?=[\"\u201c\w])|(?=(?:did|was|were|had|has|have|is|are|would|will) not\b))"
)
"""Where a second clause of what is said begins: "and that ...", or a negated verb with the same subject."""


def split_by_stance(document: Document, draft: Draft, judge: Callable[[Draft], Stance]) -> tuple[Draft, ...]:
    """The draft as it is, or as two where its clauses take different stances and one of them denies."""
    if len(draft.content) != 1 or not draft.cue or min(draft.cue)[0] > draft.content[0][0]:
        return (draft,)
    start, end = draft.content[0]
    match = SECOND.search(document.text, start, end)
    if match is None or match.start() <= start:
        return (draft,)
    first_end = match.start() + len(match.group().partition(" and ")[0])
    parts = (replace(draft, content=((start, first_end),)), replace(draft, content=((match.end(), end),)))
    stances = {judge(part) for part in parts}
    return parts if len(stances) > 1 and "denies" in stances else (draft,)
