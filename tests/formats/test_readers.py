"""The choice of reader: ours alone gives what ours gives, and lets nothing else read."""

import pytest

from footfall.errors import RunFileError, UnsupportedFileError
from footfall.formats import DECODERS, read_bytes
from footfall.formats.decoder import Decoder, Reader
from footfall.formats.gpx import decode as gpx_decode
from tests.formats_fit.craft import Made
from tests.formats_xml.made import gpx, trkpt

GPX = gpx(*map(trkpt, range(60))).encode()
BROKEN_BEFORE_ITS_FIRST_POINT = GPX.replace(b"<trkpt", b"<trkp\xff", 1)[: GPX.index(b"</trkpt>")]


@pytest.mark.parametrize("data", [Made().to_bytes(), GPX], ids=["fit", "gpx"])
def test_ours_alone_reads_what_ours_reads(data: bytes) -> None:
    (alone,), (first,) = read_bytes(data, "made", Reader.OURS), read_bytes(data, "made")
    assert alone.source == first.source
    assert alone.source.reader == "footfall"


def test_ours_alone_gives_nothing_to_gpxpy(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(text: str) -> None:
        raise AssertionError(f"gpxpy was given {len(text)} characters")

    monkeypatch.setattr(gpx_decode, "read_with_gpxpy", forbidden)
    with pytest.raises(AssertionError, match="gpxpy was given"):
        read_bytes(BROKEN_BEFORE_ITS_FIRST_POINT, "made")
    with pytest.raises(RunFileError):
        read_bytes(BROKEN_BEFORE_ITS_FIRST_POINT, "made", Reader.OURS)


@pytest.mark.parametrize("decoder", DECODERS, ids=lambda decoder: decoder.name)
def test_every_decoder_takes_ours_alone_and_declines_a_fallback_that_it_has_not(decoder: Decoder) -> None:
    foreign = Reader.GPXPY if decoder.name != "gpx" else Reader.FITPARSE
    with pytest.raises(RunFileError) as damaged:
        decoder.decode(b"\0" * 100, "zeros", Reader.OURS)
    assert not isinstance(damaged.value, UnsupportedFileError)
    with pytest.raises(RunFileError):
        decoder.decode(b"\0" * 100, "zeros", foreign)
