"""Time what a day's reports cost as a workspace grows: a run that adds a few reports to many that are held and linked.

usage: python benchmarks/speed.py adding [--large]

Each size runs in processes of its own: one fills a workspace with synthetic readings and computes its ledger, a second
one opens it, as a run of the next day does, puts in the new reports with their readings and computes the ledger again.
Reading reports is left out: it costs the same whatever the workspace holds. Readings are those of
benchmarks/stories.py, told by as many voices as those of the samples. Seconds are those that the processor spent.
"""

import random
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# The readings are made by a module beside the script.
sys.path.insert(0, str(ROOT))

from benchmarks.stories import Told
from rashomon.codebook.actors import load_actors
from rashomon.model import Attribution, Capture, Claimant, Mention
from rashomon.store import Store

ADDED = 20
"""Reports that come in at once."""
VOICES = 9
"""Statements of a report, as in the readings of the samples."""
SPEAKERS = ("government", "military", "armed_group", "state")


def voiced(told: Told, version: str) -> Told:
    """A report with its reading, as if each of its sentences but the first were somebody's statement."""
    report, reading = told
    rng = random.Random(report.id)
    people = sorted(id for id, actor in load_actors().by_id.items() if actor.kind in SPEAKERS)
    book = load_actors().by_id
    attributions, mentions = [], list(reading.mentions)
    for number, sentence in enumerate(reading.sentences[:VOICES]):
        said = report.text.rfind(" said", sentence.start, sentence.end)
        place = said if said >= 0 else report.text.rfind(" ", sentence.start, sentence.end)
        actor = rng.choice(people)
        content, cue = report.span(sentence.start, place), report.span(place + 1, sentence.end)
        claimant = Claimant(name=book[actor].name, actor=actor)
        attributions.append(
            Attribution(
                id=f"a{number}", source=(cue,), cue=(cue,), content=(content,), stance="asserts", claimant=claimant,
                confidence=0.8, rule="synthetic", reason="The sentence says so.",
            )
        )  # fmt: skip
        mentions.append(Mention(span=cue, kind="actor", ref=actor, reason="The sentence says so."))
    first = attributions[0]
    figures = tuple(
        replace(figure, attribution=first.id, claimant=first.claimant)
        if figure.span.end <= first.cue[0].end
        else figure
        for figure in reading.figures
    )
    events = tuple(mention for incident in reading.incidents for mention in incident.mentions)
    return report, replace(
        reading,
        reader=version,
        attributions=tuple(attributions),
        mentions=tuple(mentions),
        figures=figures,
        events=events,
    )


def put(store: Store, told: Sequence[Told]) -> None:
    """Put reports with their readings into a store."""
    with store.writing(every=1000):
        for report, reading in told:
            number = report.name
            store.add(Capture(report=report, original=f"{number}\n{report.text}".encode()))
            store.put_reading(reading)
