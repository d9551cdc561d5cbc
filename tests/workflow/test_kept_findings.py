"""What the rules said is kept by all that they could see: the same is not asked again, and any difference is."""

import dataclasses
import datetime as dt
import enum
import math
import os
import subprocess
import sys
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import UnionType
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.findings import DEEP_RULES, RULES
from footfall.findings.finding import Findings, Outcome
from footfall.findings.rule import check
from footfall.history.days import build_history
from footfall.history.history import History
from footfall.history.mismatch import MatchProblem
from footfall.library.codec import pack, unpack
from footfall.library.store import Library
from footfall.model.athlete import Athlete
from footfall.model.diary import Diary, Quality, Site, UnreadFlag
from footfall.model.problem import Note
from footfall.model.run import Lap
from footfall.workflow.kept_findings import findings_key, from_library
from tests.conftest import ROOT
from tests.factories import entry, minutes_onset, run_on
from tests.findings.cases import cases
from tests.library.kinds import same
from tests.library.made import file, reading

FIRST = dt.date(2026, 5, 1)


class Counting:
    """A rule that says how often it was asked."""

    code, title, source = "T1", "Times asked", "a test"

    def __init__(self) -> None:
        self.asked = 0

    def check(self, history: History) -> Outcome:
        self.asked += 1
        return Outcome((), f"asked {self.asked} times of {len(history.days)} days")


def made() -> History:
    """A short history with something in every place where something can be."""
    runs = [
        run_on(FIRST, laps=[Lap(0.0, 600.0, "manual")], pauses=[(100.0, 130.0)], notes=[Note("no-cadence", {"share": 0.5})]),
        run_on(FIRST, "07:55", minutes=12.0),
        run_on(FIRST + dt.timedelta(2), km=None),
    ]
    rows = [
        entry(
            FIRST,
            start=dt.time(7),
            onset=minutes_onset(17.0),
            pain_max=4.0,
            sites=frozenset({Site.LOW_BACK, Site.CALF}),
            qualities=frozenset({Quality.ACHE}),
            red_flags=frozenset({"fever"}),
            note="after the hills",
            extra={"mood": "fine"},
        ),
        entry(FIRST + dt.timedelta(4), 3, pain_next_morning=2.0, unread_red_flags=("numb",)),
    ]
    diary = Diary("diary.csv", tuple(rows), unread_flags=(UnreadFlag("diary.csv", 9, None, "nite pain"),))
    history, _ = build_history(runs, diary, Athlete(name="Sam", birth_year=1980), FIRST + dt.timedelta(5))
    mismatch = MatchProblem("no-run-for-entry", "diary.csv", rows[1], "onset", values={"day": FIRST, "n": 1})
    return replace(history, mismatches=(mismatch,), stray_entries=(entry(FIRST - dt.timedelta(4000), 5),))


HISTORY = made()
KEY = findings_key(HISTORY, RULES)
Path_ = tuple[object, ...]


def leaves(value: Any, hint: Any = None, at: Path_ = ()) -> Iterator[tuple[Path_, Any, Any]]:
    """Each place in a value, its content and its type hint: fields, items of tuples and mappings, all the way down."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        hints = typing.get_type_hints(type(value))
        for field in dataclasses.fields(value):
            yield from leaves(getattr(value, field.name), hints[field.name], (*at, field.name))
    elif isinstance(value, tuple | Mapping):
        yield at, value, hint
        for key, item in value.items() if isinstance(value, Mapping) else enumerate(value):
            yield from leaves(item, None, (*at, key))
    else:
        yield at, value, hint


def others_of_array(value: Any, _: Any) -> Iterator[Any]:
    if value.size:
        changed = value.copy()
        changed.flat[-1] = 7.0 if math.isnan(changed.flat[-1]) else changed.flat[-1] + 1e-9
        yield changed
    yield np.append(value, value[-1:] if value.size else np.zeros((1, 2)[: value.ndim]), axis=0)


def others_of_set(value: frozenset[Any], hint: Any) -> Iterator[Any]:
    (kind,) = typing.get_args(hint)
    yield from (value - {one} for one in value)
    yield from (value | {one} for one in (kind if issubclass(kind, enum.Enum) else ("another",)) if one not in value)


def others_of_none(_: None, hint: Any) -> Iterator[Any]:
    kinds = typing.get_args(hint) if isinstance(hint, UnionType) else ()
    yield from (sample for sample in ("x", 1, 1.0, True, FIRST) if type(sample) in kinds)


OTHERS: tuple[tuple[Any, Callable[[Any, Any], Iterable[Any]]], ...] = (
    (enum.Enum, lambda value, _: [one for one in type(value) if one is not value]),
    (bool, lambda value, _: [not value]),
    (np.ndarray, others_of_array),
    (float, lambda value, _: [0.5 if math.isnan(value) else np.nextafter(value, math.inf).item(), math.nan]),
    (int, lambda value, _: [value + 1]),
    (str, lambda value, _: [value + "x", ""]),
    (dt.datetime, lambda value, _: [value + dt.timedelta(microseconds=1)]),
    (dt.date, lambda value, _: [value + dt.timedelta(days=1)]),
    (dt.time, lambda value, _: [value.replace(minute=(value.minute + 1) % 60)]),
    (frozenset, others_of_set),
    (tuple, lambda value, _: [value[:-1], (*value, value[-1])] if value else []),
    (Mapping, lambda value, _: [dict(list(value.items())[:-1])] if value else []),
    (type(None), others_of_none),
)
"""Type -> values of the same kind that differ from one; the first that fits."""


def other(value: Any, hint: Any) -> Iterable[Any]:
    make = next((make for kind, make in OTHERS if isinstance(value, kind)), None)
    assert make is not None, f"a {type(value).__name__} in a history: say here how it may differ"
    return make(value, hint)


def put(value: Any, at: Path_, new: Any) -> Any:
    """The value with another content in one place."""
    if not at:
        return new
    first, *rest = at
    if isinstance(value, Mapping):
        return {key: put(item, tuple(rest), new) if key == first else item for key, item in value.items()}
    if isinstance(value, tuple):
        return tuple(put(item, tuple(rest), new) if number == first else item for number, item in enumerate(value))
    assert isinstance(first, str)
    return replace(value, **{first: put(getattr(value, first), tuple(rest), new)})


CHANGES = [
    (at, new) for at, value, hint in leaves(HISTORY) for new in other(value, hint) if not (new is value or same(new, value))
]


def test_there_is_much_that_can_change() -> None:
    assert len(CHANGES) > 500
    assert {str(at[0]) for at, _ in CHANGES} == {field.name for field in dataclasses.fields(History)}


def test_whatever_single_thing_changes_the_rules_are_asked_anew() -> None:
    seen = {KEY}
    for at, new in CHANGES:
        try:
            changed = put(HISTORY, at, new)
        except (ValueError, TypeError, AttributeError):  # no such value can be made: its type refuses it
            continue
        key = findings_key(changed, RULES)
        assert key not in seen, (at, new)
        seen.add(key)
    assert len(seen) > 0.85 * len(CHANGES)


@given(st.data())
def test_whatever_several_things_change_the_rules_are_asked_anew(data: st.DataObject) -> None:
    one, two = data.draw(st.lists(st.sampled_from(CHANGES), min_size=2, max_size=2, unique_by=lambda change: change[0]))
    with suppress(ValueError, TypeError, AttributeError, IndexError):  # the second place went with the first
        assert findings_key(put(put(HISTORY, *one), *two), RULES) != KEY


def test_the_same_made_again_is_the_same() -> None:
    assert findings_key(made(), RULES) == KEY


def test_other_rules_or_another_version_of_them_are_asked_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    assert findings_key(HISTORY, RULES[1:]) != KEY
    assert findings_key(HISTORY, DEEP_RULES) != KEY
    monkeypatch.setattr("footfall.workflow.kept_findings.FINDINGS", 0)
    assert findings_key(HISTORY, RULES) != KEY


@pytest.mark.parametrize("rule", DEEP_RULES, ids=lambda rule: rule.code)
def test_a_rule_is_told_by_its_type_alone(rule: Any) -> None:
    assert not vars(rule)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_what_the_rules_say_comes_back_as_it_was(case: Any) -> None:
    found = check(case.history, RULES)
    assert unpack(Findings, pack(found)) == found


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "kept") as opened:
        opened.keep("sam", [file("/sam/1.fit", 1)], [reading(1)])
        yield opened


def test_the_same_is_not_asked_again(library: Library) -> None:
    rule = Counting()
    first = from_library(library, "sam")(HISTORY, (rule,))
    again = from_library(library, "sam")(made(), (Counting(),))
    assert again == first
    assert again.checked[0].message.startswith("asked 1 times")
    assert rule.asked == 1


@pytest.mark.parametrize(
    "changed",
    [
        replace(HISTORY, as_of=HISTORY.as_of + dt.timedelta(1)),
        replace(HISTORY, shown_since=FIRST),
        replace(HISTORY, athlete=replace(HISTORY.athlete, birth_year=1970)),
        replace(HISTORY, unread_flags=()),
    ],
)
def test_another_is_asked(library: Library, changed: History) -> None:
    rule = Counting()
    ask = from_library(library, "sam")
    ask(HISTORY, (rule,))
    ask(changed, (rule,))
    assert rule.asked == 2
    ask(HISTORY, (rule,))
    assert rule.asked == 2


@pytest.mark.parametrize("harm", [b"", b"ffr", pack(Athlete())])
def test_a_damaged_record_costs_asking_again(library: Library, harm: bytes) -> None:
    rule = Counting()
    ask = from_library(library, "sam")
    ask(HISTORY, (rule,))
    library.keep_findings("sam", findings_key(HISTORY, (rule,)), harm)
    said = ask(HISTORY, (rule,))
    assert rule.asked == 2
    assert ask(HISTORY, (rule,)) == said
    assert rule.asked == 2


def test_the_findings_of_another_runner_are_not_hers(library: Library) -> None:
    library.keep("ada", [file("/ada/2.fit", 2)], [reading(2)])
    rule = Counting()
    from_library(library, "sam")(HISTORY, (rule,))
    from_library(library, "ada")(HISTORY, (rule,))
    assert rule.asked == 2


def test_of_somebody_of_whom_nothing_is_kept_no_findings_are(library: Library) -> None:
    from_library(library, "nobody")(HISTORY, RULES)
    assert [one.key for one in library.athletes()] == ["sam"]


def test_the_last_few_are_kept(library: Library) -> None:
    ask, rule = from_library(library, "sam"), Counting()
    days = [replace(HISTORY, as_of=HISTORY.as_of + dt.timedelta(day)) for day in range(9)]
    for one in days:
        ask(one, (rule,))
    assert [one.findings for one in library.info().holdings] == [4]
    for one in days[-4:]:
        ask(one, (rule,))
    assert rule.asked == 9


@pytest.mark.parametrize("forget", [lambda one: one.forget_path("/sam/1.fit"), lambda one: one.forget_athlete("sam")])
def test_they_go_with_what_they_rest_on(library: Library, forget: Any) -> None:
    from_library(library, "sam")(HISTORY, RULES)
    note = b"after the hills"
    library.keep_findings("sam", "k", note)
    forget(library)
    assert library.findings("sam", "k") is None
    assert library.findings("sam", KEY) is None
    assert note not in library.path.read_bytes()
    assert library.verify() == ()


def test_verify_names_one_that_is_damaged(library: Library) -> None:
    from_library(library, "sam")(HISTORY, RULES)
    assert library.verify({"findings": (Findings,)}) == ()
    library.keep_findings("sam", "k", pack(Athlete()))
    (fault,) = library.verify({"findings": (Findings,)})
    assert (fault.code, fault.values["table"], fault.values["what"]) == ("record", "findings", "k")


def test_without_room_the_findings_are_there_all_the_same(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library._database.connection.execute("PRAGMA query_only = ON")
    assert from_library(library, "sam")(HISTORY, RULES) == check(HISTORY, RULES)


def test_another_process_gives_the_same_key() -> None:
    """Sets come in another order there."""
    told = "import tests.workflow.test_kept_findings as here; print(here.findings_key(here.HISTORY, ()))"
    found = subprocess.run(
        [sys.executable, "-c", told],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert found.stdout.strip() == findings_key(HISTORY, ())


def test_after_a_fault_of_ours_the_rules_are_asked_again(library: Library) -> None:
    class Breaking(Counting):
        def check(self, history: History) -> Outcome:
            super().check(history)
            raise ZeroDivisionError

    rule = Breaking()
    ask = from_library(library, "sam")
    assert ask(HISTORY, (rule,)).problems
    assert ask(HISTORY, (rule,)).problems
    assert rule.asked == 2
