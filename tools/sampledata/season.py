"""A whole season as files: what `sample_data/` holds, and, with another seed and nothing planted, what tests need quiet."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sampledata.diary import diary_csv
from sampledata.draws import Draws
from sampledata.fit_run import fit_file
from sampledata.gpx_writer import gpx_file
from sampledata.life import LivedDay, LivedOuting, live
from sampledata.motion import Motion
from sampledata.plan import TIMEZONE, Planted, Recorder
from sampledata.stored_gzip import gzipped
from sampledata.tcx_writer import tcx_file

SEED = 263
"""Of the season in `sample_data/`: one in which every way to write an onset and every awkward row occurs."""

DIARY, ATHLETE = "diary.csv", "athlete.toml"

_ATHLETE = f"""# The runner of the sample season. She is made up, and so is everything in this folder: docs/sample-data.md
id = "sam"
name = "Sam"
birth_year = 1989
body_mass_kg = 66
height_m = 1.72
timezone = "{TIMEZONE}"
week_start = "monday"
share = "flags"
"""


@dataclass(frozen=True, slots=True)
class Truth:
    """What was put into one run file: the known answer to what is read from it.

    start        UTC.                       timer_s, elapsed_s   without and with pauses.  [s]
    footfalls    both feet.                 paused   stops of the timer.
    onset_s      timer seconds into the outing at which pain began; None when it did not, or was there from the start.  [s]
    """

    name: str
    start: dt.datetime
    timer_s: int
    elapsed_s: int
    distance_m: float
    footfalls: float
    paused: int
    onset_s: int | None


@dataclass(frozen=True, slots=True)
class Season:
    """Files of one season.

    runs    file name -> bytes, by start.   diary, athlete   text of diary.csv and athlete.toml.
    truths  one per run file, in the same order.
    """

    runs: Mapping[str, bytes]
    diary: str
    athlete: str
    truths: tuple[Truth, ...]

    @property
    def files(self) -> Mapping[str, bytes]:
        """Everything, by file name."""
        return {**self.runs, DIARY: self.diary.encode(), ATHLETE: self.athlete.encode()}


def season(seed: int = SEED, planted: Planted = Planted.YES) -> Season:
    """One season; the same seed gives the same bytes on every platform."""
    days = live(seed, planted)
    runs: dict[str, bytes] = {}
    truths = []
    for motion, outing in _outings_of(days):
        name = file_name(motion)
        asked = motion is outing.motions[-1]  # a warm-up in a file of its own is not what the watch asks about
        runs[name] = recorded(motion, Draws(seed, "recorder", name), outing.rpe if asked else None)
        truths.append(_truth(name, motion, outing))
    diary = diary_csv(days, planted, Draws(seed, "diary"))
    return Season(MappingProxyType(runs), diary, _ATHLETE, tuple(truths))


def file_name(motion: Motion) -> str:
    """Local start, kind and format: `2026-07-28-0648-easy.fit`."""
    local = motion.start + motion.planned.utc_offset
    recorder = motion.planned.recorder
    suffix = ".fit" if recorder.is_watch else ".gpx" if recorder.is_phone else ".tcx"
    return f"{local:%Y-%m-%d-%H%M}-{motion.planned.kind.value}{suffix}" + (".gz" if motion.planned.gzipped else "")


def _outings_of(days: tuple[LivedDay, ...]) -> list[tuple[Motion, LivedOuting]]:
    return [(motion, outing) for day in days for outing in day.outings for motion in outing.motions]


def recorded(motion: Motion, draws: Draws, rpe: int | None) -> bytes:
    """The file that the planned recorder writes of it.

    rpe   0-10, what the runner tells the watch afterwards; None when she is not asked.
    """
    if motion.planned.recorder.is_phone:
        data = gpx_file(motion, draws)
    elif motion.planned.recorder is Recorder.OLD_WATCH:
        data = tcx_file(motion, draws)
    else:
        data = fit_file(motion, draws, rpe)
    return gzipped(data) if motion.planned.gzipped else data


def _truth(name: str, motion: Motion, outing: LivedOuting) -> Truth:
    return Truth(
        name=name,
        start=motion.start,
        timer_s=motion.timer_s,
        elapsed_s=motion.elapsed_s,
        distance_m=motion.distance_m,
        footfalls=motion.footfalls,
        paused=len(motion.pauses),
        onset_s=outing.felt.onset_s,
    )
