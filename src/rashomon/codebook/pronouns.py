"""Words that name nobody by themselves; told from names once, for every stage that must not take one for the other."""

PRONOUNS = frozenset(
    "it its he she they them their we us our i my who which that this those these his her him someone".split()
)
OWN = frozenset("it its we us our they their he his she her i my".split())
"""Those by which a speaker can speak of itself."""


NOBODY = ("no", "nobody", "none", "neither")
"""Words that a name begins with which is nobody's: "no group", "no one"."""


def is_nobody(words: str) -> bool:
    """Whether words name nobody: "no group has claimed it" claims nothing."""
    first = words.lower().split()[:1]
    return bool(first) and first[0] in NOBODY


def is_pronoun(words: str) -> bool:
    """Whether words are a pronoun and nothing more; "US" is a state, "us" a pronoun."""
    return words != "US" and words.lower() in PRONOUNS


def opens_with_own(words: str) -> bool:
    """Whether words begin with what a speaker says of itself: "its forces", "we", not "US forces"."""
    first = words.split()[0] if words.split() else ""
    return first != "US" and first.lower() in OWN
