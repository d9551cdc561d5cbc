"""athlete.toml: what the runner told us about herself, and the key by which the library knows her."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from footfall.config.places import user_folder
from footfall.config.tomlfile import read_toml
from footfall.config.values import choice, number, text, zone
from footfall.errors import SettingError
from footfall.model.athlete import Athlete, Share

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_KG_PER_LB = 0.45359237
_M_PER_IN = 0.0254

_KEYS = (
    "id",
    "name",
    "birth_year",
    "body_mass_kg",
    "body_mass_lb",
    "height_m",
    "height_in",
    "timezone",
    "week_start",
    "share",
)


DEFAULT_KEY = "default"
"""The user's own runs, where her athlete.toml lies in her settings folder and names no `id`."""


def read_athlete(path: str) -> Athlete:
    """The athlete of a file; without `id`, she is called by the name of the folder that holds it, unless that is the user's own.

    Raises SettingError: what is wrong, in which key, and what would be right.
    """
    return read_with_key(path)[1]


def athlete_key(path: str | None, folder: str) -> str:
    """By what the library knows an athlete.

    path    her athlete.toml; None = there is none.
    folder  of her files, where there is none: the one that was named, or that holds the file that was.
    Returns `id` where the file states one, else the whole path of the folder that holds it, links followed.
    Raises  SettingError, as `read_athlete`.
    """
    return folder_key(folder) if path is None else read_with_key(path)[0]


def folder_key(folder: str) -> str:
    """The key of an athlete of whom no more is known than where her files lie."""
    return os.path.realpath(folder)


def read_with_key(path: str, called: str | None = None) -> tuple[str, Athlete]:
    """The key and the athlete of a file.

    called  the file as errors name it, where whoever shows them names the file already; None = its path.
    """
    source = Path(path)
    shown = path if called is None else called
    table = read_toml(source, _KEYS, shown)

    def where(key: str) -> str:
        return f"{path}: {key}" if called is None else key

    def optional_text(key: str) -> str | None:
        return text(table[key], where(key)) if key in table else None

    stated = optional_text("id")
    athlete = Athlete(
        id=stated or _folder_name(source),
        name=optional_text("name"),
        birth_year=_birth_year(table, where("birth_year")),
        body_mass_kg=_either(
            table, shown, where, ("body_mass_kg", 20, 300, "kg", 1.0), ("body_mass_lb", 44.1, 661, "lb", _KG_PER_LB)
        ),
        height_m=_either(table, shown, where, ("height_m", 1.0, 2.5, "m", 1.0), ("height_in", 39.4, 98.4, "in", _M_PER_IN)),
        timezone=zone(table["timezone"], where("timezone")) if "timezone" in table else None,
        week_start=_week_start(table, where("week_start")),
        share=Share(choice(lambda: [share.value for share in Share])(table.get("share", "flags"), where("share"))),
    )
    return stated or _key_of_folder(source), athlete


def _key_of_folder(source: Path) -> str:
    folder = source.resolve().parent
    return DEFAULT_KEY if folder == user_folder().resolve() else folder_key(str(folder))


def _folder_name(source: Path) -> str | None:
    folder = source.resolve().parent
    return None if folder == user_folder().resolve() else folder.name or None


_Spelling = tuple[str, float, float, str, float]
"""key, lowest, highest, unit, what one of it is in ours."""


def _either(
    table: Mapping[str, object], shown: str, where: Callable[[str], str], ours: _Spelling, theirs: _Spelling
) -> float | None:
    given = [spelling for spelling in (ours, theirs) if spelling[0] in table]
    if len(given) > 1:
        raise SettingError("both-units", path=shown, first=ours[0], second=theirs[0])
    if not given:
        return None
    key, low, high, unit, factor = given[0]
    return number(low, high, unit)(table[key], where(key)) * factor


def _birth_year(table: Mapping[str, object], where: str) -> int | None:
    if "birth_year" not in table:
        return None
    year = table["birth_year"]
    if not isinstance(year, int) or isinstance(year, bool) or not 1900 <= year <= 2100:
        raise SettingError("not-a-year", where=where, value=year)
    return year


def _week_start(table: Mapping[str, object], where: str) -> int:
    return WEEKDAYS.index(choice(lambda: WEEKDAYS)(table.get("week_start", "monday"), where))
