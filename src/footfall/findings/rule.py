"""The protocol of a rule, and `check`, which asks every rule once."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from footfall.errors import NotEnoughData
from footfall.findings import faults
from footfall.findings.confidence import families, weigh
from footfall.findings.finding import Checked, Finding, Findings, Outcome, Skipped
from footfall.findings.red_flags import comfort_waits, red_flag_open
from footfall.history.history import History
from footfall.model.diary import Tier
from footfall.model.problem import Problem
from footfall.wording import say

RED_FLAG_RULES = frozenset(tier.value for tier in Tier)


QUIET_ADVISES = frozenset({"P3", "R4"})
"""Rules whose quiet sentence comforts (most runs stayed free of pain) or says how to train (when you begin again)."""


class Rule(Protocol):
    """One rule: a file of its own, a line in RULES, three cases in tests/rules/CODE.toml.

    code    R1, P3 …     title   a few words.     source   the study behind it, with DOI, or what it is instead.
    """

    code: str
    title: str
    source: str

    def check(self, history: History) -> Outcome:
        """Findings, or a quiet sentence. Raises NotEnoughData(reason, has, needs)."""
        ...


def check(history: History, rules: Iterable[Rule]) -> Findings:
    """Ask each rule once, red flags first; each ends in exactly one of found, checked and skipped.

    A rule that breaks off by a fault of ours costs itself alone: it is skipped, and named in `problems`. In the place of a
    red-flag rule its list stands, to be gone through: a fault must not be read as "nothing ticked".
    """
    found: list[Finding] = []
    checked: list[Checked] = []
    skipped: list[Skipped] = []
    problems: list[Problem] = []
    tested: dict[str, float] = {}
    for rule in sorted(rules, key=lambda rule: rule.code not in RED_FLAG_RULES):
        try:
            outcome = _asked(rule, history)
        except NotEnoughData as lack:
            skipped.append(Skipped(rule.code, rule.title, lack.reason, lack.has, lack.needs))
            continue
        except Exception as fault:  # whatever it is: there are other rules, and it is named among the problems and in its place
            problems.append(faults.problem(rule.code, fault))
            if rule.code in RED_FLAG_RULES:
                found.append(faults.list_to_check(Tier(rule.code), history))
            else:
                skipped.append(faults.skipped(rule.code, rule.title, fault))
            continue
        if outcome.family_p is not None:
            tested[rule.code] = outcome.family_p
        if outcome.findings:
            found.extend(outcome.findings)
        else:
            checked.append(Checked(rule.code, rule.title, outcome.quiet, outcome.evidence))
    weighed = families(tested)
    found = [weigh(one, weighed) if one.tested else one for one in found]
    found.sort(key=_pressing)
    findings = Findings(tuple(found), tuple(checked), tuple(skipped), tuple(problems), weighed)
    return _held_back(findings) if comfort_waits(findings) else findings


def _asked(rule: Rule, history: History) -> Outcome:
    """What the rule says. Raises NotEnoughData; ValueError for an outcome that cannot be weighed among the others: a bug."""
    outcome = rule.check(history)
    if outcome.family_p is None:
        if any(one.tested for one in outcome.findings):
            raise ValueError("a tested finding without the p value of its family")
    elif not 0 <= outcome.family_p <= 1:
        raise ValueError("a p value outside 0 to 1")
    return outcome


def _pressing(finding: Finding) -> tuple[bool, bool, int, int, str]:
    """Red flags above everything else, then questions about one, in their own order; then by severity, the newest first."""
    newest = 0 if finding.asks else -finding.date.toordinal()
    return finding.rule not in set(Tier), not finding.asks, finding.severity.rank, newest, finding.rule


def _held_back(findings: Findings) -> Findings:
    """Beside an open F1, F2 or F3, or a question about one, nothing comforts and nothing says how to train: both wait."""
    why = "" if red_flag_open(findings) else ".question"
    held = [Checked(one.rule, one.title, say(f"findings.held-back{why}")) for one in findings.found if one.comforts]
    found = [
        one if one.rule in RED_FLAG_RULES or one.asks else replace(one, suggestion=say(f"findings.no-advice{why}"))
        for one in findings.found
        if not one.comforts
    ]
    waits = say(f"findings.held-back{why}")
    checked = [replace(one, message=waits, evidence=()) if one.rule in QUIET_ADVISES else one for one in findings.checked]
    return replace(findings, found=tuple(found), checked=(*checked, *held))
