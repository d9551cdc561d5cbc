"""Workbooks: cells come out as a person would have typed them."""

import datetime as dt
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footfall.errors import TableError
from footfall.tables import read_table

from .workbooks import workbook

NAMES = ("date", "start", "onset", "note")


def second_row(*values: object, formats: dict[str, str] | None = None) -> tuple[str, ...]:
    table = read_table(workbook([NAMES, values], formats), NAMES)
    return table.rows[0].cells


def test_typed_cells_come_out_as_text() -> None:
    typed = (dt.date(2026, 5, 3), dt.time(6, 12), 17, "easy")
    assert second_row(*typed, formats={"B2": "h:mm"}) == ("2026-05-03", "06:12", "17", "easy")


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (17.5, "General", "17.5"),
        (3.0, "General", "3"),
        (0.1 + 0.2, "General", "0.3"),
        (True, "General", "true"),
        (dt.time(17, 30), "h:mm", "17:30"),
        (dt.time(1, 2, 0), "h:mm:ss", "01:02:00"),
        (dt.time(1, 2, 30), "h:mm:ss", "01:02:30"),
        (dt.timedelta(hours=45, minutes=10), "[h]:mm:ss", "45:10:00"),
        (dt.datetime(2026, 5, 3, 6, 12), "yyyy-mm-dd h:mm", "2026-05-03 06:12:00"),
        (dt.datetime(2026, 5, 3), "dd.mm.yyyy", "2026-05-03"),
        ("  spaced ", "General", "spaced"),
    ],
)
def test_each_kind_of_cell(value: object, number_format: str, text: str) -> None:
    assert second_row("x", "y", value, formats={"C2": number_format})[2] == text


def test_rows_keep_the_numbers_of_the_sheet() -> None:
    table = read_table(workbook([NAMES, [None], ["2026-05-03"], ["# remark"], ["2026-05-04"]]), NAMES)
    assert [(row.number, row.comment) for row in table.rows] == [(3, False), (4, True), (5, False)]
    assert table.form is None


def test_a_failed_formula_is_no_comment() -> None:
    table = read_table(workbook([NAMES, ["#N/A", None, None, "kept"]]), NAMES)
    assert table.rows[0].comment is False


def test_only_the_first_sheet_is_read() -> None:
    assert len(read_table(workbook([NAMES, ["2026-05-03"]], second="2026-05-04"), NAMES).rows) == 1


def test_a_sheet_that_states_too_small_a_size_is_read_whole() -> None:
    whole = io.BytesIO(workbook([NAMES, ["2026-05-03", "06:12", 17, "kept"]]))
    stream = io.BytesIO()
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data.replace(b'<dimension ref="A1:D2"', b'<dimension ref="A1:A1"'))
            assert name != "xl/worksheets/sheet1.xml" or b"A1:D2" in data
    assert read_table(stream.getvalue(), NAMES).rows[0].cells == ("2026-05-03", "06:12", "17", "kept")


def test_an_archive_that_is_no_workbook_is_told_so() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("run.gpx", "<gpx/>")
    with pytest.raises(TableError, match="not-a-workbook"):
        read_table(stream.getvalue(), NAMES)


def test_a_workbook_that_unpacks_to_too_much_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as member:
            for _ in range(201):
                member.write(bytes(1_000_000))
    with pytest.raises(TableError, match="too-large"):
        read_table(stream.getvalue(), NAMES)


SHEET = "xl/worksheets/sheet1.xml"
OPEN = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


@pytest.mark.parametrize(
    ("part", "text", "limit"),
    [
        (SHEET, OPEN + "<row>" + "<c><v>1</v></c>" * 200_001 + "</row></sheetData></worksheet>", "cells"),
        (SHEET, OPEN + '<row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>', "columns"),
        (SHEET, " " * 40_000_001, "MB"),
        ("xl/sharedStrings.xml", "<sst>" + "<si><t>x</t></si>" * 200_001 + "</sst>", "cells"),
        ("xl/styles.xml", " " * 2_000_001, "MB of styles"),
    ],
    ids=["cells", "one far cell", "sheet", "shared texts", "styles"],
)
def test_a_workbook_that_would_take_long_is_refused_before_it_is_read(part: str, text: str, limit: str) -> None:
    whole = io.BytesIO(workbook([NAMES, ["2026-05-03"]]))
    stream = io.BytesIO()
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in {*source.namelist(), part}:
            target.writestr(name, text if name == part else source.read(name))
    with pytest.raises(TableError, match="too-large") as caught:
        read_table(stream.getvalue(), NAMES)
    assert str(caught.value.values["limit"]).endswith(limit)


WHOLE = workbook([NAMES, *[[f"2026-05-{day:02d}", "06:12", day, "note"] for day in range(1, 20)]])


@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 255), st.booleans())
def test_a_damaged_workbook_raises_nothing_but_a_table_error(at: int, byte: int, cut: bool) -> None:
    damaged = WHOLE[:at] if cut else WHOLE[:at] + bytes([byte]) + WHOLE[at + 1 :]
    assert outcome(damaged) in {"table", "empty", "not-text", "not-a-workbook", "damaged-workbook", "too-large"}


def outcome(data: bytes) -> str:
    try:
        read_table(data, NAMES)
    except TableError as error:
        return error.code
    return "table"
