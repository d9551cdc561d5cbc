"""What goes into the library and comes out of it, as plain values; what the blobs hold is the caller's business (codec.pack)."""

from dataclasses import dataclass


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
