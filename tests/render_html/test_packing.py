"""What is packed comes back as it was: by a second way back, written here, and by the page's own script where node runs it."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from footfall.render.html.document import data
from footfall.render.html.embed import as_json, own
from footfall.render.html.packing import bends, once, pack
from footfall.render.html.page import to_page
from tests.render_html.conftest import MAKERS
from tests.render_html.unpacking import back

ALIKE: list[Any] = [
    {"name": "On 4 Oct you ran", "line": [0, 0.5, 1.25], "end": 1.25, "rows": [["0", "1,204", "0.5"], ["59.8", "12,000", "1.0"]]},
    {"name": "On 5 Oct you ran", "line": [0, -2, 7], "end": 7, "rows": [["0", "9", "0.0"]]},
    {"name": "On 6 Oct you ran", "line": [3, 3], "end": None, "rows": [["0", "?", "0.5"]]},
    {"name": "On 4 Oct you ran", "line": [0, None], "end": True, "rows": [["a\tb", "-0.0", "1e999"]]},
    {"name": "", "line": [], "end": 0, "rows": []},
    {"other": [{"x": 1}, {"x": 2.123456}], "text": "aa"},
    {"other": [{"x": 1}, {"x": 1}], "text": "aa\n"},
    {"other": [{"x": 1}], "text": "a"},
    "text",
    [1, 2, 3],
    [["ragged"], ["ragged", "row"]],
    [["1.50"], ["2.00"]],
    [["01"], ["1,0"]],
]


def test_what_is_packed_comes_back_as_it_was() -> None:
    for many in (1, 2, 5):
        assert back(pack(ALIKE * many)) == ALIKE * many


def test_a_line_is_its_start_its_first_step_and_its_bends() -> None:
    assert bends([7, 12, 17, 21]) == [7, 5, 0, -1]
    assert bends([7]) == [7]
    assert bends([0, 5, 10, 15, 20, 24]) == [0, 5, "3", -1]
    assert bends([0, 0, 0, 0]) == ["4"]


def test_objects_that_are_alike_cost_what_they_differ_in() -> None:
    items = [{"always": "the same long words", "at": at, "again": {"at": at}} for at in range(1000)]
    packed = pack(items)
    (shape,) = packed["shapes"]
    assert shape == {
        "like": {"always": "the same long words", "at": {"$": 0}, "again": {"at": {"$": 0}}},
        "columns": [{"plain": list(range(1000))}],
    }


def test_a_long_list_that_stands_twice_is_written_once() -> None:
    hover, few = [f"the words on week {at}" for at in range(60)], ["few"]
    traces = [{"hover": hover, "few": few}, {"hover": list(hover), "few": few}, {"hover": hover[1:]}]
    packed = once(traces)
    assert back(packed) == [traces]
    assert as_json(packed).count('the words on week 7"') == 2
    assert once([])["shapes"] == [{"like": [], "columns": []}]


def test_the_mark_of_a_hole_cannot_be_a_key() -> None:
    with pytest.raises(ValueError, match="hole"):
        pack([{"$": 1}])


@pytest.mark.parametrize("case", ["season", "many runs", "hostile", "no cadence", "few onsets"])
def test_every_choice_and_every_run_of_a_page_comes_back(case: str) -> None:
    page = to_page(MAKERS[case]())
    held = data(page)
    assert back(held["runs"]) == [row.to_json(page.choosable) for row in page.runs]
    for picture in page.pictures:
        if picture.figure is not None:
            assert back(held["figures"][picture.key]["data"]) == [list(picture.figure.traces)]
            assert back(held["figures"][picture.key]["choices"]) == [choice.to_json() for choice in picture.figure.choices]


@pytest.mark.skipif(shutil.which("node") is None, reason="no node here: the browser's tests run the script too")
def test_the_pages_script_gives_back_what_was_packed(tmp_path: Path) -> None:
    given = ALIKE * 2 + [choice.to_json() for choice in to_page(MAKERS["season"]()).pictures[0].figure.choices]  # type: ignore[union-attr]
    script = tmp_path / "back.js"
    ask = "const all = unpacked(JSON.parse(require('fs').readFileSync(0, 'utf8'))); const out = [];"
    ask += "for (let at = 0; at < all.length; at += 1) out.push(all.get(at)); process.stdout.write(JSON.stringify(out));"
    script.write_text(own("packed.js") + ask, encoding="utf-8")
    done = subprocess.run(["node", str(script)], input=as_json(pack(given)), capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == given
