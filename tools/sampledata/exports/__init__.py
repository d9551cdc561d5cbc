"""Makes account exports as runners have them, with the known answer to what is in them. See docs/sample-data.md."""

from sampledata.exports.apple import AppleSize, apple_export
from sampledata.exports.garmin import GarminSize, garmin_export
from sampledata.exports.heap import LARGE, SMALL, Heap, HeapSize, heap
from sampledata.exports.strava import StravaSize, strava_export
from sampledata.exports.strava_table import Language, Vintage
from sampledata.exports.tiny import tiny_exports
from sampledata.exports.truth import PlantedRun, Truth, inside

__all__ = [
    "LARGE",
    "SMALL",
    "AppleSize",
    "GarminSize",
    "Heap",
    "HeapSize",
    "Language",
    "PlantedRun",
    "StravaSize",
    "Truth",
    "Vintage",
    "apple_export",
    "garmin_export",
    "heap",
    "inside",
    "strava_export",
    "tiny_exports",
]
