"""From open red flags to findings: what F1 to F4 share."""

import datetime as dt
from collections.abc import Sequence

from footfall.errors import NotEnoughData
from footfall.findings.finding import Confidence, Evidence, Finding, Findings, Severity
from footfall.findings.flag_signs import Sign, at_full_voice, signs
from footfall.findings.lasting import beyond_six_weeks
from footfall.findings.leg_pain import lasting_leg_pain
from footfall.findings.morning_stiffness import long_stiffness
from footfall.findings.need import need_diary
from footfall.findings.new_back_pain import new_back_pain
from footfall.history.history import History
from footfall.model.diary import RED_FLAGS, Tier, UnreadFlag
from footfall.wording import red_flags as words
from footfall.wording import say
from footfall.wording.numbers import counted, date, listed

SEVERITY = {Tier.F1: Severity.EMERGENCY, Tier.F2: Severity.URGENT, Tier.F3: Severity.WARNING, Tier.F4: Severity.NOTICE}
LOWERED = {Tier.F1: Severity.URGENT, Tier.F2: Severity.WARNING}
"""Severity of a sign that is older than its full voice; F3 and F4 do not age."""

SIGN = "sign"
"""Key of the evidence that names a sign."""

PRESSING = frozenset({Tier.F1, Tier.F2, Tier.F3})


def red_flag_open(findings: Findings) -> bool:
    """True with an open F1, F2 or F3: then no reassurance is shown, and `plan` gives no number."""
    return any(found.rule in PRESSING for found in findings.found)


def comfort_waits(findings: Findings) -> bool:
    """True beside an open F1, F2 or F3, and beside an open question whether there is one: then no reassurance is shown."""
    return red_flag_open(findings) or any(found.asks for found in findings.found)


def need_flag_rows(history: History) -> None:
    """Raises NotEnoughData without a diary or a row; text that could not be read is never passed over for that."""
    try:
        need_diary(history)
    except NotEnoughData:
        if not unread(history):
            raise


def unread(history: History) -> tuple[UnreadFlag, ...]:
    """Red-flag text that could not be tied to a code or a day, each once."""
    flags = dict.fromkeys(history.unread_flags)
    for entry in history.entries:
        texts = (*entry.unread_red_flags, *sorted(entry.red_flags - RED_FLAGS.keys()))
        flags |= dict.fromkeys(UnreadFlag(entry.path, entry.source_line, entry.day, text) for text in texts)
    return tuple(flags)


def open_signs(history: History, tier: Tier) -> tuple[Sign, ...]:
    """Signs that nobody resolved, by the tier that they have now."""
    return tuple(sign for sign in signs(history) if sign.resolved is None and sign.tier is tier)


def flag_findings(history: History, tier: Tier) -> tuple[Finding, ...]:
    """One finding for the signs of a tier that speak at full voice, and one, a tier lower, for those that are older."""
    found = open_signs(history, tier)
    if tier not in LOWERED:
        return (_finding(tier, SEVERITY[tier], found, say(f"rule.{tier}.headline")),) if found else ()
    fresh = [sign for sign in found if at_full_voice(sign, history.as_of)]
    older = [sign for sign in found if not at_full_voice(sign, history.as_of)]
    findings = []
    if fresh:
        findings.append(_finding(tier, SEVERITY[tier], fresh, say(f"rule.{tier}.headline")))
    if older:
        recorded = say("red-flags.recorded", date=date(max(sign.newest for sign in older)))
        findings.append(_finding(tier, LOWERED[tier], older, recorded))
    return tuple(findings)


def pressing_open(history: History) -> bool:
    """True while a sign of F1 to F3 is open, or text that may be one."""
    return any(open_signs(history, each) for each in PRESSING) or bool(unread(history)) or new_back_pain(history) is not None


def any_open(history: History) -> bool:
    """True while a sign of any tier is open, ticked or found by its rows: all that `resolved` would close."""
    ticked = any(open_signs(history, each) for each in Tier) or new_back_pain(history) is not None
    return ticked or bool(long_stiffness(history)) or bool(lasting_leg_pain(history)) or beyond_six_weeks(history) is not None


def quiet(history: History, tier: Tier) -> str:
    """What a tier says when it has nothing to say: never that nothing is ticked while another tier speaks."""
    if pressing_open(history):
        return say("red-flags.other-open")
    closed = [sign for sign in signs(history) if sign.resolved is not None]
    if any(RED_FLAGS[sign.code] is tier for sign in closed):
        # A tier speaks of its own signs alone: one of F4 may be open beside it.
        one_of_f4 = any(open_signs(history, Tier.F4))
        own = [sign for sign in closed if RED_FLAGS[sign.code] is tier]
        return say("red-flags.tier.none-open" if one_of_f4 else "red-flags.none-open", resolved=_resolved(own))
    return say(f"rule.{tier}.quiet", days=counted(diary_days(history), "diary day"))


def resolved_words(history: History) -> str:
    """What was ticked and marked resolved, in sentences; blank where nothing ever was. For when no flag is open."""
    return _resolved([sign for sign in signs(history) if sign.resolved is not None])


def diary_days(history: History) -> int:
    """Days with a row in the diary, each once."""
    return len({entry.day for entry in history.entries})


def _resolved(closed: Sequence[Sign]) -> str:
    """`fever (2 Nov 2026) and foot_drop (4 Nov 2026) were marked resolved on 22 Nov 2026.`, a sentence for each such day."""
    by_day: dict[dt.date, list[str]] = {}
    for sign in closed:
        if sign.resolved is not None:
            by_day.setdefault(sign.resolved, []).append(say("red-flags.resolved.sign", code=sign.code, date=date(sign.newest)))
    return " ".join(
        say(f"red-flags.resolved.{'one' if len(named) == 1 else 'many'}", signs=listed(named), date=date(day))
        for day, named in by_day.items()
    )


def _finding(tier: Tier, severity: Severity, found: Sequence[Sign], headline: str) -> Finding:
    return Finding(
        rule=tier,
        title=say(f"rule.{tier}.title"),
        run_id=None,
        date=max(sign.newest for sign in found),
        severity=severity,
        confidence=Confidence.HIGH,
        headline=headline,
        evidence=(*(each for sign in found for each in _evidence(sign)), _on_the_phone(tier, found)),
        suggestion=_suggestion(tier, severity),
        how_sure=say("red-flags.how-sure"),
        source=say(f"rule.{tier}.source"),
    )


def _suggestion(tier: Tier, severity: Severity) -> str:
    correct = say("red-flags.correct")
    if severity is not SEVERITY[tier]:
        return say("red-flags.recorded.suggestion", help=say(f"help.{tier}"), correct=correct)
    emergency_signs = words.names([code for code, own in RED_FLAGS.items() if own is Tier.F1], "or")
    return say(f"rule.{tier}.suggestion", correct=correct, f1_signs=emergency_signs)


def _evidence(sign: Sign) -> list[Evidence]:
    rows = len(sign.rows)
    ticked = say("evidence.flag-ticked", code=sign.code, date=date(sign.newest))
    evidence = [Evidence(say(f"flag.{sign.code}.name"), ticked, key=SIGN)]
    if rows > 1:
        evidence.append(Evidence(say("evidence.flag-rows"), rows))
    if sign.raised is not None:
        evidence.append(Evidence(say("evidence.why-now"), say(f"red-flags.{sign.raised}")))
    return evidence


def _on_the_phone(tier: Tier, found: Sequence[Sign]) -> Evidence:
    told = listed([say(f"flag.{sign.code}.phone") for sign in found])
    since = date(min(sign.first for sign in found))
    return Evidence(say("evidence.phone"), say("red-flags.phone", signs=told, date=since, when=say(f"red-flags.when.{tier}")))
