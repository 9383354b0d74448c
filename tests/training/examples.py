"""Examples of our own to train on: every word has a letter of its own, so that one sees where a target ends up."""

from tokenizers import Tokenizer

from training.encoder import tokenizer
from training.example import Count, Entity, Event, Example, Filler, Marked, Pairs
from training.recipe import Recipe, Stage

TOKENIZER: Tokenizer = tokenizer()
SENTENCES = (
    ("The harbour master", "said", "two boats had been sunk by shells", "asserts"),
    ("Colonel Dorr", "denied", "that his men had fired on the quay", "denies"),
    ("A spokeswoman for the Northern Front", "threatened", "to strike the bridges of Karsa again", "threatens"),
)


def example(
    name: str, *, sentences: int = 3, corpus: str = "one", whole: bool = True, entities: bool = True, told: bool = True
) -> Example:
    """A text of so many sentences, with its attributions and their sources as entities; the first has an incident."""
    text, marks, found = f"Report {name}.\n", [], []
    for number in range(sentences):
        source, cue, content, stance = SENTENCES[number % len(SENTENCES)]
        start = len(text)
        after = start + len(source) + 1
        said = after + len(cue) + 1
        marks.append(
            Marked(
                source=((start, start + len(source)),),
                cue=((after, after + len(cue)),),
                content=((said, said + len(content)),),
                stance=stance,  # type: ignore[arg-type]
            )
        )
        found.append(Entity(start=start, end=start + len(source), types=frozenset({"person"})))
        text += f"{source} {cue} {content}.\n"

    def span(words: str) -> Pairs:
        return ((text.index(words), text.index(words) + len(words)),)

    return Example(
        corpus=corpus,
        name=name,
        text=text,
        whole=whole,
        attributions=marks,
        entities=found if entities else (),
        hidden=frozenset({"time"}) if entities else None,
        events=[
            Event(
                trigger=span("sunk"),
                roles={"target": span("two boats"), "weapon": span("shells"), "initiator": ()},
                classes={"type": "shelling", "reality": "happened"},
            )
        ]
        if told
        else (),
        counts=[Count(span=span("two boats"), incident=span("sunk"), classes={"outcome": "targets", "part": "whole"})]
        if told
        else (),
        told=told,
        fillers=[Filler(start=span("shells")[0][0], end=span("shells")[0][1], kind="instrument")] if told else None,
    )


def tiny(**changes: object) -> Recipe:
    """A recipe that is through with a few windows in no time."""
    settings: dict[str, object] = {"epochs": 1, "shares": {"one": 1.0}, "window": 40, "batch": 128} | changes
    stage = Stage(epochs=settings.pop("epochs"), shares=settings.pop("shares"))  # type: ignore[arg-type]
    return Recipe(stages=(stage,), **settings)  # type: ignore[arg-type]
