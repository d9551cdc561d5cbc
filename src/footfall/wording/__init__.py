"""The catalogue: every sentence that people read, by key, so that one place is read for tone and one day translated."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from footfall.wording.cli import SENTENCES as CLI
from footfall.wording.filled import values_for
from footfall.wording.locale import spoken

CATALOGUE: Mapping[str, str]
"""Key -> template for `str.format`. Keys are dotted: `problem.no-time`, `rule.R1.headline`."""


def say(key: str, **values: object) -> str:
    """The sentence `key`, filled in, in the language and the units that are spoken here.

    Units by name (`{distance_unit}`) and fixed quantities (`{si:5 km}`) need not be given.
    Raises KeyError for a key or value that is missing: a bug, not a user's error.
    """
    language = spoken().language
    template = language.sentences.get(key) or CLI.get(key)
    return (_whole()[key] if template is None else template).format_map(values_for(language, values))


def has(key: str) -> bool:
    """Whether there is such a sentence: for codes from files, of which some have a name."""
    return key in CLI or key in _whole()


def form_of(key: str, count: int) -> str:
    """The key of a sentence that bends with a number: `key.one`, `key.many`, or the form that the language has beside them."""
    language = spoken().language
    form = language.form(count)
    if form == "one":
        return f"{key}.one"
    return f"{key}.{form}" if f"{key}.{form}" in language.sentences else f"{key}.many"


@cache
def _whole() -> Mapping[str, str]:
    # Late, because `footfall --help` asks for the command line's own texts alone and should start at once.
    from footfall.wording.apple import SENTENCES as APPLE
    from footfall.wording.archives import SENTENCES as ARCHIVES
    from footfall.wording.batch import SENTENCES as BATCH
    from footfall.wording.batch_work import SENTENCES as BATCH_WORK
    from footfall.wording.clinician import SENTENCES as CLINICIAN
    from footfall.wording.codes import SENTENCES as CODES
    from footfall.wording.diary import SENTENCES as DIARY
    from footfall.wording.doctor import SENTENCES as DOCTOR
    from footfall.wording.engines import SENTENCES as ENGINES
    from footfall.wording.fit import SENTENCES as FIT
    from footfall.wording.formats import SENTENCES as FORMATS
    from footfall.wording.library import SENTENCES as LIBRARY
    from footfall.wording.library_commands import SENTENCES as LIBRARY_COMMANDS
    from footfall.wording.limits import SENTENCES as LIMITS
    from footfall.wording.loads import SENTENCES as LOADS
    from footfall.wording.log import SENTENCES as LOG
    from footfall.wording.markdown import SENTENCES as MARKDOWN
    from footfall.wording.matching import SENTENCES as MATCHING
    from footfall.wording.merged import SENTENCES as MERGED
    from footfall.wording.notes import SENTENCES as NOTES
    from footfall.wording.nouns import SENTENCES as NOUNS
    from footfall.wording.page import SENTENCES as PAGE
    from footfall.wording.pain import SENTENCES as PAIN
    from footfall.wording.pictures import SENTENCES as PICTURES
    from footfall.wording.pictures_days import SENTENCES as PICTURES_DAYS
    from footfall.wording.pictures_habits import SENTENCES as PICTURES_HABITS
    from footfall.wording.places import SENTENCES as PLACES
    from footfall.wording.plan import SENTENCES as PLAN
    from footfall.wording.problems import SENTENCES as PROBLEMS
    from footfall.wording.red_flags import SENTENCES as RED_FLAGS
    from footfall.wording.remote import SENTENCES as REMOTE
    from footfall.wording.rules import SENTENCES as RULES
    from footfall.wording.settings import SENTENCES as SETTINGS
    from footfall.wording.summary import SENTENCES as SUMMARY
    from footfall.wording.svg import SENTENCES as SVG
    from footfall.wording.tables import SENTENCES as TABLES
    from footfall.wording.terminal import SENTENCES as TERMINAL
    from footfall.wording.units import SENTENCES as UNITS
    from footfall.wording.weekly import SENTENCES as WEEKLY
    from footfall.wording.weekly_flags import SENTENCES as WEEKLY_FLAGS
    from footfall.wording.what_if import SENTENCES as WHAT_IF

    areas = (
        APPLE,
        ARCHIVES,
        BATCH,
        BATCH_WORK,
        CLI,
        CLINICIAN,
        CODES,
        DIARY,
        DOCTOR,
        ENGINES,
        FIT,
        FORMATS,
        LIBRARY,
        LIBRARY_COMMANDS,
        LIMITS,
        LOADS,
        LOG,
        MARKDOWN,
        MATCHING,
        MERGED,
        NOTES,
        NOUNS,
        PAGE,
        PAIN,
        PICTURES,
        PICTURES_DAYS,
        PICTURES_HABITS,
        PLACES,
        PLAN,
        PROBLEMS,
        RED_FLAGS,
        REMOTE,
        RULES,
        SETTINGS,
        SUMMARY,
        SVG,
        TABLES,
        TERMINAL,
        UNITS,
        WEEKLY,
        WEEKLY_FLAGS,
        WHAT_IF,
    )
    return MappingProxyType({key: sentence for area in areas for key, sentence in area.items()})


def __getattr__(name: str) -> Mapping[str, str]:
    if name != "CATALOGUE":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _whole()
