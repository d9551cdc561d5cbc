"""P3: whether the time that runs stay free of pain changes, in words and numbers."""

import math

from footfall.findings.finding import Confidence, Evidence, Finding, Severity
from footfall.findings.stats.cox import MIN_BLOCKS, PERMUTATIONS, blocks_of
from footfall.findings.stats.survival import SurvivalCurve
from footfall.findings.tolerance import Tolerance
from footfall.findings.tolerance_trend import MIN_ONSETS, Change, Spell, days_of
from footfall.wording import say
from footfall.wording.numbers import counted, date, number


def change_finding(found: Tolerance, changes: Change) -> Finding:
    """The finding of a change that the test has found: its confidence is set beside the other families of the report."""
    direction = "sooner" if changes.sooner else "later"
    return Finding(
        rule="P3",
        title=say("rule.P3.title"),
        run_id=None,
        date=found.watched[-1].day,
        severity=Severity.NOTICE,
        confidence=Confidence.LOW,
        headline=_headline(changes, direction),
        evidence=change_evidence(changes),
        suggestion=say("rule.P3.change.suggestion"),
        how_sure=_how_sure(found, changes),
        source=say("rule.P3.change.source"),
        comforts=not changes.sooner,
        tested=True,
    )


def no_change(found: Tolerance, changes: Change | None) -> str:
    """That there is no sign of a change and what could still be hidden, or what it takes to ask."""
    if changes is None:
        return say(
            "rule.P3.change.not-asked",
            needed=MIN_ONSETS,
            blocks=MIN_BLOCKS,
            onsets=counted(len(found.began), "onset"),
            has=number(blocks_of(days_of(found.watched)).count),
        )
    return say("rule.P3.change.none", **_rate(changes), shows=number(changes.shows, 1 if changes.shows >= 2 else 2))


def change_evidence(changes: Change | None) -> tuple[Evidence, ...]:
    """Its numbers; none where it could not be asked."""
    if changes is None:
        return ()
    ratio = changes.per_month
    facts: list[tuple[str, float | int | str | None, str]] = [
        ("ratio", _known(ratio.ratio, 2), "×"),
        ("ratio-low", _known(ratio.low, 2), "×"),
        ("ratio-high", _known(ratio.high, 2), "×"),
        ("p", round(changes.p, 3), ""),
        ("shows", round(changes.shows, 2), "×"),
    ]
    told = [Evidence(say(f"rule.P3.change.evidence.{name}"), value, unit) for name, value, unit in facts]
    told.append(Evidence(say("rule.P3.change.evidence.blocks", weeks=changes.blocks.weeks), changes.blocks.count))
    for spell in (changes.earlier, changes.later):
        told += _of_spell(spell)
    return tuple(told)


def _of_spell(spell: Spell) -> list[Evidence]:
    between = {"first": date(spell.first), "last": date(spell.last)}
    facts: list[tuple[str, float | int | None, str]] = [
        ("median", _known(spell.curve.median), "min"),
        ("low", _known(spell.curve.median_low), "min"),
        ("high", _known(spell.curve.median_high), "min"),
        ("runs", len(spell.outings), ""),
        ("onsets", spell.onsets, ""),
    ]
    return [Evidence(say(f"rule.P3.change.evidence.spell-{name}", **between), value, unit) for name, value, unit in facts]


def _headline(changes: Change, direction: str) -> str:
    if not changes.spells_agree:
        shown = "bare" if math.isnan(changes.per_month.ratio) else "rate"
        return say(f"rule.P3.change.headline.{direction}.{shown}", **_rate(changes))
    return say(
        f"rule.P3.change.headline.{direction}",
        now=number(changes.later.curve.median),
        since=date(changes.later.first),
        before=number(changes.earlier.curve.median),
        first=date(changes.earlier.first),
        last=date(changes.earlier.last),
    )


def _how_sure(found: Tolerance, changes: Change) -> str:
    told = [
        say("rule.P3.change.how-sure", p=number(changes.p, 3), orders=number(PERMUTATIONS), weeks=changes.blocks.weeks),
        say("rule.P3.change.no-rate" if math.isnan(changes.per_month.ratio) else "rule.P3.change.rate", **_rate(changes)),
    ]
    if changes.spells_agree:
        spans = {"before": _span(changes.earlier.curve), "now": _span(changes.later.curve)}
        key = "overlap" if changes.overlap else "apart"
        told.append(say(f"rule.P3.change.how-sure.{key}", **spans))
    if found.shortened:
        told.append(say("rule.P3.change.how-sure.shortened", runs=counted(found.shortened, "run")))
    told.append(say("rule.P3.change.how-sure.left-out"))
    return " ".join(told)


def _span(curve: SurvivalCurve) -> str:
    """`12 to 31 minutes`, as far as its ends are known."""
    if math.isnan(curve.median_low):
        return say("rule.P3.change.span.bare")
    key = "rule.P3.change.span.open" if math.isnan(curve.median_high) else "rule.P3.change.span"
    return say(key, low=number(curve.median_low), high=number(curve.median_high))


def _rate(changes: Change) -> dict[str, str]:
    ratio = changes.per_month
    return {"ratio": number(ratio.ratio, 2), "low": number(ratio.low, 2), "high": number(ratio.high, 2)}


def _known(value: float, digits: int = 1) -> float | None:
    return None if math.isnan(value) else round(value, digits)
