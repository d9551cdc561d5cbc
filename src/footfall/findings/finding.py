"""What rules say: findings with severity and confidence, quiet results, and what could not be checked."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from footfall.model.problem import Problem


class Severity(StrEnum):
    """How soon it wants attention. EMERGENCY and URGENT belong to red flags alone."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    WARNING = "warning"
    NOTICE = "notice"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 = the most pressing."""
        return list(Severity).index(self)


class Confidence(StrEnum):
    """How sure it is. Not severity: a certain number may matter little."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact behind a finding.

    value   number or text; None = not known.   unit   blank for text and counts without one.
    run_id  the run it was read from.           span   minutes into that run, where it is a stretch of it.
    key     a name for programs, the same in every language; blank where nothing but a reader asks for the fact.
    """

    label: str
    value: float | int | str | None
    unit: str = ""
    run_id: str | None = None
    span: tuple[float, float] | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule found. Every text is a sentence for people.

    how_sure   why the confidence is what it is, and what the study behind it found in whom.
    comforts   True where it can be read as good news: it is held back while a red flag is open.
    asks       True where it asks about a red-flag sign: until it is answered nothing that comforts stands beside it.
    tested     True where it rests on the p value of its rule's family: `check` sets its confidence once every family is known.
    """

    rule: str
    title: str
    run_id: str | None
    date: dt.date
    severity: Severity
    confidence: Confidence
    headline: str
    evidence: tuple[Evidence, ...]
    suggestion: str
    how_sure: str
    source: str
    comforts: bool = False
    tested: bool = False
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one rule returns when it could look.

    findings   empty = quiet.    quiet   what it looked at and did not find, a sentence; always given.
    family_p   p value of a tested family, at most 5 % of which are below .05 where nothing is going on; else None. A rule that
               tested gives it when it is quiet too.
    """

    findings: tuple[Finding, ...]
    quiet: str
    evidence: tuple[Evidence, ...] = ()
    family_p: float | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A rule that looked and found nothing to say."""

    rule: str
    title: str
    message: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A rule that could not look: what it has and what it needs."""

    rule: str
    title: str
    reason: str
    has: str
    needs: str


@dataclass(frozen=True, slots=True)
class Family:
    """One tested question: the p value of its rule, and q, the smallest rate of false discoveries at which it would stand."""

    rule: str
    p: float
    q: float


@dataclass(frozen=True, slots=True)
class Findings:
    """All that a renderer gets. Every rule is in exactly one of found, checked and skipped.

    found     red flags first, then the most pressing; within a severity the newest first.
    families  every question that was tested, whether it found something or not.
    """

    found: tuple[Finding, ...] = ()
    checked: tuple[Checked, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    problems: tuple[Problem, ...] = ()
    families: tuple[Family, ...] = ()

    @property
    def families_tested(self) -> int:
        """How many."""
        return len(self.families)
