"""A ledger, invented, in which claimants revise, deny, contradict and keep silent, and attacks are answered."""

from dataclasses import dataclass
from pathlib import Path

from rashomon.model import (
    Account,
    Answered,
    Capture,
    Claimant,
    Descent,
    Evidence,
    Finding,
    Incident,
    Ledger,
    Lineage,
    Report,
    ReportHeading,
    ReportRole,
    Response,
    ResponseAccount,
    Stance,
)
from rashomon.store import open_store
from tests.builders import find, make_report, on

WORDS = "Five died at the mill, the ministry said. It answered the shelling of the ford."
FIRST = make_report(WORDS, "first", day="2024-02-03", outlet="Mill Gazette")
SECOND = make_report(WORDS + " More follows.", "second", day="2024-02-04", outlet="Ford Herald")
REPORTS = (FIRST, SECOND)
PENTAGON = Claimant(name="Pentagon", actor="usa.dod", role="spokesman")
KIRBY = Claimant(name="John Kirby", actor="person.john_kirby", role="Pentagon press secretary")
MINISTRY = Claimant(name="Government of Iraq", actor="irq.gov")
WATCH = Claimant(name="Mill Watch / <Karsa>")


@dataclass(frozen=True, kw_only=True)
class Said:
    """What somebody says, on a day."""

    id: str
    who: Claimant | None
    low: int | None = None
    high: int | None = None
    value: str | None = None
    day: str | None = "2024-02-03"
    stance: Stance = "asserts"
    partial: bool = False
    report: Report = FIRST
    path: tuple[str, ...] = ()


def account(said: Said) -> Account:
    """The account with one piece of evidence."""
    evidence = Evidence(
        report=said.report.id,
        span=find(said.report, "Five"),
        sentence=find(said.report, "Five died at the mill, the ministry said."),
        path=said.path,
    )
    return Account(
        id=said.id,
        claimant=said.who,
        stance=said.stance,
        reports=(said.report.id,),
        evidence=(evidence,),
        independent_origins=1,
        low=said.low,
        high=said.high,
        value=said.value,
        partial=said.partial,
        **({"said": on(said.day)} if said.day else {}),
    )


def answered(question: str, finding: Finding, *said: Said, between: tuple[tuple[str, str], ...] = ()) -> Answered:
    """A question with its accounts."""
    return Answered(
        question=question, finding=finding, reason="So it is.", accounts=tuple(map(account, said)), between=between
    )


def incident(id: str, title: str, *questions: Answered, day: str = "2024-02-02", **fields: object) -> Incident:
    """An incident told in the first report."""
    given: dict[str, object] = {
        "type": "shelling", "places": (), "initiators": (), "targets": (), "response_to": (),
        "reports": (ReportRole(id=FIRST.id, main=True),), **fields,
    }  # fmt: skip
    return Incident(id=id, title=title, date=on(day), questions=questions, **given)  # type: ignore[arg-type]


def answer_to(to: str, *, denied: bool = False, stands: bool = True, words: str = "answered") -> Response:
    """That an incident answers another, on the ministry's word."""
    evidence = Evidence(
        report=FIRST.id, span=find(FIRST, words), sentence=find(FIRST, "It answered the shelling of the ford.")
    )
    said = ResponseAccount(
        claimant=MINISTRY, stance="asserts", basis="stated", reports=(FIRST.id,), evidence=(evidence,),
        independent_origins=1,
    )  # fmt: skip
    against = ResponseAccount(
        claimant=PENTAGON, stance="denies", basis="stated", reports=(FIRST.id,), evidence=(evidence,),
        independent_origins=1,
    )  # fmt: skip
    return Response(
        to=to, basis="stated", asserted=(said,), denied=(against,) if denied else (), stands=stands,
        reason="" if stands else "It came before.",
    )  # fmt: skip


MILL = incident(
    "m0",
    "Shelling, the mill",
    answered(
        "killed",
        "contradicts",
        Said(id="k1", who=PENTAGON, low=2, high=2),
        Said(id="k2", who=PENTAGON, low=4, high=4, day="2024-02-05"),
        Said(id="k3", who=MINISTRY, low=17, path=("Mill Gazette", "Meridian News", "the ministry")),
        Said(id="k4", who=None, low=3, high=5, report=SECOND, path=("Ford Herald", "Meridian News", "the ministry")),
        Said(id="k5", who=WATCH, low=1, high=1, partial=True, day=None),
        between=(("k1", "k3"), ("k2", "k3")),
    ),
    answered(
        "notified",
        "agrees",
        Said(id="n1", who=PENTAGON, value="told before"),
        Said(id="n2", who=WATCH, value="told before"),
        Said(id="n3", who=MINISTRY, value="not told", stance="denies"),
    ),
    response_to=("m1",),
    links=(answer_to("m1", denied=True), answer_to("m2", stands=False)),
    initiators=("Pentagon",),
)
FORD = incident("m1", "Shelling, the ford", day="2024-02-01", targets=("Pentagon", "Government of Iraq"))
BRIDGE = incident("m2", "Bombing, the bridge", day="2024-02-02", response_to=("m1",), links=(answer_to("m1"),))
HILLS = tuple(incident(f"h{n}", f"Shelling, hill {n}", day="2024-02-07") for n in range(3))
TOWER = incident(
    "m4", "Airstrike, the tower", day="2024-02-08", response_to=("h0", "h1", "h2"),
    links=tuple(map(answer_to, ("h0", "h1", "h2"))),
)  # fmt: skip
DAM = incident("m3", "Airstrike, the dam", day="2024-02-06", response_to=("m0",), links=(answer_to("m0"),))
LEDGER = Ledger(
    reports=tuple(
        ReportHeading(id=r.id, name=r.name, outlet=r.outlet, title=r.title, published=r.published) for r in REPORTS
    ),
    incidents=(FORD, MILL, BRIDGE, DAM, *HILLS, TOWER),
    lineage=(
        Lineage(
            reports=(FIRST.id, SECOND.id),
            origin="Meridian News",
            root=FIRST.id,
            descents=(
                Descent(
                    copy=SECOND.id, source=FIRST.id, kind="cut", share=0.8, direction="dated",
                    reason="It came a day later.", agency="Meridian News",
                ),
            ),
        ),
    ),
)  # fmt: skip


def keep_sayings(path: Path) -> None:
    """The ledger in a workspace."""
    with open_store(path) as store:
        for report in REPORTS:
            store.add(Capture(report=report, original=f"{report.name}\n{report.text}".encode()))
        store.put_ledger(LEDGER, "sayings")
