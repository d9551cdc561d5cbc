"""An anonymous copy of one file, for a bug report."""

from footfall.errors import RunFileError
from footfall.formats.fit.anonymous import Anonymous, anonymised
from footfall.formats.gzipped import inflate, is_gzip
from footfall.workflow.named import NamedFile


def anonymise(file: NamedFile) -> Anonymous:
    """The copy of a FIT file, on the disk, packed or in an archive; not packed itself.

    Raises  RunFileError for what cannot be read or is no activity in FIT; OSError when the disk will not give it.
    """
    if file.asked is None:
        reason = file.problems[0].reason if file.problems else "unknown-format"
        raise RunFileError("unknown-format.anonymise", reason=reason, path=file.path)
    data = file.asked.read().data
    return anonymised(inflate(data, file.path).data if is_gzip(data) else data)
