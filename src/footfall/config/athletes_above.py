"""The athlete of each file of a batch: the nearest athlete.toml above it.

The user's own plays no part: the runs may be other people's.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from footfall.config.athlete import folder_key, read_with_key
from footfall.config.places import ATHLETE_FILE, shown
from footfall.errors import SettingError
from footfall.model.athlete import Athlete
from footfall.model.problem import Problem
from footfall.wording import say
from footfall.wording.errors import sentence

_OF_A_URL = "://"


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose a file is.

    key      by which the library knows her.
    path     her athlete.toml; None = there is none above the file, or it cannot be used: then only her folder is known.
    """

    key: str
    athlete: Athlete
    path: str | None


class AthletesAbove:
    """Who the athletes of some files are, with one look into each folder.

    Looked at are the folder of a file and those above it, up to the one that the user named and on to the one the user is in,
    where that lies above; what lies further up may be somebody else's. Above a URL nothing is looked for.
    The answers do not depend on the order of the files.
    """

    def __init__(self, files: Iterable[tuple[str, str | None]]) -> None:
        """files   of the whole batch, each with the folder that the user named and in which it was met; None = named itself."""
        pairs = {(_folder(path), base) for path, base in files}
        self._here = _whole("")
        self._named = {_whole(base) for _, base in pairs if base is not None}
        self._looked: dict[str, str | None] = {}
        self._problems: list[Problem] = []
        whole = {folder: _whole(folder) for folder, _ in pairs}
        nearest = {folder: self._nearest(place) for folder, place in whole.items()}
        told = self._told(sorted({path for path in nearest.values() if path is not None}))
        self._by_folder: dict[str, Whose] = {}
        for folder, path in nearest.items():
            known = None if path is None else told.get(path)
            self._by_folder[folder] = self._untold(whole[folder], path) if known is None else known

    @property
    def problems(self) -> tuple[Problem, ...]:
        """`bad-athlete`: files that say something impossible, and those that state the `id` of another and differ. By path."""
        return tuple(sorted(self._problems, key=lambda problem: problem.path))

    @property
    def everyone(self) -> tuple[Whose, ...]:
        """Each athlete once, by key."""
        return tuple(sorted({one.key: one for one in self._by_folder.values()}.values(), key=lambda one: one.key))

    def of(self, path: str) -> Whose:
        """Whose a file is. Raises KeyError for one in a folder of which no file was given."""
        return self._by_folder[_folder(path)]

    def _nearest(self, folder: str) -> str | None:
        """The athlete.toml for what lies in a folder."""
        if _OF_A_URL in folder:
            return None
        top = next((one for one in reversed(list(_upwards(folder))) if one in self._named or one == self._here), folder)
        passed: list[str] = []
        found: str | None = None
        for place in _upwards(folder):
            if place in self._looked:
                found = self._looked[place]
                break
            passed.append(place)
            path = os.path.join(place, ATHLETE_FILE)  # noqa: PTH118 - a Path for each folder of a million files is felt
            if os.path.isfile(path):  # noqa: PTH113
                found = path
                break
            if place == top:
                break
        self._looked |= dict.fromkeys(passed, found)
        return found

    def _told(self, paths: list[str]) -> dict[str, Whose]:
        """By path of athlete.toml, for those that can be used; of several that state one `id`, the first speaks for all."""
        first: dict[str, Whose] = {}
        told: dict[str, Whose] = {}
        for path in paths:
            try:
                key, athlete = read_with_key(path, say("problem.bad-athlete.this"))
            except SettingError as error:
                self._fault(path, say("problem.bad-athlete", fault=sentence(error)))
                continue
            known = first.setdefault(key, Whose(key, athlete, path))
            differ = _differences(known.athlete, athlete)
            if differ and known.path is not None:
                told_first = shown(Path(known.path))
                self._fault(path, say("problem.bad-athlete.twice", id=key, first=told_first, keys=", ".join(differ)))
            told[path] = known
        return told

    def _fault(self, path: str, message: str) -> None:
        self._problems.append(Problem(shown(Path(path)), None, "bad-athlete", message))

    def _untold(self, folder: str, unusable: str | None) -> Whose:
        """Somebody of whom no more is known than where her files lie: she is called by that folder."""
        if unusable is not None:
            place = os.path.dirname(unusable)  # noqa: PTH120
        else:
            place = next((one for one in reversed(list(_upwards(folder))) if one in self._named), folder)
        return Whose(place, Athlete(id=os.path.basename(place) or None), None)  # noqa: PTH119


def _folder(path: str) -> str:
    return os.path.dirname(path)  # noqa: PTH120


def _whole(folder: str) -> str:
    """From the root, links followed; a URL as it is."""
    return folder.rstrip("/") if _OF_A_URL in folder else folder_key(folder)


def _upwards(folder: str) -> Iterator[str]:
    """The folder, and all above it."""
    while True:
        yield folder
        above = os.path.dirname(folder)  # noqa: PTH120
        if above == folder:
            return
        folder = above


def _differences(one: Athlete, other: Athlete) -> list[str]:
    """Keys in which two files on one person differ."""
    theirs = asdict(other)
    return [key for key, value in asdict(one).items() if value != theirs[key]]
