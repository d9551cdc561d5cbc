"""Every HTML report there is, in the cases that look most different. A new one joins by one line."""

from collections.abc import Callable

from footfall.render.html import render
from footfall.render.html.clinician import render_clinician
from tests.effort import WHOLE
from tests.hostile import made as hostile
from tests.render_html import clinic, seasons

REPORTS: dict[str, Callable[[], str]] = {
    "season": lambda: render(seasons.season()),
    "few onsets": lambda: render(seasons.few_onsets()),
    "emergency": lambda: render(seasons.flagged("saddle_numbness")),
    "hostile": lambda: render(hostile.content()),
    "hostile, clinician": lambda: render_clinician(hostile.content()),
    "no diary": lambda: render(seasons.without_diary()),
    "no runs": lambda: render(seasons.no_runs()),
    "many runs": lambda: render(seasons.many_runs()),
    "clinician": lambda: render_clinician(clinic.by_hand()),
    "clinician, emergency": lambda: render_clinician(seasons.flagged("saddle_numbness")),
}

QUICK = ("season", "no runs", "clinician", "clinician, emergency")
"""What the slowest checks look at; all of REPORTS with FOOTFALL_WHOLE set, as `.ci/run` has it."""


def looked_at() -> list[str]:
    """Names of the reports for the slowest checks; "many runs" is "season" with more rows, which are what takes axe its time."""
    return [name for name in REPORTS if name != "many runs"] if WHOLE else list(QUICK)
