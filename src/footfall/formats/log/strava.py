"""Strava's activities.csv: every activity of an account, those without a file too, in the account's language."""

import statistics
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from footfall.errors import DamagedFileError
from footfall.formats.log.entry import Entry, is_other_sport
from footfall.formats.log.gather import Placed, gather
from footfall.formats.log.numbers import LONGEST_S, SHORTEST_S, possible_way, to_height, to_readings, to_whole_readings
from footfall.formats.log.sports import OPEN, find_sport
from footfall.formats.log.strava_dates import one_order, to_moment
from footfall.formats.log.strava_layout import DATE, DESCRIPTION, DISTANCE, ELAPSED, NAME, TYPE, Layout
from footfall.formats.xml.sports import Sport
from footfall.model.problem import Problem
from footfall.model.run import Decoded, StartKind
from footfall.tables import Row, Table, name_key
from footfall.tables.cell import CellError, shown
from footfall.wording import say
from footfall.wording.numbers import counted

_RUN_LIKE_M_S = (1.8, 4.5)
"""Median speed of all activities of one unknown kind that may be runs: slower are walks and swims, faster are rides."""
_CADENCE_PER_MIN = (30.0, 240.0)


def decode_strava(table: Table, layout: Layout, path: str) -> tuple[Decoded, ...]:
    """A recording for each activity, of other sports with nothing but their sport and time; in any language.

    Raises  RunFileError as `gather` does; DamagedFileError when the file breaks within the first row.
    """
    rows, cut = _whole_rows(table, path)
    sports = _Sports(rows, layout)
    starts = one_order([to_moment(row.cell(DATE)) for row in rows])
    problems: list[Problem] = []
    placed = []
    for row, start in zip(rows, starts, strict=True):
        sport, sub_sport = sports.of(row)
        other = is_other_sport(sport)
        reading = _Reading(row, layout, table.header, path)
        try:
            span = reading.span()
            if start is None:
                raise _no_start(row)
        except CellError as error:
            problems.append(Problem(path, f"row {row.number}", "bad-row", say(f"log.row.{error.key}", **error.values)))
            continue
        entry = Entry(
            start=start,
            start_kind=StartKind.UTC,
            moving_s=span.moving_s,
            elapsed_s=span.elapsed_s,
            sport=sport,
            sub_sport=sub_sport,
            distance_m=None if other else reading.distance_m(span.moving_s),
            ascent_m=reading.height_m(layout.ascent, span.moving_s),
            descent_m=reading.height_m(layout.descent, span.moving_s),
            cadence_per_min=reading.cadence_per_min(),
            name=row.cell(NAME) or None,
            description=row.cell(DESCRIPTION) or None,
            shoes=None if other or sport is None else reading.text(layout.gear),  # of an unknown kind it may be a bike
            link=reading.text(layout.link),
            producer="Strava",
        )
        problems.extend(reading.problems)
        placed.append(Placed(f"row {row.number}", entry))
    return gather(placed, path, (*_about(layout, table.header, path), *problems, *cut))


def _whole_rows(table: Table, path: str) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """The rows, without a last one that is cut: Strava writes every cell of every row."""
    last = table.rows[-1]
    if table.form is None or len(last.cells) >= len(table.header.cells):
        return table.rows, ()
    if len(table.rows) == 1:
        raise DamagedFileError(where=f"row {last.number}")
    message = say("log.broken-off", activities=counted(len(table.rows) - 1, "activity"))
    return table.rows[:-1], (Problem(path, f"row {last.number}", "truncated", message),)


def _no_start(row: Row) -> CellError:
    moment = to_moment(row.cell(DATE))
    if moment is None or moment.day_first is None or moment.month_first is None:
        return CellError("moment", text=shown(row.cell(DATE)))
    return CellError(
        "moment.two-days",
        text=shown(row.cell(DATE)),
        first=moment.day_first.date().isoformat(),
        second=moment.month_first.date().isoformat(),
    )


def _about(layout: Layout, header: Row, path: str) -> tuple[Problem, ...]:
    """What is lacking in the whole export."""
    if layout.moving is not None:
        return ()
    return (Problem(path, f"row {header.number}", "elapsed-for-moving", say("problem.elapsed-for-moving")),)


@dataclass(frozen=True, slots=True)
class _Span:
    moving_s: float
    elapsed_s: float | None


class _Reading:
    """The cells of one row, and what was wrong with them."""

    def __init__(self, row: Row, layout: Layout, header: Row, path: str) -> None:
        self.row = row
        self.layout = layout
        self.header = header
        self.path = path
        self.problems: list[Problem] = []

    def text(self, at: int | None) -> str | None:
        """None where blank or without such a column."""
        return None if at is None else self.row.cell(at) or None

    def seconds(self, at: int | None) -> float | None:
        """The likeliest time; None where there is none that a run can take."""
        readings = () if at is None else to_whole_readings(self.row.cell(at), SHORTEST_S)
        return next((one for one in readings if 0 < one <= LONGEST_S), None)

    def height_m(self, at: int | None, moving_s: float) -> float | None:
        """Height gained or lost; None where there is none."""
        return None if at is None else to_height(self.row.cell(at), 1.0, moving_s)

    def span(self) -> _Span:
        """Moving and elapsed time. Raises CellError when neither is there."""
        elapsed_s, moving_s = self.seconds(ELAPSED), self.seconds(self.layout.moving)
        best = elapsed_s if moving_s is None else moving_s
        if best is None:
            raise CellError("no-moving-time")
        return _Span(best, elapsed_s if elapsed_s is not None and elapsed_s >= best else None)

    def distance_m(self, moving_s: float) -> float | None:
        """From the column in metres, else from that in kilometres, which held metres before July 2019; None where not known."""
        metres = () if self.layout.metres is None else to_readings(self.row.cell(self.layout.metres))
        first = to_readings(self.row.cell(DISTANCE))
        readings = (*metres, *(1000 * number for number in first), *first)
        if not any(number > 0 for number in readings):
            return None
        way = possible_way(readings, (moving_s,))
        if way is not None:
            return way.distance_m
        column = self.header.cell(DISTANCE) or "6"
        text = self.row.cell(self.layout.metres) if metres and self.layout.metres is not None else self.row.cell(DISTANCE)
        message = say("log.cell.distance-slip", column=column, text=shown(text), minutes=f"{moving_s / 60:.0f}")
        self.problems.append(Problem(self.path, f"row {self.row.number}, column {column}", "bad-cell", message))
        return None

    def cadence_per_min(self) -> float | None:
        """Steps or strides, as Strava has it; None where it is neither."""
        low, high = _CADENCE_PER_MIN
        readings = () if self.layout.cadence is None else to_readings(self.row.cell(self.layout.cadence))
        return next((one for one in readings if low <= one <= high), None)


class _Sports:
    """What each kind of activity is: known by its word, else by how fast the account's activities of that kind go."""

    def __init__(self, rows: Sequence[Row], layout: Layout) -> None:
        speeds: dict[str, list[float]] = defaultdict(list)
        for row in rows:
            word = row.cell(TYPE)
            if find_sport(word) is None and name_key(word) not in OPEN:
                speeds[name_key(word)] += _speeds(row, layout)
        self.may_be_runs = {word for word, found in speeds.items() if _run_like(found)}

    def of(self, row: Row) -> Sport:
        """Sport and sub-sport; None for one that is left to speed and cadence, or to the file."""
        word = row.cell(TYPE)
        found = find_sport(word)
        if found is not None:
            return found
        if name_key(word) in OPEN or name_key(word) in self.may_be_runs:
            return None, None
        return word.casefold(), None


def _speeds(row: Row, layout: Layout) -> Iterable[float]:
    """The row's mean speed, by the columns that need no guess about their unit; nothing where they do not tell.  [m/s]"""
    if layout.metres is None or layout.moving is None:
        return ()
    metres, seconds = to_readings(row.cell(layout.metres)), to_whole_readings(row.cell(layout.moving), SHORTEST_S)
    if not metres or not seconds or metres[0] <= 0 or seconds[0] <= 0:
        return ()
    way = possible_way(metres, seconds[:1])
    return (metres[0] / seconds[0] if way is None else way.distance_m / way.seconds,)


def _run_like(speeds: Sequence[float]) -> bool:
    low, high = _RUN_LIKE_M_S
    return bool(speeds) and low <= statistics.median(speeds) <= high
