"""Small squads as files: run logs and treadmill files with known sums, diaries, athletes who share more or less."""

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.formats_xml.made import START, lap, tcx

MONDAY = dt.date(2026, 11, 9)
AS_OF = "2026-11-16"
WEEK = "2026-W46"
DIARY = "date,pain_max,onset,sites,pain_next_morning,qualities,red_flags,note\n"


def athlete(folder: Path, **told: str) -> Path:
    """A folder with an athlete.toml."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "athlete.toml").write_text("".join(f'{key} = "{value}"\n' for key, value in told.items()))
    return folder


def log(folder: Path, runs: Mapping[dt.date, float], pace_min: float = 6.0) -> Path:
    """A run log: day -> km."""
    rows = "".join(f"{day},07:00,{km},{km * pace_min}\n" for day, km in sorted(runs.items()))
    (folder / "log.csv").write_text("date,start,distance_km,moving_min\n" + rows)
    return folder


def steady(last: dt.date = MONDAY, weeks: int = 8, km: float = 8.0) -> dict[dt.date, float]:
    """Three equal runs a week, Tuesdays, Thursdays and Sundays, up to the week that begins on `last`."""
    return {last - dt.timedelta(weeks=back) + dt.timedelta(days=day): km for back in range(weeks) for day in (1, 3, 6)}


def diary(folder: Path, rows: Iterable[str]) -> Path:
    """Rows as they would be typed under DIARY."""
    (folder / "diary.csv").write_text(DIARY + "".join(f"{row}\n" for row in rows))
    return folder


def treadmill(folder: Path, start: dt.datetime, minutes: int = 30) -> Path:
    """A TCX without a position, 3 m/s: nothing in it says what the runner's clock showed."""
    second = (start - START).total_seconds()
    points = tuple(second + step for step in range(0, minutes * 60 + 1, 5))
    (folder / f"{start:%Y%m%dT%H%M}.tcx").write_text(tcx(lap(second, minutes * 60.0, points)))
    return folder
