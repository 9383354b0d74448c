"""Things to keep: reports with readings, judgements, a ledger, all of them small."""

from pathlib import Path

from rashomon.model import (
    Account,
    Answered,
    Capture,
    Claimant,
    Evidence,
    Incident,
    Judgement,
    Ledger,
    Reading,
    Report,
    ReportHeading,
    ReportRole,
    Skipped,
    sha256_hex,
)
from rashomon.store import Store
from tests.builders import find, make_attribution, make_figure, make_incident, make_mention, make_reading, on


def make_capture(text: str, name: str = "one", *, readable: bool = True, original: bytes | None = None) -> Capture:
    """A report of some text with its bytes, which are the text's unless given."""
    data = text.encode("utf-8", "surrogatepass") if original is None else original
    digest = sha256_hex(data)
    report = Report(
        id=f"r{digest[:16]}", name=name, sha256=digest, text=text, media_type="text/plain", origin=name,
        readable=readable, published=on("2024-02-05"),
    )  # fmt: skip
    return Capture(report=report, original=data)


def read(report: Report, reader: str = "v1") -> Reading:
    """A reading with a span in every layer; the report must say so."""
    mention = make_mention(report, "strike", target="depot")
    incident = make_incident(report, [mention])
    figure = make_figure(report, "killed", incident, 3, None)
    attribution = make_attribution(report, "officials", "said", "killed")
    made = make_reading(report, [incident], events=(mention,), figures=(figure,), attributions=(attribution,))
    return Reading(**{name: getattr(made, name) for name in made.__slots__} | {"reader": reader})


def told(number: int) -> str:
    """The text of one of as many reports as are wanted."""
    return f"Report {number}. A strike on a depot killed at least three people, officials said. \u0628\U0001f4a5\x00"


CAPTURES = [make_capture(told(number), f"n{number}") for number in range(40)]
FOREIGN = make_capture("Une frappe a visé un dépôt.", "fr", readable=False)
READINGS = [read(capture.report) for capture in CAPTURES]
JUDGEMENTS = [
    Judgement(id=f"j{number}", decision="accept", subjects=("f1",), who="Ada", when="2024-03-01T10:00:00+00:00")
    for number in (3, 1, 2)
]
SKIPPED = (
    Skipped(where="a.pdf", reason="It is encrypted.", next_step="Unlock it."),
    Skipped(where="b", reason="", kept=True),
)


def make_ledger(*captures: Capture) -> Ledger:
    """A ledger of one incident with one account that rests on each of the reports."""
    reports = [capture.report for capture in captures]
    evidence = tuple(
        Evidence(report=report.id, span=find(report, "killed"), sentence=report.span(0, 70)) for report in reports
    )
    account = Account(
        id="c1", claimant=Claimant(name="officials", plural=True), stance="asserts", low=3, independent_origins=1,
        reports=tuple(report.id for report in reports), evidence=evidence,
    )  # fmt: skip
    answered = Answered(question="killed", finding="single", reason="One account.", accounts=(account,))
    incident = Incident(
        id="i1", title="A strike", type="airstrike", date=on("2024-02-03"), places=(), initiators=(), targets=(),
        response_to=(), reports=tuple(ReportRole(id=report.id, main=True) for report in reports), questions=(answered,),
    )  # fmt: skip
    headings = tuple(
        ReportHeading(id=report.id, name=report.name, outlet=None, title=None, published=report.published)
        for report in reports
    )
    return Ledger(reports=headings, incidents=(incident,))


def fill(store: Store) -> None:
    """Put something of everything into a store."""
    with store.writing():
        for capture in [*CAPTURES, FOREIGN]:
            store.add(capture)
        for reading in READINGS:
            store.put_reading(reading)
    for judgement in JUDGEMENTS:
        store.add_judgement(judgement)
    store.put_ledger(make_ledger(*CAPTURES[:3]), "key 1")
    store.note_skipped(SKIPPED)


def beside(path: Path) -> list[str]:
    """The names of all files in the folder."""
    return sorted(file.name for file in path.parent.iterdir())
