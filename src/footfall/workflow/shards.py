"""Which part of a batch a file belongs to: the same on every machine, in whatever order its folders are walked."""

import hashlib
import os

from footfall.workflow.batch_request import Shard
from footfall.workflow.find import FoundFile

_OF_A_URL = "://"


def is_of(found: FoundFile, shard: Shard) -> bool:
    """True for one of the shards and no other: by a digest of the path below the folder that the user named."""
    digest = hashlib.sha256(_below(found).encode("utf-8", "surrogateescape")).digest()
    return int.from_bytes(digest[:8], "big") % shard.of == shard.number - 1


def _below(found: FoundFile) -> str:
    """`2026/05/1.fit`, with `/` on every system; the path as it was named where the user named the file itself."""
    if found.base is None:
        return found.path.replace(os.sep, "/")
    if _OF_A_URL in found.path:
        return found.path.removeprefix(found.base).strip("/")
    return os.path.relpath(found.path, found.base).replace(os.sep, "/")
