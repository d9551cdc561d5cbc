"""What a file goes through in a job: found, unpacked, decoded, measured, expressed, written as JSON; and read as a diary.

Readers may decline, with a reason. Whatever else comes out of here is a fault of ours.
"""

import json
import warnings
from collections import Counter
from pathlib import Path

import numpy as np

from footfall.diary.read import read as read_diary
from footfall.formats.decoder import Reader
from footfall.metrics.calibrate import population
from footfall.metrics.express import express
from footfall.metrics.measure import measure
from footfall.model.athlete import Athlete
from footfall.model.problem import Problem
from footfall.model.run import Decoded, Run
from footfall.render.fields import run_fields
from footfall.workflow.find import FoundFile
from footfall.workflow.items import Items
from footfall.workflow.read import read_item
from tests.fuzz.seeds import Shape, shape_of

_ATHLETE = Athlete()
_AS_DIARY = frozenset({Shape.TEXT, Shape.ZIP, Shape.OTHER})
"""Text, a workbook, and text of two bytes a letter: all else that is given as a diary is declined at its first bytes."""
_CALIBRATION = population(_ATHLETE)


def examine(path: Path, reader: Reader) -> Counter[str]:
    """Every file behind a path, read to its end. Returns how many runs came of it, and the reasons of what did not."""
    seen: Counter[str] = Counter()
    with warnings.catch_warnings(), Items((FoundFile(str(path), named=True),)) as items:
        warnings.simplefilter("error")
        warnings.filterwarnings("ignore", message="datetime.datetime.utcfromtimestamp")  # fitparse's, from Python 3.12 on
        for item in items:
            if isinstance(item, Problem):
                _said(item, seen)
                continue
            file = read_item(item, reader)
            for problem in file.problems:
                _said(problem, seen)
            for recording in file.recordings:
                _sound(recording.decoded)
            for run in file.runs:
                _to_its_end(run)
                seen["a run"] += 1
        if shape_of(path.read_bytes()) in _AS_DIARY:
            _diary(path, seen)
    return seen


def _diary(path: Path, seen: Counter[str]) -> None:
    diary, problems = read_diary(path.read_bytes(), path.name)
    seen["a diary row"] += len(diary.entries)
    for problem in problems:
        _said(problem, seen)


def _said(problem: Problem, seen: Counter[str]) -> None:
    """A problem says in a sentence what happened."""
    assert problem.message.strip(), problem
    seen[problem.reason] += 1


def _sound(decoded: Decoded) -> None:
    """What later steps rest on."""
    assert np.all(decoded.columns["time_s"] >= 0)
    assert np.all(np.diff(decoded.pauses.edges.ravel()) >= 0)
    assert all(0 <= span.start_s <= span.end_s for span in (*decoded.laps, *decoded.sessions))
    assert not any(np.isinf(values).any() for values in decoded.columns.values())


def _to_its_end(run: Run) -> None:
    """Numbers for people: none of them infinite, none that JSON has not."""
    summary = express(measure(run), _CALIBRATION, _ATHLETE)
    json.dumps(run_fields(summary, None), allow_nan=False)
