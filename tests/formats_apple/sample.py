"""The small export in tests/formats/samples/apple/: `python -m tests.formats_apple.sample` writes it anew."""

from pathlib import Path

from tests.formats_apple.made import export, record, stamp, workout

PLACE = Path(__file__).parents[1] / "formats" / "samples" / "apple" / "export.xml"


def sample() -> bytes:
    """A treadmill run counted by two, and five more whose steps nobody counted, so that most of the file is workouts."""
    statistics = '<WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="2.9" unit="km"/>'
    steps = [record(60 * minute, 60 * minute + 60, 160 + minute % 5) for minute in range(20)]
    phone = record(0, 1200, 3100, "iPhone")
    runs = []
    for number in range(6):
        start = 86_400 * number
        events = "\n".join(
            f'  <WorkoutEvent type="HKWorkoutEventType{kind}" date="{stamp(start + at)}"/>'
            for minute in range(8)
            for kind, at in (("Pause", 60 * minute + 50), ("Resume", 60 * minute + 55))
        )
        runs.append(workout(start, start + 1200, f'  <MetadataEntry key="HKIndoorWorkout" value="1"/>\n{events}\n  {statistics}'))
    return export(phone, *steps, *runs)


if __name__ == "__main__":
    PLACE.parent.mkdir(parents=True, exist_ok=True)
    PLACE.write_bytes(sample())
