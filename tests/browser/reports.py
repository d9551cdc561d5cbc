"""Every HTML report there is, in the cases that look most different. A new one joins by one line."""

from collections.abc import Callable

from footfall.render.html import render
from footfall.render.html.clinician import render_clinician
from tests.render_html import clinic, seasons

REPORTS: dict[str, Callable[[], str]] = {
    "season": lambda: render(seasons.season()),
    "few onsets": lambda: render(seasons.few_onsets()),
    "emergency": lambda: render(seasons.flagged("saddle_numbness")),
    "hostile": lambda: render(seasons.hostile()),
    "no diary": lambda: render(seasons.without_diary()),
    "no runs": lambda: render(seasons.no_runs()),
    "many runs": lambda: render(seasons.many_runs()),
    "clinician": lambda: render_clinician(clinic.by_hand()),
    "clinician, emergency": lambda: render_clinician(seasons.flagged("saddle_numbness")),
}
