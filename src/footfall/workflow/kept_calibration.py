"""What was learned of one runner, as her last report or calibrated batch used it; nothing is reckoned from it."""

import hashlib

from footfall.library.codec import pack
from footfall.library.store import Library
from footfall.model.calibration import Calibration


def keep_calibration(library: Library, athlete: str, calibration: Calibration) -> None:
    """In place of the former one; the same is not written again. Raises LibraryError."""
    data = pack(calibration)
    digest = hashlib.sha256(data).hexdigest()
    kept = library.calibration(athlete)
    if kept is None or kept.digest != digest:
        library.keep_calibration(athlete, digest, data)
