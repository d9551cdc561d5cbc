"""Which pictures the page has, in the order in which they are read."""

from collections.abc import Sequence

from footfall.findings.by_date import by_date
from footfall.findings.conditions_known import conditions_known
from footfall.findings.late_cadence import late_cadence
from footfall.findings.load_mornings import load_mornings
from footfall.findings.onset_rates import onset_rates
from footfall.history.calendar import calendar
from footfall.history.drift import running_cadence
from footfall.history.history import Outing
from footfall.render.content import Content
from footfall.render.html.pictures.cadence import cadence_picture
from footfall.render.html.pictures.calendar import calendar_picture
from footfall.render.html.pictures.climb import Climb
from footfall.render.html.pictures.conditions import conditions_picture
from footfall.render.html.pictures.in_run_load import in_run_picture
from footfall.render.html.pictures.load_morning import load_morning_picture
from footfall.render.html.pictures.onset_dates import onset_dates_picture
from footfall.render.html.pictures.picture import Picture
from footfall.render.html.pictures.runs_survival import tolerance_picture
from footfall.render.html.pictures.weeks import weeks_picture
from footfall.render.summary import spikes_found
from footfall.wording import say


def pictures_of(content: Content, outings: Sequence[Outing], climbs: Sequence[Climb]) -> tuple[Picture, ...]:
    """Every picture that has something to show, or to ask for: load first, then pain by minute and by date.

    outings   those shown.     climbs   of these, as `climbs_of` gives them.
    """
    spikes = tuple(spikes_found(content.findings).values())
    found = content.tolerance
    steps = running_cadence(outings)
    every = (
        calendar_picture(calendar(content.history), spikes, content.history.athlete.week_start),
        weeks_picture(content.weeks, spikes, content.calibration.easy, content.week_trend),
        tolerance_picture(found, _lack(content, "P3"), None if found is None else onset_rates(found)),
        None if found is None else onset_dates_picture(by_date(found), spikes),
        in_run_picture(climbs, _first_run(content)),
        cadence_picture(steps, late_cadence(steps.drift), content.calibration.cadence_line),
        None if found is None or not found.rows else load_morning_picture(load_mornings(content.history), content.findings),
        None if found is None else conditions_picture(*conditions_known(content.history), content.findings),
    )
    return tuple(picture for picture in every if picture is not None)


def _first_run(content: Content) -> str | None:
    """The run that the most pressing finding about a single run points at."""
    return next((one.run_id for one in content.findings.found if one.run_id is not None), None)


def _lack(content: Content, rule: str) -> str:
    """What a rule has and needs, when it could not look."""
    return next((say("page.no_curve", has=one.has, needs=one.needs) for one in content.findings.skipped if one.rule == rule), "")
