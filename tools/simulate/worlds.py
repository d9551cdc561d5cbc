"""The world that coverage is asked for in, and others in which one assumption is another: what coverage rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from simulate.scenarios import SCENARIOS
from simulate.world import World

USUAL = World()


@dataclass(frozen=True, slots=True)
class Other:
    """One more world.

    title      what is different, as the page says it.
    scenarios  those in which it matters.
    share      of the runners of the usual world that are simulated in it.
    """

    title: str
    world: World
    scenarios: Sequence[str]
    share: float


WORLDS: Mapping[str, Other] = {
    "usual": Other("as listed", USUAL, tuple(SCENARIOS), 1.0),
    "surer": Other("recorded cadence errs by 0.5 %, not 0.6 %", replace(USUAL, recorded_sd=0.005), ("recorded",), 0.15),
    "of-the-run": Other(
        "the error of recorded cadence is of each run alone", replace(USUAL, recorded_watch_share=(0.0, 0.0)), ("recorded",), 0.15
    ),
    "of-the-watch": Other(
        "the error of recorded cadence is the same in all runs",
        replace(USUAL, recorded_watch_share=(1.0, 1.0)),
        ("recorded",),
        0.15,
    ),
    "duty-beside": Other(
        "duty factor differs from run to run beside the published spread, not within it",
        replace(USUAL, duty_sd=0.0285),
        ("recorded",),
        0.15,
    ),
    "restless": Other("cadence differs by 3 % from run to run", replace(USUAL, cadence_run_sd=(0.03, 0.03)), ("personal",), 0.15),
    "slow": Other(
        "easy running at 1.9-2.3 m/s",
        replace(USUAL, easy_speed_m_s=2.1, easy_speed_span_m_s=(1.9, 2.3)),
        ("recorded", "height"),
        0.15,
    ),
}
"""Name -> world; the first is the one that coverage is asked for in."""
