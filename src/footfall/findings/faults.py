"""A rule with a fault of ours in it: what is said in its place, so that it costs neither the report nor a red flag."""

from footfall.errors import place_of
from footfall.findings.finding import Confidence, Evidence, Finding, Skipped
from footfall.findings.red_flags import SEVERITY
from footfall.history.history import History
from footfall.model.diary import RED_FLAGS, Tier
from footfall.model.problem import Problem
from footfall.wording import red_flags as words
from footfall.wording import say
from footfall.wording.numbers import date


def skipped(code: str, title: str, fault: Exception) -> Skipped:
    """The rule among those that could not look, with the fault as its reason."""
    told = {"fault": type(fault).__name__, "place": place_of(fault)}
    reason, has, needs = (say(f"lack.fault.{part}", **told) for part in ("reason", "has", "needs"))
    return Skipped(code, title, reason, has, needs)


def problem(code: str, fault: Exception) -> Problem:
    """The same as a failure: named with the others and in the exit code."""
    where = say("findings.fault.where", rule=code)
    message = say("findings.fault", rule=code, fault=type(fault).__name__, place=place_of(fault))
    return Problem("footfall", where, "fault", message)


def list_to_check(tier: Tier, history: History) -> Finding:
    """Stands in the place of a red-flag rule that broke off: its list, to be gone through by the runner, and what is ticked."""
    own = [(code, name, means) for of, code, name, means in words.definitions() if of is tier]
    ticked = {code: entry for entry in history.entries for code in sorted(entry.red_flags) if RED_FLAGS.get(code) is tier}
    texts = [text for entry in history.entries for text in entry.unread_red_flags]
    texts += [flag.text for flag in history.unread_flags]
    last_row = max((entry.day for entry in ticked.values()), default=history.as_of)
    return Finding(
        rule=tier,
        title=say(f"rule.{tier}.title"),
        run_id=None,
        date=last_row,
        severity=SEVERITY[tier],
        confidence=Confidence.LOW,
        headline=say("red-flags.fault"),
        evidence=(
            *(
                Evidence(say("evidence.flag-in-diary"), say("evidence.flag-ticked", code=code, date=date(entry.day)))
                for code, entry in ticked.items()
            ),
            *(Evidence(say("evidence.flag-in-diary"), text) for text in dict.fromkeys(texts) if tier is Tier.F1),
            *(Evidence(name, say("evidence.list-item", code=code, means=means)) for code, name, means in own),
        ),
        suggestion=say("red-flags.fault.suggestion", help=say(f"help.{tier}")),
        how_sure=say("red-flags.fault.how-sure"),
        source=say(f"rule.{tier}.source"),
    )
