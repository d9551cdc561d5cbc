"""The clinician's page on pain: the three questions, where and how, change over time, mornings."""

import math
from dataclasses import dataclass

from footfall.findings.clinical import ClinicalSummary
from footfall.findings.clinical_pain import Spread
from footfall.findings.tolerance import Tolerance
from footfall.findings.tolerance_trend import Spell
from footfall.render.html.words import brief, count, day, whole
from footfall.wording import say
from footfall.wording.numbers import counted, few_digits, number, onset_minute, percent

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Key:
    """One of the three questions: its number, what the number is, and what stands beside it."""

    name: str
    value: str
    detail: str
    more: tuple[str, ...]


def keys(found: ClinicalSummary) -> tuple[Key, ...]:
    """Time to onset, time tolerated, time to settle; empty without a diary."""
    if found.tolerance is None:
        return ()
    return _onset(found, found.tolerance), _tolerated(found), _settling(found)


def _onset(found: ClinicalSummary, told: Tolerance) -> Key:
    value, detail = _median(found, told)
    states = say(
        "clinician.onset.states",
        began=count("clinician.began", len(told.events)),
        free=whole(len(told.free)),
        start=whole(told.prevalent),
        unknown=whole(told.unknown),
    )
    minutes = found.onsets.minutes
    if not minutes.n:
        return Key(say("clinician.onset"), value, detail, (states,))
    how = [say("clinician.times", what=say(f"clinician.written.{kind}"), n=whole(n)) for kind, n in found.onsets.written]
    span = say("clinician.onset.range", least=onset_minute(minutes.least), most=onset_minute(minutes.most), how=", ".join(how))
    return Key(say("clinician.onset"), value, detail, (states, span))


def _median(found: ClinicalSummary, told: Tolerance) -> Pair:
    curve = told.curve
    if curve is None:
        needs = say(
            "clinician.onset.needs", needed=whole(found.needed), began=whole(len(told.began)), share=percent(told.coverage)
        )
        return say("clinician.onset.none"), needs
    if math.isnan(curve.median):
        return say("clinician.onset.none"), say("clinician.onset.above")
    return say("clinician.onset.median", minutes=number(curve.median)), say(
        "clinician.onset.interval",
        low=_end(curve.median_low, "clinician.open.low"),
        high=_end(curve.median_high, "clinician.open"),
    )


def _end(minute: float, key: str) -> str:
    return say(key) if math.isnan(minute) else say("clinician.onset.median", minutes=number(minute))


def _tolerated(found: ClinicalSummary) -> Key:
    own = found.onsets
    free = say("clinician.tolerated.free", minutes=number(own.free.most)) if own.free.n else say("clinician.tolerated.free.none")
    stopped = say("clinician.tolerated.stopped", stopped=whole(own.stopped), shortened=whole(own.shortened))
    name = say("clinician.tolerated")
    if not own.ran_on.n:
        return Key(name, say("clinician.not_written"), "", (stopped, free))
    detail = say("clinician.tolerated.ran_on", n=whole(own.ran_on.n), **_ends(own.ran_on))
    return Key(name, _minutes(own.ran_on), detail, (stopped, free))


def _settling(found: ClinicalSummary) -> Key:
    own, name = found.settling, say("clinician.settling")
    builds = (say("clinician.builds", yes=whole(found.words.builds), told=whole(found.words.told)),) if found.words.told else ()
    painful = count("clinician.rows", own.painful)
    if not own.minutes.n:
        return Key(name, say("clinician.not_written"), say("clinician.settling.none", painful=painful), builds)
    detail = say("clinician.settling.detail", n=whole(own.minutes.n), painful=painful, **_ends(own.minutes))
    return Key(name, _minutes(own.minutes), detail, builds)


def _minutes(spread: Spread) -> str:
    return say("clinician.onset.median", minutes=number(spread.median))


def _ends(spread: Spread) -> dict[str, str]:
    return {"least": number(spread.least), "most": number(spread.most)}


def where(found: ClinicalSummary) -> tuple[Pair, ...]:
    """Sites and qualities with the number of rows that name them."""
    sites = [say("clinician.times", what=say(f"clinician.site.{site}"), n=whole(n)) for site, n in found.words.sites]
    qualities = [
        say("clinician.times", what=say(f"clinician.quality.{quality}"), n=whole(n)) for quality, n in found.words.qualities
    ]
    none = say("clinician.not_written")
    return (
        (say("clinician.sites"), "; ".join(sites) or none),
        (say("clinician.qualities"), "; ".join(qualities) or none),
    )


def spells(found: ClinicalSummary) -> tuple[tuple[Pair, ...], str]:
    """Two named spells, and what the test over the dates says."""
    change = found.change
    if change is None:
        began = sum(totals.began for totals in (found.now, found.before) if totals is not None)
        return (), say("clinician.spells.needs", has=counted(began, "onset"))
    if not change.moves:
        key = "clinician.spells.still"
    else:
        key = "clinician.spells.moves.sooner" if change.sooner else "clinician.spells.moves.later"
    read = say("clinician.spell.overlap" if change.overlap else "clinician.spell.apart")
    pairs = tuple((_spell_name(spell), _spell(spell)) for spell in (change.earlier, change.later))
    return pairs, f"{read} {say(key, p=few_digits(change.p))}"


def _spell_name(spell: Spell) -> str:
    both = spell.first.year != spell.last.year
    first = f"{day(spell.first)} {spell.first.year}" if both else day(spell.first)
    return say("clinician.spell", first=first, last=f"{day(spell.last)} {spell.last.year}")


def _spell(spell: Spell) -> str:
    curve = spell.curve
    return say(
        "clinician.spell.value",
        median=_end(curve.median, "clinician.spell.no_median"),
        low=_end(curve.median_low, "clinician.open.low"),
        high=_end(curve.median_high, "clinician.open"),
        onsets=whole(spell.onsets),
        runs=whole(len(spell.outings)),
    )


def mornings(found: ClinicalSummary) -> tuple[tuple[Pair, ...], str]:
    """The next morning, stiffness, and the three mornings after a run."""
    own, none = found.mornings, say("clinician.not_written")
    pain = (
        say(
            "clinician.mornings.pain.value",
            median=brief(own.pain.median),
            most=brief(own.pain.most),
            sore=whole(own.sore),
            n=whole(own.pain.n),
        )
        if own.pain.n
        else none
    )
    stiff = own.stiffness
    stiffness = (
        say("clinician.mornings.stiff.value", median=brief(stiff.median), most=brief(stiff.most), n=whole(stiff.n))
        if stiff.n
        else none
    )
    first, second, third = own.settled
    settled = (
        say(
            "clinician.mornings.settled.value",
            first=whole(first),
            second=whole(second),
            third=whole(third),
            later=whole(own.later),
            unknown=whole(own.unknown),
            runs=count("clinician.runs", own.runs),
        )
        if own.runs
        else say("clinician.mornings.none")
    )
    pairs = (
        (say("clinician.mornings.pain"), pain),
        (say("clinician.mornings.stiff"), stiffness),
        (say("clinician.mornings.settled"), settled),
    )
    return pairs, say("clinician.mornings.joined", n=whole(own.joined)) if own.runs else ""
