"""What `footfall pain` says: what is wrong with a cell, why nothing was written, and how the row now stands."""

import datetime as dt
from collections.abc import Mapping

from footfall.cli import streams
from footfall.cli.pain_cells import NAMES
from footfall.config.settings import Settings
from footfall.diary.one_entry import Entered, read_given
from footfall.errors import SettingError
from footfall.model.columns import DIARY_COLUMNS
from footfall.model.diary import RESOLVED, DiaryEntry
from footfall.model.problem import Problem
from footfall.tables.cell import cut
from footfall.wording import say
from footfall.wording.numbers import clock, date, plain, weekday

_LONGEST_NOTE = 300
"""Letters of a note as it is read back; the diary has it whole."""


def check(given: Mapping[str, str], path: str) -> None:
    """Raises SettingError for the first cell that a diary could not be read with; flag text is never refused."""
    _, problems = read_given(given, path)
    for problem in problems:
        if problem.reason != "unchecked-red-flag":
            column = (problem.where or "").rpartition("column ")[2]
            raise SettingError("pain-cell", option=_option(column), message=problem.message)


def _option(column: str) -> str:
    if column == "pain_max":
        return say("pain.score")
    return next((option for option, name in NAMES.items() if name == column), column)


def refusal(entered: Entered, path: str) -> SettingError:
    """Why nothing was written."""
    if entered.choices:
        return SettingError("pain-which", path=path, count=len(entered.choices), starts=", ".join(entered.choices))
    clashes = " ".join(
        say("setting.pain-clash.cell", column=one.column, written=one.written, given=one.given) for one in entered.clashes
    )
    return SettingError("pain-clash", path=path, row=entered.row, clashes=clashes)


def tell(entered: Entered, path: str, *, existing: bool, settings: Settings) -> None:
    """Red flags first, then how the row stands and what comes next."""
    entry = entered.entry
    assert entry is not None
    if entry.red_flags or entry.unread_red_flags:
        _red_flags(path, settings)
    if not existing:
        streams.message(say("pain.new-file", path=path))
    if entered.columns:
        streams.message(say("pain.columns", path=path, columns=", ".join(entered.columns)))
    key = "pain.filled" if entered.filled else "pain.written"
    streams.echo(say(key, path=path, row=entered.row, told=_row(entry)))
    for one in entered.changed:
        streams.echo(say("pain.changed", column=one.column, written=one.written, given=one.given))
    _name(entered.problems)
    if not settings.quiet:
        streams.message(say("pain.next.report") if existing else say("pain.next.start", path=path))


def _name(problems: tuple[Problem, ...]) -> None:
    from footfall.render.terminal.problems import lines

    for problem in problems:
        streams.error(lines(problem))


def _red_flags(path: str, settings: Settings) -> None:
    """Every flag that is open in the diary as it now stands, in the words of the report."""
    from footfall.findings import RULES
    from footfall.findings.red_flags import PRESSING
    from footfall.findings.rule import check as ask
    from footfall.history.days import build_history
    from footfall.model.diary import Tier
    from footfall.render.terminal.found import red_flag
    from footfall.workflow.analyze import read_diary_file

    diary, _ = read_diary_file(path)
    history, _ = build_history((), diary, settings.athlete, settings.as_of)
    found = ask(history, [rule for rule in RULES if rule.code in set(Tier)]).found
    shown = [finding for finding in found if finding.rule in PRESSING] or list(found)
    streams.print_page(lambda _: (red_flag(finding) for finding in shown))
    streams.echo("")


def _row(entry: DiaryEntry) -> str:
    """`Mon 23 Nov 2026, worst pain during the run 4, onset 17, low_back`."""
    told = [say("pain.told.day", weekday=weekday(entry.day), date=date(entry.day))]
    for name in DIARY_COLUMNS:
        value = _value(entry, name)
        if not value:
            continue
        after = entry.day + dt.timedelta(days=1)
        told.append(say(f"pain.told.{name}", value=value, start=value, weekday=weekday(after), date=date(after)))
    return ", ".join(told)


def _value(entry: DiaryEntry, name: str) -> str:
    """As it is told; blank where nothing is written."""
    resolved = [RESOLVED] if entry.red_flags_resolved else []
    words = {
        "start": None if entry.start is None else clock(entry.start),
        "onset": None if entry.onset is None else entry.onset.text,
        "sites": ", ".join(sorted(entry.sites)),
        "qualities": ", ".join(sorted(entry.qualities)),
        "red_flags": ", ".join([*sorted(entry.red_flags), *map(cut, entry.unread_red_flags), *resolved]),
        "surface": entry.surface,
        "shoes": cut(entry.shoes or ""),
        "note": cut(entry.note or "", _LONGEST_NOTE),
        "builds": _yes_or_no(entry.builds),
        "stopped_for_pain": _yes_or_no(entry.stopped_for_pain),
        "shortened_for_fear": _yes_or_no(entry.shortened_for_fear),
    }
    if name in words:
        return words[name] or ""
    numbers = {
        "pain_before": entry.pain_before,
        "pain_max": entry.pain_max,
        "pain_after": entry.pain_after,
        "pain_next_morning": entry.pain_next_morning,
        "eased_after_min": entry.eased_after_min,
        "morning_stiffness_min": entry.morning_stiffness_min,
        "rpe": entry.rpe,
        "sleep_h": entry.sleep_h,
    }
    number = numbers.get(name)
    return "" if number is None else plain(number)


def _yes_or_no(value: bool | None) -> str:
    return "" if value is None else "yes" if value else "no"
