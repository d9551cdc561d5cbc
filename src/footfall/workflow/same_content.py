"""Files that a library knows, told by their bytes: nothing is decoded of one that holds what it held."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from footfall.config.places import is_url
from footfall.library.rows import FileRow
from footfall.workflow.find import FoundFile
from footfall.workflow.keeping import reading_key, request_key, stamp_of
from footfall.workflow.reading import Asked


def same_content(rows: Mapping[str, FileRow], files: Sequence[FoundFile], asked: Asked) -> dict[str, FileRow]:
    """Path as found -> the row, with today's stamp, of each file whose bytes are those that were read.

    An archive is no single content and is read anew, and so is what lies behind a URL.
    """
    found: dict[str, FileRow] = {}
    for one in files:
        row = rows.get(one.path)
        if row is None or len(row.items) != 1 or is_url(one.source):
            continue
        (item,) = row.items
        if item.within or item.reading is None:
            continue
        try:
            stamp = stamp_of(one.source)
            with open(one.source, "rb") as file:  # noqa: PTH123
                sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:  # that is said when it is read
            continue
        if stamp is not None and reading_key(sha256, request_key(asked, one)) == item.reading:
            found[one.path] = replace(row, stamp=stamp)
    return found
