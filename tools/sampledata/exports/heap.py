"""Everything a runner has collected, in one zip: accounts in three languages, zips in zips, and many runs twice and thrice."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from sampledata.exports.apple import AppleSize, apple_export
from sampledata.exports.archive import zipped
from sampledata.exports.garmin import GarminSize, garmin_export
from sampledata.exports.strava import StravaSize, strava_export
from sampledata.exports.strava_table import Language
from sampledata.exports.truth import Truth, inside, together

SEED = 263
RECORDINGS, NOT_ACTIVITIES, COPIES = 3000, 1000, 200
"""What the large heap holds: FIT, GPX and TCX files in all, those that are no activity, and those that add no run."""


@dataclass(frozen=True, slots=True)
class HeapSize:
    """Of each account, and how many of the watch's runs are in a Strava account as well."""

    strava: StravaSize
    garmin: GarminSize
    apple: AppleSize
    synced: int


SMALL = HeapSize(StravaSize(), GarminSize(), AppleSize(), 2)
LARGE = HeapSize(
    StravaSize(runs=280, manual=12, twice=20, busy_days=5, others=90, weights=10, cropped=3, broken=2, photos=40, routes=4),
    GarminSize(
        runs=278,
        manual=12,
        unlisted=20,
        again=30,
        in_three=15,
        in_two=10,
        others=150,
        triathlons=5,
        not_activities=988,
        texts=12,
    ),
    AppleSize(runs=60, treadmill=6, unlisted=4, twice=6, rides=10, walks=6, everyday=900),
    70,
)


@dataclass(frozen=True)
class Heap:
    """Archives by file name, the truth of each, and what all of them are together."""

    archives: Mapping[str, bytes]
    truths: Mapping[str, Truth]
    truth: Truth

    def zip(self) -> bytes:
        """All of them in one zip. Its members' paths begin with the archives' names, as in `truth`."""
        return zipped(self.archives)


def heap(seed: int = SEED, size: HeapSize = LARGE) -> Heap:
    """The accounts of one runner: Strava in English, German and French, Garmin, Apple Health, each of another year."""
    garmin, garmin_truth, dense = garmin_export(seed, Language.FRENCH, size.garmin, dt.date(2023, 1, 2))
    synced = dense[: size.synced]
    accounts = {
        "strava-en.zip": strava_export(seed, Language.ENGLISH, size=size.strava, first_day=dt.date(2020, 1, 2)),
        "strava-de.zip": strava_export(seed, Language.GERMAN, size=size.strava, first_day=dt.date(2021, 1, 2), synced=synced),
        "strava-fr.zip": strava_export(seed, Language.FRENCH, size=size.strava, first_day=dt.date(2022, 1, 2)),
        "garmin.zip": (garmin, garmin_truth),
        "apple.zip": apple_export(seed, Language.GERMAN, size.apple, dt.date(2025, 1, 2)),
    }
    truths = {name: truth for name, (_, truth) in accounts.items()}
    all_of = together((inside(truth, name) for name, truth in truths.items()), len(synced), 0)
    return Heap({name: data for name, (data, _) in accounts.items()}, truths, all_of)
