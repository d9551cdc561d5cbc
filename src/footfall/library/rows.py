"""What goes into the library and comes out of it, as plain values; what the blobs hold is the caller's business (codec.pack)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from footfall.model.athlete import Athlete


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file's folder says of it. Unchanged, the file is not looked at again; it is no identity: content is.

    size  [bytes]   mtime_ns  [ns since 1970]   inode  0 where the system has none.
    """

    size: int
    mtime_ns: int
    inode: int


@dataclass(frozen=True, slots=True)
class RecordingRow:
    """One run as one file has it.

    run_id     as in Run.
    sighting   packed Sighting: to tell which recordings are of one run.
    measured   packed Measured; None when it was not asked for.
    row        its numbers for one athlete as a table's row, JSON; None = not expressed yet.
    row_key    digest of all that `row` rests on beside the recording: athlete, settings, versions; blank without a row.
    """

    run_id: str
    sighting: bytes
    measured: bytes | None
    row: str | None = None
    row_key: str = ""


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One content, read: a function of the bytes, of how it was asked for, and of the version of the readers.

    key         digest of those; the same content under two names is one reading.
    sha256      of the bytes; blank where there was nothing to read.
    head        packed: everything but the recordings.
    """

    key: str
    sha256: str
    head: bytes
    recordings: tuple[RecordingRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One file on the disk, or one in an archive.

    within      what follows the path of the file on the disk: blank for itself, `/activities/1.fit.gz` in an archive.
    reading     key of the ReadingRow; None where there is only a problem.
    problem     packed Problem; None where there is a reading.
    size        [bytes]; None = not known.
    """

    within: str
    reading: str | None = None
    problem: bytes | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file on the disk, with all that is in it.

    path       absolute (or a URL), as text.
    request    digest of how it was asked for: options that change what is read of it, and the version of the readers.
    """

    path: str
    request: str
    stamp: Stamp
    items: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True)
class RunRow:
    """One run of one athlete, all its recordings joined, as it stands in tables.

    start       UTC, ISO.   local_date  ISO day on the runner's clock.   iso_week  `2026-W46` of that day.
    row         all columns of SUMMARY_COLUMNS but `athlete`, as JSON.
    """

    run_id: str
    start: str
    local_date: str
    iso_week: str
    row: str


@dataclass(frozen=True, slots=True)
class KeptAthlete:
    """Whose runs are kept. key   her `id`, else her folder.   athlete   what she last told of herself."""

    key: str
    athlete: Athlete

    @property
    def name(self) -> str | None:
        """As she gave it; None = not told."""
        return self.athlete.name


@dataclass(frozen=True, slots=True)
class KeptCalibration:
    """digest   of all that it rests on.   data   packed."""

    digest: str
    data: bytes


@dataclass(frozen=True, slots=True)
class DiaryFile:
    """A diary as it stood when it was last read. path   absolute.   sha256   of `data`, the file byte for byte."""

    path: str
    sha256: str
    data: bytes


@dataclass(frozen=True, slots=True)
class DiaryRow:
    """One row of a diary. line   in the file.   day   ISO.   row   JSON."""

    line: int
    day: str
    row: str


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What went. runs   recordings of runs, in the readings that went.

    compacted   False where another program was looking at the library, or the disk had no room to write it anew: what was
                forgotten is overwritten then, but the file is not smaller yet.
    """

    files: int = 0
    readings: int = 0
    runs: int = 0
    merged: int = 0
    diaries: int = 0
    athletes: int = 0
    compacted: bool = True


@dataclass(frozen=True, slots=True)
class Holding:
    """What is kept of one athlete.

    runs   recordings of runs in her files.     first_day, last_day   ISO, of her assembled runs; None = none yet.
    line_runs   how many runs her own cadence line rests on, 0 = the published line; None where no calibration is kept,
                or none that can be read by this version.
    findings    how many times what the rules said of her is kept.
    """

    key: str
    name: str | None
    files: int
    runs: int
    diaries: int
    first_day: str | None
    last_day: str | None
    line_runs: int | None
    findings: int


@dataclass(frozen=True, slots=True)
class Info:
    """What a library holds.

    version   of its schema.     reasons   reason code -> items with that problem.     tools   what wrote its readings.
    """

    path: str
    size_bytes: int
    version: int
    writable: bool
    readings: int
    recordings: int
    holdings: tuple[Holding, ...]
    reasons: Mapping[str, int]
    tools: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a library. code   of the catalogue, `library.fault.…`.   values   fill its sentence."""

    code: str
    values: Mapping[str, object] = field(hash=False)
