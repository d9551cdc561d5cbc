"""Which diary row answers to which outing, and the rows that answer to none."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from footfall.history.clock import OutingClock
from footfall.history.history import OnsetAt, Outing
from footfall.history.mismatch import MatchProblem
from footfall.history.onset import UNKNOWN, holds, place, says_onset
from footfall.history.outings import Group
from footfall.model.diary import DiaryEntry, OnsetKind
from footfall.model.run import StartKind

NEAR = dt.timedelta(minutes=30)
"""How far a row's `start` may be from the recorded one."""


@dataclass(frozen=True, slots=True)
class Matches:
    """Outings by start, each with the row that answers to it; and what could not be placed."""

    outings: tuple[Outing, ...]
    problems: tuple[MatchProblem, ...]


def match(groups: Sequence[Group], entries: Sequence[DiaryEntry]) -> Matches:
    """Give each outing its row.

    A row with `start` answers to the outing that began nearest, within 30 minutes; else to the only one of its day of which
    nothing but the day is known. A row without it answers to the only outing of its day; on a day with several, its onset goes
    to the only one that can hold it, else it is a day's row.
    Where two rows with an onset speak of one outing, neither is believed: its onset stays unknown.
    """
    return _Matching(groups).run(entries)


class _Matching:
    def __init__(self, groups: Sequence[Group]) -> None:
        self.groups = groups
        self.claims: dict[int, list[DiaryEntry]] = defaultdict(list)
        self.problems: list[MatchProblem] = []
        self.by_day: dict[dt.date, list[int]] = defaultdict(list)
        self.starts: dict[dt.date, list[tuple[dt.datetime, int]]] = defaultdict(list)
        with_a_run = {group[0].local_date for group in groups if _holds_a_run(group)}
        for index, group in enumerate(groups):
            if _holds_a_run(group) or group[0].local_date not in with_a_run:  # a row speaks of the run, not of the walk beside it
                self.by_day[group[0].local_date].append(index)
            for run in group:
                if _untimed(group):
                    continue
                local = run.local_start.replace(tzinfo=None)
                self.starts[local.date()].append((local, index))

    def run(self, entries: Sequence[DiaryEntry]) -> Matches:
        for entry in entries:
            if entry.start is not None:
                self._claim_by_start(entry, entry.start)
        taken = set(self.claims)
        for entry in entries:
            if entry.start is None:
                self._claim_by_day(entry, taken)
        return Matches(tuple(self._outing(index) for index in range(len(self.groups))), tuple(self.problems))

    def _claim_by_start(self, entry: DiaryEntry, start: dt.time) -> None:
        meant = dt.datetime.combine(entry.day, start)
        around = (entry.day + dt.timedelta(days=step) for step in (-1, 0, 1))
        distances = [(abs(local - meant), index) for day in around for local, index in self.starts.get(day, ())]
        nearest = min(distances, default=None)
        untimed = [index for index in self.by_day.get(entry.day, []) if _untimed(self.groups[index])]
        if (nearest is None or nearest[0] > NEAR) and len(untimed) == 1:
            self.claims[untimed[0]].append(entry)  # the only run that may have begun then
        elif nearest is None or nearest[0] > NEAR:
            if self._within_runs(entry.day):
                self._problem("no-run-for-entry", entry, "start", "start", start=start)
        else:
            self.claims[nearest[1]].append(entry)

    def _within_runs(self, day: dt.date) -> bool:
        """Whether a run could be expected on a day: beside one run of a season, the diary's other rows are no mistakes."""
        return bool(self.groups) and self.groups[0][0].local_date <= day <= self.groups[-1][0].local_date

    def _claim_by_day(self, entry: DiaryEntry, taken: set[int]) -> None:
        day = self.by_day.get(entry.day, [])
        free = [index for index in day if index not in taken]
        if len(day) == 1 and free:
            self.claims[free[0]].append(entry)
        elif entry.onset is None or not says_onset(entry):
            return  # a row of the day: nothing in it asks for a run
        elif not day:
            if self._within_runs(entry.day):
                self._problem("no-run-for-entry", entry, "onset")
        elif not free:
            self._problem("no-run-for-entry", entry, "onset", "taken")
        else:
            self._claim_by_onset(entry, free, len(day))

    def _claim_by_onset(self, entry: DiaryEntry, free: list[int], on_that_day: int) -> None:
        assert entry.onset is not None
        onset, clocks = entry.onset, {index: OutingClock.of(self.groups[index]) for index in free}
        fit = [index for index, clock in clocks.items() if holds(onset, clock, entry.day)]
        if not fit:
            fit = [index for index, clock in clocks.items() if place(onset, clock, entry.day) is not None]
        if len(fit) == 1:
            self.claims[fit[0]].append(entry)
        elif fit:
            self._problem("ambiguous-run", entry, "onset", onset=onset.text, count=on_that_day)
        else:
            longest = max(clocks.values(), key=lambda clock: clock.end_min)
            self._outside(entry, longest)

    def _outing(self, index: int) -> Outing:
        group, claims = self.groups[index], self.claims.get(index, [])
        if any(entry.start is not None for entry in claims):
            claims = [entry for entry in claims if entry.start is not None]
        speaking = [entry for entry in claims if says_onset(entry)]
        if len(speaking) > 1:
            for entry in speaking:
                self._problem("ambiguous-run", entry, "onset", "rows", rows=[other.source_line for other in speaking])
            return Outing(group, speaking[0], UNKNOWN)
        if speaking:
            return Outing(group, speaking[0], self._onset(speaking[0], group))
        return Outing(group, claims[0] if claims else None, UNKNOWN)

    def _onset(self, entry: DiaryEntry, group: Group) -> OnsetAt:
        assert entry.onset is not None
        clock = OutingClock.of(group)
        found = place(entry.onset, clock, entry.day)
        if found is None:
            self._outside(entry, clock)
            return UNKNOWN
        return found

    def _outside(self, entry: DiaryEntry, clock: OutingClock) -> None:
        assert entry.onset is not None
        onset = entry.onset
        distance_m = float(clock.distance_m[-1])
        first = clock.runs[0].local_start
        self._problem(
            "onset-outside-run",
            entry,
            "onset",
            "clock-unknown" if onset.kind is OnsetKind.CLOCK and _untimed(clock.runs) else onset.kind.value,
            onset=onset.text,
            minutes=clock.end_min,
            distance_m=distance_m,
            laps=clock.laps,
            begin=first.time(),
            end=max(run.end for run in clock.runs).astimezone(first.tzinfo).time(),
        )

    def _problem(self, code: str, entry: DiaryEntry, column: str, detail: str = "", **values: object) -> None:
        self.problems.append(MatchProblem(code, entry.path, entry, column, detail, {"day": entry.day, **values}))


def _untimed(group: Group) -> bool:
    """Of which only the day is known: its time of day is made up."""
    return group[0].start_kind is StartKind.DAY


def _holds_a_run(group: Group) -> bool:
    return any(run.sport == "running" for run in group)
