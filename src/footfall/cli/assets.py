"""Whether plotly.js stands in the page or beside it, where several pages share it."""

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from footfall.errors import SettingError
from footfall.output import Overwrite, check_shared, write_shared

if TYPE_CHECKING:
    from footfall.cli.deliver import Target
    from footfall.render.content import Content

_PAGE = "page.html"
"""Any name: the way to a file of its own folder is the same from each page."""


class Assets(StrEnum):
    """Where a page has plotly.js."""

    INLINE = "inline"
    DIRECTORY = "directory"


def settled(named: str | None, target: "Target") -> "Target":
    """The target with what --assets says, before any work is done; None = not given.

    Raises  SettingError for another word, and where no page goes to a file; OutputError where somebody else's file is in the way.
    """
    from footfall.cli.deliver import Form

    if named is None:
        return target
    if named not in list(Assets):
        raise SettingError("not-a-choice", where="--assets", value=named, choices=", ".join(Assets))
    if Assets(named) is Assets.DIRECTORY:
        from footfall.render.html.assets import plotly_asset

        if target.form is not Form.HTML or target.to_stdout:
            raise SettingError("assets-of-page")
        asset = plotly_asset()
        check_shared(_place(str(target.output), asset.name), asset.data, overwrite=target.overwrite)
    return replace(target, assets=Assets(named))


def page(content: "Content") -> str:
    """The report, without plotly.js in it."""
    from footfall.render.html.assets import plotly_asset
    from footfall.render.html.document import render_html

    return render_html(content, plotly_asset().seen_from(_PAGE))


def write(output: str, overwrite: Overwrite) -> None:
    """plotly.js beside the page, unless it is there."""
    from footfall.render.html.assets import plotly_asset

    asset = plotly_asset()
    write_shared(_place(output, asset.name), asset.data, overwrite=overwrite)


def _place(output: str, name: str) -> str:
    return str(Path(output).parent / name)
