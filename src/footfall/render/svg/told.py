"""What a figure says, as plotly names it: read here, never made."""

from collections.abc import Mapping
from typing import Any

Told = Mapping[str, Any]
