"""From what was typed to a request, and the request to a result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from footfall.cli import streams
from footfall.config import Settings, settle
from footfall.config.settings import SETTINGS
from footfall.render.content import Content
from footfall.wording import say
from footfall.wording.locale import speak
from footfall.workflow.request import CadenceUnit, Request


@dataclass(frozen=True, slots=True)
class Job:
    """A request, and the settings that are the command line's own business."""

    settings: Settings
    request: Request


def prepare(paths: Sequence[str], given: Mapping[str, object]) -> Job:
    """Settle everything before a file is opened. From here on people are spoken to as they asked.

    given   option -> value; those that are settings count, and `deep`; None = not given.
    Raises  SettingError.
    """
    settings = settle({key: given.get(key) for key in SETTINGS}, paths)
    speak(settings.for_people())
    request = Request(
        paths=tuple(paths),
        as_of=settings.as_of,
        athlete=settings.athlete,
        diary=settings.diary,
        timezone=settings.timezone,
        load_model=settings.load_model,
        cadence_unit=CadenceUnit(settings.cadence_unit),
        outing_gap_min=settings.outing_gap_min,
        since=settings.since,
        until=settings.until,
        with_curve=settings.curve,
        include=settings.include,
        deep=given.get("deep") is True,
    )
    if not settings.quiet:
        for hint in settings.hints:
            streams.message(say(f"hint.{hint.code}", **hint.values))
    return Job(settings, request)


def run(job: Job) -> Content:
    """Do the main job, with a bar on the way."""
    from footfall.workflow.analyze import analyze

    with streams.progress(quiet=job.settings.quiet) as bar:
        return analyze(job.request, bar)
