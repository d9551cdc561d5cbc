"""A folder of real files, tiny ones, in which everything that can be named is named by somebody who means harm."""

import csv
import datetime as dt
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

from sampledata.fit_writer import STRING, UINT8, UINT16, Definition, DeveloperField, Field
from tests.effort import some
from tests.formats_fit import craft
from tests.formats_log.tables import ENGLISH_2019, activity
from tests.hostile.texts import TEXTS, in_fit, in_path, in_toml, in_xml, in_zip

FIRST = dt.date(2026, 8, 3)
AS_OF = "2026-11-16"
_FIT_EPOCH = dt.datetime(1989, 12, 31, tzinfo=dt.UTC)
_SECONDS = 240


def day(at: int) -> dt.date:
    """Of the text at this place; one a day."""
    return FIRST + dt.timedelta(days=at)


def _instant(at: int, hour: int) -> dt.datetime:
    return dt.datetime.combine(day(at), dt.time(hour), dt.UTC)


def _stamp(start: dt.datetime, second: int) -> str:
    return f"{start + dt.timedelta(seconds=second):%Y-%m-%dT%H:%M:%SZ}"


def fit(text: str, start: dt.datetime) -> bytes:
    """Device, sensor, sport, session, workout, step, developer's field and its unit: all called `text`."""
    began = int((start - _FIT_EPOCH).total_seconds())
    rows = [{**row, 0: None, 1: None, 5: 300 * at} for at, row in enumerate(craft.records(_SECONDS, began))]
    told = in_fit(text)
    made = craft.Made(
        file_id={0: 4, 1: 1, 2: 3113},
        records=[],
        sessions=[craft.session(start=began, timestamp=began + _SECONDS, elapsed_ms=_SECONDS * 1000, timer_ms=_SECONDS * 1000)],
    )
    writer = made.writer()
    texts = {0: (8, 250), 23: (27, 250), 12: (3, 250), 18: (110, 250), 26: (8, 250), 27: (0, 250), 158: (10, 250)}
    for local, (message, (number, width)) in enumerate(texts.items(), start=5):
        writer.define(Definition(local, message, (Field(number, STRING, width),)))
        writer.write(local, {number: told})
    writer.define(Definition(1, 207, (Field(1, UINT8, 16), Field(3, UINT8))))
    writer.write(1, {1: bytes(range(16)), 3: 0})
    writer.define(
        Definition(2, 206, (Field(0, UINT8), Field(1, UINT8), Field(2, UINT8), Field(3, STRING, 250), Field(8, STRING, 250)))
    )
    writer.write(2, {0: 0, 1: 0, 2: UINT16.code, 3: told, 8: told})
    writer.write(2, {0: 0, 1: 1, 2: UINT16.code, 3: in_fit("Stance Time"), 8: told})
    extra = (DeveloperField(0, UINT16, 0), DeveloperField(1, UINT16, 0))
    writer.define(Definition(4, 20, craft.RECORD, developer=extra))
    for row in rows:
        writer.write(4, row, {0: 7, 1: 230})
    return writer.to_bytes()


def gpx(text: str, start: dt.datetime) -> bytes:
    """Creator, metadata, author, link, name, comment, description, source, type and an extension, all `text`."""
    said = in_xml(text)
    points = "".join(
        f'<trkpt lat="{54 + 3e-5 * second:.7f}" lon="6.5"><time>{_stamp(start, second)}</time>'
        "<extensions><TrackPointExtension><cad>82</cad>"
        f"<x>{'' if second else said}</x></TrackPointExtension></extensions></trkpt>"
        for second in range(_SECONDS)
    )
    document = (
        f'<gpx creator="{said}" version="1.1">'
        f"<metadata><name>{said}</name><desc>{said}</desc><author><name>{said}</name></author>"
        f'<link href="{said}"><text>{said}</text></link><keywords>{said}</keywords></metadata>'
        f"<trk><name>{said}</name><cmt>{said}</cmt>"
        f"<desc>{said}</desc><src>{said}</src><type>running</type><trkseg>{points}</trkseg></trk></gpx>"
    )
    return document.encode("utf-8")


def tcx(text: str, start: dt.datetime) -> bytes:
    """Notes, creator, version, plan, course point and author, all `text`."""
    said = in_xml(text)
    began = _stamp(start, 0)
    points = "".join(
        f"<Trackpoint><Time>{_stamp(start, second)}</Time><DistanceMeters>{2.7 * second:.1f}"
        "</DistanceMeters><Cadence>82</Cadence></Trackpoint>"
        for second in range(_SECONDS)
    )
    lap = (
        f'<Lap StartTime="{began}"><TotalTimeSeconds>{_SECONDS}</TotalTimeSeconds>'
        f"<DistanceMeters>{2.7 * _SECONDS}</DistanceMeters>"
        f"<Intensity>{said}</Intensity><TriggerMethod>{said}</TriggerMethod><Notes>{said}</Notes><Track>{points}</Track></Lap>"
    )
    document = (
        f'<TrainingCenterDatabase><Activities><Activity Sport="Running"><Id>{began}</Id>{lap}<Notes>{said}</Notes>'
        f"<Training><Plan><Name>{said}</Name></Plan></Training><Creator><Name>{said}</Name></Creator></Activity></Activities>"
        f"<Author><Name>{said}</Name></Author></TrainingCenterDatabase>"
    )
    return document.encode("utf-8")


def strava() -> bytes:
    """An account's export: names, descriptions, gear, sports and members called by the texts."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(ENGLISH_2019)
    for at, text in enumerate(TEXTS.values()):
        when = f"{day(at):%b} {day(at).day}, {day(at).year}, 5:00:00 AM"
        writer.writerow([str(1836776031 + at), when, text, "Run", text, "1800", "5.00", "false", text, f"activities/{text}.fit"])
        writer.writerow([str(2836776031 + at), when, text, text, text, "1800", "5.00", "false", text, text])
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("activities.csv", table.getvalue().encode("utf-8", "replace"))
        for at, text in enumerate(TEXTS.values()):
            made.writestr(zipfile.ZipInfo(f"activities/{at} {in_zip(text)}.txt"), "no run")
            made.writestr(zipfile.ZipInfo(f"activities/{at} {in_zip(text)}.gpx"), f"<gpx>{in_xml(text)}")
    return archive.getvalue()


def garmin() -> bytes:
    """The same of Garmin: JSON may hold any letter."""
    told = [
        activity(
            activityId=at,
            name=text,
            description=text,
            startTimeGmt=_instant(at, 21).timestamp() * 1000,
            beginTimestamp=_instant(at, 21).timestamp() * 1000,
            startTimeLocal=_instant(at, 21).timestamp() * 1000,
            activityType=sport,
            sportType=sport,
        )
        for at, text in enumerate(TEXTS.values())
        for sport in ("running", text)
    ]
    return json.dumps([{"summarizedActivitiesExport": told}]).encode()


def typed() -> bytes:
    """A run log of one's own: names, notes, shoes, sports, unknown columns, and cells that are no numbers."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(["date", "start", "distance_km", "moving_min", "name", "note", "shoes", "sport", *TEXTS.values()])
    for at, text in enumerate(TEXTS.values()):
        more = [""] * at + [text]
        writer.writerow([day(at).isoformat(), "04:00", "5.0", "30", text, text, text, "running", *more])
        writer.writerow([day(at).isoformat(), "03:00", text, text, text, text, text, text, *more])
        writer.writerow([text, "03:00", "5.0", "30", text, text, text, text, *more])
    return table.getvalue().encode("utf-8", "replace")


def diary(texts: Mapping[str, str] = TEXTS) -> bytes:
    """Notes, shoes, surfaces, sites, words for pain, onsets, numbers, dates, red flags and unknown columns."""
    columns = [
        *("date", "start", "pain_max", "pain_next_morning", "onset", "sites", "qualities", "builds", "morning_stiffness_min"),
        *("red_flags", "rpe", "surface", "shoes", "sleep_h", "note"),
    ]
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow([*columns, *texts.values()])
    for at, text in enumerate(texts.values()):
        more = [""] * at + [text]
        writer.writerow([day(at), "06:00", "3", "1", "2", "low_back", "ache", "yes", "5", "", "4", text, text, "7", text, *more])
        writer.writerow([day(at), "12:00", *[text] * 7, text if at % 3 == 0 else "", *[text] * 5, *more])
        writer.writerow([text, text, *[text] * 13, *more])
    return table.getvalue().encode("utf-8", "replace")


def athlete(text: str) -> bytes:
    """Her own file: name and id."""
    return f'id = {in_toml(text)}\nname = {in_toml(text)}\nbody_mass_kg = 61\nshare = "all"\n'.encode()


def everything(folder: Path) -> Path:
    """One runner's folder: a run of each format for each text, in files called by it too, and files that cannot be read."""
    for at, text in enumerate(TEXTS.values()):
        name = in_path(text)
        place = folder / f"{at} {name}"
        place.mkdir(parents=True)
        _write(place / f"{name}.fit", fit(text, _instant(at, 18)))
        _write(place / f"{name}.gpx", gpx(text, _instant(at, 6)))
        _write(place / f"{name}.tcx", tcx(text, _instant(at, 12)))
        _write(place / f"{name}.damaged.fit", fit(text, _instant(at, 20))[:90])
        _write(place / f"{name}.damaged.gpx", gpx(text, _instant(at, 20))[:400])
        _write(
            place / f"{name}.sport.gpx", gpx(text, _instant(at, 15)).replace(b"<type>running<", f"<type>{in_xml(text)}<".encode())
        )
        _write(place / f"{name}.sport.tcx", tcx(text, _instant(at, 16)).replace(b'"Running"', f'"{in_xml(text)}"'.encode()))
    (folder / "strava.zip").write_bytes(strava())
    (folder / "summarizedActivities.json").write_bytes(garmin())
    (folder / "log.csv").write_bytes(typed())
    (folder / "diary.csv").write_bytes(diary())
    (folder / "athlete.toml").write_bytes(athlete("".join(TEXTS.values())))
    return folder


def club(folder: Path) -> Path:
    """A folder for each text, called by it, with a runner called by it, a run, a diary and a damaged file, all of one day.

    On the way every other text: scripts, formulas, controls and long ones are among them.
    """
    for at, (what, text) in some(tuple(enumerate(TEXTS.items())), every=2):
        place = folder / f"{at} {in_path(text)}"
        place.mkdir(parents=True)
        (place / "athlete.toml").write_bytes(athlete(text))
        _write(place / f"{in_path(text)}.gpx", gpx(text, _instant(0, 6)))
        _write(place / f"{in_path(text)}.fit", fit(text, _instant(0, 18))[:90])
        (place / "diary.csv").write_bytes(diary({what: text}))
    return folder


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
