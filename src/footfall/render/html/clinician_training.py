"""The clinician's page on training before the worst days, and on what was recorded and what was not."""

import datetime as dt
from dataclasses import dataclass

from footfall.findings.clinical import ClinicalSummary
from footfall.findings.clinical_training import Block
from footfall.findings.spikes import BANDS, Spike
from footfall.render.html.words import brief, count, day, distance, whole
from footfall.wording import say
from footfall.wording.numbers import date, digits_beside, easy, signed_percent

MOST_SPIKES = 2


@dataclass(frozen=True, slots=True)
class BlockRow:
    """Seven days in the table; `gap` in place of the numbers where they are not all on record."""

    days: str
    runs: str
    distance: str
    easy: str
    longest: str
    gap: str
    is_worst: bool


def worst(found: ClinicalSummary) -> str:
    """Which seven days had most pain; blank without a diary."""
    if not found.has_diary:
        return ""
    own = found.training
    if own is None:
        return say("clinician.training.none")
    return say(
        "clinician.training.worst",
        first=day(own.first),
        last=date(own.last),
        mean=brief(own.mean),
        scored=whole(own.scored),
        worst=brief(own.worst),
    )


def rows(found: ClinicalSummary) -> tuple[BlockRow, ...]:
    """Four times seven days, and the seven with most pain."""
    if found.training is None:
        return ()
    *before, last = found.training.blocks
    return (*(_row(block, is_worst=False) for block in before), _row(last, is_worst=True))


def _row(block: Block, *, is_worst: bool) -> BlockRow:
    start = date(block.first)
    return BlockRow(
        days=say("clinician.training.now", date=start) if is_worst else start,
        runs=whole(block.runs),
        distance=distance(block.distance_m),
        easy=easy(block.easy_km),
        longest=distance(block.longest_m) if block.runs else "–",
        gap="" if block.on_record else say("clinician.training.gap"),
        is_worst=is_worst,
    )


def spikes(found: ClinicalSummary) -> str:
    """Runs of these days much longer than those before them."""
    own = found.training
    if own is None:
        return ""
    if not own.compared:
        return say("clinician.training.not_compared")
    if not own.spikes:
        return say("clinician.training.no_spike", runs=count("clinician.runs", own.compared))
    furthest = sorted(own.spikes, key=lambda spike: -spike.change)[:MOST_SPIKES]
    rest = len(own.spikes) - len(furthest)
    more = say("clinician.more", n=whole(rest)) if rest else ""
    return say("clinician.training.spikes", spikes="; ".join(_spike(spike) for spike in furthest), more=more)


def _spike(spike: Spike) -> str:
    change = signed_percent(spike.change, digits_beside(spike.change, BANDS))
    return say(
        "clinician.training.spike",
        date=date(spike.outing.day),
        km=distance(spike.value),
        before=distance(spike.before),
        change=change,
    )


def recorded(found: ClinicalSummary, as_of: dt.date) -> tuple[str, ...]:
    """What is there and what is missing in the weeks told."""
    own = found.recorded
    lines = []
    if own.asked:
        asked = count("clinician.runs", own.asked)
        lines.append(say("clinician.recorded.pain", answered=whole(own.answered), asked=asked))
    if own.files:
        lines.append(say("clinician.recorded.cadence", n=whole(own.recorded_cadence), of=whole(own.files)))
    if own.doubtful:
        lines.append(say("clinician.recorded.distance", n=whole(own.doubtful), of=count("clinician.runs", own.runs)))
    if found.now is not None:
        gaps = say("clinician.recorded.silent", n=whole(own.silent)) if own.silent else say("clinician.recorded.no_gaps")
        lines.append(gaps)
    if own.since > 1:
        lines.append(say("clinician.recorded.since", n=whole(own.since), date=date(as_of)))
    if own.runs:
        lines.append(say("clinician.recorded.easy"))
    return tuple(lines)
