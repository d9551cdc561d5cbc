"""A single run, in full."""

import math
from collections.abc import Iterator

from rich.table import Table
from rich.text import Text

from footfall.metrics.load import DEFAULT_LOAD_MODEL
from footfall.model.summary import RunSummary
from footfall.render.content import Content
from footfall.render.fields import outings_by_run
from footfall.render.loads import load_range
from footfall.render.printable import printable
from footfall.render.terminal.runs import cadence, onset_word, thousands
from footfall.wording import say
from footfall.wording.codes import called
from footfall.wording.notes import note_text
from footfall.wording.numbers import clock, date, distance_number, easy, number, percent, weekday


def one_run(content: Content) -> Table:
    """Label and value, one under the other."""
    run = content.runs[0]
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    table.add_row(Text(say("terminal.run.what")), Text(printable(_what(run))))
    for label, value in (*_numbers(run, own_easy=content.calibration.easy.runs > 0), *_pain(content, run)):
        table.add_row(Text(say(f"terminal.run.{label}")), Text(value))
    for note in run.notes:
        table.add_row(Text(say("terminal.run.note")), Text(printable(note_text(note))))
    return table


def _what(run: RunSummary) -> str:
    local = run.local_start
    parts = [f"{weekday(run.local_date)} {date(run.local_date)} {clock(local.time())}", called("sport", run.sport)]
    parts += [called("sport", run.sub_sport)] if run.sub_sport not in (None, "generic") else []
    parts += [part for part in (run.device, run.format) if part is not None]
    return ", ".join(parts)


def _numbers(run: RunSummary, *, own_easy: bool) -> Iterator[tuple[str, str]]:
    if run.distance_m is not None:
        yield (
            "distance",
            say(
                "terminal.run.distance.value",
                km=distance_number(run.distance_m, 2),
                source=called("distance", run.distance_source),
            ),
        )
    yield (
        "time",
        say(
            "terminal.run.time.value",
            timer=span(run.timer_s),
            running=span(run.running_s),
            walking=span(run.walking_s),
            elapsed=span(run.elapsed_s),
        ),
    )
    yield "cadence", _cadence(run)
    yield "footfalls", _footfalls(run)
    if run.contact_balance.known:
        left, coverage = run.contact_balance.value, percent(run.contact_balance.coverage)
        yield "balance", say("terminal.run.balance.value", left=number(left, 1), right=number(100 - left, 1), coverage=coverage)
    if run.force.known:
        key = f"terminal.run.force.{run.contact_time_source}"
        yield "force", say(key, value=number(run.force.value, 2), low=number(run.force.low, 2), high=number(run.force.high, 2))
    if run.load.measure.known:
        key = "terminal.run.load.exploratory" if run.load.exploratory else "terminal.run.load.value"
        yield "load", say(key, range=load_range(run.load.measure), model=run.load.model)
    elif run.load.model != DEFAULT_LOAD_MODEL:
        yield "load", say("load.unknown", model=run.load.model)
    if run.lumbar_cumulative.known:
        yield (
            "lumbar",
            say(
                "terminal.run.lumbar.value" if run.lumbar_per_footfall.known else "terminal.run.lumbar.walked",
                range=thousands(run.lumbar_cumulative),
                low=number(run.lumbar_per_footfall.low, 1),
                high=number(run.lumbar_per_footfall.high, 1),
            ),
        )
    b1, b4, b10 = (easy(run.easy_km[name]) for name in ("b1", "b4", "b10"))
    yield "easy", say("terminal.run.easy.value" if own_easy else "terminal.run.easy.published", b1=b1, b4=b4, b10=b10)


def _cadence(run: RunSummary) -> str:
    if not run.cadence.known:
        return say("terminal.unknown")
    return say(
        f"terminal.run.cadence.{run.cadence.source}",
        spm=cadence(run).lstrip("~"),
        factor=say("terminal.unknown") if run.cadence_factor is None else run.cadence_factor,
        coverage=percent(run.cadence.coverage),
    )


def _footfalls(run: RunSummary) -> str:
    counts = run.footfalls
    return say(
        "terminal.run.footfalls.value",
        total=number(counts.total.value),
        low=number(counts.total.low),
        high=number(counts.total.high),
        running=number(counts.running),
        walking=number(counts.walking),
        downhill=number(counts.downhill),
        uphill=number(counts.uphill),
    )


def _pain(content: Content, run: RunSummary) -> Iterator[tuple[str, str]]:
    outing = outings_by_run(content.history).get(run.id)
    if outing is None or outing.entry is None:
        return
    yield (
        "pain",
        say(
            "terminal.run.pain.value",
            onset=onset_word(outing.onset),
            most=number(outing.entry.pain_max),
            morning=number(outing.entry.pain_next_morning),
        ),
    )


def span(seconds: float) -> str:
    """`52:44`, `1:02:44`; `?` where it is not known."""
    if math.isnan(seconds):
        return say("terminal.unknown")
    whole = round(seconds)
    hours, minutes, rest = whole // 3600, whole % 3600 // 60, whole % 60
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
