"""What is kept of the elements of an export while they go by."""

from collections.abc import Mapping

from footfall.formats.apple.kinds import KINDS
from footfall.formats.apple.records import Records
from footfall.formats.apple.workout import Workout, to_workout

MOST_WORKOUTS = 30_000
"""Eight a day for ten years."""

_TOP = frozenset({"Record", "Workout", "Correlation", "ActivitySummary"})


class ExportListener:
    """Hears an export and keeps its workouts and the records of use.

    untimed   workouts without usable times.    beyond   workouts above MOST_WORKOUTS.
    """

    wanted = frozenset(KINDS)

    def __init__(self) -> None:
        self.records = Records()
        self.workouts: list[Workout] = []
        self.untimed = 0
        self.beyond = 0
        self._known: set[tuple[str, int, int, str]] = set()
        self._open: Workout | None = None
        self._in_part = False
        self._in_correlation = False

    def finish(self) -> list[Workout]:
        """All workouts, the one that the end of a truncated export leaves open among them."""
        self._close()
        return self.workouts

    def start(self, name: str, attributes: Mapping[str, str], depth: int) -> None:
        """An element begins."""
        if name in _TOP:
            self._start_top(name, attributes)
        elif self._open is not None:
            self._start_inner(self._open, name, attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "Workout":
            self._close()
        elif name == "Correlation":
            self._in_correlation = False
        elif name == "WorkoutActivity":
            self._in_part = False

    def restart(self) -> None:
        """Reading goes on behind a damaged place: the ends of what was open may lie within it.

        A record of a correlation that is cut in two is then heard twice, here and outside; the same count twice is counted once.
        """
        self._close()
        self._in_correlation = False

    def _start_top(self, name: str, attributes: Mapping[str, str]) -> None:
        self._close()  # nothing of it is left open but by damage
        if name != "Record":  # only records stand within a correlation
            self._in_correlation = name == "Correlation"
        if name == "Workout":
            self._start_workout(attributes)
        elif name == "Record" and not self._in_correlation:  # those within a correlation stand in the export a second time
            kind = KINDS.get(attributes.get("type", ""))
            if kind is not None:
                self.records.add(kind, attributes)

    def _start_workout(self, attributes: Mapping[str, str]) -> None:
        if len(self.workouts) >= MOST_WORKOUTS:
            self.beyond += 1
            return
        workout = to_workout(attributes)
        if workout is None:
            self.untimed += 1
            return
        identity = (workout.activity, workout.start_s, workout.end_s, workout.source)
        if identity in self._known:
            return
        self._known.add(identity)
        self.workouts.append(workout)
        self._open = workout

    def _start_inner(self, workout: Workout, name: str, attributes: Mapping[str, str]) -> None:
        if name == "MetadataEntry" and self._in_part:
            workout.add_part_metadata(attributes.get("key", ""), attributes.get("value", ""))
        elif name == "MetadataEntry":
            workout.add_metadata(attributes.get("key", ""), attributes.get("value", ""))
        elif name == "WorkoutEvent":
            workout.add_event(attributes)
        elif name == "WorkoutStatistics" and self._in_part:
            workout.add_part_statistics(attributes)
        elif name == "WorkoutStatistics":
            workout.add_statistics(attributes)
        elif name == "WorkoutActivity":
            self._in_part = True
        elif name == "FileReference" and workout.route is None:
            workout.route = attributes.get("path", "")[:1000] or None

    def _close(self) -> None:
        if self._open is not None:
            self._open.close()
        self._open = None
        self._in_part = False
