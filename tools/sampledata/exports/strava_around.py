"""What lies around the activities in a Strava export: tables, texts, and ways drawn on the map."""

import datetime as dt
from collections.abc import Mapping, Sequence

from sampledata.exports.recordings import Run, strava_track
from sampledata.exports.words import BIKE, SHOES


def tables(photos: Sequence[str]) -> Mapping[str, bytes]:
    """Tables and texts around the activities. None of them is a run log."""
    shoes = "".join(f"{name!r},Nike,,Road\n".replace("'", '"') for name in SHOES)
    texts = {
        "bikes.csv": f"Bike Name,Bike Brand,Bike Model,Bike Default Sport Types\n{BIKE},Patria,Terra,Ride\n",
        "shoes.csv": f"Shoe Name,Shoe Brand,Shoe Model,Shoe Default Sport Types\n{shoes}",
        "profile.csv": "Athlete ID,Email Address,First Name,Last Name,Sex,Weight\n4242,sam@example.org,Sam,Sample,F,66.0\n",
        "comments.csv": 'Comment Date,Comment\n2026-05-03 08:12:09 UTC,"Nice one, Sam!"\n',
        "goals.csv": "Goal Type,Activity Type,Goal,Start Date,End Date\ndistance,Run,1000.0,2026-01-01,2026-12-31\n",
        "events.csv": "Event Name,Start Date,Distance\n",
        "media.csv": "Media Filename,Media Caption\n" + "".join(f"media/{name},\n" for name in photos),
        "messaging.json": "[]\n",
    }
    return {name: text.encode() for name, text in texts.items()}


def route(number: int, account: str) -> bytes:
    """A way drawn on the map: a track without times, which nobody ran."""
    run = Run(number, dt.datetime(2024, 1, 1, tzinfo=dt.UTC))
    points = [
        (run.start, *moment.position, moment.altitude_m or 0.0, None)
        for moment in run.motion.moments[::20]
        if moment.position is not None
    ]
    lines = strava_track("StravaGPX", "running", points).replace("{name}", f"By the sea ({account})").split("\n")
    return "\n".join(line for line in lines if "<time>" not in line).encode()
