"""Runs on one clock: starts that are known only as a clock showed them, beside starts that are instants."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from footfall.model.run import StartKind
from footfall.model.summary import RunSummary

_ASSUMED = "assumed-utc"


def on_one_clock(runs: Iterable[RunSummary]) -> tuple[RunSummary, ...]:
    """Runs whose zone is not known, on the clock of the run beside them: nobody is in two zones at one time.

    A row that says 22:35 and no zone is expressed as if that were UTC, for want of better. Beside a run that began at 22:30 UTC
    and 17:30 on the runner's clock it is five hours later, not five minutes: it takes the offset of the run with a known one
    whose clock showed the nearest time. Day and clock time of the row stay as they were. Without any known offset all stay.
    """
    found = tuple(runs)
    known = sorted((_face(run), run.id, run.utc_offset_s) for run in found if run.offset_source != _ASSUMED)
    if not known:
        return found
    return tuple(_placed(run, known) if is_shown_alone(run) else run for run in found)


def is_shown_alone(run: RunSummary) -> bool:
    """True where only the runner's clock is known, not the instant."""
    return run.start_kind is StartKind.LOCAL and run.offset_source == _ASSUMED


def apart_by_clock(runs: Sequence[RunSummary]) -> tuple[Sequence[RunSummary], ...]:
    """The runs in sets of which each is on one clock.

    With any known offset `on_one_clock` has put all on one. With none, nothing tells how instants lie to what a clock showed:
    the two cannot be compared, and that their figures are alike says nothing.
    """
    if any(run.offset_source != _ASSUMED for run in runs):
        return (runs,)
    instants, shown = ([run for run in runs if is_shown_alone(run) is alone] for alone in (False, True))
    return tuple(one for one in (instants, shown) if one)


def _placed(run: RunSummary, known: Sequence[tuple[dt.datetime, str, int]]) -> RunSummary:
    face = _face(run)
    at = bisect_left(known, (face, "", 0))
    _, _, offset_s = min(known[max(at - 1, 0) : at + 1], key=lambda one: abs(one[0] - face))
    return replace(run, start=(face - dt.timedelta(seconds=offset_s)).replace(tzinfo=dt.UTC), utc_offset_s=offset_s)


def _face(run: RunSummary) -> dt.datetime:
    """What the runner's clock showed, without a zone."""
    return run.local_start.replace(tzinfo=None)
