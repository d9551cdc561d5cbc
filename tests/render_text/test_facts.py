"""Facts behind findings: what stands in the sentence stands in the table, to the same digit."""

import math

import pytest

from footfall.findings.finding import Evidence
from footfall.render.facts import fact_text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (14.0, "km", "14.00 km"),
        (10.01, "\u2009%", "10.01 \u2009%"),
        (0.26, "×", "0.26 ×"),
        (2822.0, "", "2,822"),
        (15, "", "15"),
        (12345, "", "12,345"),
        ("16.5 to 17.5", "min", "16.5 to 17.5 min"),
        ("2007", "", "2007"),
        (None, "min", "?"),
        (math.nan, "min", "?"),
        (0, "", "0"),
        (3.7e-05, "", "<0.0001"),
    ],
)
def test_a_fact_as_text(value: float | int | str | None, unit: str, text: str) -> None:
    assert fact_text(Evidence("what", value, unit)) == text
