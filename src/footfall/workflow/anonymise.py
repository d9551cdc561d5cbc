"""An anonymous copy of one file, for a bug report."""

from footfall.errors import RunFileError
from footfall.formats.fit.anonymous import Anonymous, anonymised
from footfall.formats.gzipped import inflate, is_gzip
from footfall.model.problem import Problem
from footfall.workflow.find import FoundFile
from footfall.workflow.inspect import on_disk
from footfall.workflow.items import Item, Items


def anonymise(path: str) -> Anonymous:
    """The copy of a FIT file, on the disk, packed or in an archive; not packed itself.

    Raises  RunFileError for what cannot be read or is no activity in FIT; OSError when the disk will not give it.
    """
    with Items((FoundFile(on_disk(path), named=True),)) as items:
        met = tuple(items)
        found = [one for one in met if isinstance(one, Item)]
        asked = [one for one in found if one.path == path] or found
        if len(asked) != 1:
            problem = next((one for one in met if isinstance(one, Problem)), None)
            raise RunFileError(
                "unknown-format.anonymise", reason="unknown-format" if problem is None else problem.reason, path=path
            )
        data = asked[0].read().data
        return anonymised(inflate(data, path).data if is_gzip(data) else data)
