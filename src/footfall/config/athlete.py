"""athlete.toml: what the runner told us about herself."""

from collections.abc import Mapping
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


def read_athlete(path: str) -> Athlete:
    """The athlete of a file; without `id`, she is called by the name of the folder that holds it, unless that is the user's own.

    Raises SettingError: what is wrong, in which key, and what would be right.
    """
    source = Path(path)
    table = read_toml(source, _KEYS, path)

    def where(key: str) -> str:
        return f"{path}: {key}"

    def optional_text(key: str) -> str | None:
        return text(table[key], where(key)) if key in table else None

    return Athlete(
        id=optional_text("id") or _folder_name(source),
        name=optional_text("name"),
        birth_year=_birth_year(table, where("birth_year")),
        body_mass_kg=_either(table, path, ("body_mass_kg", 20, 300, "kg", 1.0), ("body_mass_lb", 44.1, 661, "lb", _KG_PER_LB)),
        height_m=_either(table, path, ("height_m", 1.0, 2.5, "m", 1.0), ("height_in", 39.4, 98.4, "in", _M_PER_IN)),
        timezone=zone(table["timezone"], where("timezone")) if "timezone" in table else None,
        week_start=_week_start(table, where("week_start")),
        share=Share(choice(lambda: [share.value for share in Share])(table.get("share", "flags"), where("share"))),
    )


def _folder_name(source: Path) -> str | None:
    folder = source.resolve().parent
    return None if folder == user_folder().resolve() else folder.name or None


_Spelling = tuple[str, float, float, str, float]
"""key, lowest, highest, unit, what one of it is in ours."""


def _either(table: Mapping[str, object], path: str, ours: _Spelling, theirs: _Spelling) -> float | None:
    given = [spelling for spelling in (ours, theirs) if spelling[0] in table]
    if len(given) > 1:
        raise SettingError("both-units", path=path, first=ours[0], second=theirs[0])
    if not given:
        return None
    key, low, high, unit, factor = given[0]
    return number(low, high, unit)(table[key], f"{path}: {key}") * factor


def _birth_year(table: Mapping[str, object], where: str) -> int | None:
    if "birth_year" not in table:
        return None
    year = table["birth_year"]
    if not isinstance(year, int) or isinstance(year, bool) or not 1900 <= year <= 2100:
        raise SettingError("not-a-year", where=where, value=year)
    return year


def _week_start(table: Mapping[str, object], where: str) -> int:
    return WEEKDAYS.index(choice(lambda: WEEKDAYS)(table.get("week_start", "monday"), where))
