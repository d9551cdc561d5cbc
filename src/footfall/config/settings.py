"""The settings there are, by one name each: flag, variable and key of footfall.toml come from the same table."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from footfall.config.origin import Hint, Kind, Origin
from footfall.config.values import Parse, as_spelt, choice, day, number, text, whole, words, yes_or_no, zone
from footfall.findings.finding import Severity
from footfall.model.athlete import Athlete
from footfall.wording.language import LANGUAGES
from footfall.wording.locale import Locale, Units

CADENCE_UNITS = ("auto", "steps", "strides")
LONGEST_OUTING_GAP_MIN = 240.0
NO_LIBRARY = "none"
ON_FOOT = {"walk": "walking", "hike": "hiking", "walking": "walking", "hiking": "hiking"}


def _load_models() -> Iterable[str]:
    from footfall.metrics.load import LOAD_MODELS  # numpy, 0.1 s: only when one is named

    return LOAD_MODELS


def _engines() -> Iterable[str]:
    from footfall.engines import ENGINES

    return ENGINES


SETTINGS: Mapping[str, Parse] = MappingProxyType(
    {
        "athlete": text,
        "diary": text,
        "timezone": zone,
        "load_model": choice(_load_models),
        "cadence_unit": choice(lambda: CADENCE_UNITS),
        "outing_gap": number(0, LONGEST_OUTING_GAP_MIN, "minutes"),
        "include": words(ON_FOOT),
        "as_of": day,
        "since": day,
        "until": day,
        "fail_on_flag": choice(lambda: [severity.value for severity in Severity]),
        "curve": yes_or_no,
        "quiet": yes_or_no,
        "library": text,
        "jobs": whole(1),
        "engine": choice(_engines),
        "scheduler": text,
        "units": choice(lambda: [units.value for units in Units]),
        "lang": as_spelt(lambda: LANGUAGES),
    }
)
"""Key of footfall.toml -> parser. The flag is `--as-of` for `as_of`, the variable `FOOTFALL_AS_OF`."""


def flag(key: str) -> str:
    """`--as-of` for `as_of`."""
    return "--" + key.replace("_", "-")


def variable(key: str) -> str:
    """`FOOTFALL_AS_OF` for `as_of`."""
    return "FOOTFALL_" + key.upper()


@dataclass(frozen=True, slots=True)
class Settings:
    """All settled.

    diary          path; None = there is none.
    athlete_path   the file that the athlete was read from; None = nothing is known of her.
    include        sports on foot that count beside running.
    library        absolute path of the folder in which measured runs are kept; None = nothing is kept.
    jobs           how many processes at a time; None = as many as there are processors.
    engine         name in ENGINES.
    scheduler      address of a cluster's scheduler; None = the engine makes one of its own, where it needs one.
    units, lang    what people read is told in; never taken from the computer's own language.
    origins        key -> where it was settled, for each key of SETTINGS.
    """

    as_of: dt.date
    athlete: Athlete = field(default_factory=Athlete)
    athlete_path: str | None = None
    diary: str | None = None
    timezone: str | None = None
    load_model: str = "ground-force"
    cadence_unit: str = "auto"
    outing_gap_min: float = 15.0
    since: dt.date | None = None
    until: dt.date | None = None
    fail_on_flag: Severity | None = None
    include: frozenset[str] = frozenset()
    curve: bool = False
    quiet: bool = False
    library: str | None = None
    jobs: int | None = None
    engine: str = "processes"
    scheduler: str | None = None
    units: Units = Units.METRIC
    lang: str = "en"
    origins: Mapping[str, Origin] = field(default_factory=dict)
    hints: tuple[Hint, ...] = ()

    def for_people(self) -> Locale:
        """What people read: as they asked for it."""
        return Locale(self.lang, self.units)

    def for_programs(self) -> Locale:
        """What programs read, JSON and CSV: metric, and English but for a language that the command itself names."""
        named = "lang" in self.origins and self.origins["lang"].kind is Kind.FLAG
        return Locale(self.lang) if named else Locale()
