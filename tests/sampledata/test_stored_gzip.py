import gzip

import pytest

from sampledata.stored_gzip import gzipped


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 200_000])
def test_gunzip_gives_back_what_went_in(size: int) -> None:
    data = bytes(number % 251 for number in range(size))
    assert gzip.decompress(gzipped(data)) == data


def test_the_bytes_depend_on_the_content_alone() -> None:
    assert gzipped(b"abc") == bytes.fromhex("1f8b08000000000000ff 01 0300 fcff 616263 c2412435 03000000")
