"""The page as a file: whole, alone, the same every time, and nothing that any rule said is missing."""

import base64
import datetime as dt
import hashlib
import json
import re
from dataclasses import replace

import pytest

from footfall.findings import RULES
from footfall.model.measure import Measure
from footfall.model.summary import RunSummary
from footfall.render.html import render
from footfall.render.html.page import to_page
from footfall.render.html.provenance import quantities
from footfall.render.terminal import render as text_page
from footfall.wording.red_flags import definitions
from tests.factories import run_on
from tests.render_html import seasons
from tests.render_html.conftest import MAKERS, Pages

MOST_BYTES = 6_000_000


def test_the_same_content_gives_the_same_bytes(pages: Pages) -> None:
    assert render(seasons.season()) == pages.page("season")


@pytest.mark.parametrize("case", MAKERS)
def test_every_element_is_closed_and_every_id_is_there_once(pages: Pages, case: str) -> None:
    ids = [element.attributes["id"] for element in pages.tree(case).all() if "id" in element.attributes]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("case", MAKERS)
def test_every_rule_is_named_in_exactly_one_place(pages: Pages, case: str) -> None:
    content = MAKERS[case]()
    tree = pages.tree(case)
    text = tree.one("body").text
    for finding in content.findings.found:
        if case != "hostile":
            assert " ".join(finding.headline.split()) in text
    quiet, skipped = (
        " ".join(element.text for part in tree.all("ul", class_=name) for element in part.all("small"))
        for name in ("quiet", "skipped")
    )
    assert set(re.findall(r"[A-Z]\d", quiet)) == {one.rule for one in content.findings.checked}
    assert set(re.findall(r"[A-Z]\d", skipped)) == {one.rule for one in content.findings.skipped}
    shown = {element.text.removeprefix("Rule ") for element in tree.all("small") if element.text.startswith("Rule ")}
    assert shown == {one.rule for one in content.findings.found}
    everything = shown | set(re.findall(r"[A-Z]\d", quiet)) | set(re.findall(r"[A-Z]\d", skipped))
    assert everything == {rule.code for rule in RULES}


def test_each_skipped_rule_says_what_it_has_and_what_it_needs(pages: Pages) -> None:
    def bare(text: str) -> str:
        """Without what sets a column's name apart, and what it sets apart from the sign behind it."""
        return "".join(text.replace("`", "").split())

    skipped = bare(pages.tree("few onsets").one("ul", class_="skipped").text)
    for lack in seasons.few_onsets().findings.skipped:
        for words in (lack.has, lack.needs):
            assert bare(words) in skipped


@pytest.mark.parametrize("case", MAKERS)
def test_nothing_is_requested(pages: Pages, case: str) -> None:
    """Links may lead out when they are followed; nothing that a browser fetches by itself may."""
    tree = pages.tree(case)
    assert not tree.all("link")
    assert not tree.all("img")
    assert not tree.all("iframe")
    for element in tree.all():
        assert not {"src", "srcset", "background", "poster", "data", "action"} & set(element.attributes), element.tag
        href = element.attributes.get("href", "#")
        assert href.startswith("#") or (element.tag == "a" and href.startswith("https://doi.org/10.")), href
    style = tree.one("style").text
    assert "url(" not in style
    assert "@import" not in style


def test_the_policy_lets_our_scripts_run_and_nothing_else(pages: Pages) -> None:
    tree = pages.tree("season")
    (policy,) = [meta.attributes["content"] for meta in tree.all("meta") if "http-equiv" in meta.attributes]
    assert policy.startswith("default-src 'none'; ")
    scripts = [script for script in tree.all("script") if script.attributes.get("type") != "application/json"]
    hashes = set()
    for script in scripts:
        (body,) = script.children
        assert isinstance(body, str)
        hashes.add("'sha256-" + base64.b64encode(hashlib.sha256(body.encode()).digest()).decode() + "'")
    (allowed,) = re.findall(r"script-src ([^;]*)", policy)
    assert set(allowed.split()) == hashes
    assert "unsafe" not in allowed


def test_a_season_stays_under_six_megabytes(pages: Pages) -> None:
    assert len(pages.page("season").encode()) < MOST_BYTES


def test_the_figures_are_json_without_a_character_that_means_something_to_html(pages: Pages) -> None:
    for case in ("season", "hostile"):
        (raw,) = re.findall(r'<script type="application/json" id="figures">(.*?)</script>', pages.page(case), re.DOTALL)
        assert not set("<>&\u2028\u2029") & set(raw)
        assert list(json.loads(raw)["figures"]) == [
            *("calendar", "weeks", "tolerance", "onset-dates", "in-run", "cadence", "load-morning"),
            "onset-rate",
        ]


@pytest.mark.parametrize("case", ["season", "few onsets", "no diary", "many runs"])
def test_each_picture_has_a_message_a_label_and_a_table(pages: Pages, case: str) -> None:
    for section in pages.tree(case).all("section", class_="picture"):
        heading = section.one("h3").text
        assert heading
        if section.all("div", class_="empty"):
            continue
        headings = [heading, *(small.text for small in section.all("h4"))]
        plots = section.all("div", class_="plot")
        assert [plot.attributes["role"] for plot in plots] == ["img"] * len(headings)
        assert [plot.attributes["aria-label"] for plot in plots] == headings
        tables = [behind.one("table") for behind in section.all("details", class_="behind")]
        assert len(tables) == len(headings)
        assert all(table.one("caption").text and table.one("tbody").all("tr") for table in tables)


def test_parts_stand_in_the_order_of_the_house(pages: Pages) -> None:
    page = pages.page("season")
    marks = ['class="calm"', 'class="summary"', 'class="standing"', 'id="findings"', 'class="quiet"', 'id="pictures"']
    marks += [f'id="p-{picture.key}"' for picture in to_page(seasons.season()).pictures]
    marks += ['id="sources"', 'id="runs"', 'id="help"', "<footer>"]
    places = [page.index(mark, page.index("<body>")) for mark in marks]
    assert places == sorted(places)


def test_many_findings_of_one_rule_are_folded_and_none_is_lost(pages: Pages) -> None:
    content = MAKERS["many runs"]()
    often = sum(finding.rule == "P1" for finding in content.findings.found)
    assert often > 3
    fold = pages.tree("many runs").one("details", class_="fold")
    assert len(fold.all("details", class_="finding")) == often - 2


def test_the_foot_names_version_model_and_inputs(pages: Pages) -> None:
    content = seasons.season()
    foot = pages.tree("season").one("footer").text
    hashes = sorted(file.sha256 for run in content.runs for file in run.files)
    assert content.version in foot
    assert content.load_model in foot
    assert "lumbar_ratio 1.24" in foot
    assert hashlib.sha256("\n".join(hashes).encode()).hexdigest() in foot
    assert "16 Nov 2026" in foot


def test_every_red_flag_is_named_where_help_is(pages: Pages) -> None:
    text = pages.tree("no diary").one("section", id="help").text.lower()
    for _, _, name, _ in definitions():
        assert name.lower() in text


def facts_of(runs: list[RunSummary]) -> str:
    return to_page(seasons.content(runs, None)).when


def test_a_second_recording_of_one_time_is_not_counted_in_the_facts() -> None:
    day = seasons.MONDAY
    twice = [run_on(day, "07:00", km=8.0, minutes=50), run_on(day, "07:01", km=6.0, minutes=45)]
    content = seasons.content(twice, None)
    assert to_page(content).when == "3 August 2026 · 1 run · 8 km · no diary"
    assert len(to_page(content).runs) == 2
    assert [row.recorded for row in to_page(content).sources if row.name == "Distance"] == [1]
    assert text_page(content).splitlines()[2].startswith("1 run, ")


def test_a_distance_that_is_not_known_is_neither_zero_nor_a_part() -> None:
    days = [seasons.MONDAY + dt.timedelta(days=at) for at in range(3)]
    assert "1 run · ? km" in facts_of([run_on(days[0], km=None)])
    assert "3 runs · 14 km in 2 of 3 runs" in facts_of([run_on(days[0]), run_on(days[1], km=None), run_on(days[2], km=6.0)])


def test_what_is_not_known_is_no_estimate_from_published_runners() -> None:
    known, bare = run_on(seasons.MONDAY), run_on(seasons.MONDAY + dt.timedelta(days=1), km=None)
    bare = replace(bare, force=Measure.unknown("BW"), lumbar_per_footfall=Measure.unknown("BW"))
    rows = {row.name: row for row in quantities([known, bare])}
    assert (rows["Distance"].recorded, rows["Distance"].population, rows["Distance"].unknown) == (1, 0, 1)
    assert rows["Distance"].counts == "1 · 0 · 0 · 1 not known"
    assert (rows["Force per footfall"].population, rows["Force per footfall"].unknown) == (1, 1)
    assert rows["Cadence"].counts == "2 · 0 · 0"


def test_the_footer_says_what_its_hash_is_of() -> None:
    first, second = run_on(seasons.MONDAY, path="a.fit"), run_on(seasons.MONDAY + dt.timedelta(days=1), path="b.fit")
    hashes = sorted(file.sha256 for run in (first, second) for file in run.files)
    expected = hashlib.sha256("\n".join(hashes).encode()).hexdigest()
    content = seasons.content([second, first], [])
    assert f"Inputs: 2 files behind the runs shown, sha256 over their sha256 {expected}; diary diary.csv, not part of that." in (
        to_page(content).footer
    )
    hidden = replace(content, runs=content.runs[:1])
    assert "Inputs: 1 file behind" in to_page(hidden).footer[1]
