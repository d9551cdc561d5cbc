"""The records of an export, 15 bytes each, until it is known which of them lie within a workout: workouts stand last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from footfall.formats.apple.kinds import KINDS, Kind
from footfall.formats.apple.workout import instant_s, is_watch
from footfall.formats.xml.text_numbers import to_floats
from footfall.model.intervals import FloatArray, IntArray

MOST_RECORDS = 12_000_000
"""180 MB. Exports of ten years have been seen to hold some three million that are of use here."""

_ROW = np.dtype([("start_s", "<u4"), ("length_s", "<u4"), ("value", "<f4"), ("source", "<u2"), ("kind", "u1")])
Rows = npt.NDArray[np.void]

_BATCH = 16_384
_MOST_SOURCES = 65_535
_LONGEST_TEXTS = 120
"""Of both times and the number together."""
_LONGEST_NAME = 200
_LONGEST_S = 86_400
"""A record that spans days tells nothing of a run."""
_USUAL_LENGTH = len("2024-05-03 06:12:09 +0200")


@dataclass(frozen=True, slots=True)
class Teller:
    """Who wrote a record: the source's name, which is in the user's language, and whether it is a watch."""

    name: str
    is_watch: bool


class Records:
    """Records as they are told.

    left_out   those without a usable time, number, or unit.     beyond  those above MOST_RECORDS.
    """

    def __init__(self) -> None:
        self.left_out = 0
        self.beyond = 0
        self._count = 0
        self._batches: list[Rows] = []
        self._tellers: dict[tuple[str, bool], int] = {}
        self._starts: list[str] = []
        self._ends: list[str] = []
        self._values: list[str] = []
        self._factors: list[float] = []
        self._sources: list[int] = []
        self._kinds: list[int] = []

    def add(self, kind: Kind, attributes: Mapping[str, str]) -> None:
        """One `<Record>` of that kind."""
        start, end = attributes.get("startDate", ""), attributes.get("endDate", "")
        value = attributes.get("value", "")
        factor = kind.units.get(attributes.get("unit", ""))
        source = self._number_of(attributes.get("sourceName", ""), attributes.get("device", ""))
        if factor is None or source is None or len(start) + len(end) + len(value) > _LONGEST_TEXTS:
            self.left_out += 1
            return
        if self._count >= MOST_RECORDS:
            self.beyond += 1
            return
        self._count += 1
        self._starts.append(start)
        self._ends.append(end)
        self._values.append(value)
        self._factors.append(factor)
        self._sources.append(source)
        self._kinds.append(kind.number)
        if len(self._starts) >= _BATCH:
            self._pack()

    def within(self, starts_s: IntArray, ends_s: IntArray) -> "Selected":
        """Those that touch any of these spans; nothing is kept here after that.

        starts_s, ends_s   shape (k,), seconds since 1970, sorted and disjoint.
        """
        self._pack()
        kept = []
        self._batches.reverse()
        while self._batches:  # each goes before the next one is looked at
            rows = self._batches.pop()
            first_s, last_s = _spans_s(rows)
            span = np.searchsorted(starts_s, last_s, side="right") - 1
            kept.append(rows[(span >= 0) & (ends_s[np.maximum(span, 0)] >= first_s)] if len(starts_s) else rows[:0])
        rows = np.concatenate(kept) if kept else np.empty(0, dtype=_ROW)
        kept.clear()
        order = np.lexsort((rows["start_s"], rows["kind"]))
        return Selected(rows[order], tuple(Teller(*known) for known in self._tellers))

    def _number_of(self, name: str, device: str) -> int | None:
        known = (name[:_LONGEST_NAME], is_watch(name, device))
        number = self._tellers.get(known)
        if number is None and len(self._tellers) < _MOST_SOURCES:
            number = self._tellers[known] = len(self._tellers)
        return number

    def _pack(self) -> None:
        """Texts to numbers, a batch at a time."""
        start_s, end_s = _to_seconds(self._starts), _to_seconds(self._ends)
        value = to_floats(self._values) * np.array(self._factors)
        sound = (start_s > 0) & (end_s >= start_s) & (end_s - start_s <= _LONGEST_S) & np.isfinite(value) & (value >= 0)
        sound &= value < np.finfo(np.float32).max
        rows = np.empty(int(np.count_nonzero(sound)), dtype=_ROW)
        rows["start_s"] = start_s[sound]
        rows["length_s"] = (end_s - start_s)[sound]
        rows["value"] = value[sound]
        rows["source"] = np.array(self._sources, dtype=np.uint16)[sound]
        rows["kind"] = np.array(self._kinds, dtype=np.uint8)[sound]
        self._batches.append(rows)
        self.left_out += len(sound) - len(rows)
        for texts in (self._starts, self._ends, self._values, self._factors, self._sources, self._kinds):
            texts.clear()


class Selected:
    """Records within workouts, by kind and start."""

    def __init__(self, rows: Rows, tellers: tuple[Teller, ...]) -> None:
        self._tellers = tellers
        bounds = np.searchsorted(rows["kind"], np.arange(len(KINDS) + 1))
        self._rows = [rows[first:last] for first, last in pairwise(bounds.tolist())]
        self._starts = [part["start_s"].astype(np.int64) for part in self._rows]
        self._longest_s = [int(part["length_s"].max(initial=0)) for part in self._rows]

    def __len__(self) -> int:
        return sum(map(len, self._rows))

    def count_near(self, start_s: int, end_s: int) -> int:
        """No fewer than those of all kinds that touch a span, by two look-ups each."""
        return sum(last - first for first, last in (self._near(kind.number, start_s, end_s) for kind in KINDS.values()))

    def touching(self, kind: Kind, start_s: int, end_s: int) -> "Told":
        """Those of one kind that touch a span."""
        first, last = self._near(kind.number, start_s, end_s)
        near = self._rows[kind.number][first:last]
        return Told(near[_spans_s(near)[1] >= start_s], start_s, self._tellers)

    def _near(self, number: int, start_s: int, end_s: int) -> tuple[int, int]:
        starts = self._starts[number]
        first = np.searchsorted(starts, start_s - self._longest_s[number])
        return int(first), int(np.searchsorted(starts, end_s, side="right"))


class Told:
    """Records of one kind beside one workout. Times in seconds since its start."""

    def __init__(self, rows: Rows, origin_s: int, tellers: tuple[Teller, ...]) -> None:
        first_s, last_s = _spans_s(rows)
        self.start_s = (first_s - origin_s).astype(np.float64)
        self.end_s = (last_s - origin_s).astype(np.float64)
        self.value = rows["value"].astype(np.float64)
        self._rows, self._origin_s, self._tellers = rows, origin_s, tellers

    def __len__(self) -> int:
        return len(self._rows)

    def tellers(self) -> dict[Teller, int]:
        """Who wrote them, with the number that `of` takes."""
        return {self._tellers[number]: number for number in np.unique(self._rows["source"]).tolist()}

    def of(self, number: int) -> "Told":
        """The records of one of them."""
        return Told(self._rows[self._rows["source"] == number], self._origin_s, self._tellers)

    def sums(self, values: FloatArray) -> FloatArray:
        """Sum of a value of each record by its writer, at the writer's number."""
        return np.bincount(self._rows["source"], weights=values, minlength=len(self._tellers)).astype(np.float64)


def _spans_s(rows: Rows) -> tuple[IntArray, IntArray]:
    first_s = rows["start_s"].astype(np.int64)
    return first_s, first_s + rows["length_s"]


def _to_seconds(texts: Sequence[str]) -> IntArray:
    """Seconds since 1970; -1 where a text is no time. All at once where they are written as Apple does."""
    if all(len(text) == _USUAL_LENGTH for text in texts):
        try:
            return _alike(texts)
        except ValueError:  # one that is written otherwise, or the 13th month
            pass
    found = (instant_s(text) for text in texts)
    return np.fromiter((-1 if one is None else one for one in found), dtype=np.int64, count=len(texts))


def _alike(texts: Sequence[str]) -> IntArray:
    joined = np.frombuffer("".join(texts).encode("ascii"), dtype=np.uint8).reshape(len(texts), _USUAL_LENGTH)
    local = np.ascontiguousarray(joined[:, :19]).view("S19").ravel().astype("datetime64[s]").astype(np.int64)
    zone = joined[:, 19:].astype(np.int64)
    digits = zone[:, 2:] - ord("0")
    sign = np.where(zone[:, 1] == ord("-"), -1, 1)
    if np.any((digits < 0) | (digits > 9)) or np.any(zone[:, 0] != ord(" ")) or not np.all(np.isin(zone[:, 1], (43, 45))):
        raise ValueError("not a zone as Apple writes it")
    seconds: IntArray = local - sign * ((digits[:, 0] * 10 + digits[:, 1]) * 3600 + (digits[:, 2] * 10 + digits[:, 3]) * 60)
    if np.any((seconds < 946_684_800) | (seconds >= 4_102_444_800)):
        raise ValueError("a clock that was not set")
    return seconds
