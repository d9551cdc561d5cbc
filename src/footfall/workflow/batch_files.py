"""The files of a batch and whose they are. What the batch itself writes is none of them."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from footfall.config.athletes_above import AthletesAbove, Whose
from footfall.config.places import STDIN, is_url
from footfall.errors import SettingError
from footfall.model.problem import Problem
from footfall.workflow.batch_request import BatchRequest
from footfall.workflow.batch_rows import Terms
from footfall.workflow.find import find
from footfall.workflow.parts import PartFolder
from footfall.workflow.read_chunk import FileTask
from footfall.workflow.shards import is_of


@dataclass(frozen=True, eq=False)
class BatchFiles:
    """What lies behind the paths of a batch.

    tasks      every file, by path; of a shard its own alone.
    athletes   key -> whose files they are, for all of `tasks`.
    problems   paths that lead nowhere, folders that cannot be looked into, athlete files that cannot be used.
    """

    tasks: tuple[FileTask, ...]
    athletes: Mapping[str, Whose]
    problems: tuple[Problem, ...]


def by_athlete(tasks: Sequence[FileTask]) -> dict[str, tuple[FileTask, ...]]:
    """Key of an athlete -> her files, the athletes by key."""
    found: dict[str, list[FileTask]] = {}
    for task in tasks:
        found.setdefault(task.athlete, []).append(task)
    return {key: tuple(found[key]) for key in sorted(found)}


def column_of(whose: Whose) -> str | None:
    """What the table calls an athlete; None where there is no athlete.toml to tell."""
    return None if whose.path is None else whose.athlete.id


def files_of(request: BatchRequest) -> BatchFiles:
    """Find them. Raises SettingError for standard input in a shard."""
    found, missing = find(request.paths)
    written = _Written(request)
    found = tuple(one for one in found if one.named or not written.is_one(one.path))
    if request.shard is not None:
        if any(one.path == STDIN for one in found):
            raise SettingError("shard-stdin")
        shard = request.shard
        found = tuple(one for one in found if is_of(one, shard))
    files = sorted(found, key=lambda one: one.path)
    above = None if request.athlete is not None else AthletesAbove((one.path, one.base) for one in files)
    athletes: dict[str, Whose] = {}
    terms: dict[str, Terms] = {}
    tasks = []
    for one in files:
        whose = request.athlete if above is None else above.of(one.path)
        assert whose is not None, "every file has somebody"
        key = whose.key
        if key not in athletes:
            athletes[key] = whose
            terms[key] = Terms(whose.athlete, request.timezone, request.load_model)
        tasks.append(FileTask(one, key, terms[key]))
    return BatchFiles(tuple(tasks), athletes, (*missing, *(() if above is None else above.problems)))


_OF_LIBRARY = ("library.sqlite", "library-damaged-")
"""How files of a library begin."""


class _Written:
    """What this batch writes or keeps: its table, its log, its parts, its library. The library may lie among the runs."""

    def __init__(self, request: BatchRequest) -> None:
        files = [one for one in (request.output, request.log) if one is not None]
        self._files = frozenset(map(os.path.realpath, files))
        self._folders = tuple(os.path.realpath(one) + os.sep for one in (request.output, PartFolder.of(request.output).path))
        self._library = None if request.library is None else os.path.realpath(request.library)
        self._looked: dict[str, str] = {}

    def is_one(self, path: str) -> bool:
        """True for one that was met in a folder."""
        if is_url(path):
            return False
        folder, name = os.path.split(path)
        if folder not in self._looked:
            self._looked[folder] = os.path.realpath(folder)  # once for each folder: a million files are in some thousands
        folder = self._looked[folder]
        whole = os.path.join(folder, name)  # noqa: PTH118
        of_library = folder == self._library and name.startswith(_OF_LIBRARY)
        return whole in self._files or whole.startswith(self._folders) or of_library
