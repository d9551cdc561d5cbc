"""One entry of a log in one form, wherever it was written down, and the recording that it stands for."""

import datetime as dt
import hashlib
import unicodedata
from dataclasses import dataclass

import numpy as np

from footfall.model.intervals import FloatArray
from footfall.model.problem import Problem
from footfall.model.run import Decoded, Session, Source, StartKind

SAMPLE_EVERY_S = 30.0
"""A recording made from an entry has a sample so often: gaps this short are bridged and are no pause.  [s]"""
SLOWEST_M_S, FASTEST_M_S = 0.5, 7.0
"""Mean speed of a whole run or walk: slower is standing, faster than anyone ran a mile. Outside, a number is a slip.  [m/s]"""
ON_FOOT = frozenset({"running", "walking", "hiking"})

MOST_LETTERS, MOST_LETTERS_TOLD, MOST_LETTERS_OF_A_SPORT = 200, 5_000, 60
"""What is kept of a name or of shoes, of a description, and of a sport that is not known; the rest is cut."""

_NORMAL_FORM = "footfall log entry 1"
"""Goes into the hash, so that a later form can be told from this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a log says of one recording. None = it does not say.

    start            what `start_kind` says it is, as in Decoded.
    moving_s         without pauses; where a log has no such number, the elapsed time stands in for it.
    sport            a word of FIT; None = to be told from speed and cadence.
    cadence_factor   1 where the log counts steps, None where it may count strides.
    link             the run file that the log names as this entry's own.
    """

    start: dt.datetime
    start_kind: StartKind
    moving_s: float
    utc_offset_s: int | None = None
    sport: str | None = None
    sub_sport: str | None = None
    distance_m: float | None = None
    elapsed_s: float | None = None
    ascent_m: float | None = None
    descent_m: float | None = None
    cadence_per_min: float | None = None
    cadence_factor: int | None = None
    name: str | None = None
    shoes: str | None = None
    description: str | None = None
    link: str | None = None
    producer: str | None = None

    @property
    def samples(self) -> int:
        """How many samples its recording has: of another sport, which is passed over, only its ends."""
        if is_other_sport(self.sport):
            return 2
        return int(np.ceil(self.moving_s / SAMPLE_EVERY_S)) + 1

    def sha256(self) -> str:
        """Hash of the entry in its normal form: the same row typed into CSV or a workbook, or sorted elsewhere, is the same run.

        The normal form is `key=value` lines in the order below: times to the second, distances and heights to the metre,
        cadence to a tenth, texts in Unicode NFC with single spaces; what is not known has no line.
        """
        lines = [
            _NORMAL_FORM,
            *_line("start", self.start.strftime("%Y-%m-%dT%H:%M:%S")),
            *_line("start_kind", self.start_kind.value),
            *_line("utc_offset_s", self.utc_offset_s),
            *_line("moving_s", _rounded(self.moving_s)),
            *_line("elapsed_s", _rounded(self.elapsed_s)),
            *_line("distance_m", _rounded(self.distance_m)),
            *_line("ascent_m", _rounded(self.ascent_m)),
            *_line("descent_m", _rounded(self.descent_m)),
            *_line("cadence", None if self.cadence_per_min is None else f"{self.cadence_per_min:.1f}"),
            *_line("sport", self.sport),
            *_line("sub_sport", self.sub_sport),
            *_line("name", self.name),
            *_line("shoes", self.shoes),
            *_line("description", self.description),
            *_line("link", self.link),
        ]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()

    def to_decoded(self, path: str, problems: tuple[Problem, ...] = ()) -> Decoded:
        """The entry as a recording at constant speed and cadence: what its totals say and no more."""
        elapsed_s = self.moving_s if self.elapsed_s is None else max(self.elapsed_s, self.moving_s)
        session = Session(
            0.0,
            self.moving_s,
            sport=_kept(self.sport, MOST_LETTERS_OF_A_SPORT),
            sub_sport=self.sub_sport,
            elapsed_s=elapsed_s,
            timer_s=self.moving_s,
            distance_m=self.distance_m,
            ascent_m=self.ascent_m,
            descent_m=self.descent_m,
        )
        source = Source(
            path,
            self.sha256(),
            "log",
            "footfall",
            producer=self.producer,
            name=_kept(self.name, MOST_LETTERS),
            shoes=_kept(self.shoes, MOST_LETTERS),
            description=_kept(self.description, MOST_LETTERS_TOLD),
            link=self.link,
        )
        return Decoded(
            self.start,
            self._columns(),
            source,
            sessions=(session,),
            problems=problems,
            utc_offset_s=self.utc_offset_s,
            cadence_factor=self.cadence_factor,
            start_kind=self.start_kind,
        )

    def _columns(self) -> dict[str, FloatArray]:
        if is_other_sport(self.sport):
            return {"time_s": np.array([0.0, self.moving_s])}
        time_s = np.minimum(np.arange(self.samples) * SAMPLE_EVERY_S, self.moving_s)
        columns = {"time_s": time_s}
        if self.distance_m is not None:
            columns["distance_m"] = time_s * (self.distance_m / self.moving_s)
        if self.cadence_per_min is not None:
            columns["cadence_per_min"] = np.full(len(time_s), self.cadence_per_min)
        return columns


def is_other_sport(sport: str | None) -> bool:
    """True for a sport that is known and is none on foot."""
    return sport is not None and sport not in ON_FOOT


def on_foot_at(distance_m: float, seconds: float) -> bool:
    """True where legs can make that way in that time."""
    return SLOWEST_M_S <= distance_m / seconds <= FASTEST_M_S


def _kept(text: str | None, most: int) -> str | None:
    return text if text is None or len(text) <= most else f"{text[: most - 1]}…"


def _rounded(value: float | None) -> int | None:
    return None if value is None else round(value)


def _line(key: str, value: object) -> tuple[str, ...]:
    """One line of the normal form; none where nothing is known."""
    if value is None:
        return ()
    return (f"{key}={' '.join(unicodedata.normalize('NFC', str(value)).split())}",)
