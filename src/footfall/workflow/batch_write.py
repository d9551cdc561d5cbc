"""Where the table of a batch goes, in whatever form; what stood there stays whole until it has been written."""

from collections.abc import Iterable
from importlib.util import find_spec

from footfall.errors import SettingError
from footfall.output import check_folder, check_target
from footfall.render.dataset import DATASETS
from footfall.workflow.batch_request import BatchRequest, TableForm
from footfall.workflow.batch_rows import Row


def check_output(request: BatchRequest) -> None:
    """Look before the work begins whether the table could be written. Raises OutputError, SettingError without the extra."""
    if request.form is TableForm.PARQUET:
        if find_spec("pyarrow") is None:  # looked for, not imported: a table that stands needs none
            raise SettingError("no-extra", extra="parquet", asked="a .parquet table")
        check_folder(request.output)
    else:
        check_target(request.output, overwrite=request.overwrite)


def write_table(request: BatchRequest, rows: Iterable[Row]) -> None:
    """Raises OutputError, SettingError without the extra of the form, and what making the rows raises."""
    DATASETS[request.form.value](request.output, rows, request.overwrite)
