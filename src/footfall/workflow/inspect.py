"""What is in one file: for `doctor`."""

from dataclasses import dataclass

from footfall.formats.decoder import Reader
from footfall.metrics.measure import measure
from footfall.model.measured import Measured
from footfall.workflow.find import FoundFile
from footfall.workflow.read import FACTORS, ReadFile, read_file
from footfall.workflow.request import CadenceUnit


@dataclass(frozen=True, eq=False)
class Inspection:
    """One file, read, and each of its runs measured.

    file       what was read and what was wrong with it.
    measured   of each run, in the order of `file.runs`.
    """

    file: ReadFile
    measured: tuple[Measured, ...]


def inspect(path: str, reader: Reader = Reader.AUTO, unit: CadenceUnit = CadenceUnit.AUTO) -> Inspection:
    """Read and measure one file. What is wrong with it is in `file.problems`; nothing is raised for content."""
    file = read_file(FoundFile(path, named=True), reader)
    return Inspection(file, tuple(measure(run, FACTORS[unit]) for run in file.runs))
