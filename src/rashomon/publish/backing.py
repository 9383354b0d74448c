"""What a ledger rests on, as far as publishing shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rashomon.model import Attribution, Judgement, Report, Skipped, Toponym


@dataclass(frozen=True, slots=True, kw_only=True)
class Backing:
    """Reports and attributions by id, the toponyms of each report, and what else the ledger rests on.

    That is the judgements in force, what the last run skipped, and the reader's version.
    """

    reports: Mapping[str, Report]
    attributions: Mapping[str, Attribution] = field(default_factory=dict)
    toponyms: Mapping[str, tuple[Toponym, ...]] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    reader: str = ""

    def judged(self, *subjects: str | None) -> tuple[Judgement, ...]:
        """The judgements upon any of some ids."""
        wanted = {subject for subject in subjects if subject}
        return tuple(judgement for judgement in self.judgements if wanted & set(judgement.subjects))
