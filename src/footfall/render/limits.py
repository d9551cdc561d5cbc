"""What every form of a result says of itself, once."""

from footfall.findings.confidence import one_report_in
from footfall.findings.finding import Findings
from footfall.findings.red_flags import comfort_waits
from footfall.wording import say
from footfall.wording.numbers import listed, number


def standing() -> str:
    """What the tool does, and what it cannot."""
    return say("limits.standing")


def reassurance(findings: Findings) -> str:
    """What is known of running and backs, with sources; blank while a red flag of F1 to F3, or a question about one, is open."""
    return "" if comfort_waits(findings) else say("limits.reassurance")


def reassurance_in_short(findings: Findings) -> str:
    """The same where there is little room."""
    return "" if comfort_waits(findings) else say("limits.reassurance.short")


def by_chance(findings: Findings) -> str:
    """How many checks rest on a p value, and how often they find something where nothing is; blank where none did."""
    checks = len(findings.families)
    if checks == 0:
        return ""
    return say(
        f"limits.by-chance.{'one' if checks == 1 else 'many'}",
        checks=number(checks),
        rules=listed([family.rule for family in findings.families]),
        reports=number(one_report_in(checks)),
    )
