"""The clinician's page, written beside the report."""

from collections.abc import Sequence
from pathlib import Path

from footfall.cli.deliver import STDOUT, Form, Target
from footfall.cli.inputs import keep_inputs
from footfall.errors import SettingError
from footfall.output import check_target, write_text
from footfall.render.content import Content


def target(path: str | None, report: Target, *, inputs: Sequence[str | None]) -> Target | None:
    """Settle where the page goes, before any work is done; None where it was not asked for.

    inputs  what is read, and may not be written over; None = there is none.
    Raises  SettingError for standard output and for the report's own file; OutputError when the file could not be written.
    """
    if path is None:
        return None
    if path in ("", STDOUT):
        raise SettingError("clinician-stdout")
    keep_inputs(path, inputs)
    if report.output not in (None, STDOUT) and Path(str(report.output)).resolve() == Path(path).resolve():
        raise SettingError("clinician-same", path=path)
    check_target(path, overwrite=report.overwrite)
    return Target(Form.HTML, path, report.overwrite)


def write(content: Content, page: Target) -> None:
    """Write the page where it goes."""
    from footfall.render.html.clinician import render_clinician

    assert page.output is not None
    write_text(page.output, render_clinician(content), overwrite=page.overwrite)
