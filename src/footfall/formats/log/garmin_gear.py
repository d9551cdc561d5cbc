"""`…_gear.json` of a Garmin account: which shoes were worn in which activity. No recording, but what a recording lacks."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from footfall.formats.log.garmin import activity_link

_KEYS = re.compile(rb'"gear(?:DTOS|ActivityDTOs)"\s*:')
_HEAD_BYTES = 4096
MOST_BYTES = 64 * 1024 * 1024
"""Ten activities a day for a lifetime are below."""


def read_gear(data: bytes) -> Mapping[str, str] | None:
    """Shoes by activity, as `Source.link` of an entry of the account's log names it.

    Returns  None for a file that is no such list. Gear other than shoes is left out: a bike is worn in no run. Of two pairs in
             one activity both are named.
    """
    if len(data) > MOST_BYTES or _KEYS.search(data[:_HEAD_BYTES]) is None:
        return None
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    worn: dict[str, list[str]] = {}
    for part in _objects(found if isinstance(found, list) else [found]):
        names = dict(_shoes(part))
        lists = part.get("gearActivityDTOs")
        for key, activities in lists.items() if isinstance(lists, dict) else ():
            if key in names:
                for activity in _objects(activities):
                    worn.setdefault(activity_link(activity.get("activityId")) or "", []).append(names[key])
    return {link: ", ".join(dict.fromkeys(names)) for link, names in worn.items() if link}


def _shoes(part: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """Key and name of each pair: the runner's own name for it, else the maker's."""
    for gear in _objects(part.get("gearDTOS")):
        name = next(
            (text for key in ("displayName", "customMakeModel") if isinstance(text := gear.get(key), str) and text.strip()), None
        )
        if name is not None and str(gear.get("gearTypeName")).casefold() in {"shoes", "none"}:
            yield str(gear.get("gearPk")), name.strip()


def _objects(found: object) -> Iterable[dict[str, Any]]:
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
