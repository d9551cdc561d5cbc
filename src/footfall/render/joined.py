"""Which recordings are one run, and what came from where: for `footfall doctor` of several files."""

from collections.abc import Sequence
from typing import Protocol

from footfall.metrics.same_run import Why
from footfall.model.measured import Measured
from footfall.model.problem import Problem
from footfall.render.fields import Plain, number


class JoinedCopy(Protocol):
    """Another recording of a run."""

    @property
    def path(self) -> str: ...  # noqa: D102
    @property
    def of_a_log(self) -> bool: ...  # noqa: D102
    @property
    def why(self) -> Why: ...  # noqa: D102
    @property
    def hours_off(self) -> float: ...  # noqa: D102
    @property
    def columns(self) -> tuple[str, ...]: ...  # noqa: D102


class JoinedRun(Protocol):
    """One run and all its recordings; `path` is that of the one that speaks for it."""

    @property
    def measured(self) -> Measured: ...  # noqa: D102
    @property
    def path(self) -> str: ...  # noqa: D102
    @property
    def copies(self) -> Sequence[JoinedCopy]: ...  # noqa: D102


def document(runs: Sequence[JoinedRun], problems: Sequence[Problem]) -> dict[str, Plain]:
    """Everything as plain values: the JSON of `doctor` of several files."""
    return {
        "runs": [_run(run) for run in runs],
        "problems": [{"path": one.path, "where": one.where, "reason": one.reason, "message": one.message} for one in problems],
    }


def _run(run: JoinedRun) -> dict[str, Plain]:
    header, totals = run.measured.header, run.measured.totals
    return {
        "id": run.measured.run_id,
        "start": header.start.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "start_kind": header.start_kind.value,
        "sport": header.sport,
        "timer_s": number(totals.timer_s),
        "distance_m": number(totals.distance_m),
        "path": run.path,
        "copies": [
            {"path": copy.path, "why": copy.why.value, "hours_off": number(copy.hours_off), "taken": list(copy.columns)}
            for copy in run.copies
        ],
    }
