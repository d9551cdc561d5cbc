"""Whose runs a library holds, and which of them is meant."""

from footfall.errors import SettingError
from footfall.library.store import Library
from footfall.model.athlete import Athlete


def chosen(library: Library, asked: str | None) -> tuple[str, Athlete]:
    """Key of the athlete who is meant, and what was last told of her.

    asked   key or name; None = the only one there is.
    Raises  SettingError: nothing is kept, nobody goes by that name, or there are several.
    """
    athletes = library.athletes()
    if not athletes:
        raise SettingError("empty-library")
    names = ", ".join(one.key for one in athletes)
    if asked is None and len(athletes) > 1:
        raise SettingError("several-athletes", athletes=names, example=athletes[0].key)
    found = [one for one in athletes if asked is None or asked in (one.key, one.name)]
    if len(found) != 1:
        raise SettingError("no-such-athlete", asked=asked, athletes=names)
    return found[0].key, found[0].athlete
