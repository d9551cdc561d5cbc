"""A run's numbers as a row of the batch table, and what the row rests on beside the recording."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from footfall.metrics.calibrate import population
from footfall.metrics.express import express
from footfall.model.athlete import Athlete
from footfall.model.calibration import Calibration
from footfall.model.columns import SUMMARY_COLUMNS
from footfall.model.measured import Measured
from footfall.render.fields import run_fields
from footfall.render.table import flat
from footfall.workflow.versions import NUMBERS, READERS

Cell = bool | int | float | str | None
Row = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Terms:
    """What a row rests on beside the recording: the runner's body, her clock and the model.

    timezone   IANA name from a flag; None = not given.
    """

    athlete: Athlete
    timezone: str | None
    load_model: str

    @property
    def key(self) -> str:
        """Digest of all that plays a part, with the versions of the code; the runner's name, say, does not."""
        body = (self.athlete.body_mass_kg, self.athlete.height_m, self.athlete.timezone)
        return hashlib.sha256(repr(("row", READERS, NUMBERS, body, self.timezone, self.load_model)).encode()).hexdigest()

    @property
    def population(self) -> Calibration:
        """What holds before any run of hers is known."""
        return population(self.athlete)

    def numbered(self, measured: Measured) -> tuple[str, str]:
        """The row by the published cadence line, as it is kept, and its key."""
        return written(self.row(measured, self.population)), self.key

    def row(self, measured: Measured, calibration: Calibration) -> Row:
        """Every column of the table but `athlete`; None = not known. `path` has the files of all recordings."""
        run = express(measured, calibration, self.athlete, load_model=self.load_model, flag_zone=self.timezone)
        found: Mapping[str, Cell] = {
            **flat(run_fields(run, None)),
            "path": "|".join(file.path for file in run.files),
            "notes": ";".join(note.code for note in run.notes),
        }
        return {name: found.get(name) for name in SUMMARY_COLUMNS if name != "athlete"}


def written(row: Row) -> str:
    """The row as it is kept: JSON, in the order of the columns."""
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def taken(text: str, path: str) -> Row:
    """A kept row of one recording, under the name that its file goes by now."""
    row: Row = json.loads(text)
    row["path"] = path
    return row
