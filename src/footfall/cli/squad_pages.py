"""Where the pages of a squad go: checked before any work, written all or none that is somebody else's."""

import os
from collections.abc import Mapping
from pathlib import Path

from footfall.config.squad import SquadPlan
from footfall.errors import SettingError
from footfall.output import Overwrite, check_target, write_text

FIRST = ("squad.html", "squad.csv", "squad.md")
"""Files whose names are known before the athletes are."""


def check_pages(folder: str, squad: str, plan: SquadPlan, overwrite: Overwrite) -> None:
    """Look before the work begins whether the pages could be written.

    Raises  SettingError for the squad's own folder, or one of an athlete: pages among run files would be read as theirs.
            OutputError, as for any result.
    """
    target = os.path.realpath(folder)
    homes = {os.path.realpath(member.folder) for member in plan.members}
    squad_home = os.path.realpath(squad if os.path.isdir(squad) else os.path.dirname(squad) or ".")  # noqa: PTH112, PTH120
    if target == squad_home or any(target == home or target.startswith(home + os.sep) for home in homes):
        raise SettingError("weekly-among-files", folder=folder)
    if Path(target).is_file():
        raise SettingError("weekly-into-file", folder=folder)
    for name in FIRST:
        check_target(str(Path(folder) / name), overwrite=overwrite)


def write_pages(folder: str, pages: Mapping[str, str], overwrite: Overwrite) -> None:
    """Every page by its name in the folder; none where one would take the place of somebody's file. Raises OutputError."""
    places = {str(Path(folder) / name): text for name, text in pages.items()}
    for path in places:
        check_target(path, overwrite=overwrite)
    for path, text in places.items():
        write_text(path, text, overwrite=overwrite)
