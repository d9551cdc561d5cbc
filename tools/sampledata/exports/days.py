"""When things happen in a made account: one after the other, mornings and evenings, never two at once."""

import datetime as dt

from sampledata.draws import Draws

_MORNING_UTC, _EVENING_UTC = dt.time(5, 20), dt.time(16, 10)


class Days:
    """Hands out starts, each later than the one before it by hours."""

    def __init__(self, first: dt.date, draws: Draws) -> None:
        self._draws = draws
        self._day = first
        self._morning_gone = False

    @property
    def day(self) -> dt.date:
        """Of the next start at the earliest."""
        return self._day

    def next(self) -> dt.datetime:
        """The next start, UTC: about four in five mornings and one in two evenings are taken."""
        while True:
            evening = self._morning_gone
            day, self._morning_gone = self._day, not evening
            if evening:
                self._day += dt.timedelta(days=1)
            if self._draws.chance(0.5 if evening else 0.8):
                early = dt.datetime.combine(day, _EVENING_UTC if evening else _MORNING_UTC, dt.UTC)
                return early + dt.timedelta(seconds=self._draws.integer(0, 5400))

    def two_in_a_day(self) -> tuple[dt.datetime, dt.datetime]:
        """A morning and an evening of one day, UTC."""
        if self._morning_gone:
            self._day, self._morning_gone = self._day + dt.timedelta(days=1), False
        day, self._day = self._day, self._day + dt.timedelta(days=1)
        morning = dt.datetime.combine(day, _MORNING_UTC, dt.UTC) + dt.timedelta(seconds=self._draws.integer(0, 3600))
        return morning, dt.datetime.combine(day, _EVENING_UTC, dt.UTC) + dt.timedelta(seconds=self._draws.integer(0, 3600))
