"""Recorded cadence: how the running minutes spread, and how it moves within runs against each run's own minutes 5-10."""

import numpy as np

from footfall.findings.late_cadence import STEADY_SPM, Change, LateCadence
from footfall.history.drift import BASE_MIN, BIN_SPM, LEAST_RUNS, RunningCadence
from footfall.model.calibration import CadenceLine
from footfall.render.html.figure import Figure
from footfall.render.html.pictures.panel_cadence import drawing, traces
from footfall.render.html.pictures.picture import Empty, Head, Legend, Picture, Table
from footfall.render.html.words import brief, count, decimal, whole
from footfall.wording import say
from footfall.wording.numbers import percent, signed

KEY = "cadence"
TABLE_STEP_MIN = 5
"""The table behind the picture holds every fifth minute, and the last."""

_BASE = {"begin": BASE_MIN[0], "end": BASE_MIN[1]}


def cadence_picture(found: RunningCadence, late: LateCadence | None, line: CadenceLine) -> Picture | None:
    """The picture; None without a run, where the picture of the weeks says what is missing.

    late   what late minutes of the runs say; None = too few go on for long enough.
    line   by which cadence is estimated where none is recorded.
    """
    if not found.spm.size:
        if not found.without:
            return None
        has = count("cadence.empty.has", found.without, width=percent(line.half_width))
        return Picture(KEY, say("cadence.heading.empty"), "", empty=Empty(has, say("cadence.empty.needs"), mark="population"))
    drift = found.drift.drawn.size > 0
    return Picture(
        KEY,
        _heading(found, late),
        say("cadence.subtitle.drift", **_BASE) if drift else say("cadence.subtitle"),
        figure=Figure(tuple(traces(found)), drawing(found, wide=True), drawing(found, wide=False)),
        key_number=say("cadence.key", median=whole(float(np.median(found.spm)))),
        note=_note(found, late),
        legend=_legend() if drift else (),
        table=_table(found),
    )


def _heading(found: RunningCadence, late: LateCadence | None) -> str:
    median = whole(float(np.median(found.spm)))
    if late is None:
        return say("cadence.heading.alone", median=median)
    change = decimal(abs(late.median))
    return say(f"cadence.heading.{late.change}", median=median, change=change, width=brief(STEADY_SPM))


def _note(found: RunningCadence, late: LateCadence | None) -> tuple[str, ...]:
    low, high = (whole(float(end)) for end in np.quantile(found.spm, (0.1, 0.9)))
    minutes, runs = whole(len(found.spm)), count("page.runs", found.recorded)
    lines = [say("cadence.note.spread", minutes=minutes, runs=runs, low=low, high=high)]
    if late is not None:
        lines.append(_late(late))
    if not found.drift.drawn.size:
        lines.append(say("cadence.note.few", needed=LEAST_RUNS, **_BASE))
    else:
        lines += [say("cadence.note.short")] if late is None else []
        lines.append(say("cadence.note.speed"))
    if found.without:
        lines.append(count("cadence.note.without", found.without))
    return (*lines, say("cadence.note.nothing"))


def _late(late: LateCadence) -> str:
    words = say(
        "cadence.note.late",
        begin=late.first,
        end=late.last + 1,
        runs=count("page.runs", late.runs),
        base_begin=BASE_MIN[0],
        base_end=BASE_MIN[1],
        median=signed(late.median, 1),
        low=signed(late.low, 1),
        high=signed(late.high, 1),
    )
    return f"{words} {say('cadence.note.unclear')}" if late.change is Change.UNCLEAR else words


def _legend() -> tuple[Legend, ...]:
    return Legend("spell", say("cadence.legend.line")), Legend("band", say("cadence.legend.base", **_BASE))


def _table(found: RunningCadence) -> Table:
    heads = (
        Head(say("cadence.table.what"), numeric=False),
        Head(say("cadence.table.n")),
        Head(say("cadence.table.change"), say("page.unit.spm")),
    )
    middles, minutes = found.bins
    rows = [
        (
            say("cadence.table.bin", low=middle - BIN_SPM // 2, high=middle + BIN_SPM // 2),
            whole(held),
            say("page.not_applicable"),
        )
        for middle, held in zip(middles.tolist(), minutes.tolist(), strict=True)
    ]
    drawn, runs = found.drift.drawn.tolist(), found.drift.runs
    for at, (low, median, high) in zip(drawn, found.drift.quartiles.T.tolist(), strict=True):
        if at % TABLE_STEP_MIN and at != drawn[-1]:
            continue
        change = f"{signed(median, 1)} ({signed(low, 1)}…{signed(high, 1)})"
        rows.append((say("cadence.table.minute", begin=at, end=at + 1), whole(int(runs[at])), change))
    return Table(say("cadence.table.caption"), heads, tuple(rows))
