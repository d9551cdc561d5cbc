"""Where the runner's clock stood: offset from UTC, and the local day."""

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass
from typing import NamedTuple, Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from footfall.model.athlete import Athlete
from footfall.model.run import StartKind


@dataclass(frozen=True, slots=True)
class Offset:
    """Local time minus UTC at one instant, and how that is known: flag, file, position, athlete or assumed-utc.  [s]"""

    seconds: int
    source: str

    def local(self, instant: dt.datetime) -> dt.datetime:
        """The instant on the runner's clock."""
        return instant.astimezone(dt.timezone(dt.timedelta(seconds=self.seconds)))


@dataclass(frozen=True, slots=True)
class Start:
    """When a run began: the instant, UTC, and where the runner's clock stood."""

    instant: dt.datetime
    offset: Offset

    @property
    def local(self) -> dt.datetime:
        """The start on the runner's clock."""
        return self.offset.local(self.instant)


class Clocked(Protocol):
    """What a recording tells of its clock: a Header, and what is kept of one."""

    @property
    def start(self) -> dt.datetime: ...  # noqa: D102
    @property
    def start_kind(self) -> StartKind: ...  # noqa: D102
    @property
    def utc_offset_s(self) -> int | None: ...  # noqa: D102
    @property
    def position(self) -> tuple[float, float] | None: ...  # noqa: D102


class Clock(NamedTuple):
    """The same on its own; fields as in Header."""

    start: dt.datetime
    start_kind: StartKind
    utc_offset_s: int | None
    position: tuple[float, float] | None


def start_of(header: Clocked, athlete: Athlete, flag_zone: str | None) -> Start:
    """When a run began, from the best that is known. A start that is known as local time stays that local time."""
    offset = _offset(header.start, header, athlete, flag_zone)
    if header.start_kind is StartKind.UTC:
        return Start(header.start, offset)
    # the offset at the instant that is meant: a second look, for a start near a change of clocks
    offset = _offset(header.start - dt.timedelta(seconds=offset.seconds), header, athlete, flag_zone)
    return Start(header.start - dt.timedelta(seconds=offset.seconds), offset)


def _offset(instant: dt.datetime, header: Clocked, athlete: Athlete, flag_zone: str | None) -> Offset:
    return offset_at(
        instant,
        flag_zone=flag_zone,
        file_offset_s=header.utc_offset_s,
        position=header.position,
        athlete_zone=athlete.timezone,
    )


def offset_at(
    instant: dt.datetime,
    *,
    flag_zone: str | None = None,
    file_offset_s: int | None = None,
    position: tuple[float, float] | None = None,
    athlete_zone: str | None = None,
) -> Offset:
    """The best that is known, in the order flag, file, position, athlete, UTC.

    instant    UTC.   flag_zone, athlete_zone  IANA names.   position  latitude, longitude.  [deg]
    Raises     ValueError for a zone that does not exist.
    Source     zone borders from tzfpy (timezone-boundary-builder), simplified: some 1 km off at borders.
    """
    if flag_zone is not None:
        return Offset(_zone_offset_s(flag_zone, instant), "flag")
    if file_offset_s is not None:
        return Offset(file_offset_s, "file")
    if position is not None:
        with suppress(ValueError):  # a zone newer than this system's time zone data: the next source speaks
            return Offset(_zone_offset_s(_zone_at(*position), instant), "position")
    if athlete_zone is not None:
        return Offset(_zone_offset_s(athlete_zone, instant), "athlete")
    return Offset(0, "assumed-utc")


def _zone_at(latitude: float, longitude: float) -> str:
    from tzfpy import get_tz  # 80 ms at the first look-up: only who needs it pays

    return str(get_tz(longitude, latitude)) or "Etc/UTC"


def _zone_offset_s(zone: str, instant: dt.datetime) -> int:
    offset = zone_info(zone).utcoffset(instant.astimezone(zone_info(zone)))
    if offset is None:
        raise ValueError(f"zone {zone!r} has no offset")
    return int(offset.total_seconds())


def zone_info(zone: str) -> ZoneInfo:
    """The IANA zone of that name. Raises ValueError for a name that is none."""
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, OSError) as error:  # a folder's name, a path out of the database
        raise ValueError(f"{zone!r} is no IANA time zone") from error
