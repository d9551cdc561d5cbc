"""What a change to a run would come to: counted and compared, never recommended."""

from typing import TYPE_CHECKING

from footfall.wording import say
from footfall.wording.numbers import number, percent, plain, signed_percent, speed

if TYPE_CHECKING:
    from footfall.metrics.changes import Change  # not needed for `footfall --help`
    from footfall.metrics.what_if import Compared, WhatIf

SENTENCES = {
    "what_if.faster_cadence": "The same run with a cadence {share} higher:",
    "what_if.slower": "The same distance, run {share} slower:",
    "what_if.shorter": "The same run, {share} shorter:",
    "what_if.walk_breaks": "The same distance, {run} s of running and {walk} s of walking at {speed} in turn:",
    "what_if.line": "- {name}: {before} → {after}; {which}",
    "what_if.more": "more, {change}",
    "what_if.less": "less, {change}",
    "what_if.same": "the same",
    "what_if.unsure": "which way is not clear, {change}",
    "what_if.unknown": "not known, for this run lacks footfalls, running or a speed",
    "what_if.range": "{change} ({low} to {high})",
    "what_if.footfalls": "footfalls",
    "what_if.force": "peak force of a running footfall [BW]",
    "what_if.ground_force": "ground force over all footfalls [BW·footfalls]",
    "what_if.weighted_4": "weighted by force to the power of 4 [easy footfalls]",
    "what_if.weighted_10": "weighted by force to the power of 10 [easy footfalls]",
    "what_if.depends": "Whether the load of the run rises or falls with it depends on how strongly force is weighted, which nobody knows for a living back.",
    "what_if.no_promise": "Arithmetic on published means, with 90 % intervals, and no advice: what such a change does to a back is not known.",
}


def sentences(result: "WhatIf") -> tuple[str, ...]:
    """The change, a line per quantity, and what is not said by that."""
    lines = [_title(result.change)]
    for name, one in result.quantities.items():
        digits = 2 if name == "force" else 0
        before, after = number(one.before.value, digits), number(one.after.value, digits)
        lines.append(say("what_if.line", name=say(f"what_if.{name}"), before=before, after=after, which=_which(one)))
    if result.ground_force.ratio.known:
        lines += [] if result.loads_agree else [say("what_if.depends")]
        lines.append(say("what_if.no_promise"))
    return tuple(lines)


def _title(change: "Change") -> str:
    from footfall.metrics.changes import FasterCadence, Shorter, Slower, WalkBreaks

    match change:
        case FasterCadence(share=share):
            return say("what_if.faster_cadence", share=percent(share))
        case Slower(share=share):
            return say("what_if.slower", share=percent(share))
        case Shorter(share=share):
            return say("what_if.shorter", share=percent(share))
        case WalkBreaks(run_s=run_s, walk_s=walk_s, walk_m_s=walk_m_s):
            return say("what_if.walk_breaks", run=plain(run_s), walk=plain(walk_s), speed=speed(walk_m_s))
    raise TypeError(f"{change!r} has no words")


def _which(one: "Compared") -> str:
    ratio = one.ratio
    change, low, high = (signed_percent(value - 1, 1) for value in (ratio.value, ratio.low, ratio.high))
    ranged = change if low == high else say("what_if.range", change=change, low=low, high=high)
    return say(f"what_if.{one.direction}", change=ranged)
