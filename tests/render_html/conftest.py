"""Pages that several tests look at, each made once."""

import pytest

from footfall.render.html import render
from tests.render_html import seasons
from tests.render_html.dom import Element, parse

MAKERS = {
    "season": seasons.season,
    "emergency": lambda: seasons.flagged("saddle_numbness"),
    "within days": lambda: seasons.flagged("night_pain"),
    "resolved": seasons.resolved,
    "misspelt": seasons.misspelt,
    "no diary": seasons.without_diary,
    "few onsets": seasons.few_onsets,
    "three weeks": seasons.three_weeks,
    "no cadence": seasons.no_cadence,
    "unknown load": seasons.unknown_load,
    "no runs": seasons.no_runs,
    "many runs": seasons.many_runs,
    "hostile": seasons.hostile,
}


class Pages:
    """Pages by the name of their case, made when first asked for."""

    def __init__(self) -> None:
        self._pages: dict[str, str] = {}
        self._trees: dict[str, Element] = {}

    def page(self, case: str) -> str:
        if case not in self._pages:
            self._pages[case] = render(MAKERS[case]())
        return self._pages[case]

    def tree(self, case: str) -> Element:
        if case not in self._trees:
            self._trees[case] = parse(self.page(case))
        return self._trees[case]


@pytest.fixture(scope="session")
def pages() -> Pages:
    return Pages()
