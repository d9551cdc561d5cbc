"""The elements of Apple Health's export.xml, written as phones write them: one a line, attributes in Apple's order.

Shape after public readers and issue threads: the document type and its fault in iOS 16 (jameno/Simple-Apple-Health-XML-to-CSV#3,
k0rventen/apple-health-grafana#14), totals in WorkoutStatistics since then, device strings with commas and angle brackets, names
with a no-break space, and every time in the zone that the phone is in when it exports.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr
from zoneinfo import ZoneInfo

from sampledata.plan import TIMEZONE

PHONE_ZONE = ZoneInfo(TIMEZONE)
_WATCH = (
    "<<HKDevice: 0x{address:x}>, name:Apple Watch, manufacturer:Apple Inc., model:Watch, hardware:Watch6,2, software:10.6.1, "
    "creation date:2026-01-02 08:00:00 +0000>"
)
_PHONE = "<<HKDevice: 0x{address:x}>, name:iPhone, manufacturer:Apple Inc., model:iPhone, hardware:iPhone14,5, software:19.1>"


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes records. `device` None = an app that does not say."""

    name: str
    device: str | None = None

    def attributes(self, address: int) -> str:
        """sourceName, sourceVersion and device; the address in memory differs from record to record."""
        device = "" if self.device is None else f" device={quoteattr(self.device.format(address=address))}"
        return f'sourceName={quoteattr(self.name)} sourceVersion="10.6.1"{device}'


def watch(name: str) -> Writer:
    """A watch of that name."""
    return Writer(name, _WATCH)


def phone(name: str) -> Writer:
    """A phone of that name."""
    return Writer(name, _PHONE)


def stamp(instant: dt.datetime) -> str:
    """`2026-05-03 08:12:09 +0200`, in the phone's zone, cut to the second."""
    return instant.astimezone(PHONE_ZONE).strftime("%Y-%m-%d %H:%M:%S %z")


def record(kind: str, unit: str, writer: Writer, start: dt.datetime, end: dt.datetime, value: str) -> str:
    """One `<Record>` of `HKQuantityTypeIdentifier{kind}`."""
    address = 0x300000000 + int(start.timestamp()) % 9973 * 64
    return (
        f' <Record type="HKQuantityTypeIdentifier{kind}" {writer.attributes(address)} unit="{unit}" creationDate="{stamp(end)}" '
        f'startDate="{stamp(start)}" endDate="{stamp(end)}" value="{value}"/>\n'
    )


@dataclass(frozen=True, slots=True)
class Workout:
    """One `<Workout>`.

    kind       of HKWorkoutActivityType.      steps    None = the exporting phone keeps no totals in statistics.
    pauses     (start, end), UTC.             route    path inside the export; None without positions.
    """

    kind: str
    writer: Writer
    start: dt.datetime
    end: dt.datetime
    timer_s: float
    distance_m: float | None = None
    steps: int | None = None
    indoor: bool = False
    pauses: Sequence[tuple[dt.datetime, dt.datetime]] = ()
    route: str | None = None

    def to_xml(self) -> str:
        """As a phone of iOS 16 or later writes it where it keeps steps, as an older one where it does not."""
        total = "" if self.steps is not None else self._total()
        when = f'startDate="{stamp(self.start)}" endDate="{stamp(self.end)}"'
        attributes = (
            f'workoutActivityType="HKWorkoutActivityType{self.kind}"',
            f'duration="{self.timer_s / 60:.12g}" durationUnit="min"{total}',
            self.writer.attributes(0x300000040),
            f'creationDate="{stamp(self.end)}"',
            when,
        )
        lines = [
            f" <Workout {' '.join(attributes)}>",
            f'  <MetadataEntry key="HKIndoorWorkout" value="{int(self.indoor)}"/>',
            f'  <MetadataEntry key="HKTimeZone" value="{TIMEZONE}"/>',
            '  <MetadataEntry key="HKAverageMETs" value="9.66668 kcal/hr·kg"/>',
        ]
        for stopped, went_on in self.pauses:
            lines += [
                f'  <WorkoutEvent type="HKWorkoutEventTypePause" date="{stamp(stopped)}"/>',
                f'  <WorkoutEvent type="HKWorkoutEventTypeResume" date="{stamp(went_on)}"/>',
            ]
        lines += [f"  {line}" for line in self._statistics()]
        if self.route is not None:
            lines += [
                f"  <WorkoutRoute {self.writer.attributes(0x300000080)} {when}>",
                '   <MetadataEntry key="HKMetadataKeySyncVersion" value="2"/>',
                f'   <FileReference path="/{self.route}"/>',
                "  </WorkoutRoute>",
            ]
        return "\n".join([*lines, " </Workout>\n"])

    def _total(self) -> str:
        return "" if self.distance_m is None else f' totalDistance="{self.distance_m / 1000:.9g}" totalDistanceUnit="km"'

    def _statistics(self) -> list[str]:
        if self.steps is None:
            return []
        when = f'startDate="{stamp(self.start)}" endDate="{stamp(self.end)}"'
        sums = [f'type="HKQuantityTypeIdentifierStepCount" {when} sum="{self.steps}" unit="count"/>']
        if self.distance_m is not None:
            miles = f'sum="{self.distance_m / 1609.344:.9g}" unit="mi"/>'
            sums.append(f'type="HKQuantityTypeIdentifierDistanceWalkingRunning" {when} {miles}')
        return [f"<WorkoutStatistics {one}" for one in sums]


_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!-- HealthKit Export Version: {version} -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout|ActivitySummary|ClinicalRecord|VisionPrescription)*)>
<!ATTLIST HealthData
  locale CDATA #REQUIRED
>
<!ELEMENT ExportDate EMPTY>
<!ATTLIST ExportDate
  value CDATA #REQUIRED
>
<!ELEMENT Record ((MetadataEntry|HeartRateVariabilityMetadataList)*)>
{attributes}<!ELEMENT WorkoutRoute ((MetadataEntry|FileReference)*)>
<!ELEMENT FileReference EMPTY>
<!ATTLIST FileReference
  path CDATA #REQUIRED
>
<!ATTLIST VisionPrescription
  type             CDATA #REQUIRED
  brand            CDATA #IMPLIED{fault}
<!ELEMENT HeartRateVariabilityMetadataList (InstantaneousBeatsPerMinute*)>
]>
<HealthData locale="{locale}">
 <ExportDate value="{made}"/>
 <Me HKCharacteristicTypeIdentifierDateOfBirth="" HKCharacteristicTypeIdentifierBiologicalSex="HKBiologicalSexNotSet"/>
"""
_LONG_DOCTYPE = "".join(f"<!ATTLIST Record\n  attribute{number:03d}   CDATA #IMPLIED\n>\n" for number in range(120))
"""Apple's has some 10 kB: more than the head of a file that a reader looks at."""


def document(locale: str, made: dt.datetime, version: int, records: Iterable[str], workouts: Iterable[Workout]) -> bytes:
    """The whole export.xml. Version 12, of iOS 16, has the fault in its document type that stops every parser."""
    fault = "" if version == 12 else "\n>"
    head = _HEAD.format(version=version, attributes=_LONG_DOCTYPE, fault=fault, locale=locale, made=stamp(made))
    summary = ' <ActivitySummary dateComponents="2026-05-03" activeEnergyBurned="612" activeEnergyBurnedUnit="kcal"/>\n'
    return "".join([head, *records, *(one.to_xml() for one in workouts), summary, "</HealthData>\n"]).encode()
