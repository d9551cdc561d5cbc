"""docs/report.md tells of every picture of the page, in the order in which they stand there."""

import re

from footfall.render.html.page import to_page
from tests.conftest import ROOT
from tests.render_html import seasons

NAMES = {
    "Calendar": "calendar",
    "Weeks": "weeks",
    "Pain-free minutes": "tolerance",
    "Onsets by date": "onset-dates",
    "One run": "in-run",
    "Cadence": "cadence",
    "Load and the next morning": "load-morning",
    "Surface and shoes": "conditions",
}
"""As the page of the docs calls a picture -> its key."""


def test_the_pictures_are_told_in_the_order_of_the_page() -> None:
    text = (ROOT / "docs" / "report.md").read_text(encoding="utf-8")
    told = re.findall(r"^   - \*([^*]+)\*:", text, re.MULTILINE)
    assert [NAMES[name] for name in told] == [picture.key for picture in to_page(seasons.season()).pictures]
