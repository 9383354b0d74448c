"""Now, lately, soon: words that tell hardly when."""

from rashomon.resolve.times.phrase import Answer, Meaning, Phrase


def now(phrase: Phrase) -> Answer:
    """The time of writing, without a day."""
    return Meaning(value="PRESENT_REF")


def lately(phrase: Phrase) -> Answer:
    """Some time before."""
    return Meaning(value="PAST_REF")


def ahead(phrase: Phrase) -> Answer:
    """Some time to come."""
    return Meaning(value="FUTURE_REF")
