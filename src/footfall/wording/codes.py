"""What codes are called where people read them: sites, qualities, sports, sources and units. Files and JSON keep the code."""

from footfall.wording import has, say

SENTENCES = {
    "code.site.low_back": "low back",
    "code.site.low_back_left": "low back left",
    "code.site.low_back_right": "low back right",
    "code.site.low_back_centre": "low back centre",
    "code.site.upper_back": "upper back",
    "code.site.buttock": "buttock",
    "code.site.groin": "groin",
    "code.site.hip": "hip",
    "code.site.thigh": "thigh",
    "code.site.knee": "knee",
    "code.site.calf": "calf",
    "code.site.shin": "shin",
    "code.site.foot": "foot",
    "code.site.other": "other",
    "code.quality.ache": "ache",
    "code.quality.stiff": "stiff",
    "code.quality.sharp": "sharp",
    "code.quality.burning": "burning",
    "code.quality.electric": "electric",
    "code.quality.shooting": "shooting",
    "code.quality.catching": "catching",
    "code.quality.numb": "numb",
    "code.sport.running": "running",
    "code.sport.walking": "walking",
    "code.sport.hiking": "hiking",
    "code.sport.trail": "trail",
    "code.sport.treadmill": "treadmill",
    "code.sport.indoor_running": "indoor running",
    "code.sport.track": "track",
    "code.sport.street": "street",
    "code.sport.generic": "generic",
    "code.confidence.high": "high",
    "code.confidence.medium": "medium",
    "code.confidence.low": "low",
    "code.distance.device": "device",
    "code.distance.gps": "gps",
    "code.distance.log": "log",
    "code.distance.none": "none",
    "code.unit.min": "min",
    "code.unit.days": "days",
    "code.unit.footfalls": "footfalls",
    "code.unit.BW·footfalls": "BW·footfalls",
    "code.unit.easy footfalls": "easy footfalls",
    "code.unit.mm, mean of a group": "mm, mean of a group",
}


def called(kind: str, code: str) -> str:
    """`low back left` for site `low_back_left`; a code that the catalogue has no name for, without its underscores.

    kind   site, quality, sport, confidence, distance or unit.
    """
    key = f"code.{kind}.{code}"
    return say(key) if has(key) else code.replace("_", " ")
