"""What a sentence begins with, when it is a body that an "it" further on in the sentence stands for."""

import re

SUBJECT = re.compile(
    r"(?:According to|As for|For) (?P<named>[^,;]{3,80}),"
    r"|(?P<body>(?!(?:In|On|At|By|From|After|Since|When|But|And|As|For|That|This) )(?:(?:The|A|An) )?[A-Z][\w'\u2019.-]*(?: (?:[A-Z][\w'\u2019.-]*|of|for|the))*(?: (?:statement|army|military|police|ministry))?)(?=,| [a-z])"
)
"""What a sentence begins with: whom it names with "according to" or "as for", or its subject of several words."""


def subject_of(text: str) -> str | None:
    """The words for a body that a sentence begins with: several words, so that no everyday word with a capital is taken."""
    match = SUBJECT.match(text)
    words = (match["named"] or match["body"]) if match else ""
    return words if " " in words.removeprefix("The ") else None
