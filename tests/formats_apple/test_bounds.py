"""Work and memory stay in bounds whatever the export holds: what would take hours is left out, and said."""

from footfall.formats.apple import records
from tests.formats_apple.made import counted, export, read, record, workout


def test_records_near_many_workouts_are_not_looked_at_for_each() -> None:
    steps = [record(k % 300, 600, 10, f"App {k % 9}") for k in range(3000)]
    recordings = read(export(*steps, *[workout(0, 600 + k) for k in range(100)]))
    with_steps = sum("cadence_per_min" in recording.columns for recording in recordings)
    assert with_steps == 8 * (3000 + 10_000) // 3000
    (problem,) = recordings[0].problems
    assert f"the {100 - with_steps} oldest workouts" in problem.message


def test_a_thousand_sources_are_compared_by_their_sums_first() -> None:
    few = [record(0, 600, 10 + k / 1000, f"App {k}") for k in range(1000)]
    (recording,) = read(export(*few, record(0, 600, 1650, "Full"), workout(source="App")))
    assert abs(counted(recording) - 1650) < 0.05


def test_the_own_source_is_compared_however_many_are_fuller() -> None:
    others = [record(0, 600, 1700 + k, f"App {k}") for k in range(20)]
    (recording,) = read(export(*others, record(0, 600, 1650, "Own"), workout(source="Own")))
    assert abs(counted(recording) - 1650) < 0.05


def test_a_record_takes_fifteen_bytes() -> None:
    assert records._ROW.itemsize == 15
    assert records.MOST_RECORDS * records._ROW.itemsize == 180_000_000
