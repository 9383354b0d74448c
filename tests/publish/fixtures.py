"""A small ledger made by hand: three reports whose accounts of one strike part, and an attack that it answers.

Everything in it is invented. Spans stand on the texts, so what is shown of it is verbatim.
"""

from dataclasses import dataclass, replace
from functools import cache

from rashomon.model import (
    Account,
    Answered,
    Attribution,
    Claimant,
    Evidence,
    Incident,
    Judgement,
    Ledger,
    Lineage,
    PlaceRead,
    Report,
    ReportHeading,
    ReportRole,
    Response,
    ResponseAccount,
    Skipped,
    Span,
    TimeInterval,
    content_id,
)
from rashomon.publish.backing import Backing
from tests.builders import find, make_attribution, make_report, on

HARBOUR = """Strike kills “at least 17” near Tel Sarw

TEL SARW, 27 February 2021 (Harbour Gazette) – Two medical sources in the border town told Meridian News that at least 17 people had been killed in Thursday’s air strike. The toll could not be confirmed.

A militia official close to the Northern Front told Meridian News that one fighter was killed and four were wounded.

“The government was informed before the operation,” said Anna Reyes, a Defence Department spokeswoman. The strike came in response to a rocket attack on Karsa airport.
"""
LANTERN = """Northern Front buries its dead

KARSA (Lantern Daily) – The Northern Front said in a statement that one of its fighters died on Thursday. <b>It blamed Washington & its “partners”</b>.

The government denied any prior coordination. “We were not told before the attack,” its spokesman Karim Dawud said.
"""
COURIER = """Border strike leaves 17 dead, sources say

(Border Courier) – Two medical sources in the border town told Meridian News that at least 17 people had been killed in Thursday’s air strike. =SUM(1) is not a toll. Warplanes hit a weapons depot of the Northern Front.
"""


@dataclass(frozen=True)
class Exhibit:
    """The ledger with what it rests on."""

    ledger: Ledger
    backing: Backing


@cache
def exhibit() -> Exhibit:
    """The same values each time."""
    harbour = make_report(HARBOUR, "harbour", day="2021-02-27", outlet="Harbour Gazette")
    lantern = make_report(LANTERN, "lantern", day="2021-02-28", outlet="Lantern Daily")
    courier = make_report(COURIER, "courier", outlet="Border Courier")
    maker = Maker()
    killed = _killed(maker, harbour, lantern, courier)
    wounded = maker.account(
        "wounded", harbour, MILITIA, "four", "told", "one fighter was killed and four were wounded", low=4, high=4
    )
    strike = Incident(
        id="e5f0c1d2a3b4c5d6e",
        title="Airstrike, Tel Sarw, by United States",
        type="airstrike",
        date=TimeInterval(start=on("2021-02-25").start, end=on("2021-02-25").end, basis="relative", words="Thursday"),
        places=("Tel Sarw", "the border"),
        initiators=("United States",),
        targets=("Northern Front",),
        response_to=("e0a1b2c3d4e5f6071",),
        reports=tuple(ReportRole(id=report.id, main=True) for report in (harbour, lantern, courier)),
        questions=(
            killed,
            Answered(
                question="wounded", finding="single", reason="Only a militia official answers it.", accounts=(wounded,)
            ),
            _notified(maker, harbour, lantern),
            _target(maker, courier),
            Answered(question="lawful", finding="silent", reason="No report answers it.", accounts=()),
        ),
        links=(_retaliation(maker, harbour),),
        locations=(PlaceRead(name="Tel Sarw", precision="town", country="IQ"),),
        reasons=("Same kind, same place, days that meet.",),
    )
    rocket = Incident(
        id="e0a1b2c3d4e5f6071",
        title="Missile or rocket attack, Karsa airport",
        type="missile_or_rocket",
        date=TimeInterval(weekday=0, words="on Monday"),
        places=("Karsa airport",),
        initiators=(),
        targets=(),
        response_to=(),
        reports=(ReportRole(id=harbour.id, main=False),),
    )
    headings = tuple(
        ReportHeading(id=r.id, name=r.name, outlet=r.outlet, title=r.text.partition("\n")[0], published=r.published)
        for r in (harbour, lantern, courier)
    )
    return Exhibit(
        ledger=Ledger(
            reports=headings,
            incidents=(strike, rocket),
            lineage=(Lineage(reports=(courier.id, harbour.id), origin="Meridian News"),),
        ),
        backing=Backing(
            reports={report.id: report for report in (harbour, lantern, courier)},
            attributions={a.id: a for a in maker.attributions},
            judgements=(_judgement(killed.accounts[0].id),),
            skipped=(Skipped(where="reports.jsonl, line 3", reason="It is no JSON.", next_step="Mend the line."),),
            reader="attribution.rules.1+figures.rules.2@00000000",
        ),
    )


MILITIA = "A militia official close to the Northern Front"
MEDICS = "Two medical sources in the border town"


class Maker:
    """Makes accounts and remembers the attributions under them."""

    def __init__(self) -> None:
        self.attributions: list[Attribution] = []

    def evidence(self, report: Report, source: str, words: str, cue: str, content: str) -> Evidence:
        """One piece of evidence with its attribution; no source is the outlet's own voice."""
        span = find(report, words, 1 if report.text.partition("\n")[0].count(words) else 0)
        attribution = None
        if source:
            attribution = replace(make_attribution(report, source, cue, content), cue=(_nearest(report, cue, source),))
            self.attributions.append(attribution)
        relays = ("Meridian News",) if cue == "told" else ()
        return Evidence(
            report=report.id,
            span=span,
            sentence=sentence_of(report, span),
            attribution=attribution.id if attribution else None,
            path=(report.outlet or report.name, *relays, *((source,) if source else ())),
            rule="figures.rules.2",
            confidence=0.82,
        )

    def account(
        self, question: str, report: Report, source: str, words: str, cue: str, content: str, **fields: object
    ) -> Account:
        """An account with one piece of evidence."""
        claimant = fields.pop("claimant", Claimant(name=source, anonymous=True) if source else None)
        evidence = fields.pop("evidence", None) or (self.evidence(report, source, words, cue, content),)
        values: dict[str, object] = {
            "claimant": claimant,
            "stance": "asserts",
            "reports": tuple(dict.fromkeys(item.report for item in evidence)),  # type: ignore[attr-defined]
            "evidence": evidence,
            "independent_origins": 1,
            "relayed_by": ("Meridian News",) if cue == "told" else (),
            "said": report.published,
            **fields,
        }
        return Account(id=content_id("c", question, source, words), **values)  # type: ignore[arg-type]


def _nearest(report: Report, cue: str, source: str) -> Span:
    """The cue in the source's own sentence."""
    sentence = sentence_of(report, find(report, source))
    start = sentence.start + sentence.text.index(cue)
    return report.span(start, start + len(cue))


def sentence_of(report: Report, span: Span) -> Span:
    """The stretch between full stops or line ends around a span."""
    start = max(report.text.rfind("\n", 0, span.start), report.text.rfind(". ", 0, span.start) + 1) + 1
    ends = [at + 1 for mark in (".\n", ". ") if (at := report.text.find(mark, span.end - 1)) >= 0]
    found = report.trimmed(start, min(ends))
    assert found is not None
    return found


def _retaliation(maker: Maker, harbour: Report) -> Response:
    """That the strike answers the attack on the airport, as the Gazette has it in its own voice."""
    evidence = maker.evidence(harbour, "", "in response to", "", "")
    account = ResponseAccount(
        claimant=None,
        stance="asserts",
        basis="stated",
        reports=(harbour.id,),
        evidence=(evidence,),
        independent_origins=1,
    )
    return Response(to="e0a1b2c3d4e5f6071", basis="stated", asserted=(account,))


def _killed(maker: Maker, harbour: Report, lantern: Report, courier: Report) -> Answered:
    toll = "at least 17 people had been killed in Thursday’s air strike"
    both = (
        maker.evidence(harbour, MEDICS, "at least 17", "told", toll),
        maker.evidence(courier, MEDICS, "at least 17", "told", toll),
    )
    medics = Claimant(name="two medical sources in the border town", anonymous=True, plural=True)
    accounts = (
        maker.account(
            "killed", harbour, MEDICS, "at least 17", "told", toll,
            claimant=medics, evidence=both, low=17, who="people", status="unconfirmed",
        ),
        maker.account(
            "killed", harbour, MILITIA, "one", "told", "one fighter was killed and four were wounded",
            low=1, high=1, who="fighter",
        ),
        maker.account(
            "killed", lantern, "The Northern Front", "one of its fighters", "said in a statement",
            "one of its fighters died on Thursday",
            claimant=Claimant(name="Northern Front", actor="xx.front"), low=1, high=1, who="its fighters",
        ),
    )  # fmt: skip
    reason = "Two medical sources say at least 17, a militia official says 1."
    many, one, other = (account.id for account in accounts)
    return Answered(
        question="killed", finding="contradicts", reason=reason, accounts=accounts, between=((many, one), (many, other))
    )


def _notified(maker: Maker, harbour: Report, lantern: Report) -> Answered:
    told, not_told = "The government was informed before the operation", "We were not told before the attack"
    accounts = (
        maker.account(
            "notified", harbour, "Anna Reyes", told, "said", told,
            claimant=Claimant(name="Anna Reyes", role="Defence Department spokeswoman"), value="told before",
        ),
        maker.account(
            "notified", lantern, "its spokesman Karim Dawud", not_told, "said", not_told,
            claimant=Claimant(name="Karim Dawud", role="government spokesman"), value="not told before",
            stance="denies",
        ),
    )  # fmt: skip
    reason = "Anna Reyes says told before, Karim Dawud says not told before."
    return Answered(
        question="notified", finding="contradicts", reason=reason, accounts=accounts,
        between=((accounts[0].id, accounts[1].id),),
    )  # fmt: skip


def _target(maker: Maker, courier: Report) -> Answered:
    words = "a weapons depot of the Northern Front"
    account = maker.account("target", courier, "", words, "", "", claimant=None, value=words)
    reason = "Only a report in its own voice answers it."
    return Answered(question="target", finding="single", reason=reason, accounts=(account,))


def _judgement(account: str) -> Judgement:
    return Judgement(
        id="j1", decision="accept", subjects=(account,), who="Ines", when="2021-03-01T09:00:00Z", why="Heard the tape."
    )
