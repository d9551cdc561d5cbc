"""Spans of time: pauses, laps, stretches on a slope."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Intervals:
    """Spans of time since the start of a recording.

    edges   shape (k, 2), sorted, disjoint, each of positive length.  [s]
    Raises  ValueError when they are not.
    """

    edges: FloatArray

    def __post_init__(self) -> None:
        edges = np.asarray(self.edges, dtype=np.float64).reshape(-1, 2)
        if edges.size and (not np.all(np.isfinite(edges)) or np.any(np.diff(edges.ravel()[1:-1].reshape(-1, 2)) < 0)):
            raise ValueError("intervals must be finite, sorted and disjoint")
        if np.any(edges[:, 1] <= edges[:, 0]):
            raise ValueError("an interval must end after it starts")
        object.__setattr__(self, "edges", edges)

    @classmethod
    def none(cls) -> "Intervals":
        """No span at all."""
        return cls(np.empty((0, 2)))

    @classmethod
    def covering(cls, starts: FloatArray, ends: FloatArray) -> "Intervals":
        """The union of spans given in any order, overlapping or not; empty and backward ones are dropped.

        starts, ends  shape (n,), finite.  [s]
        """
        keep = ends > starts
        order = np.argsort(starts[keep], kind="stable")
        merged: list[list[float]] = []
        for start, end in zip(starts[keep][order], ends[keep][order], strict=True):
            if merged and start <= merged[-1][1]:
                merged[-1][1] = max(merged[-1][1], float(end))
            else:
                merged.append([float(start), float(end)])
        return cls(np.array(merged, dtype=np.float64).reshape(-1, 2))

    def __len__(self) -> int:
        return len(self.edges)

    @property
    def total_s(self) -> float:
        """Sum of lengths.  [s]"""
        return float(np.sum(self.edges[:, 1] - self.edges[:, 0]))

    def before(self, time_s: FloatArray) -> FloatArray:
        """Seconds of the spans that lie before each time: with pauses, `time_s - before` is the timer.

        time_s   any shape.  [s]
        Returns  the same shape.  [s]
        """
        times = np.asarray(time_s, dtype=np.float64)
        if not len(self):
            return np.zeros_like(times)
        knots = self.edges.ravel()
        lengths = self.edges[:, 1] - self.edges[:, 0]
        ends = np.cumsum(lengths)
        values = np.column_stack([ends - lengths, ends]).ravel()
        return np.interp(times, knots, values)
