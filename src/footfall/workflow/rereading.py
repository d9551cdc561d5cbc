"""Runs read a second time, for those few that are merged from several files or whose sport a log corrects."""

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import NamedTuple

from footfall.metrics.measure import measure
from footfall.metrics.sighting import Sighting, sighting
from footfall.model.measured import Measured
from footfall.model.problem import Note
from footfall.model.run import Run
from footfall.workflow.items import Items
from footfall.workflow.read import FACTORS, read_item
from footfall.workflow.request import Request

_OF_MANY = 8
"""A file of more runs than this (a log, an account's export) is kept once it has been read again, not read for each of them."""
HELD_BYTES = 512 * 1024 * 1024
"""What the samples of kept files come to: two of Apple's exports as large as they are read. The last always stays.  [bytes]"""


class ToldSport(NamedTuple):
    """What a log says of a file's sport."""

    sport: str
    log: str


@dataclass(frozen=True, eq=False)
class Met:
    """One run as one file has it: what is kept of it, without its samples."""

    path: str
    sighting: Sighting
    measured: Measured

    @property
    def run_id(self) -> str:
        """Id of the run."""
        return self.sighting.run_id


def met_run(path: str, run: Run, request: Request) -> Met:
    """A run, measured; its samples are let go."""
    measured = measure(run, FACTORS[request.cadence_unit])
    return Met(path, sighting(run, measured, request.athlete, request.timezone), measured)


@dataclass(eq=False)
class Rereading:
    """Files by path, read again while the items are open. Ask for the runs of one file together: the last files alone are kept.

    sports   path -> what a log says of its sport, which goes before what the file says.
    """

    items: Items
    request: Request
    sports: dict[str, ToldSport] = field(default_factory=dict)
    _kept: OrderedDict[str, dict[str, Run]] = field(default_factory=OrderedDict)

    def run(self, met: Met) -> Run | None:
        """The run with its samples; None when its file is no longer what it was."""
        runs = self._kept.get(met.path)
        if runs is None:
            runs = {run.id: run for run in self.runs(met.path)}
            if len(runs) > _OF_MANY:
                self._keep(met.path, runs)
        else:
            self._kept.move_to_end(met.path)
        return runs.get(met.run_id)

    def _keep(self, path: str, runs: dict[str, Run]) -> None:
        self._kept[path] = runs
        while len(self._kept) > 1 and sum(map(_size, self._kept.values())) > HELD_BYTES:
            self._kept.popitem(last=False)

    def runs(self, path: str) -> tuple[Run, ...]:
        """Every run of a file."""
        told = self.sports.get(path)
        read = read_item(self.items.again(path), include=self.request.include, sport=None if told is None else told.sport)
        if told is None:
            return read.runs
        note = Note("sport-by-log", {"sport": told.sport, "log": PurePath(told.log).name})
        return tuple(replace(run, notes=(*run.notes, note)) for run in read.runs)


def _size(runs: dict[str, Run]) -> int:
    """Of their samples.  [bytes]"""
    return sum(column.nbytes for run in runs.values() for column in run.samples.values())
