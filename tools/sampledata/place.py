"""Where a made-up runner runs, and what the clock says there: two stretches of open sea, where nobody lives.

Offsets are written out, so that no time zone database can change the files.
"""

import datetime as dt
from dataclasses import dataclass

WINTER_TIME = dt.date(2026, 10, 25)


@dataclass(frozen=True, slots=True)
class Place:
    """The point where every route begins, and its time zone.

    lat_deg, lon_deg   within the waters whose clock is the zone's.
    summer_h, winter_h local time minus UTC at daytime, before WINTER_TIME and from then on.  [h]
    """

    timezone: str
    lat_deg: float
    lon_deg: float
    summer_h: int
    winter_h: int

    def utc_offset(self, day: dt.date) -> dt.timedelta:
        """Local time minus UTC at daytime."""
        return dt.timedelta(hours=self.winter_h if day >= WINTER_TIME else self.summer_h)


NORTH_SEA = Place("Europe/Amsterdam", 52.6, 4.4, 2, 1)
PACIFIC = Place("Pacific/Honolulu", 21.15, -157.9, -10, -10)
"""Eleven or twelve hours behind the other, and without summer time."""
