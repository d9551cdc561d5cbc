"""Runs read a second time, with their samples, for those few that are merged from several files."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from footfall.model.run import Run
from footfall.workflow.items import Item
from footfall.workflow.read import read_item
from footfall.workflow.reading import Asked, Met, runs_told

_OF_MANY = 8
"""A file of more runs than this (a log, an account's export) is kept once it has been read again, not read for each of them."""
HELD_BYTES = 512 * 1024 * 1024
"""What the samples of kept files come to: two of Apple's exports as large as they are read. The last always stays.  [bytes]"""


@dataclass(eq=False)
class Rereading:
    """Files by path, read again while they can be opened. Ask for the runs of one file together: the last files alone are kept.

    item   the file of a path; None when it is no longer there.
    """

    item: Callable[[str], Item | None]
    _kept: OrderedDict[tuple[str, Asked], dict[str, Run]] = field(default_factory=OrderedDict)

    def run(self, met: Met, asked: Asked) -> Run | None:
        """The run with its samples; None when its file is no longer what it was."""
        key = met.path, asked
        runs = self._kept.get(key)
        if runs is None:
            runs = {run.id: run for run in self._runs(*key)}
            if len(runs) > _OF_MANY:
                self._keep(key, runs)
        else:
            self._kept.move_to_end(key)
        return runs.get(met.run_id)

    def _keep(self, key: tuple[str, Asked], runs: dict[str, Run]) -> None:
        self._kept[key] = runs
        while len(self._kept) > 1 and sum(map(_size, self._kept.values())) > HELD_BYTES:
            self._kept.popitem(last=False)

    def _runs(self, path: str, asked: Asked) -> tuple[Run, ...]:
        item, told = self.item(path), asked.told
        if item is None:
            return ()
        return runs_told(read_item(item, include=asked.include, sport=None if told is None else told.sport), told)


def _size(runs: dict[str, Run]) -> int:
    """Of their samples.  [bytes]"""
    return sum(column.nbytes for run in runs.values() for column in run.samples.values())
