"""The settings of a command that speaks of the library alone."""

from footfall.cli import streams
from footfall.config import FilesBeside, Settings, settle
from footfall.errors import SettingError
from footfall.wording import say
from footfall.wording.locale import speak


def settled(**given: object) -> tuple[Settings, str]:
    """The settings, and the library's folder. Hints are said.

    given   key of SETTINGS -> what was given; None = not given.
    Raises  SettingError, also when nothing is to be kept.
    """
    settings = settle(given, (), FilesBeside.PASSED_BY)
    speak(settings.for_people())
    if not settings.quiet:
        for hint in settings.hints:
            streams.message(say(f"hint.{hint.code}", **hint.values))
    if settings.library is None:
        raise SettingError("no-library-set")
    return settings, settings.library
