"""Files and requests for tests of the batch."""

import shutil
import zipfile
from pathlib import Path
from typing import Any

from footfall.workflow.batch_request import BatchRequest, TableForm
from tests.bench.fleet import hour_run

SECONDS = 300
"""Of a made run: short, so that a batch of them takes a moment."""


def club(folder: Path, sample_data: Path) -> Path:
    """Three runners: one with a season, a copy of a file, an export and a log of hers; one with settings; one without."""
    ada, ben, nobody = (folder / name for name in ("ada", "ben", "guests"))
    for place in (ada, ben, nobody):
        place.mkdir(parents=True)
    (ada / "athlete.toml").write_text('id = "ada"\nbody_mass_kg = 61\nheight_m = 1.68\n', encoding="utf-8")
    (ben / "athlete.toml").write_text("body_mass_kg = 80\n", encoding="utf-8")
    season = sorted(path for path in sample_data.iterdir() if path.suffix in {".fit", ".gpx", ".tcx"})
    for path in season[:6]:
        shutil.copy(path, ada / path.name)
    shutil.copy(season[0], ada / "copy-of-the-first.fit")
    with zipfile.ZipFile(ada / "export.zip", "w") as archive:
        for path in season[4:8]:
            archive.write(path, f"activities/{path.name}")
    log = "date,start,distance_km,moving_min\n2026-03-01,07:00,8.0,48\n2026-03-02,,5.0,31\n"
    (ada / "log.csv").write_text(log, encoding="utf-8")
    for number in range(5):
        (ben / f"{number}.fit").write_bytes(hour_run(number, SECONDS))
    for number in range(4, 8):
        (nobody / f"{number}.fit").write_bytes(hour_run(number, SECONDS))
    (nobody / "damaged.fit").write_bytes(hour_run(9, SECONDS)[:40])
    (nobody / "notes.txt").write_text("not a run\n", encoding="utf-8")
    return folder


def request(folder: Path | str, out: Path, **more: Any) -> BatchRequest:
    """A batch in this process that keeps nothing, but for what is said otherwise."""
    asked: dict[str, Any] = {"engine": "serial", "library": None, **more}
    return BatchRequest(paths=(str(folder),), output=str(out), form=TableForm(out.suffix), **asked)
