"""Other people's readers of FIT, asked for the same values."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import fitdecode
import fitparse
import numpy as np

from footfall.model.columns import COLUMNS
from footfall.model.intervals import FloatArray

Row = Mapping[str, Any]

NAMES: Mapping[str, tuple[tuple[str, ...], float]] = {
    "lat_deg": (("position_lat",), 2**31 / 180),
    "lon_deg": (("position_long",), 2**31 / 180),
    "altitude_m": (("enhanced_altitude", "altitude"), 1),
    "distance_m": (("distance",), 1),
    "speed_m_s": (("enhanced_speed", "speed"), 1),
    "heart_rate_bpm": (("heart_rate",), 1),
    "power_w": (("power",), 1),
    "stance_time_s": (("stance_time",), 1000),
    "stance_time_balance_pct": (("stance_time_balance",), 1),
    "vertical_oscillation_m": (("vertical_oscillation",), 1000),
    "vertical_ratio_pct": (("vertical_ratio",), 1),
    "step_length_m": (("step_length",), 1000),
    "temperature_c": (("temperature",), 1),
}
"""Column -> the profile's names, the best first, and how many of its units are one of ours."""


@cache
def by_fitparse(path: Path) -> dict[str, list[Row]]:
    """Messages by name, as fitparse has them. A developer field that has a native one's name is left out."""
    found: dict[str, list[Row]] = {}
    with fitparse.FitFile(str(path)) as file:
        for message in file.get_messages():
            native = [cell for cell in message.fields if not isinstance(cell.field_def, fitparse.records.DevFieldDefinition)]
            found.setdefault(message.name, []).append({cell.name: cell.value for cell in native})
    return found


@cache
def by_fitdecode(path: Path) -> dict[str, list[Row]]:
    """Messages by name, as fitdecode has them, up to where it gives up."""
    found: dict[str, list[Row]] = {}
    with fitdecode.FitReader(str(path), check_crc=fitdecode.CrcCheck.DISABLED) as reader:
        try:
            for frame in reader:
                if isinstance(frame, fitdecode.FitDataMessage):
                    native = [cell for cell in frame.fields if not isinstance(cell.field, fitdecode.types.DevField)]
                    found.setdefault(frame.name, []).append({cell.name: cell.value for cell in native})
        except fitdecode.FitError:
            pass  # what came before is what we keep too
    return found


def expected(records: list[Row], column: str) -> FloatArray:
    """A column made from another reader's records; NaN where it has none or where it lies outside what is possible."""
    if column == "cadence_per_min":
        values = [_sum(row.get("cadence"), row.get("fractional_cadence")) for row in records]
        return _possible(column, np.array(values, dtype=np.float64))
    names, per_unit = NAMES[column]
    values = [next((row[name] for name in names if row.get(name) is not None), np.nan) for row in records]
    return _possible(column, np.array(values, dtype=np.float64) / per_unit)


def _sum(whole: float | None, fraction: float | None) -> float:
    if whole is None:
        return np.nan
    return whole + (0 if fraction is None else fraction)


def _possible(column: str, values: FloatArray) -> FloatArray:
    low, high = COLUMNS[column].low, COLUMNS[column].high
    assert low is not None
    assert high is not None
    return np.where((values >= low) & (values <= high), values, np.nan)
