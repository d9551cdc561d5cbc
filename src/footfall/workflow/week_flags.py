"""The flags of a coach's week: which findings they are, and what of them an athlete's `share` lets anybody read."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from footfall.findings.finding import Finding, Findings, Severity
from footfall.findings.r1_session_spike import CHANGE, LONGEST, THIS, band_of
from footfall.findings.r4_return import DAYS_OFF
from footfall.findings.red_flags import SIGN
from footfall.findings.rule import RED_FLAG_RULES
from footfall.model.athlete import Share
from footfall.model.diary import Tier
from footfall.render.squad.content import Change, Flag
from footfall.wording import form_of, say
from footfall.wording.numbers import counted, date, distance, listed, number, percent, weekday

WEEK = dt.timedelta(days=7)
STANDS = 4 * WEEK
"""A pattern is told of while what it was last seen in lies within the four weeks up to the end of the week."""

SHARED_FROM: Mapping[str, Share] = MappingProxyType(
    {
        **dict.fromkeys(("F1", "F2", "F3", "F4", "Q1", "R1", "R2", "R3", "R4", "R5", "R6"), Share.FLAGS),
        **dict.fromkeys(("P1", "P2", "P3", "P4", "P5", "P7", "P8", "P9", "A1"), Share.PAIN),
        **dict.fromkeys(("P6", "A2", "C1"), Share.ALL),
    }
)
"""Rule -> the least an athlete must share for it to be named. Below, a flag of the diary is a pattern without a code: the code of
one would say what hurts. P6 speaks of qualities, A2 of shoes, surface and sleep: they are shared with all alone."""

PATTERN = "P"
"""The code of a flag whose rule the athlete does not share: that a pattern was found, and not which. It stands in squad.csv."""
_OF_THE_WEEK = frozenset({"R1", "R2", "R3", "R4", "R5", "R6", "P1"})
"""Rules of which each finding speaks of one run or one week."""
_OF_A_RUN = frozenset({"R1", "R5", "P1"})
_RAISED_BY_PAIN = frozenset({"R1", "R5"})
_ORDER = list(Share)


@dataclass(frozen=True, slots=True)
class Told:
    """A flag as its athlete shares it.

    code     stands for it where weeks are compared.
    stands   True for a pattern that many runs or days make: it does not come and go with a week.
    """

    code: str
    flag: Flag
    stands: bool


def week_flags(findings: Findings, share: Share, start: dt.date) -> tuple[Told, ...]:
    """Flags of the week from `start`, red flags first, then as pressing: of notice and above, and questions. Each code once.

    Red flags and questions count whatever their day: they stand until they are answered.
    """
    if share is Share.NONE:
        return ()
    told: dict[str, Told] = {}
    often: Counter[str] = Counter()
    for finding in findings.found:
        if not _is_of(finding, start):
            continue
        severity = _severity(finding, share)
        if severity is Severity.INFO and not finding.asks:
            continue
        one = _told(finding, severity, share)
        often[one.code] += 1
        known = told.get(one.code)
        told[one.code] = one if known is None else _together(known, one)
    return tuple(_counted(one, often[one.code] - 1) for one in told.values())


def _counted(one: Told, others: int) -> Told:
    """With how many other runs of the week the same is said of: a flag names one, the most pressing and of those the newest."""
    if others < 1 or one.code not in _OF_A_RUN:
        return one
    more = say(form_of("weekly.flag.other-runs", others), n=number(others))
    return replace(one, flag=replace(one.flag, reason=f"{one.flag.reason} {more}"))


def _together(known: Told, further: Told) -> Told:
    """Two findings under one code: the more pressing stands; of a red flag what both say, for neither may hide the other."""
    first, second = sorted((known, further), key=lambda one: one.flag.severity.rank)
    if first.code not in RED_FLAG_RULES or second.flag.reason in first.flag.reason:
        return first
    return replace(first, flag=replace(first.flag, reason=f"{first.flag.reason} {second.flag.reason}"))


def worth_showing(now: Sequence[Told], before: Sequence[Told]) -> tuple[Flag, ...]:
    """Those of this week's flags that a page is taken up with: a pattern of notice is one in the week in which it first shows.

    After that it is among what is still open. Red flags, questions, and what a run or the week itself did, always are.
    """
    then = {one.code for one in before}
    return tuple(one.flag for one in now if not (one.stands and one.code in then and one.flag.severity is Severity.NOTICE))


def changes(now: Sequence[Told], before: Sequence[Told]) -> tuple[tuple[Change, str], ...]:
    """What became of each flag since the week before, by code: this week's first."""
    then = {one.code: one.flag.severity for one in before}
    found: list[tuple[Change, str]] = []
    for one in now:
        if one.code not in then:
            found.append((Change.NEW, one.code))
        else:
            eased = one.flag.severity.rank > then[one.code].rank
            found.append((Change.EASING if eased else Change.STILL_OPEN, one.code))
    gone = set(then) - {one.code for one in now}
    return (*found, *((Change.CLEARED, one.code) for one in before if one.code in gone))


def shares(share: Share, least: Share) -> bool:
    """True where `share` shows at least what `least` does."""
    return _ORDER.index(share) >= _ORDER.index(least)


def _comes_and_goes(finding: Finding) -> bool:
    return finding.rule in RED_FLAG_RULES or finding.asks or finding.rule in _OF_THE_WEEK


def _is_of(finding: Finding, start: dt.date) -> bool:
    if finding.rule in RED_FLAG_RULES or finding.asks:
        return True
    end = start + WEEK
    if finding.rule in _OF_THE_WEEK:
        return start <= finding.date < end
    return end - STANDS <= finding.date


def _severity(finding: Finding, share: Share) -> Severity:
    """Where pain is not shared, without what pain after the run added: a raised level would tell of it."""
    if finding.rule not in _RAISED_BY_PAIN or shares(share, Share.PAIN):
        return finding.severity
    change = _value(finding, CHANGE)
    return Severity.INFO if change is None else band_of(change / 100)


def _told(finding: Finding, severity: Severity, share: Share) -> Told:
    if not shares(share, SHARED_FROM[finding.rule]):
        flag = Flag(PATTERN, severity, say("weekly.flag.pattern"), say("weekly.flag.pattern.question"))
        return Told(PATTERN, flag, stands=True)
    flag = Flag(finding.rule, severity, _reason(finding, share), say(f"weekly.question.{finding.rule}"))
    return Told(finding.rule, flag, stands=not _comes_and_goes(finding))


def _reason(finding: Finding, share: Share) -> str:
    if finding.rule in RED_FLAG_RULES:
        return _red_flag(finding, share)
    own = _OWN.get(finding.rule)
    return f"{finding.headline.rstrip('.')}." if own is None else own(finding)


def _red_flag(finding: Finding, share: Share) -> str:
    signs = [fact.label for fact in finding.evidence if fact.key == SIGN]
    if share is Share.ALL and not signs and finding.rule == Tier.F1:
        return say("weekly.flag.red.unread", rule=finding.rule)
    if share is not Share.ALL or not signs:
        return say("weekly.flag.red", rule=finding.rule)
    return say("weekly.flag.red.all", date=date(finding.date), signs=listed(signs), rule=finding.rule)


def _spike(finding: Finding) -> str:
    change, far, before = (_must(finding, key) for key in (CHANGE, THIS, LONGEST))
    return say(
        "weekly.flag.R1",
        weekday=weekday(finding.date),
        date=date(finding.date),
        distance=distance(far * 1000),
        change=percent(change / 100),
        before=distance(before * 1000),
    )


def _return(finding: Finding) -> str:
    off = int(_must(finding, DAYS_OFF))
    return say("weekly.flag.R4", days=counted(off, "day"), weekday=weekday(finding.date), date=date(finding.date))


def _question(_finding: Finding) -> str:
    return say("weekly.flag.Q1")


_OWN: Mapping[str, Callable[[Finding], str]] = MappingProxyType({"R1": _spike, "R4": _return, "Q1": _question})
"""Rules whose headline speaks to the runner, or quotes her."""


def _must(finding: Finding, key: str) -> float:
    """Raises KeyError for a rule that lost a key: a bug."""
    value = _value(finding, key)
    if value is None:
        raise KeyError(key)
    return value


def _value(finding: Finding, key: str) -> float | None:
    return next((float(fact.value) for fact in finding.evidence if fact.key == key and isinstance(fact.value, int | float)), None)
