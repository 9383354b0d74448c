"""How a link between two incidents is worded: who says so, by which words, and what it rests on."""

from collections.abc import Iterator, Mapping, Sequence

from rashomon.model import Ledger, Response, ResponseAccount, ResponseBasis
from rashomon.publish.words import claimant_words, counted, outlets

SIGNS: dict[ResponseBasis, str] = {"stated": "→", "threatened": "→", "order_only": "⇢", "inferred": "~"}
BASES: dict[ResponseBasis, str] = {
    "stated": "said to answer it",
    "threatened": "vowed before",
    "order_only": "only the order in time",
    "inferred": "said in no words",
}
DENIED = "≠"
MOST = 3
"""Names that are listed beside a link."""
QUOTED = 60
"""Characters of the words of a link that are quoted."""


def short_words(ledger: Ledger, link: Response) -> str:
    """What a link rests on and on whose word: "said by Pentagon, Straits Gazette; denied by Iran"."""
    by = _names(ledger, link.asserted)
    words = f"said by {by}" if link.basis == "stated" else f"{BASES[link.basis]} ({by})" if by else ""
    denied = _names(ledger, link.denied)
    return "; ".join(part for part in (words, f"denied by {denied}" if denied else "") if part)


def _names(ledger: Ledger, accounts: Sequence[ResponseAccount]) -> str:
    """Who speaks in some accounts; for outlets' own voice the outlets."""
    names = (
        name
        for account in accounts
        for name in ((account.claimant.name,) if account.claimant else outlets(account.reports, ledger))
    )
    found = list(dict.fromkeys(names))
    more = f" and {len(found) - MOST} more" if len(found) > MOST else ""
    return ", ".join(found[:MOST]) + more


def said_words(ledger: Ledger, link: Response) -> Iterator[str]:
    """Everybody who asserts a link and everybody who denies it, a line each, the sign of what it rests on first."""
    for account in link.asserted:
        mark = f" ({BASES[account.basis]})" if account.basis in ("order_only", "threatened") else ""
        yield f"{SIGNS[account.basis]} {account_words(ledger, account)}{mark}"
    for account in link.denied:
        verb = "doubted" if account.stance == "doubts" else "denied"
        yield f"{DENIED} {verb} by {account_words(ledger, account)}"


def account_words(ledger: Ledger, account: ResponseAccount) -> str:
    """Who says it, where, and in which words: "Pentagon (Straits Gazette): “answered”"."""
    told_by = ", ".join(outlets(account.reports, ledger))
    if account.basis == "inferred":
        return f"{told_by}: {BASES['inferred']}, read from how it tells of the two{_support(account)}"
    who = f"{claimant_words(account.claimant)} ({told_by})" if account.claimant else f"{told_by}, in its own voice"
    quoted = ", ".join(dict.fromkeys(f"“{_line(one.span.text)}”" for one in account.evidence))
    return f"{who}: {quoted}{_support(account)}"


def _support(account: ResponseAccount) -> str:
    if len(account.reports) <= 1:
        return ""
    return f" · {counted(len(account.reports), 'report')}, {counted(account.independent_origins, 'origin')}"


def circle_words(cycle: Sequence[str], numbers: Mapping[str, int]) -> str:
    """The warning that incidents answer one another in a circle."""
    listed = ", which answers ".join(f"no. {numbers[id]}" for id in (*cycle[1:], cycle[0]))
    return f"no. {numbers[cycle[0]]} answers {listed}: a circle, in which one of the links can't be right."


def _line(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= QUOTED else f"{words[:QUOTED]}…"
