"""The first bytes of an XML file, as apps get them wrong."""

import codecs

import pytest

from footfall.formats import DECODERS, HEAD_BYTES
from footfall.formats.xml.text import root_name
from tests.formats_xml.made import assert_same_columns, gpx, read_one, trkpt

PLAIN = gpx(*map(trkpt, range(60)), track="<name>Höhenweg</name>")
DECLARATION = '<?xml version="1.0" encoding="{}"?>\n'
BOM = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
}


@pytest.mark.parametrize(
    "data",
    [
        PLAIN.encode(),
        (DECLARATION.format("UTF-8") + PLAIN).encode(),
        (DECLARATION.format("ISO-8859-1") + PLAIN).encode("iso-8859-1"),
        (DECLARATION.format("windows-1252") + PLAIN).encode("cp1252"),
        (DECLARATION.format("ISO-8859-15") + PLAIN).encode("iso-8859-15"),
        (DECLARATION.format("punycode") + PLAIN).encode(),
        (DECLARATION.format("iso-8859-99") + PLAIN).encode(),
        (DECLARATION.format("UTF-16") + PLAIN).encode(),
        (DECLARATION.format("UTF-16") + PLAIN).encode("utf-16"),
        (DECLARATION.format("UTF-8") + PLAIN).encode("utf-16-le"),
        (DECLARATION.format("UTF-8") + PLAIN).encode("utf-16-be"),
        *(mark + (DECLARATION.format(name) + PLAIN).encode(name) for name, mark in BOM.items()),
        ("\n  \n" + DECLARATION.format("UTF-8") + PLAIN).encode(),
        ("Exported by an app, 3 points & more\n" + DECLARATION.format("UTF-8") + PLAIN).encode(),
        ("<!-- a comment first -->" + DECLARATION.format("UTF-8") + PLAIN).encode(),
        ("garbage" + PLAIN).encode(),
        ('<?xml encoding="UTF-8" version="1.0"?>' + PLAIN).encode(),
        ('<?xml version="1.1"?>' + PLAIN).encode(),
        ("<?xml-stylesheet href='x'?><!-- <gpx> -->" + PLAIN).encode(),
    ],
)
def test_every_encoding_and_beginning_reads_the_same(data: bytes) -> None:
    recording = read_one(data)
    assert_same_columns(read_one(PLAIN), recording)
    assert recording.source.name == "Höhenweg"
    assert not recording.problems


@pytest.mark.parametrize("declaration", [DECLARATION.format("UTF-8"), "\n"])
def test_a_file_that_is_not_of_its_encoding_is_read_and_the_line_is_said(declaration: str) -> None:
    recording = read_one((declaration + PLAIN).encode("cp1252"))
    assert_same_columns(read_one(PLAIN), recording)
    assert recording.source.name == "Höhenweg"
    (problem,) = recording.problems
    assert (problem.reason, problem.where, problem.failed) == ("other-encoding", "line 2", False)
    assert "Windows-1252" in problem.message


def test_one_wrong_byte_costs_a_letter_and_no_number() -> None:
    data = PLAIN.encode().replace("ö".encode(), b"\x81\xff")
    assert_same_columns(read_one(PLAIN), read_one(data))
    beside_others = PLAIN.replace("</trk>", "<desc>H\n\x01</desc></trk>").encode().replace(b"\x01", b"\xe9")
    recording = read_one(beside_others)
    assert recording.source.name == "Höhenweg"
    (problem,) = recording.problems
    assert (problem.reason, problem.where) == ("other-encoding", "line 2")
    assert "replaced" in problem.message


def test_bytes_that_the_declared_encoding_lacks_are_said() -> None:
    (problem,) = read_one((DECLARATION.format("us-ascii") + PLAIN).encode()).problems
    assert (problem.reason, problem.where) == ("other-encoding", "line 2")
    assert "ASCII" in problem.message


def test_a_file_cut_inside_a_character_keeps_its_names() -> None:
    recording = read_one(PLAIN.encode() + "<!-- ö".encode()[:-1])
    assert recording.source.name == "Höhenweg"


@pytest.mark.parametrize(
    "before", ["", "\n\n\n", "log line\nanother\n", '<?xml version="1.0"\n  encoding="UTF-8"?>\n\n', '\n<?xml version="1.0"?>\n']
)
def test_line_numbers_are_those_of_the_file(before: str) -> None:
    broken = before + PLAIN.replace("<trkpt", "\n<trkpt").replace("</trkseg></trk></gpx>", "\n</oops>")
    (problem,) = read_one(broken).problems
    assert problem.where == f"line {broken.count(chr(10)) + 1}"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"<gpx>", "gpx"),
        (b"<x:GPX/>", "gpx"),
        (b"<gpx\n version='1.1'", "gpx"),
        (b"<gpxdata>", "gpxdata"),
        (b"<!DOCTYPE x:gpx [ <!ENTITY a 'b'>", "gpx"),
        (b"<!DOCTYPE lolz [ <!ENTITY a 'b'> ]><gpx>", "gpx"),
        (b"<!-- never closed <gpx>", None),
        (b"", None),
        (b"no tag at all", None),
    ],
)
def test_the_root_element_is_found_or_not(head: bytes, name: str | None) -> None:
    assert root_name(head) == name


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_the_head_is_recognised_in_every_encoding(encoding: str) -> None:
    head = (DECLARATION.format(encoding) + PLAIN).encode(encoding)[:HEAD_BYTES]
    assert [decoder.name for decoder in DECODERS if decoder.recognises(head)] == ["gpx"]
