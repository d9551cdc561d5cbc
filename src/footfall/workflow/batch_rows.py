"""A run's numbers as a row of the batch table, and what the row rests on beside the recording."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from footfall.metrics.calibrate import population
from footfall.metrics.express import express_totals
from footfall.metrics.force import kilonewtons
from footfall.model.athlete import Athlete
from footfall.model.calibration import Calibration
from footfall.model.columns import SUMMARY_COLUMNS
from footfall.model.measured import Measured
from footfall.render.fields import number, run_fields
from footfall.render.table import flat
from footfall.workflow.versions import NUMBERS, READERS

Cell = bool | int | float | str | None
Row = dict[str, Cell]
_KILONEWTONS = tuple(f"lumbar_cumulative_kn_{end}" for end in ("low", "mid", "high"))
_LUMBAR_BW = "lumbar_bw_exact"
"""The same in body weights and in full, beside the columns of a row that is kept."""


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
        """Digest of what an unweighed row rests on, with the versions of the code; the runner's name, say, plays no part.

        Nor does her mass, but for whether it is known: a note says that it is not.
        """
        body = (self.athlete.body_mass_kg is not None, self.athlete.height_m, self.athlete.timezone)
        return hashlib.sha256(repr(("row", READERS, NUMBERS, body, self.timezone, self.load_model)).encode()).hexdigest()

    @property
    def weighed_key(self) -> str:
        """Of all that a whole row rests on."""
        return hashlib.sha256(repr((self.key, self.athlete.body_mass_kg)).encode()).hexdigest()

    @property
    def population(self) -> Calibration:
        """What holds before any run of hers is known."""
        return population(self.athlete)

    def numbered(self, measured: Measured) -> tuple[str, str]:
        """The row by the published cadence line, as it is kept, and its key."""
        return self.unweighed(measured, self.population), self.key

    def row(self, measured: Measured, calibration: Calibration) -> Row:
        """Every column of the table but `athlete`; None = not known. `path` has the files of all recordings."""
        return self.weighed(self.unweighed(measured, calibration))

    def unweighed(self, measured: Measured, calibration: Calibration) -> str:
        """The same in body weights alone, as it is kept: for a new mass no run has to be expressed."""
        run = express_totals(measured, calibration, self.athlete, load_model=self.load_model, flag_zone=self.timezone)
        found: Mapping[str, Cell] = {
            **flat(run_fields(run, None)),
            "path": "|".join(file.path for file in run.files),
            "notes": ";".join(note.code for note in run.notes),
        }
        lumbar = run.lumbar_cumulative
        exact = [lumbar.low, lumbar.value, lumbar.high] if lumbar.known else None
        row = {name: None if name in _KILONEWTONS else found.get(name) for name in SUMMARY_COLUMNS if name != "athlete"}
        return json.dumps({**row, _LUMBAR_BW: exact}, ensure_ascii=False, separators=(",", ":"))

    def weighed(self, text: str, path: str | None = None) -> Row:
        """A row that was kept, for the runner's mass.

        path   the name that its file goes by now, where it is of one file; None = as it was kept.
        """
        row = json.loads(text)
        exact, mass_kg = row.pop(_LUMBAR_BW), self.athlete.body_mass_kg
        if exact is not None and mass_kg is not None:
            row |= {name: number(kilonewtons(bw, mass_kg)) for name, bw in zip(_KILONEWTONS, exact, strict=True)}
        if path is not None:
            row["path"] = path
        whole: Row = row
        return whole


def written(row: Row) -> str:
    """The row as it is kept: JSON, in the order of the columns."""
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))
