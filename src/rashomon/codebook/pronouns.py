"""Words that name nobody by themselves; told from names once, for every stage that must not take one for the other."""

PRONOUNS = frozenset(
    "it its he she they them their we us our i my who which that this those these his her him someone".split()
)
OWN = frozenset("it its we us our they their he his she her i my".split())
"""Those by which a speaker can speak of itself."""


def is_pronoun(words: str) -> bool:
    """Whether words are a pronoun and nothing more; "US" is a state, "us" a pronoun."""
    return words != "US" and words.lower() in PRONOUNS


def opens_with_own(words: str) -> bool:
    """Whether words begin with what a speaker says of itself: "its forces", "we", not "US forces"."""
    first = words.split()[0] if words.split() else ""
    return first != "US" and first.lower() in OWN
