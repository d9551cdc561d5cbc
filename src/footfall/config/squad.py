"""A squad: a folder with one folder per athlete, or a squad.toml that names them."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from footfall.config.athlete import WEEKDAYS, folder_key, read_with_key
from footfall.config.places import ATHLETE_FILE, DIARY_FILES, shown
from footfall.config.tomlfile import read_toml
from footfall.config.values import choice, text
from footfall.errors import SettingError
from footfall.model.athlete import Athlete, Share
from footfall.wording import say

SQUAD_FILE = "squad.toml"
RESULT = "squad.csv"
"""A folder with one is what this command wrote in another week, and no athlete."""
_KEYS = ("name", "week_start", "athletes")


@dataclass(frozen=True, slots=True)
class SquadMember:
    """One athlete of a squad.

    key      by which the library knows her; no two members have one.
    folder   of her files, as a person here would name it.
    path     her athlete.toml; None = there is none.
    diary    None = there is none.
    faults   what is wrong with her files, a sentence each. Of an athlete.toml that cannot be used nothing is believed, and
             nothing is shared.
    """

    key: str
    folder: str
    athlete: Athlete
    path: str | None = None
    diary: str | None = None
    faults: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What a page calls her."""
        return self.athlete.name or self.athlete.id or self.folder


@dataclass(frozen=True, slots=True)
class SquadPlan:
    """Who is in a squad. week_start 0 = Monday … 6 = Sunday, and rules over that of each member. notes of what was passed by."""

    name: str
    week_start: int
    members: tuple[SquadMember, ...]
    notes: tuple[str, ...] = ()


def read_squad(path: str, result: str | None = None) -> SquadPlan:
    """The squad of a folder or of a squad.toml; a folder that holds one goes by it.

    result   folder that the pages go to: no athlete while nothing is in it.
    Raises   SettingError: there is no such place, no athlete in it, or a squad.toml that says something impossible.
    """
    place = Path(path)
    if not os.path.lexists(path):
        raise SettingError("no-squad", path=path)
    file = place / SQUAD_FILE if place.is_dir() else place
    if place.is_dir() and not file.is_file():
        return _of_folders(path, place.resolve().name, 0, _folders(place, result), _loose(place))
    if not file.is_file() or file.suffix.lower() != ".toml":
        raise SettingError("not-a-squad", path=path)
    return _of_file(file, result)


def _of_file(file: Path, result: str | None) -> SquadPlan:
    name = shown(file)
    table = read_toml(file, _KEYS, name)
    called = text(table["name"], f"{name}: name") if "name" in table else file.resolve().parent.name
    week_start = WEEKDAYS.index(choice(lambda: WEEKDAYS)(table.get("week_start", "monday"), f"{name}: week_start"))
    if "athletes" not in table:
        return _of_folders(name, called, week_start, _folders(file.parent, result), _loose(file.parent))
    return _of_folders(name, called, week_start, _named(file, table, name), ())


def _named(file: Path, table: Mapping[str, object], name: str) -> list[Path]:
    raw = table["athletes"]
    if not isinstance(raw, list) or not all(isinstance(one, str) and one.strip() for one in raw):
        raise SettingError("squad-athletes", where=f"{name}: athletes", value=raw)
    folders = [file.parent / os.path.expanduser(one) for one in raw]  # noqa: PTH111 - Path.expanduser raises without a home
    for one in folders:
        if not one.is_dir():
            raise SettingError("squad-folder", where=f"{name}: athletes", path=shown(one))
    return folders


def _folders(place: Path, result: str | None) -> list[Path]:
    """Every folder in it but hidden ones and those that pages go to or went to."""
    own = None if result is None else os.path.realpath(result)
    try:
        inside = sorted(place.iterdir(), key=lambda one: (one.name.casefold(), one.name))
    except OSError as error:
        raise SettingError("unreadable", path=shown(place), detail=error.strerror or str(error)) from error
    there = [one for one in inside if one.is_dir() and not one.name.startswith((".", "_"))]
    return [one for one in there if not (one / RESULT).is_file() and (os.path.realpath(one) != own or any(one.iterdir()))]


def _loose(place: Path) -> tuple[str, ...]:
    """Files beside the folders belong to nobody, and that is said."""
    ours = {SQUAD_FILE, "footfall.toml"}
    loose = sorted(one.name for one in place.iterdir() if one.is_file() and not one.name.startswith(".") and one.name not in ours)
    if not loose:
        return ()
    more = len(loose) - 1
    return (say("squad.loose", first=loose[0], more=more) if more else say("squad.loose.one", first=loose[0]),)


def _of_folders(path: str, name: str, week_start: int, folders: list[Path], notes: tuple[str, ...]) -> SquadPlan:
    once = {os.path.realpath(one): one for one in reversed(folders)}
    members: list[SquadMember] = []
    keys: dict[str, str] = {}
    for folder in (one for one in folders if once[os.path.realpath(one)] is one):
        member = _member(folder)
        first = keys.setdefault(member.key, member.folder)
        if first != member.folder:
            told = say("squad.same-id", id=member.athlete.id, first=first)
            member = SquadMember(
                folder_key(str(folder)), member.folder, member.athlete, member.path, member.diary, (*member.faults, told)
            )
            keys[member.key] = member.folder
        members.append(member)
    if not members:
        raise SettingError("one-athlete" if notes else "empty-squad", path=path)
    return SquadPlan(name, week_start, tuple(members), notes)


def _member(folder: Path) -> SquadMember:
    called, where = folder.resolve().name, shown(folder)
    diary = next((shown(folder / name) for name in DIARY_FILES if (folder / name).is_file()), None)
    file = folder / ATHLETE_FILE
    if not file.is_file():
        return SquadMember(folder_key(str(folder)), where, Athlete(id=called), None, diary)
    try:
        key, athlete = read_with_key(str(file))
    except SettingError:  # what is wrong would quote it, and of what it says nothing is shared
        told = say("squad.bad-athlete", path=f"{called}/{ATHLETE_FILE}", folder=called)
        nobody = Athlete(id=called, share=Share.NONE)
        return SquadMember(folder_key(str(folder)), where, nobody, shown(file), diary, (told,))
    return SquadMember(key, where, athlete, shown(file), diary)
