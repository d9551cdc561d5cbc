"""Where the pages' templates are found, and what everything that they print goes through."""

from functools import cache
from typing import TYPE_CHECKING

from footfall.render.html.words import count, on_page
from footfall.wording import say
from footfall.wording.locale import spoken

if TYPE_CHECKING:
    from jinja2 import Environment


@cache  # with its templates, each put into Python once: of a squad's fifty pages that was most of the work
def environment() -> "Environment":
    """Everything printed is escaped, and a name that does not exist is a mistake."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # 0.1 s to import: only a page pays

    made = Environment(
        loader=PackageLoader("footfall.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_plain,
    )
    made.globals.update(say=say, count=count, spoken=spoken)
    return made


def _plain(value: object) -> object:
    """What every printed value goes through."""
    from markupsafe import Markup

    if isinstance(value, str) and not isinstance(value, Markup):
        return on_page(value)
    return value
