"""What GPX and TCX files call a sport, in the words of FIT: (sport, sub-sport)."""

Sport = tuple[str | None, str | None]

_STRAVA_CODES = {"1": "cycling", "4": "hiking", "9": "running", "10": "walking"}
"""Strava's GPX exports of 2015-2021 wrote the number of its activity type; those that people run into here."""

_NAMES: dict[str, Sport] = {
    "run": ("running", None),
    "jogging": ("running", None),
    "trail run": ("running", "trail"),
    "trailrun": ("running", "trail"),
    "trail running": ("running", "trail"),
    "track running": ("running", "track"),
    "street running": ("running", "street"),
    "treadmill": ("running", "treadmill"),
    "treadmill running": ("running", "treadmill"),
    "indoor running": ("running", "treadmill"),
    "virtual run": ("running", "virtual_activity"),
    "virtualrun": ("running", "virtual_activity"),
    "ultra run": ("running", "ultra"),
    "walk": ("walking", None),
    "hike": ("hiking", None),
    "ride": ("cycling", None),
    "bike": ("cycling", None),
    "biking": ("cycling", None),
    "swim": ("swimming", None),
    "other": (None, None),  # says nothing: told from speed and cadence later
    "unknown": (None, None),
    "track": (None, None),
}


MOST_LETTERS = 60
"""Of a sport that is not known."""
_RUNNING_KINDS = ("trail", "treadmill", "track")
_RUNNING_WORDS = frozenset({"run", "running", "runner", "jog", "jogging"})
"""One of these among others says running as well: `outdoor running`, `morning run`, `Running - Treadmill`."""


def to_sport(text: str | None) -> Sport:
    """Sport and sub-sport of what a file states; what is not listed, and no running, stays as written, in lower case and cut."""
    name = " ".join((text or "").lower().replace("_", " ").replace("-", " ").split())
    if name in _NAMES:
        return _NAMES[name]
    if name.isdecimal():
        return _STRAVA_CODES.get(name), None
    words = set(name.split())
    if words & _RUNNING_WORDS:
        return "running", next((kind for kind in _RUNNING_KINDS if kind in words), None)
    return name.replace(" ", "_")[:MOST_LETTERS] or None, None
