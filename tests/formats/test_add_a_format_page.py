"""The decoder printed in docs/add-a-format.md works as it stands there."""

import re
import textwrap

import numpy as np
import pytest

from footfall import formats
from footfall.errors import RunFileError
from footfall.formats import read_bytes
from footfall.formats.decoder import Decoder, Reader
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "add-a-format.md").read_text(encoding="utf-8")
LOG = "PODLOG 1\n" + "".join(f"{1_777_788_729 + second};{80 + second % 3}\n" for second in range(50))


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    names: dict[str, type[Decoder]] = {}
    exec(compile(textwrap.dedent(code), "add-a-format.md", "exec"), names)
    monkeypatch.setattr(formats, "DECODERS", (*formats.DECODERS, names["PodLogDecoder"]()))


def test_the_printed_decoder_reads_its_format() -> None:
    (recording,) = read_bytes(LOG.encode(), "pod.log")
    assert recording.start.isoformat() == "2026-05-03T06:12:09+00:00"
    np.testing.assert_array_equal(recording.columns["time_s"], np.arange(50))
    np.testing.assert_array_equal(recording.columns["cadence_per_min"][:4], [80, 81, 82, 80])
    assert not recording.problems


def test_it_keeps_what_came_before_a_cut_and_says_what_it_drops() -> None:
    (recording,) = read_bytes(LOG.replace(";82\n", ";999\n")[:-3].encode(), "pod.log")
    assert len(recording.columns["time_s"]) == 49
    assert sorted(problem.reason for problem in recording.problems) == ["dropped-values", "truncated"]


@pytest.mark.parametrize("cut", range(0, len(LOG), 11))
def test_it_raises_nothing_but_run_file_errors(cut: int) -> None:
    try:
        recordings = read_bytes(LOG[:cut].encode(), "pod.log")
    except RunFileError:
        return
    assert recordings


def test_it_refuses_the_reader_of_another_format() -> None:
    with pytest.raises(RunFileError):
        read_bytes(LOG.encode(), "pod.log", Reader.GPXPY)


def test_modules_that_the_page_names_exist() -> None:
    folder = ROOT / "src" / "footfall" / "formats"
    named = set(re.findall(r"`((?:xml|gpx)/\w+\.py)`", PAGE))
    assert len(named) >= 7
    assert all((folder / name).is_file() for name in named)
