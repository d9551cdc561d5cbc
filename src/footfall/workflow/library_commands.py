"""What the commands about a library ask of it; none of them makes one where there is none."""

import os
from collections.abc import Sequence
from pathlib import Path

from footfall.config.athlete import folder_key
from footfall.errors import LibraryError, SettingError
from footfall.library.database import NAME
from footfall.library.rows import Fault, Forgotten, Info, ReadingRow
from footfall.library.store import Library
from footfall.workflow.find import whole_path


def is_there(folder: str) -> bool:
    """Whether anything was ever kept in a folder."""
    return os.path.lexists(Path(folder, NAME))


def library_info(folder: str) -> Info | None:
    """What is in it; None where there is none. Raises LibraryError."""
    if not is_there(folder):
        return None
    with Library.open(folder) as library:
        return library.info()


def library_faults(folder: str) -> tuple[Fault, ...] | None:
    """What is wrong in it, also where it cannot be opened for that; None where there is none. Raises LibraryError."""
    if not is_there(folder):
        return None
    try:
        with Library.open(folder) as library:
            return library.verify(_kinds())
    except LibraryError as error:
        if error.code != "damaged":
            raise
        return (Fault("database", {"detail": error.values.get("detail", "")}),)


def _kinds() -> dict[str, tuple[type, ...]]:
    """Table -> what its records are. Imported here: no other command about a library needs them."""
    from footfall.findings.finding import Findings
    from footfall.metrics.sighting import Sighting
    from footfall.model.calibration import Calibration
    from footfall.model.measured import Measured
    from footfall.workflow.assembly import Outcome
    from footfall.workflow.batch_table import Written
    from footfall.workflow.reading import Head

    return {
        "reading": (Head,),
        "recording": (Sighting,),
        "measured": (Measured,),
        "merged": (Measured, ReadingRow, Outcome, Written),
        "calibration": (Calibration,),
        "findings": (Findings,),
    }


def forget_paths(folder: str, paths: Sequence[str]) -> Forgotten | None:
    """Files, diaries, and all below folders; None where there is no library. Raises LibraryError."""
    if not is_there(folder):
        return None
    with Library.open(folder) as library:
        return _sum([library.forget_path(whole_path(path)) for path in paths])


def forget_athlete(folder: str, named: str) -> Forgotten | None:
    """A runner by key or name. Raises SettingError when it is not clear who is meant; LibraryError."""
    if not is_there(folder):
        return None
    with Library.open(folder) as library:
        return library.forget_athlete(key_of(library, named))


def forget_all(folder: str) -> Forgotten | None:
    """Everything. Raises LibraryError."""
    if not is_there(folder):
        return None
    with Library.open(folder) as library:
        return library.forget_all()


def key_of(library: Library, named: str) -> str:
    """Of the one who goes by a key, the path of a folder that is one, or a name. Raises SettingError."""
    athletes = library.athletes()
    keys = {one.key for one in athletes}
    if named in keys:
        return named
    if folder_key(named) in keys:
        return folder_key(named)
    found = [one.key for one in athletes if one.name == named]
    if len(found) != 1:
        code = "kept-nobody" if not keys else "kept-several" if found else "no-such-athlete"
        raise SettingError(code, asked=named, athletes=", ".join(found or sorted(keys)))
    return found[0]


def _sum(gone: Sequence[Forgotten]) -> Forgotten:
    return Forgotten(
        files=sum(one.files for one in gone),
        readings=sum(one.readings for one in gone),
        runs=sum(one.runs for one in gone),
        merged=sum(one.merged for one in gone),
        diaries=sum(one.diaries for one in gone),
        athletes=sum(one.athletes for one in gone),
        compacted=all(one.compacted for one in gone),
    )
