"""The stream: malformed document types, damage, attacks, size, and memory."""

import io
import tracemalloc
from typing import BinaryIO, cast

import pytest

from footfall.errors import DamagedFileError, NotAnActivityError, RunFileError, UnsupportedFileError
from footfall.formats import bounds, read_stream
from footfall.formats.apple import decode, elements, records, stream
from tests.formats_apple.made import PHONE, counted, export, read, record, stamp, workout

IOS_16 = """<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 12 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout|ActivitySummary|ClinicalRecord|VisionPrescription)*)>
<!ATTLIST HealthData
  locale CDATA #REQUIRED
>
<!ATTLIST VisionPrescription
  type             CDATA #REQUIRED
  brand            CDATA #IMPLIED
<!ELEMENT RightEye EMPTY>
<!ATTLIST HeartRateVariabilityMetadataList
]>"""


@pytest.mark.parametrize("doctype", [IOS_16, "", "<!DOCTYPE HealthData>", "<!-- <HealthDat -->"])
def test_whatever_stands_before_the_root_is_no_hindrance(doctype: str) -> None:
    (recording,) = read(export(record(0, 600, 1650), workout(), doctype=doctype))
    assert counted(recording) == pytest.approx(1650, abs=0.05)
    assert not recording.problems


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE HealthData [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    with pytest.raises(UnsupportedFileError) as caught:
        read(export(workout(), doctype=bomb))
    assert caught.value.reason == "unsafe-xml"
    assert caught.value.path == "export.xml"


def test_control_characters_and_wrong_bytes_in_names_cost_nothing() -> None:
    data = export(record(0, 600, 1650, "Ann\x0b\x1f"), workout(source="Ann\x0b\x1f")).replace(b"Ann", b"Ann\xff")
    (recording,) = read(data)
    assert counted(recording) == pytest.approx(1650, abs=0.05)
    assert not recording.problems


DAMAGED = (
    ' <Record type="HKQuantityTypeIdentifierStepCount" Health Mate App Version="2.6" value="70"/>',  # iOS 8 wrote such
    ' <Record type="HKQuantityTypeIdentifierStepCount" sourceName="x value="1"/>',
    " <Record type='HKQuantityTypeIdentifierStepCount' value='&nbsp;'/>",
    " </Correlation>",
    " < >",
)


@pytest.mark.parametrize("damaged", DAMAGED)
def test_one_wrong_line_costs_itself_and_is_said(damaged: str) -> None:
    first, last = record(0, 300, 800), record(300, 600, 850)
    (recording,) = read(export(first, damaged, last, workout()))
    assert counted(recording) == pytest.approx(1650, abs=0.1)
    (problem,) = recording.problems
    assert (problem.reason, problem.where) == ("truncated", "line 7")


def test_damage_within_a_workout_keeps_what_came_before_and_what_comes_after() -> None:
    torn = workout(0, 600, inside='<MetadataEntry key="HKIndoorWorkout" value="1"/>\n<Broken a=>')
    one, other = read(export(record(0, 600, 1650), torn, workout(1000, 1600)))
    assert one.sessions[0].sub_sport == "treadmill"
    assert counted(one) == pytest.approx(1650, abs=0.05)
    assert other.sessions[0].elapsed_s == 600


def test_an_export_that_ends_early_keeps_its_workouts() -> None:
    data = export(record(0, 600, 1650), workout(), workout(1000, 1600))
    (recording,) = read(data[: data.rindex(b"<Workout") + 30])
    (problem,) = recording.problems
    assert problem.reason == "truncated"
    assert problem.where == "line 10"
    assert "the 1 workouts before that" in problem.message


def test_an_export_that_ends_before_its_workouts_is_damaged() -> None:
    data = export(record(0, 600, 1650), workout())
    with pytest.raises(DamagedFileError):
        read(data[: data.index(b"<Workout")])


@pytest.mark.parametrize("data", [b"<HealthData>", b"<!DOCTYPE HealthData [", b'<?xml version="1.0"?><HealthData', b""])
def test_next_to_nothing_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedFileError):
        read(data)


def test_without_workouts_it_is_no_activity() -> None:
    with pytest.raises(NotAnActivityError):
        read(export(record(0, 600, 1650)))


def test_any_cut_gives_recordings_or_a_reason() -> None:
    data = export(record(0, 600, 1650), workout(), workout(1000, 1600, "<WorkoutEvent/>"))
    outcomes = set()
    for cut in range(0, len(data), 7):
        try:
            outcomes.add(len(read(data[:cut])))
        except RunFileError as error:
            outcomes.add(error.reason)
    assert outcomes == {"damaged", 1, 2}


def test_elements_in_one_line_are_read_alike() -> None:
    data = export(record(0, 600, 1650), record(0, 600, 70, kind="BodyMass", unit="kg"), workout())
    (recording,) = read(data.replace(b"\n", b" "))
    assert counted(recording) == pytest.approx(1650, abs=0.05)


def test_steps_within_a_correlation_stand_a_second_time_outside() -> None:
    inner = f' <Correlation type="x">\n{record(0, 600, 1650)}\n </Correlation>'
    (recording,) = read(export(inner, workout()))
    assert "cadence_per_min" not in recording.columns


@pytest.mark.parametrize("after", [workout(1000, 1600), '<ActivitySummary dateComponents="2026-05-03"/>', ""])
def test_damage_within_a_correlation_costs_no_steps_behind_it(after: str) -> None:
    torn = f' <Correlation type="x">\n  <MetadataEntry key="food" value="Mac & Cheese"/>\n{record(0, 60, 165)}\n </Correlation>'
    steps = [record(60 * k, 60 * k + 60, 165) for k in range(10)]
    recording = read(export(torn, after, *steps, workout()))[0]
    assert counted(recording) == pytest.approx(1650, abs=0.1)
    assert {problem.reason for problem in recording.problems} == {"truncated"}


def test_a_correlation_whose_end_is_missing_ends_with_the_next_element_that_no_correlation_holds() -> None:
    listener = elements.ExportListener()
    steps = {"type": "HKQuantityTypeIdentifierStepCount"}
    for name, attributes in (("Correlation", {}), ("Record", steps), ("ActivitySummary", {}), ("Record", steps)):
        listener.start(name, attributes, 2)
    listener.finish()
    assert listener.records.left_out == 1, "only the record behind it was heard, and has no unit"


def test_tags_within_tags_end_the_walk() -> None:
    deep = "".join("<a>" for _ in range(5000))
    one, other = read(export(workout(), deep, workout(1000, 1600)))
    assert [problem.reason for problem in one.problems] == ["truncated"]
    assert not other.problems


def test_a_thousand_damaged_places_and_the_rest_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "_MOST_CUTS", 3)
    (recording,) = read(export(workout(), *DAMAGED, *DAMAGED, workout(1000, 1600)))
    cut, broken = recording.problems
    assert "in 3 places" in cut.message
    assert broken.reason == "truncated"


class Endless:
    """A stream made while it is read: a head, some lines over and over, a tail. It cannot seek."""

    def __init__(self, head: bytes, lines: bytes, times: int, tail: bytes) -> None:
        self._parts = iter([head, *([lines] * times), tail])
        self._rest = b""
        self.read_bytes = 0

    def read(self, size: int) -> bytes:
        while len(self._rest) < size and (part := next(self._parts, None)) is not None:
            self._rest += part
        chunk, self._rest = self._rest[:size], self._rest[size:]
        self.read_bytes += len(chunk)
        return chunk


def endless(megabytes: int) -> Endless:
    whole = export(record(0, 600, 1650), workout())
    head, tail = whole[: whole.index(b" <Workout")], whole[whole.index(b" <Workout") :]
    other = [record(60 * k, 60 * k + 61, k, kind="ActiveEnergyBurned", unit="kcal") for k in range(400)]
    steps = [record(10_000 + 60 * k, 10_060 + 60 * k, 100, PHONE) for k in range(20)]
    lines = ("\n".join([*other, *steps]) + "\n").encode()
    return Endless(head, lines, megabytes * 1_000_000 // len(lines), tail)


def test_fifty_megabytes_take_a_few_of_memory() -> None:
    file = endless(50)
    tracemalloc.start()
    try:
        (recording,) = read_stream(cast("BinaryIO", file), "export.xml")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert file.read_bytes > 49_000_000
    assert counted(recording) == pytest.approx(1650, abs=0.05)
    assert peak < 16_000_000


def test_more_than_the_cap_is_refused_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert bounds.LARGEST_STREAM_BYTES == 8 * 1024**3
    monkeypatch.setattr(bounds, "LARGEST_STREAM_BYTES", 3_000_000)
    file = endless(50)
    with pytest.raises(UnsupportedFileError) as caught:
        read_stream(cast("BinaryIO", file), "export.xml")
    assert (caught.value.reason, caught.value.values["limit"]) == ("too-large", "8 GB")
    assert file.read_bytes < 5_000_000


def test_one_element_without_end_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "_LONGEST_ELEMENT_BYTES", 2_000_000)
    whole = export(workout())
    tail = f"-->\n{workout(1000, 1600)}"
    file = Endless(whole[: whole.index(b"</HealthData")] + b"<!-- ", b"x" * 1000 + b"\n", 20_000, tail.encode())
    one, other = read_stream(cast("BinaryIO", file), "export.xml")
    assert [problem.reason for problem in one.problems] == ["truncated", "truncated"]
    assert other.sessions[0].elapsed_s == 600


def test_limits_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elements, "MOST_WORKOUTS", 2)
    monkeypatch.setattr(records, "MOST_RECORDS", 3)
    data = export(*(record(60 * k, 60 * k + 60, 160) for k in range(5)), *(workout(1000 * k, 1000 * k + 600) for k in range(3)))
    first, _ = read(data)
    assert counted(first) == pytest.approx(480, abs=0.05)
    assert [problem.reason for problem in first.problems] == ["dropped-values"] * 2
    assert "more than 2 workouts; 1 were" in first.problems[0].message
    assert "2 were left out" in first.problems[1].message


def test_the_newest_workouts_have_samples_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode, "MOST_NUMBERS", 100)
    old, new = read(export(record(0, 600, 1650), record(1000, 1600, 1650), workout(), workout(1000, 1600)))
    assert "cadence_per_min" in new.columns
    assert "cadence_per_min" not in old.columns
    assert [problem.reason for problem in old.problems] == ["dropped-values"]


def test_sources_beyond_counting_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "_MOST_SOURCES", 2)
    (recording,) = read(export(*(record(0, 600, 1000 + k, f"App {k}") for k in range(4)), workout()))
    assert counted(recording) == pytest.approx(1001, abs=0.1)
    assert recording.problems[0].message.startswith("2 measurements")


def test_times_of_any_writing_are_read() -> None:
    odd = record(0, 300, 800).replace(f'startDate="{stamp(0)}"', 'startDate="2026-05-03T06:12:09Z"')
    (recording,) = read(export(odd, record(300, 600, 850), workout()))
    assert counted(recording) == pytest.approx(1650, abs=0.1)


def test_a_file_that_cannot_seek_is_enough() -> None:
    class Pipe(io.RawIOBase):
        def __init__(self, data: bytes) -> None:
            self._left = data

        def read(self, size: int = -1) -> bytes:
            chunk, self._left = self._left[:size], self._left[size:]
            return chunk

    (recording,) = read_stream(cast("BinaryIO", Pipe(export(workout()))), "-")
    assert recording.sessions[0].sport == "running"
