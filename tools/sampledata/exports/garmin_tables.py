"""The JSON files of a Garmin account export: summaries of activities, gear, and what else lies beside them.

Units as public readers of such exports found them: distances, heights and step lengths in cm, durations in ms, speeds in tenths
of m/s (0.278 is 2.78 m/s), instants in ms since 1970 (`startTimeLocal` shifted to the clock face), `avgRunCadence` in strides
and `avgDoubleCadence` in steps per minute. A triathlon is a parent with one child for each leg.
"""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from sampledata.plan import TIMEZONE

_ZONE = ZoneInfo(TIMEZONE)
PER_FILE = 1000
"""Summaries in one file; the next begins a new one, named by its first."""


@dataclass(frozen=True, slots=True)
class Summary:
    """One activity. None = the account does not know.

    start        UTC.      timer_s, elapsed_s   [s]      distance_m, ascent_m   [m]
    kind, sport  `trail_running`, `RUNNING`.             footfalls   both feet.
    parent, parent_id   of a triathlon: it is the whole, or a leg of that whole.
    """

    id: int
    start: dt.datetime
    name: str
    kind: str
    sport: str
    timer_s: float
    elapsed_s: float
    distance_m: float | None
    footfalls: float | None = None
    ascent_m: float | None = None
    heart_rate_bpm: float | None = None
    shoes: str = ""
    description: str = ""
    manual: bool = False
    parent: bool = False
    parent_id: int | None = None


def summaries(mail: str, all_of: Sequence[Summary]) -> Mapping[str, bytes]:
    """The files of summaries, newest first as Garmin has them."""
    newest = sorted(all_of, key=lambda one: one.start, reverse=True)
    files = {}
    for first in range(0, max(1, len(newest)), PER_FILE):
        number = 0 if first == 0 else first + 1
        batch = [_summary(one) for one in newest[first : first + PER_FILE]]
        files[f"{mail}_{number}_summarizedActivities.json"] = _json([{"summarizedActivitiesExport": batch}])
    return files


def gear(all_of: Sequence[Summary]) -> bytes:
    """Shoes, and which activities they were worn in."""
    names = sorted({one.shoes for one in all_of if one.shoes})
    keys = {name: 30_100_100 + 17 * number for number, name in enumerate(names)}
    shoes = [
        {
            "gearPk": key,
            "uuid": f"{key:032x}",
            "gearTypeName": "Shoes",
            "gearStatusName": "active",
            "displayName": None,
            "customMakeModel": name,
            "dateBegin": "2020-01-01T00:00:00.0",
            "maximumMeters": 804_672.0,
            "notified": False,
        }
        for name, key in keys.items()
    ]
    worn = {
        str(key): [{"gearPk": key, "activityId": one.id, "createDate": None} for one in all_of if one.shoes == name]
        for name, key in keys.items()
    }
    return _json([{"gearDTOS": shoes, "gearActivityDTOs": worn}])


def around(mail: str) -> Mapping[str, bytes]:
    """Other JSON files of the export: none of them is an activity, though some look like lists of them."""
    day = {"calendarDate": "2024-05-03", "totalSteps": 11_240, "totalDistanceMeters": 9120, "activeSeconds": 4210}
    record = {"personalRecordId": 7, "personalRecordType": "Best 5km Run", "value": 1402.0, "activityId": 1}
    sleep = {
        "sleepStartTimestampGMT": "2024-05-02T21:40:00.0",
        "sleepEndTimestampGMT": "2024-05-03T05:10:00.0",
        "deepSleepSeconds": 5400,
    }
    workout = {"workoutName": "6 x 400 m", "sportTypeKey": "running", "estimatedDurationInSecs": 2400}
    return {
        f"DI_CONNECT/DI-Connect-Fitness/{mail}_personalRecord.json": _json([{"personalRecords": [record]}]),
        f"DI_CONNECT/DI-Connect-Fitness/{mail}_workout.json": _json([{"workoutList": [workout]}]),
        f"DI_CONNECT/DI-Connect-Fitness/{mail}_courses.json": _json([]),
        "DI_CONNECT/DI-Connect-Aggregator/UDSFile_2024-01-28_2024-05-07.json": _json([day]),
        "DI_CONNECT/DI-Connect-Wellness/2024-01-28_2024-05-07_4242_sleepData.json": _json([sleep]),
        "DI_CONNECT/DI-Connect-Metrics/TrainingReadinessDTO_20240128_20240507_4242.json": _json([]),
        "DI_CONNECT/DI-Connect-User/user_profile.json": _json({"userName": "sam", "firstName": "Sam", "gender": "FEMALE"}),
        "IT_MARKETING/IT_MARKETING.json": _json({}),
        "customer_data/customer.json": _json({"email": mail, "locale": "fr_FR"}),
    }


def _summary(one: Summary) -> Mapping[str, Any]:
    millis = 1000 * int(one.start.timestamp())
    offset = one.start.astimezone(_ZONE).utcoffset() or dt.timedelta(0)
    values: dict[str, Any] = {
        "activityId": one.id,
        "uuidMsb": 4_102_444_800_000 + one.id,
        "uuidLsb": -one.id,
        "name": one.name,
        "activityType": one.kind,
        "userProfileId": 4242,
        "timeZoneId": 124,
        "beginTimestamp": millis,
        "eventTypeId": 9,
        "rule": "private",
        "sportType": one.sport,
        "startTimeGmt": float(millis),
        "startTimeLocal": float(millis + 1000 * int(offset.total_seconds())),
        "duration": 1000.0 * one.timer_s,
        "elapsedDuration": 1000.0 * one.elapsed_s,
        "movingDuration": 1000.0 * one.timer_s,
        "calories": 9.0 * one.timer_s / 60,
        "manufacturer": "GARMIN",
        "parent": one.parent,
        "parentId": one.parent_id,
        "manualActivity": one.manual,
        "favorite": False,
        "pr": False,
    }
    if one.description:
        values["description"] = one.description
    if one.distance_m is not None:
        speed = one.distance_m / one.timer_s / 10
        values |= {"distance": 100.0 * one.distance_m, "avgSpeed": speed, "maxSpeed": 1.3 * speed}
    if one.ascent_m is not None:
        values |= {"elevationGain": 100.0 * one.ascent_m, "elevationLoss": 98.0 * one.ascent_m}
    if one.heart_rate_bpm is not None:
        values |= {"avgHr": one.heart_rate_bpm, "maxHr": one.heart_rate_bpm + 18, "minHr": 92.0}
    if one.footfalls is not None and one.distance_m is not None:
        steps_per_min = 60 * one.footfalls / one.timer_s
        values |= {
            "steps": round(one.footfalls),
            "avgRunCadence": steps_per_min / 2,
            "maxRunCadence": 0.55 * steps_per_min,
            "avgDoubleCadence": steps_per_min,
            "avgStrideLength": 100 * one.distance_m / one.footfalls,
        }
    return {name: value for name, value in values.items() if value is not None}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode()
