"""A fault of our own, so that it can be reported: its kind and the place in our code, and nothing of what was read."""

import traceback
from pathlib import Path

_PACKAGE = str(Path(__file__).resolve().parents[1])


def place_of(fault: BaseException) -> str:
    """`measure.py line 112`: where in our code it came from; `footfall` where that cannot be told."""
    frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if frame.filename.startswith(_PACKAGE)]
    return f"{Path(frames[-1].filename).name} line {frames[-1].lineno}" if frames else "footfall"
