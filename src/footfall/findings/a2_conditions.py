"""A2: did runs hurt more on one surface, in one pair of shoes, at one time of day, or where it is hilly?"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from footfall.findings.conditions import Condition, Factor, allowed_for, blocks, factors, pain_of
from footfall.findings.confidence import FAMILY_SIZE
from footfall.findings.coverage import need_scores
from footfall.findings.finding import Confidence, Evidence, Finding, Outcome, Severity
from footfall.findings.need import need_diary, need_runs, not_enough
from footfall.findings.stats.groups import MIN_SIDE, Contrast, IntArray, compare
from footfall.findings.tolerance import tolerance
from footfall.history.history import History, Outing
from footfall.model.intervals import FloatArray
from footfall.wording import say
from footfall.wording.numbers import counted, listed, number, plain, signed
from footfall.wording.sentence import Sentence

MIN_APART = 8
"""Runs whose pain is not the most frequent one; below, nothing varies that could go with anything."""

SEED = 2


@dataclass(frozen=True, eq=False)
class _Compared:
    """The outings whose pain is known, by start, with what was compared. pain, and each factor's level: shape (n,)."""

    outings: Sequence[Outing]
    pain: FloatArray
    factors: Sequence[Factor]
    contrasts: Sequence[Contrast]


class Conditions:
    """Surface, shoes, time of day, gradient."""

    code = "A2"
    title = Sentence("rule.A2.title")
    source = Sentence("rule.A2.source")

    def check(self, history: History) -> Outcome:
        """See the page of the rule."""
        need_diary(history)
        need_runs(history)
        found = tolerance(history)
        need_scores(history, found)
        since = found.since
        assert since is not None
        spanned = [each for each in history.running if each.day >= since and history.shows(each.day)]
        compared = _compared(spanned)
        if not compared.contrasts:
            levels = say("rule.A2.and-then").join(_counts(factor) for factor in compared.factors)
            raise not_enough("conditions", runs=counted(len(compared.outings), "run"), levels=levels)
        clear = [each for each in compared.contrasts if each.p <= FAMILY_SIZE]
        clearest = {each.factor: each for each in sorted(clear, key=lambda each: abs(each.z))}
        findings = tuple(_finding(compared, clearest[factor]) for factor in sorted(clearest))
        p = min(each.p for each in compared.contrasts)
        return Outcome(findings, _quiet(compared), _evidence(compared), p)


def _compared(spanned: Sequence[Outing]) -> _Compared:
    """Raises NotEnoughData where pain hardly varies."""
    of_each = [(outing, pain_of(outing)) for outing in spanned]
    outings = [outing for outing, score in of_each if not math.isnan(score)]
    pain = np.array([score for _, score in of_each if not math.isnan(score)])
    apart = pain.size - int(np.max(np.unique(pain, return_counts=True)[1], initial=0))
    if apart < MIN_APART:
        raise not_enough("pain-alike", runs=counted(len(outings), "run"), apart=number(apart))
    of_them = factors(outings)
    days = [outing.day for outing in outings]
    beside = allowed_for(days, np.array([outing.timer_min for outing in outings]), pain)
    contrasts = compare(pain, blocks(days), beside, [each.level for each in of_them], seed=SEED)
    return _Compared(outings, pain, of_them, contrasts)


def _sides(compared: _Compared, contrast: Contrast) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Outings at the level of a contrast, and the others; shape (n,) each."""
    level: IntArray = compared.factors[contrast.factor].level
    return level == contrast.level, (level >= 0) & (level != contrast.level)


def _finding(compared: _Compared, contrast: Contrast) -> Finding:
    at_level, others = _sides(compared, contrast)
    factor = compared.factors[contrast.factor]
    named = [_where(factor, contrast.level), _elsewhere(factor, contrast.level)]
    sides = [at_level, others]
    if contrast.z < 0:
        named, sides = named[::-1], sides[::-1]
    worse, better = (compared.pain[side] for side in sides)
    last = max(outing.day for outing, is_in in zip(compared.outings, at_level | others, strict=True) if is_in)
    difference, low, high = _oriented(contrast)
    return Finding(
        rule="A2",
        title=Conditions.title,
        run_id=None,
        date=last,
        severity=Severity.NOTICE,
        confidence=Confidence.LOW,  # until `check` has seen every family
        headline=_headline(named, worse, better, difference),
        evidence=(
            *(
                Evidence(say(f"rule.A2.evidence.{key}", where=where), value)
                for where, scores in zip(named, (worse, better), strict=True)
                for key, value in (
                    ("runs", scores.size),
                    ("median", float(np.median(scores))),
                    ("mean", round(float(np.mean(scores)), 2)),
                )
            ),
            Evidence(say("rule.A2.evidence.difference"), round(difference, 2), say("rule.A2.points")),
            Evidence(say("rule.A2.evidence.low"), round(low, 2), say("rule.A2.points")),
            Evidence(say("rule.A2.evidence.high"), round(high, 2), say("rule.A2.points")),
            Evidence(say("rule.A2.evidence.p"), round(contrast.p, 3)),
            Evidence(say("rule.A2.evidence.contrasts"), len(compared.contrasts)),
        ),
        suggestion=say(f"rule.A2.suggestion.{factor.condition}"),
        how_sure=say("rule.A2.how-sure", difference=number(difference, 1), low=number(low, 1), high=number(high, 1)),
        source=Conditions.source,
        tested=True,
    )


def _oriented(contrast: Contrast) -> tuple[float, float, float]:
    """The difference and its interval as worse minus better, by ranks; in points it may point the other way, and says so."""
    if contrast.z > 0:
        return contrast.difference, contrast.low, contrast.high
    return -contrast.difference, -contrast.high, -contrast.low


def _headline(named: Sequence[str], worse: FloatArray, better: FloatArray, difference: float) -> str:
    """By medians where they differ that way, else by means; else by what is left once the rest is allowed for."""
    values = {"worse": named[0], "better": named[1], "runs": number(worse.size), "others": counted(better.size, "run")}
    medians, means = ((float(of(worse)), float(of(better))) for of in (np.median, np.mean))
    if medians[0] > medians[1]:
        return say("rule.A2.headline.median", **values, more=plain(medians[0]), less=plain(medians[1]))
    if means[0] > means[1]:
        return say("rule.A2.headline.mean", **values, more=number(means[0], 1), less=number(means[1], 1))
    return say("rule.A2.headline.allowed-for", **values, difference=signed(difference, 1))


def _where(factor: Factor, level: int) -> str:
    """`on road`, `in Pegasus 40`, `on runs begun before 10:00`."""
    name = factor.levels[level]
    if factor.condition is Condition.SHOES:
        return say("rule.A2.where.shoes", name=name)
    return say(f"rule.A2.where.{name}")


def _elsewhere(factor: Factor, level: int) -> str:
    """The other side of a contrast: the other level by its name, or all others."""
    if len(factor.levels) == 2:
        return _where(factor, 1 - level)
    return say(f"rule.A2.elsewhere.{factor.condition}")


def _name(factor: Factor, level: int) -> str:
    name = factor.levels[level]
    return name if factor.condition is Condition.SHOES else say(f"rule.A2.name.{name}")


def _runs_at(factor: Factor) -> list[int]:
    return [int(np.sum(factor.level == level)) for level in range(len(factor.levels))]


def _counts(factor: Factor) -> str:
    """`surface: road 24, trail 6`."""
    title = say(f"rule.A2.condition.{factor.condition}")
    told = [say("rule.A2.level", name=_name(factor, level), runs=number(runs)) for level, runs in enumerate(_runs_at(factor))]
    return say("rule.A2.counts", condition=title, levels=", ".join(told) if told else say("rule.A2.not-known"))


def _levels_compared(compared: _Compared, index: int) -> list[int]:
    own = [each.level for each in compared.contrasts if each.factor == index]
    return [0, 1] if own and len(compared.factors[index].levels) == 2 else own


def _left_out(compared: _Compared) -> tuple[list[str], list[str]]:
    """Levels with too few runs; and levels that never, or hardly, stand beside the others in the same weeks and weekdays."""
    few, apart = [], []
    for index, factor in enumerate(compared.factors):
        runs_at, used = _runs_at(factor), _levels_compared(compared, index)
        for level, runs in enumerate(runs_at):
            told = say("rule.A2.level", name=_name(factor, level), runs=number(runs))
            if runs < MIN_SIDE:
                few.append(told)
            elif level not in used and sum(runs_at) - runs >= MIN_SIDE:
                apart.append(told)
    return few, apart


def _quiet(compared: _Compared) -> str:
    told = [_counts(factor) for index, factor in enumerate(compared.factors) if _levels_compared(compared, index)]
    least = sorted(each.least_visible for each in compared.contrasts)
    sentences = [
        say("rule.A2.quiet", runs=counted(len(compared.outings), "run"), compared=say("rule.A2.and-then").join(told)),
        say("rule.A2.hidden", least=number(least[0], 1), most=number(least[-1], 1))
        if len(least) > 1
        else say("rule.A2.hidden.one", least=number(least[0], 1)),
    ]
    few, apart = _left_out(compared)
    sentences += [say("rule.A2.too-few", levels=listed(few))] if few else []
    sentences += [say("rule.A2.apart", levels=listed(apart))] if apart else []
    return " ".join(sentences)


def _evidence(compared: _Compared) -> tuple[Evidence, ...]:
    evidence = [Evidence(say("rule.A2.evidence.all"), len(compared.outings))]
    for factor in compared.factors:
        for level, runs_at in enumerate(_runs_at(factor)):
            evidence.append(Evidence(say("rule.A2.evidence.runs", where=_where(factor, level)), runs_at))
    for each in compared.contrasts:
        factor = compared.factors[each.factor]
        named = say("rule.A2.against", level=_where(factor, each.level), others=_elsewhere(factor, each.level))
        between = say(
            "rule.A2.interval", difference=signed(each.difference, 1), low=signed(each.low, 1), high=signed(each.high, 1)
        )
        runs = say("rule.A2.sides", level=number(each.sides[0]), others=counted(each.sides[1], "run"))
        evidence.append(Evidence(say("rule.A2.evidence.contrast", named=named, runs=runs), between, say("rule.A2.points")))
    least = [each.least_visible for each in compared.contrasts]
    evidence += [
        Evidence(say("rule.A2.evidence.least"), round(min(least), 2), say("rule.A2.points")),
        Evidence(say("rule.A2.evidence.most"), round(max(least), 2), say("rule.A2.points")),
        Evidence(say("rule.A2.evidence.p"), round(min(each.p for each in compared.contrasts), 3)),
    ]
    return tuple(evidence)
