"""plotly.js beside a page instead of in it: one file for all pages of a folder, which each names by the way there.

A page names it without a hash of its own: a browser refuses one for a file that was not fetched from a server.
"""

import posixpath
from dataclasses import dataclass

from footfall.render.html import embed

FOLDER = "footfall-assets"

SOURCES = "'self' file:"
"""What a page's security policy allows beside its own script: files of the page's own server, or of the disk it lies on."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that pages share. `name` is its place in the folder that the pages' own places are told from, with `/`."""

    name: str
    data: bytes

    def seen_from(self, page: str) -> str:
        """The way to it from a page of that folder: from `squad.html` its name, from `athletes/sam.html` `../` and its name."""
        return posixpath.relpath(self.name, posixpath.dirname(page) or ".")


def plotly_asset() -> Asset:
    """plotly.js, named by its version: pages made by another one go on with theirs."""
    from plotly.offline import get_plotlyjs_version

    return Asset(f"{FOLDER}/plotly-{get_plotlyjs_version()}.min.js", embed.plotly_script().encode("utf-8"))
