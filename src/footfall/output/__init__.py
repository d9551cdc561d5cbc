"""The one place that writes results: whole or not at all, and never in the place of what somebody else has written."""

from footfall.output.file import (
    Overwrite,
    check_target,
    encoded,
    friendly,
    leads_nowhere,
    write_bytes,
    write_text,
    writing,
)
from footfall.output.folder import check_folder, writing_folder
from footfall.output.shared import check_shared, write_shared

__all__ = [
    "Overwrite",
    "check_folder",
    "check_shared",
    "check_target",
    "encoded",
    "friendly",
    "leads_nowhere",
    "write_bytes",
    "write_shared",
    "write_text",
    "writing",
    "writing_folder",
]
