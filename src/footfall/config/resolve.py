"""Precedence: flag > environment > project file > user file > default, and what lies beside the files."""

import datetime as dt
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Any

from footfall.config.athlete import read_athlete
from footfall.config.origin import Hint, Kind, Origin
from footfall.config.places import (
    ATHLETE_FILE,
    DIARY_FILES,
    PROJECT_FILE,
    beside,
    first_file,
    from_setting,
    is_url,
    library_folder,
    project_file,
    shown,
    user_folder,
)
from footfall.config.settings import NO_LIBRARY, SETTINGS, Settings, flag, variable
from footfall.config.tomlfile import read_toml
from footfall.config.values import nearest
from footfall.errors import SettingError
from footfall.findings.finding import Severity
from footfall.model.athlete import Athlete
from footfall.wording.language import ENGLISH, language, untranslated
from footfall.wording.locale import Units

_FLAGS_ONLY = MappingProxyType({"FOOTFALL_FORCE": "--force"})
"""What is asked for each time, never kept: a variable that replaced files unasked would be found out too late."""

_NO_SETTINGS = ("FOOTFALL_DEBUG",)
"""Variables of ours that settle nothing."""


class FilesBeside(Enum):
    """Whether a diary and an athlete that lie beside the files, or in the user's own folder, count."""

    COUNT = "count"
    PASSED_BY = "passed by"
    """The command looks for them itself, or has no use for them."""


@dataclass(frozen=True, slots=True)
class _Given:
    """A setting as found. `folder` is what a relative path in it is relative to; None = where the user is."""

    value: Any
    origin: Origin
    folder: Path | None = None


def settle(flags: Mapping[str, object], paths: Sequence[str], beside_files: FilesBeside = FilesBeside.COUNT) -> Settings:
    """Everything settled for one command.

    flags   key of SETTINGS -> what was given; None = not given.
    paths   as the user named them: a project file beside them counts, and so do a diary and an athlete unless `beside_files`
            says otherwise; then an athlete must be named by flag, variable or the project file.
    Raises  SettingError, naming the place and what would be right there.
    """
    places = beside(paths)
    project = project_file(places)
    given = _from_flags(flags)
    for level in (_from_environment(), _from_file(project, Kind.PROJECT), _from_file(user_folder() / PROJECT_FILE, Kind.USER)):
        given = level | given
    around = (*places, project.parent) if project is not None else places
    if beside_files is FilesBeside.COUNT:
        diary, hints = _diary(given, around)
        hints += _several(given, around, paths)
        athlete_path, athlete = _athlete(given, around)
    else:
        diary, hints = None, []
        athlete_path, athlete = _named_athlete(given)
    values = {key: found.value for key, found in given.items() if key not in {"diary", "athlete", "library"}}
    if "fail_on_flag" in values:
        values["fail_on_flag"] = Severity(values["fail_on_flag"])
    if "units" in values:
        values["units"] = Units(values["units"])
    if "outing_gap" in values:
        values["outing_gap_min"] = values.pop("outing_gap")
    values.setdefault("as_of", dt.date.today())
    _check_span(values, given)
    origins = {key: given[key].origin if key in given else Origin(Kind.DEFAULT) for key in SETTINGS}
    return Settings(
        **values,
        athlete=athlete,
        athlete_path=athlete_path,
        diary=diary,
        library=_library(given.get("library")),
        origins=origins,
        hints=(*hints, *_untranslated(values.get("lang")), *_unknown_variables()),
    )


def _from_flags(flags: Mapping[str, object]) -> dict[str, _Given]:
    return {
        key: _Given(SETTINGS[key](value, flag(key)), Origin(Kind.FLAG, flag(key)))
        for key, value in flags.items()
        if value is not None
    }


def _from_environment() -> dict[str, _Given]:
    found = {}
    for key, parse in SETTINGS.items():
        name = variable(key)
        value = os.environ.get(name, "")
        if value:
            found[key] = _Given(parse(value, name), Origin(Kind.ENVIRONMENT, name))
    return found


def _from_file(path: Path | None, kind: Kind) -> dict[str, _Given]:
    if path is None or not path.is_file():
        return {}
    name = shown(path)
    table = read_toml(path, SETTINGS, name)
    found = {}
    for key, value in table.items():
        where = f"{name}: {key}"
        found[key] = _Given(SETTINGS[key](value, where), Origin(kind, where), path.parent)
    return found


def _named_file(found: _Given) -> str:
    """The path of a setting that names a file, as a person here would name it."""
    text = str(found.value)
    path = Path(text) if found.origin.kind is Kind.FLAG else from_setting(text, found.folder)
    if not path.is_file():
        raise SettingError("no-such-file", where=found.origin.where, path=str(path))
    return text if found.origin.kind is Kind.FLAG else shown(path.resolve())


def _library(found: _Given | None) -> str | None:
    """The folder, absolute, since it is named from anywhere; whether it can be used is for the library to say."""
    if found is None:
        return str(library_folder())
    if str(found.value).lower() == NO_LIBRARY:
        return None
    path = Path(found.value) if found.origin.kind is Kind.FLAG else from_setting(found.value, found.folder)
    return os.path.abspath(path)  # noqa: PTH100 - Path.absolute keeps `..`


def _diary(given: dict[str, _Given], places: Sequence[Path]) -> tuple[str | None, list[Hint]]:
    if "diary" in given:
        return _named_file(given["diary"]), []
    found = first_file(places, DIARY_FILES)
    if found is None:
        here = first_file((Path.cwd(),), DIARY_FILES)
        return None, [] if here is None else [Hint("diary-here", {"path": here.name})]
    given["diary"] = _Given(str(found), Origin(Kind.FOUND, shown(found)))
    others = [name for name in DIARY_FILES if name != found.name and (found.parent / name).is_file()]
    hints = [Hint("other-diary", {"path": shown(found), "other": name}) for name in others]
    further = first_file([place for place in places if place != found.parent], DIARY_FILES)
    if further is not None:
        hints.append(Hint("further-diary", {"path": shown(found), "other": shown(further)}))
    return shown(found), hints


def _several(given: Mapping[str, _Given], places: Sequence[Path], paths: Sequence[str]) -> list[Hint]:
    """Folders whose folders have an athlete each, where nobody said whose runs they are: taken for one runner's, they mislead."""
    named = "athlete" in given and given["athlete"].origin.kind is not Kind.USER
    if named or first_file(places, (ATHLETE_FILE,)) is not None:
        return []
    there = [path for path in paths if not is_url(path) and os.path.isdir(path)]  # noqa: PTH112 - Path.is_dir raises for long names
    folders = [(path, sum(1 for _ in Path(path).glob(f"*/{ATHLETE_FILE}"))) for path in there]
    return [Hint("several-athletes", {"path": path, "athletes": count}) for path, count in folders if count > 1]


def _named_athlete(given: Mapping[str, _Given]) -> tuple[str | None, Athlete]:
    """By flag, variable or project."""
    named = given.get("athlete")
    if named is None or named.origin.kind is Kind.USER:
        return None, Athlete()
    path = _named_file(named)
    return path, read_athlete(path)


def _athlete(given: dict[str, _Given], places: Sequence[Path]) -> tuple[str | None, Athlete]:
    # The project's own word goes before the file beside the runs, and both before what the user keeps for everything.
    path, athlete = _named_athlete(given)
    if path is not None:
        return path, athlete
    named = given.get("athlete")
    found = first_file(places, (ATHLETE_FILE,))
    if found is None and named is not None:
        path = _named_file(named)
        return path, read_athlete(path)
    found = found or first_file((user_folder(),), (ATHLETE_FILE,))
    if found is None:
        return None, Athlete()
    given["athlete"] = _Given(str(found), Origin(Kind.FOUND, shown(found)))
    return shown(found), read_athlete(shown(found))


def _check_span(values: Mapping[str, Any], given: Mapping[str, _Given]) -> None:
    since, until = values.get("since"), values.get("until")
    if since is not None and until is not None and since > until:
        raise SettingError(
            "since-after-until",
            first=given["since"].origin.where,
            since=since.isoformat(),
            second=given["until"].origin.where,
            until=until.isoformat(),
        )


def _untranslated(lang: str | None) -> list[Hint]:
    """What a language that was asked for has no words for yet."""
    if lang is None or lang == ENGLISH.code:
        return []
    from footfall.wording import CATALOGUE

    missing = len(untranslated(language(lang), CATALOGUE))
    return [Hint("untranslated", {"lang": lang, "missing": missing, "of": len(CATALOGUE)})] if missing else []


def _unknown_variables() -> list[Hint]:
    known = {variable(key) for key in SETTINGS}
    return [
        _unknown_variable(name, known)
        for name in sorted(os.environ)
        if name.startswith("FOOTFALL_") and name not in known and name not in _NO_SETTINGS
    ]


def _unknown_variable(name: str, known: Iterable[str]) -> Hint:
    if name in _FLAGS_ONLY:
        return Hint("unknown-variable.flag-only", {"name": name, "flag": _FLAGS_ONLY[name]})
    close = nearest(name, known)
    if close is None:
        return Hint("unknown-variable", {"name": name})
    return Hint("unknown-variable.close", {"name": name, "close": close})
