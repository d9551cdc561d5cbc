"""What is kept of one file: its runs, measured, and what a job asks of it; a function of its bytes and of how it is read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePath
from typing import NamedTuple

from footfall.metrics.measure import measure
from footfall.metrics.sighting import Sighting, on_clock, sighting
from footfall.model.athlete import Athlete
from footfall.model.measured import Measured
from footfall.model.problem import Note, Problem
from footfall.model.run import Run
from footfall.wording.language import ENGLISH
from footfall.wording.locale import Locale, speaking, spoken
from footfall.workflow.items import Item
from footfall.workflow.log_entries import LogEntry, entries_of
from footfall.workflow.read import FACTORS, ReadFile, read_item
from footfall.workflow.request import CadenceUnit


class ToldSport(NamedTuple):
    """What a log says of a file's sport."""

    sport: str
    log: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Of a job, what changes the reading of a file.

    include   as in Request.   told   what a log says of the file's sport; None = nothing.
    lang      language of what is said of the file, which is kept with it. Units never come in: a problem tells what the file has.
    """

    cadence_unit: CadenceUnit = CadenceUnit.AUTO
    include: frozenset[str] = frozenset()
    told: ToldSport | None = None
    lang: str = field(default_factory=lambda: spoken().lang)

    @property
    def key(self) -> tuple[object, ...]:
        """The same as plain values, for a digest; of a log its name alone, which is all that reaches a run."""
        told = None if self.told is None else (self.told.sport, PurePath(self.told.log).name)
        language = () if self.lang == ENGLISH.code else (self.lang,)
        return (self.cadence_unit.value, tuple(sorted(self.include)), told, *language)


@dataclass(frozen=True, eq=False)
class Met:
    """One run as one file has it: what is kept of it, without its samples.

    fetch        gives the run, measured, when it is needed.
    note_codes   codes of its notes.
    row          its numbers for an athlete, JSON, and `row_key`, what they rest on; None and blank where there are none yet.
    """

    path: str
    sighting: Sighting
    fetch: Callable[[], Measured]
    note_codes: tuple[str, ...]
    row: str | None = None
    row_key: str = ""

    @property
    def run_id(self) -> str:
        """Id of the run."""
        return self.sighting.run_id

    @cached_property
    def measured(self) -> Measured:
        """The run, measured."""
        return self.fetch()


@dataclass(frozen=True, eq=False)
class Head:
    """All of a reading but its runs.

    path      the file, as it was called when it was read.
    sha256    of its bytes; blank where none could be had.     size  [bytes]
    content   as in ReadFile: None where nothing was read.
    unknown   a file met in a folder that no reader knows: counted, not a problem.
    entries   of a log: what names a recording or is no run.
    shoes     of an account's list of gear.
    sport     of a file with one recording of at most one session, so that an entry of a log can speak of all of it; else None.
    passed    that it is no run, where its sport is the reason; one of `problems`.
    note_codes   of each run.
    """

    path: str
    sha256: str
    size: int
    content: str | None
    problems: tuple[Problem, ...] = ()
    unknown: bool = False
    entries: tuple[LogEntry, ...] = ()
    shoes: Mapping[str, str] = field(default_factory=dict)
    sport: str | None = None
    passed: Problem | None = None
    note_codes: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, eq=False)
class Reading:
    """One file, read."""

    head: Head
    met: tuple[Met, ...] = ()

    def of(self, athlete: Athlete, flag_zone: str | None) -> tuple[Met, ...]:
        """Its runs on the clock of a runner."""
        return tuple(replace(met, sighting=on_clock(met.sighting, athlete, flag_zone)) for met in self.met)


def reading_of(item: Item, asked: Asked) -> Reading:
    """Read and measure one item; its samples are let go. Nothing is raised for content."""
    told = asked.told
    with speaking(Locale(asked.lang)):
        read = read_item(item, include=asked.include, sport=None if told is None else told.sport)
    met = tuple(_met(item.path, run, asked.cadence_unit) for run in runs_told(read, told))
    return Reading(_head(read, met), met)


def runs_told(read: ReadFile, told: ToldSport | None) -> tuple[Run, ...]:
    """The runs of a file, with a note where a log had to say what they are."""
    if told is None:
        return read.runs
    note = Note("sport-by-log", {"sport": told.sport, "log": PurePath(told.log).name})
    return tuple(replace(run, notes=(*run.notes, note)) for run in read.runs)


def _met(path: str, run: Run, unit: CadenceUnit) -> Met:
    measured = measure(run, FACTORS[unit])
    return Met(path, sighting(run, measured), lambda: measured, tuple(note.code for note in measured.notes))


def _head(read: ReadFile, met: tuple[Met, ...]) -> Head:
    sole = read.recordings[0] if len(read.recordings) == 1 else None
    whole = sole is not None and len(sole.decoded.sessions) <= 1 and not sole.of_a_log
    passed = next((one for one in read.problems if one.reason == "not-a-run"), None) if whole else None
    others = () if sole is None else (one.sport for one in sole.passed_over if one.reason == "not-a-run")
    sport = next(iter((*(run.sport for run in read.runs), *others)), None) if whole else None
    return Head(
        path=read.path,
        sha256=read.sha256,
        size=read.size,
        content=read.content,
        problems=read.problems,
        unknown=read.unknown,
        entries=entries_of(read, None),
        shoes=read.shoes,
        sport=sport,
        passed=passed,
        note_codes=tuple(one.note_codes for one in met),
    )
