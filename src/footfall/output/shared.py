"""A file that several results name, such as a script beside pages: written once, and left as it is where it stands already."""

from pathlib import Path

from footfall.output.file import Overwrite, check_target, friendly, write_bytes


def check_shared(path: str, data: bytes, *, overwrite: Overwrite = Overwrite.OURS) -> None:
    """Look before the work begins whether `data` stands under `path` or could be written there.

    Another file under that name is somebody else's: nothing in it says whose. Raises OutputError as `check_target`.
    """
    if not _stands(path, data):
        check_target(path, overwrite=overwrite)


def write_shared(path: str, data: bytes, *, overwrite: Overwrite = Overwrite.OURS) -> None:
    """Write all of `data` or nothing; nothing where it stands there already. Raises OutputError as `write_bytes`."""
    if not _stands(path, data):
        write_bytes(path, data, overwrite=overwrite)


def _stands(path: str, data: bytes) -> bool:
    target = Path(path)
    try:
        return target.is_file() and target.stat().st_size == len(data) and target.read_bytes() == data
    except OSError as error:
        raise friendly(error, path) from error
