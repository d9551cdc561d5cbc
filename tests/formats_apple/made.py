"""Small exports with known answers, and a slow reading of them that shares no code with ours."""

import datetime as dt
import io
import xml.etree.ElementTree as ET
from xml.sax.saxutils import quoteattr

import numpy as np

from footfall.formats import read_stream
from footfall.model.run import Decoded

START = dt.datetime(2026, 5, 3, 6, 12, 9, tzinfo=dt.UTC)
WATCH = "Sam’s Apple\u00a0Watch"
PHONE = "iPhone"
DOCTYPE = "<!DOCTYPE HealthData [\n<!ELEMENT HealthData ANY>\n]>"


def stamp(second: float, zone_h: int = 2) -> str:
    """A second after START as an export writes it."""
    zone = dt.timezone(dt.timedelta(hours=zone_h))
    return (START + dt.timedelta(seconds=second)).astimezone(zone).strftime("%Y-%m-%d %H:%M:%S %z")


def record(
    first: float,
    last: float,
    value: float | str,
    source: str = WATCH,
    kind: str = "StepCount",
    unit: str = "count",
    device: str = "",
) -> str:
    """One record, by seconds after START."""
    return (
        f' <Record type="HKQuantityTypeIdentifier{kind}" sourceName={quoteattr(source)} device={quoteattr(device)} unit="{unit}" '
        f'startDate="{stamp(first)}" endDate="{stamp(last)}" value="{value}"/>'
    )


def workout(
    first: float = 0, last: float = 600, inside: str = "", kind: str = "Running", source: str = WATCH, attributes: str = ""
) -> str:
    """One workout, by seconds after START."""
    return (
        f' <Workout workoutActivityType="HKWorkoutActivityType{kind}" sourceName={quoteattr(source)} '
        f'startDate="{stamp(first)}" endDate="{stamp(last)}" {attributes}>\n{inside}\n </Workout>'
    )


def export(*elements: str, doctype: str = DOCTYPE, end: str = "</HealthData>\n") -> bytes:
    """The document, an element a line."""
    body = "\n".join(elements)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{doctype}\n<HealthData locale="en_GB">\n{body}\n{end}'.encode()


def read(data: bytes) -> tuple[Decoded, ...]:
    """All recordings."""
    return read_stream(io.BytesIO(data), "export.xml")


def read_one(*elements: str) -> Decoded:
    """The only recording of an export of these elements."""
    (recording,) = read(export(*elements))
    return recording


def counted(recording: Decoded) -> float:
    """Steps by the cadence of a recording: its integral over the stretches at both ends of which it is known."""
    cadence, time_s = recording.columns["cadence_per_min"], recording.columns["time_s"]
    mean = (cadence[1:] + cadence[:-1]) / 2
    return float(np.nansum(mean * np.diff(time_s))) / 60


def slow_steps(data: bytes, source: str, first: dt.datetime, last: dt.datetime) -> float:
    """Steps of one source between two instants, second by second: each second belongs to the shortest record around it."""
    root = ET.fromstring(data)
    spans = []
    for one in root.iter("Record"):
        if one.get("type") == "HKQuantityTypeIdentifierStepCount" and one.get("sourceName") == source:
            began, ended = (dt.datetime.strptime(one.attrib[name], "%Y-%m-%d %H:%M:%S %z") for name in ("startDate", "endDate"))
            spans.append((int((ended - began).total_seconds()), began, ended, float(one.attrib["value"])))
    total, second = 0.0, first
    while second < last:
        around = [(long_s or 1, long_s == 0, steps) for long_s, began, ended, steps in spans if _speaks(second, began, ended)]
        if around:
            long_s, _, steps = min(around, key=lambda one: (one[1], one[0]))
            total += steps / long_s
        second += dt.timedelta(seconds=1)
    return total


def _speaks(second: dt.datetime, began: dt.datetime, ended: dt.datetime) -> bool:
    return began <= second < max(ended, began + dt.timedelta(seconds=1))
