"""What is read is never written over: a result may not take the place of the runs that it was made from."""

from collections.abc import Iterable

from footfall.config.places import is_url
from footfall.errors import OutputError
from footfall.output import Overwrite, check_target


def keep_inputs(target: str, inputs: Iterable[str | None]) -> None:
    """Look before the work begins whether `target` is one of the inputs, under whatever name; `--force` changes nothing.

    inputs  files and folders; None = there is none. A file met in a folder is one of them, but for what footfall wrote itself.
    Raises  OutputError `is-input`; `is-url` for a target that is none of this machine's.
    """
    if is_url(target):
        raise OutputError("is-url", protocol=target.partition(":")[0])
    from footfall.workflow.find import is_read

    met = is_read(target, [path for path in inputs if path is not None])
    if met is None:
        return
    if not met.named:
        try:
            check_target(target, overwrite=Overwrite.OURS)
        except OutputError as error:
            if error.code != "exists":
                raise
        else:
            return
    raise OutputError("is-input", path=target)
