"""Logs of runs: tables typed by hand, Strava's activities.csv, Garmin's summaries. A recording per row."""

from enum import Enum

from footfall.errors import DamagedFileError, RunFileError, TableError, UnknownFormatError, UnsupportedFileError
from footfall.formats.decoder import Reader
from footfall.formats.log.garmin import decode_garmin, is_garmin
from footfall.formats.log.strava import decode_strava
from footfall.formats.log.strava_layout import find_layout
from footfall.formats.log.typed import decode_typed
from footfall.formats.log.typed_headings import NAMES, is_log
from footfall.model.run import Decoded
from footfall.tables import read_table

_ZIP = b"PK\x03\x04"
_ZIP_NAME_AT = 30
_WORKBOOK_MEMBERS = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"xl/", b"customXml/")
"""What a workbook's zip begins with, by program; an archive of runs does not."""
_WORKBOOK = b"xl/workbook.xml"
HEAD = 16_384
"""Strava's headings alone can take 6 kB; the rows below them tell what they are.  [bytes]"""
_CUT_FROM = 4096
"""A head this long was cut out of a longer file.  [bytes]"""


class LogDecoder:
    """Logs of runs; told by their headings and cells, whatever the language."""

    name = "log"

    def recognises(self, head: bytes) -> bool:
        """By headings and first rows. A workbook is claimed by what it is, and given back by `decode` when it is no log."""
        if is_workbook(head):
            return True
        if is_garmin(head):
            return True
        if head.startswith(_ZIP):
            return False
        return _kind(_whole_lines(head)) is not None

    def decode(self, data: bytes, path: str, reader: Reader = Reader.AUTO) -> tuple[Decoded, ...]:
        """One recording per entry on foot; what Decoder says.

        Raises  UnknownFormatError for a table that is no log; RunFileError `no-samples` for a log without rows, `bad-row` when
                no row can be read, `not-a-run` when all are of other sports, `too-large`, `damaged`.
        """
        if reader.is_fallback:
            raise UnsupportedFileError("unknown-format.other-reader", reason="unknown-format", reader=reader.value, format="log")
        if is_garmin(data[:HEAD]):
            return decode_garmin(data, path)
        try:
            return _decode_table(data, path)
        except TableError as error:
            raise _refused(error) from error


def is_workbook(head: bytes) -> bool:
    """True for the beginning of an .xlsx file, which is a zip as an archive of runs is."""
    return head.startswith(_ZIP) and head[_ZIP_NAME_AT : _ZIP_NAME_AT + 64].startswith(_WORKBOOK_MEMBERS)


class _Kind(Enum):
    """What kind of table it is."""

    TYPED = "typed"
    STRAVA = "strava"


def _kind(head: bytes) -> _Kind | None:
    """The kind of a text table, by its first lines; None for one that is no log."""
    try:
        if is_log(read_table(head, NAMES).header):
            return _Kind.TYPED
        table = read_table(head, ())
    except TableError:
        return None
    return None if find_layout(table.header, table.rows) is None else _Kind.STRAVA


def _whole_lines(head: bytes) -> bytes:
    """Without a last line that is cut, and with it half a letter, by which the encoding would be told wrongly."""
    end = head.rfind(b"\n") + 1
    return head[:end] if len(head) >= _CUT_FROM and end > 0 else head


def _decode_table(data: bytes, path: str) -> tuple[Decoded, ...]:
    if data.startswith(_ZIP):
        return _decode_workbook(data, path)
    kind = _kind(_whole_lines(data[:HEAD]))
    if kind is _Kind.TYPED:
        return decode_typed(read_table(data, NAMES), path)
    table = read_table(data, ())
    layout = find_layout(table.header, table.rows)
    if layout is None:
        raise UnknownFormatError
    return decode_strava(table, layout, path)


def _decode_workbook(data: bytes, path: str) -> tuple[Decoded, ...]:
    if _WORKBOOK not in data:  # a text document or slides
        raise UnknownFormatError
    rows = read_table(data, NAMES)
    if is_log(rows.header):
        return decode_typed(rows, path)
    layout = find_layout(rows.header, rows.rows)
    if layout is None:
        raise UnknownFormatError
    return decode_strava(rows, layout, path)


def _refused(error: TableError) -> RunFileError:
    """What a table that cannot be read is as a run file."""
    if error.code == "too-large":
        return UnsupportedFileError("too-large", limit=error.values["limit"])
    if error.code == "damaged-workbook":
        return DamagedFileError("log.damaged-workbook", detail=error.values["detail"])
    return UnknownFormatError()
