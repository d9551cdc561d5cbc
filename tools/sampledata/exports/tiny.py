"""Exports of a few kilobytes with every part of the real ones: what a fuzzer begins with."""

import datetime as dt
from collections.abc import Mapping

from sampledata.draws import Draws
from sampledata.exports.archive import gz, zipped
from sampledata.exports.garmin_tables import Summary, gear, summaries
from sampledata.exports.not_activities import FileKind, file_of
from sampledata.exports.recordings import Run
from sampledata.exports.strava_table import Language, Row, Type, Vintage, activities_csv
from sampledata.fit_run import fit_file
from sampledata.gpx_writer import gpx_file
from sampledata.tcx_writer import tcx_file

_START = dt.datetime(2026, 7, 27, 5, 0, tzinfo=dt.UTC)
_SECONDS = 40


def tiny_exports() -> Mapping[str, bytes]:
    """Name -> archive: Strava in each language and vintage, Garmin with its zip in the zip. Each of less than 10 kB."""
    strava = {
        f"strava-{language.value}-{vintage.name.lower()}.zip": _strava(language, vintage)
        for language in Language
        for vintage in Vintage
    }
    return {**strava, "garmin.zip": _garmin()}


def _recordings() -> Mapping[str, bytes]:
    motion = Run(0, _START).motion.cut(_SECONDS)
    draws = Draws("exports", "tiny")
    return {".fit": fit_file(motion, draws, None), ".gpx": gpx_file(motion, draws), ".tcx": tcx_file(motion, draws)}


def _strava(language: Language, vintage: Vintage) -> bytes:
    files = _recordings()
    members = {
        "activities/1.gpx": files[".gpx"][:1500],
        "activities/2.fit.gz": gz(files[".fit"]),
        "activities/3.tcx.gz": gz(files[".tcx"]),
    }
    rows = [
        Row(
            number,
            _START + dt.timedelta(days=number),
            'A "run", 🏃',
            Type.RUN,
            _SECONDS,
            _SECONDS,
            108.0,
            "two\nlines",
            "Pegasus",
            member,
        )
        for number, member in enumerate(members)
    ]
    rows += [
        Row(8, _START + dt.timedelta(days=8), "By hand", Type.RUN, 1800, 1800, 5000.0),
        Row(9, _START + dt.timedelta(days=9), "Pool", Type.SWIM, 1800, 1800, 2000.0),
    ]
    return zipped({"activities.csv": activities_csv(rows, language, vintage), **members, "media/1.jpg": b"\xff\xd8\xff"})


def _garmin() -> bytes:
    uploads = {
        "sam@example.org_1.fit": _recordings()[".fit"],
        "sam@example.org_2.fit": file_of(FileKind.SETTINGS, 0, _START),
        "sam@example.org_3.fit": file_of(FileKind.WORKOUT, 0, _START),
    }
    listed = [Summary(7, _START, "Texel Running", "running", "RUNNING", _SECONDS, _SECONDS, 108.0, 110.0, shoes="Pegasus")]
    fitness = "DI_CONNECT/DI-Connect-Fitness/"
    return zipped(
        {
            **{fitness + name: data for name, data in summaries("sam@example.org", listed).items()},
            f"{fitness}sam@example.org_gear.json": gear(listed),
            "DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part1.zip": zipped(uploads),
        }
    )
