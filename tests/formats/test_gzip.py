"""`.gz` of every format: the same columns, and what inflates of a damaged one."""

import gzip
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.errors import DamagedFileError, RunFileError, UnsupportedFileError
from footfall.formats import bounds, read_bytes
from footfall.formats.gzipped import inflate
from tests.formats_xml.made import assert_same_columns, gpx, lap, read_one, tcx, trkpt

RUN = gpx(*map(trkpt, range(200))).encode()
LAPS = tcx(lap(0, 60, tuple(range(61)))).encode()


@pytest.mark.parametrize("data", [RUN, LAPS], ids=["gpx", "tcx"])
def test_packed_and_plain_are_one_recording(data: bytes) -> None:
    plain, packed = read_one(data), read_one(gzip.compress(data))
    assert_same_columns(plain, packed)
    assert plain.source == packed.source  # its sha256 is that of the decompressed bytes
    assert not packed.problems


def test_packed_and_plain_fit_are_one_recording(corpus: Path) -> None:
    data = (corpus / "aaron-schroeder__heartandsole" / "testdata.fit").read_bytes()
    plain, packed = read_one(data), read_one(gzip.compress(data))
    assert_same_columns(plain, packed)
    assert plain.source.sha256 == packed.source.sha256


def test_members_one_after_another_are_one_file() -> None:
    members = gzip.compress(RUN[:1000]) + gzip.compress(b"") + gzip.compress(RUN[1000:])
    assert inflate(members, "run.gz").data == RUN
    assert inflate(members + bytes(512), "run.gz") == (RUN, None)  # padding, as from tape


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9])
def test_a_packed_file_cut_short_keeps_what_inflates(kept: float) -> None:
    packed = gzip.compress(RUN)
    cut = packed[: int(len(packed) * kept)]
    recording = read_one(cut)
    assert 2 <= len(recording.columns["time_s"]) < 200
    gz, xml = recording.problems
    assert (gz.reason, gz.where) == ("truncated", f"byte {len(cut)}")
    assert xml.reason == "truncated"


def test_a_wrong_checksum_is_said_and_everything_read() -> None:
    packed = bytearray(gzip.compress(RUN))
    packed[-8] ^= 1
    recording = read_one(bytes(packed))
    assert [problem.reason for problem in recording.problems] == ["bad-checksum"]
    assert_same_columns(recording, read_one(RUN))


def test_a_damaged_middle_keeps_what_came_before() -> None:
    noise = zlib.compress(RUN)  # what does not compress again: then a flipped byte is met in the middle
    packed = bytearray(gzip.compress(noise, 0))
    position = len(packed) // 2
    packed = packed[:position] + b"\xff" * 40
    inflated = inflate(bytes(packed), "run.gz")
    assert noise.startswith(inflated.data[: position - 40])
    assert inflated.problem is not None


@pytest.mark.parametrize(
    "data", [b"\x1f\x8b", b"\x1f\x8bgarbage", gzip.compress(RUN, mtime=0)[:12]], ids=["magic", "garbage", "head"]
)
def test_nothing_to_inflate_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedFileError) as caught:
        read_bytes(data, "run.gz")
    assert caught.value.path == "run.gz"
    assert (caught.value.where or "").startswith("byte")


def test_an_empty_packed_file_is_called_empty() -> None:
    with pytest.raises(DamagedFileError) as caught:
        read_bytes(gzip.compress(b""), "run.gz")
    assert caught.value.code == "damaged.empty"


def test_a_bomb_is_refused_by_its_ratio_before_it_fills_memory() -> None:
    bomb = gzip.compress(bytes(64 * 1024 * 1024))
    assert len(bomb) < 70_000
    with pytest.raises(UnsupportedFileError) as caught:
        read_bytes(bomb, "bomb.gz")
    assert (caught.value.reason, caught.value.values) == ("too-large", {"limit": "512 MB"})


def test_a_file_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "LARGEST_BYTES", len(RUN) - 1)
    with pytest.raises(UnsupportedFileError):
        inflate(gzip.compress(RUN), "run.gz")
    monkeypatch.setattr(bounds, "LARGEST_BYTES", len(RUN))
    assert inflate(gzip.compress(RUN), "run.gz").data == RUN


@given(st.data())
def test_any_damage_raises_nothing_but_run_file_errors(data: st.DataObject) -> None:
    packed = bytearray(gzip.compress(data.draw(st.sampled_from([RUN, LAPS]))))
    for position in data.draw(st.lists(st.integers(2, len(packed) - 1), min_size=1, max_size=4)):
        packed[position] = data.draw(st.integers(0, 255))
    try:
        recordings = read_bytes(bytes(packed[: data.draw(st.integers(2, len(packed)))]), "run.gz")
    except RunFileError:
        return
    assert recordings
