"""What is mutated: sound files of every registered format, of diaries and of archives.

A format comes into the fuzzer by a small file of its own under tests/formats/samples/NAME/; `test_fuzz.py` fails for a format
without a seed.
"""

import gzip
import io
import tarfile
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from tests.conftest import CORPUS, ROOT
from tests.formats_fit.craft import START, Made, event, records, session
from tests.formats_xml.made import gpx, lap, tcx, trkpt
from tests.fuzz.shorten import shortened

SHORT_BYTES = 10_000
SAMPLES = ROOT / "tests" / "formats" / "samples"
_ZIP_DATE = (2026, 5, 3, 6, 0, 0)


class Shape(Enum):
    """What of a file can be told apart, so that it can be changed with sense."""

    FIT = "fit"
    XML = "xml"
    TEXT = "text"
    ZIP = "zip"
    GZIP = "gzip"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Seed:
    """A sound file, by a name that says where it is from."""

    name: str
    data: bytes

    @property
    def shape(self) -> Shape:
        """By content."""
        return shape_of(self.data)


def shape_of(data: bytes) -> Shape:
    """By content."""
    if data[8:12] == b".FIT":
        return Shape.FIT
    if data.startswith(b"PK\x03\x04"):
        return Shape.ZIP
    if data.startswith(b"\x1f\x8b"):
        return Shape.GZIP
    if b"\0" in data[:4096]:
        return Shape.OTHER
    return Shape.XML if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else Shape.TEXT


def made_seeds() -> tuple[Seed, ...]:
    """The seeds that are always there, each of SHORT_BYTES at most: made ones, and the samples of formats."""
    plain = [*_made(), *_files(SAMPLES, "samples"), *_files(ROOT / "sample_data", "sample_data")]
    short = tuple(Seed(seed.name, shortened(seed.data, SHORT_BYTES)) for seed in plain)
    return (*short, *_packed({seed.name: seed.data for seed in short}))


def short_seeds() -> tuple[Seed, ...]:
    """All, the corpus of real files too where it is, each of SHORT_BYTES at most."""
    return (*made_seeds(), *(Seed(seed.name, shortened(seed.data, SHORT_BYTES)) for seed in _files(CORPUS, "corpus")))


def full_seeds() -> tuple[Seed, ...]:
    """All, of the size that they have."""
    plain = [*_made(), *_files(SAMPLES, "samples"), *_files(ROOT / "sample_data", "sample_data"), *_files(CORPUS, "corpus")]
    return (*plain, *_packed({seed.name: seed.data for seed in plain if len(seed.data) < 200_000}))


def _files(folder: Path, name: str) -> Iterator[Seed]:
    """Every file of a folder and the folders in it, but notes on them; nothing where it is not here."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
    for path in paths:
        data = path.read_bytes()
        if data and path.suffix not in (".md", ".py") and not path.name.startswith("LICENSE"):
            yield Seed(f"{name}/{path.relative_to(folder).as_posix()}", data)


def _made() -> Iterator[Seed]:
    """Small ones with everything in them that our own tests know how to make."""
    run = Made(
        events=[event(0, 0), event(20, 4), event(30, 0), event(119, 4)],
        records=records(120),
        laps=[{2: START, 253: START + 60, 7: 60_000, 9: 18_000, 24: 0}],
        sessions=[session(timestamp=START + 120, elapsed_ms=119_000, timer_ms=109_000, distance_cm=35_700, cycles=160, rpe=40)],
        activity=[{253: START + 119, 5: START + 119 + 7200}],
    )
    yield Seed("made/run.fit", run.to_bytes())
    second = [session(start=START + 60, elapsed_ms=59_000), session(elapsed_ms=60_000, sport=2)]
    yield Seed("made/chain.fit", run.to_bytes() + Made(records=records(120), sessions=second).to_bytes())
    yield Seed("made/run.gpx", gpx(*map(trkpt, range(60))).encode())
    yield Seed("made/two-laps.tcx", tcx(lap(0, 30, tuple(range(30))), lap(30, 30, tuple(range(30, 60)))).encode())
    yield Seed("made/utf-16.gpx", f'<?xml version="1.0" encoding="UTF-16"?>{gpx(*map(trkpt, range(20)))}'.encode("utf-16"))


def _packed(files: Mapping[str, bytes]) -> Iterator[Seed]:
    """Archives of a few of the files, one in the other, and a `.gz`."""
    some = dict(list(files.items())[:3])
    inner = zipped({name.rsplit("/", 1)[-1]: data for name, data in some.items()})
    for name, data in some.items():
        yield Seed(f"packed/{name.rsplit('/', 1)[-1]}.gz", gzip.compress(data, mtime=0))
    yield Seed("packed/runs.zip", inner)
    yield Seed("packed/outer.zip", zipped({"part/inner.zip": inner, "notes.txt": b"nothing"}))
    yield Seed("packed/runs.tar", _tarred(dict(list(some.items())[:1])))


def zipped(files: Mapping[str, bytes] | Iterable[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip, the same bytes each time. Names may come twice."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that they do
        for name, data in files.items() if isinstance(files, Mapping) else files:
            archive.writestr(zipfile.ZipInfo(name, _ZIP_DATE), data, method)
    return out.getvalue()


def _tarred(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue().rstrip(b"\0") + bytes(1024)  # without the zeros that fill it up to 10,240 bytes
