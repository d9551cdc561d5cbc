"""Which of a season's runs keep which columns, and whether the runner told her height: one coverage table each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from simulate.outing import Plan
from simulate.watch import Kept

BOTH = Kept.CADENCE | Kept.CONTACT


@dataclass(frozen=True, slots=True)
class Scenario:
    """One way in which a season is recorded.

    title         as the page names it.
    kept          runner and run (both from 0) -> what the watch keeps of that run.
    tells_height  whether footfall knows the runner's height.
    plan          None = ordinary running.
    """

    title: str
    kept: Callable[[int, int], Kept]
    tells_height: bool = True
    plan: Plan | None = None


def _first_runs_with_cadence(runner: int, run: int) -> Kept:
    """3 to 12 runs with cadence, by runner; the others without."""
    return Kept.CADENCE if run < 3 + runner % 10 else Kept.WAY


SCENARIOS: Mapping[str, Scenario] = {
    "recorded": Scenario("cadence recorded", lambda _runner, _run: Kept.CADENCE),
    "contact": Scenario("cadence and contact time recorded", lambda _runner, _run: BOTH),
    "personal": Scenario("cadence in the first 3 to 12 runs only: her own line", _first_runs_with_cadence),
    "height": Scenario("cadence withheld, height known", lambda _runner, _run: Kept.WAY),
    "no-height": Scenario("cadence withheld, height unknown", lambda _runner, _run: Kept.WAY, tells_height=False),
    "run-walk": Scenario("run-walk sessions, cadence recorded", lambda _runner, _run: Kept.CADENCE, plan=Plan.RUN_WALK),
    "run-walk-withheld": Scenario("run-walk sessions, cadence withheld", lambda _runner, _run: Kept.WAY, plan=Plan.RUN_WALK),
}
"""Name -> scenario."""
