"""The public contract: a reading and a ledger as plain JSON values, self-contained and versioned.

Every field of the model is there under its own name; offsets count code points of `text`. What is not known is null or
an empty list, never left out. A change that takes something away or changes its meaning raises the version.
"""

from collections.abc import Sequence

from rashomon.model import (
    Account,
    Answered,
    Change,
    Descent,
    Evidence,
    Excerpt,
    Incident,
    Ledger,
    Part,
    Passage,
    Reading,
    Report,
    Response,
    ResponseAccount,
)
from rashomon.model.codec import Json, encode, field_names
from rashomon.publish.audit import Audited

READING = "rashomon.reading/1"
LEDGER = "rashomon.ledger/1"
JUDGEMENTS = "rashomon.judgements/1"
LINEAGE = "rashomon.lineage/1"
CHAIN = "rashomon.chain/1"

CHAINED = ("id", "title", "type", "date", "places", "initiators", "targets", "series", "vowed", "contains", "part_of")
"""What is told of an incident in a chain."""
FIRST = ("id", "name", "sha256", "title", "outlet", "language", "published", "text")
"""What a reader of the JSON looks for first stands first."""


def reading_json(report: Report, reading: Reading) -> dict[str, Json]:
    """One report with what was read in it; its incidents hold their mentions, `unplaced` those of no incident.

    Figures that are a word alone ("dozens") stand apart in `vague_figures`: whoever counts does not want them, and
    whoever lays accounts side by side does. So do sums over a list, which nobody stated, in `derived_figures`.

    Raises ValueError where the reading is of another report.
    """
    if reading.report != report.id:
        raise ValueError(f"The reading is of report {reading.report}, not of {report.id}.")
    told, found = encode(report), encode(reading)
    events = found.pop("events")
    placed = {mention["id"] for incident in found["incidents"] for mention in incident["mentions"]}
    del found["report"]
    vague = [figure for figure in found["figures"] if figure["low"] is None and figure["high"] is None]
    sums = [figure for figure in found["figures"] if figure["addends"]]
    found["figures"] = [figure for figure in found["figures"] if figure not in vague and figure not in sums]
    return {
        "schema": READING,
        **{name: told.pop(name) for name in FIRST},
        **found,
        "vague_figures": vague,
        "derived_figures": sums,
        "unplaced": [event for event in events if event["id"] not in placed],
        **told,
    }


def ledger_json(ledger: Ledger) -> dict[str, Json]:
    """The ledger; each piece of evidence carries its words and its sentence beside their offsets."""
    return {"schema": LEDGER, **encode(ledger), "incidents": with_words(ledger.incidents)}


def judgements_json(audited: Sequence[Audited]) -> dict[str, Json]:
    """All judgements in the order in which they were kept, each with what has become of it."""
    rows = [{**encode(one.judgement), "state": one.state, "reason": one.reason} for one in audited]
    return {"schema": JUDGEMENTS, "judgements": rows}


def lineage_json(ledger: Ledger, report: str | None = None) -> dict[str, Json]:
    """Who copied whom, all of it or what concerns one report; each excerpt carries its words beside their offsets."""
    kept = [family for family in ledger.lineage if report is None or report in family.reports]
    borrowed = [one for one in ledger.borrowed if report is None or report in (one.copy, one.source)]
    pages = [page for page in ledger.pages if report is None or report in page.reports]
    concerned = {name for family in kept for name in family.reports} | {name for page in pages for name in page.reports}
    concerned |= {name for one in borrowed for name in (one.copy, one.source)} | ({report} if report else set())
    return {
        "schema": LINEAGE,
        "reports": [encode(heading) for heading in ledger.reports if heading.id in concerned],
        "lineage": [
            {**encode(family), "descents": [_descent(descent) for descent in family.descents]} for family in kept
        ],
        "borrowed": [_descent(descent) for descent in borrowed],
        "pages": [
            {**encode(page), "changes": [_excerpts(change, "before", "after") for change in page.changes]}
            for page in pages
        ],
    }


def _descent(descent: Descent) -> dict[str, Json]:
    passages = [_excerpts(passage, "copy", "source") for passage in descent.passages]
    return {**encode(descent), "passages": passages}


def _excerpts(record: Passage | Change, *names: str) -> dict[str, Json]:
    found: dict[str, Json] = encode(record)
    for name in names:
        excerpt: Excerpt | None = getattr(record, name)
        if excerpt is not None:
            found[name]["text"] = excerpt.span.text
    return found


def account_json(account: Account) -> dict[str, Json]:
    """An account with the words and sentences of its evidence."""
    found: dict[str, Json] = with_words(account)
    return found


def with_words(value: object) -> Json:
    """A value of the model as JSON; all evidence in it carries its words and its sentence beside their offsets."""
    if isinstance(value, Evidence):
        return {**encode(value), "text": value.span.text, "sentence_text": value.sentence.text}
    if isinstance(value, tuple):
        return [with_words(item) for item in value]
    if isinstance(value, Incident | Answered | Account | Response | ResponseAccount | Part):
        kind: type = type(value)
        return {name: with_words(getattr(value, name)) for name in field_names(kind)}
    return encode(value)
