"""What is drawn is what the result holds, and plotly knows every property that we set."""

import datetime as dt
import math

import numpy as np
import plotly.graph_objects as go
import pytest

from footfall.history.clock import OutingClock
from footfall.render.content import Content
from footfall.render.html.document import figures
from footfall.render.html.embed import as_json
from footfall.render.html.figure import Choice, Drawing, Figure
from footfall.render.html.page import to_page
from footfall.render.html.pictures.panel_lines import pages as sheets
from footfall.render.html.pictures.panel_lines import to_line
from footfall.render.html.pictures.runs_survival import MOST_LINES, frame, ticks, tolerance_picture
from footfall.render.html.pictures.weeks import weeks_picture
from footfall.render.html.theme import TOKENS, Json
from tests.factories import entry, minutes_onset, run_on
from tests.render_html import seasons
from tests.render_html.conftest import MAKERS

EASY = seasons.CALIBRATION.easy


def _figure(content: Content, key: str) -> Json:
    found = figures(to_page(content).pictures)["figures"]
    assert isinstance(found, dict)
    figure: Json = found[key]
    return figure


def _painted(value: object) -> object:
    """Tokens as colours, as the page's script fills them in."""
    if isinstance(value, str) and value.startswith("var(--"):
        return TOKENS[value.removeprefix("var(--").removesuffix(")")][0]
    if isinstance(value, dict):
        return {name: _painted(part) for name, part in value.items()}
    return [_painted(part) for part in value] if isinstance(value, list) else value


def _drawn(figure: Json, size: str, choice: Json | None) -> tuple[list[object], Json]:
    """Traces and layout as the page's script puts them together."""
    frame, over = figure[size], choice[size] if choice else {}
    layout = {**frame.get("layout", {}), **over.get("layout", {})}
    for part in ("annotations", "shapes"):
        layout[part] = [*frame.get(part, []), *over.get(part, [])]
    return [*figure["data"], *(choice["data"] if choice else [])], layout


@pytest.mark.parametrize("case", MAKERS)
def test_plotly_accepts_every_figure_in_both_sizes(case: str) -> None:
    drawn = figures(to_page(MAKERS[case]()).pictures)
    for figure in drawn["figures"].values():
        for choice in (figure["choices"] or [None])[:3]:
            for size in ("wide", "narrow"):
                traces, layout = _drawn(figure, size, choice)
                go.Figure(_painted(traces), _painted(layout))
        if figure["joined"]:
            go.Figure([_painted(figure["joined"])])
    go.layout.Template(_painted(drawn["template"]))


def test_the_bars_of_a_week_add_up_to_its_load() -> None:
    content = seasons.season()
    bars = [trace for trace in _figure(content, "weeks")["data"] if trace["type"] == "bar"]
    stacked = np.sum([bar["y"] for bar in bars], axis=0)
    assert stacked == pytest.approx([week.easy_km for week in content.weeks], abs=0.02)
    assert bars[0]["y"] == pytest.approx([week.longest_easy_km for week in content.weeks], abs=0.01)


def test_the_band_lies_thirty_percent_around_the_median_of_four_weeks() -> None:
    content = seasons.season()
    shapes = _figure(content, "weeks")["wide"]["shapes"]
    paths = [shape["path"] for shape in shapes if shape["type"] == "path"]
    assert len(paths) == 2, "broken after the week off"
    corners = [tuple(map(float, corner.split(","))) for path in paths for corner in path.strip("MZ").split("L")]
    full = [at for at in range(4, len(content.weeks)) if all(week.outings for week in content.weeks[at - 4 : at])]
    medians = {at: content.weeks[at].median_easy_km for at in full}
    assert len(corners) == 4 * len(medians)
    for at, median in medians.items():
        heights = sorted({y for x, y in corners if abs(x - at) == 0.5})
        assert any(y == pytest.approx(1.3 * median, abs=0.01) for y in heights)
        assert any(y == pytest.approx(0.7 * median, abs=0.01) for y in heights)


def test_a_week_without_an_entry_is_a_dash_and_a_week_without_pain_an_open_mark() -> None:
    content = seasons.season()
    marks, dashes = [trace for trace in _figure(content, "weeks")["data"] if "text" in trace.get("mode", "")]
    silent = [at for at, week in enumerate(content.weeks) if math.isnan(week.max_pain)]
    assert dashes["x"] == silent
    assert silent
    assert len(marks["x"]) + len(silent) == len(content.weeks)
    assert [symbol == "diamond-open" for symbol in marks["marker"]["symbol"]] == [value == 0 for value in marks["y"]]


def test_the_heading_counts_the_weeks_that_are_drawn_above_the_band() -> None:
    content = seasons.season()
    normal = {at for at in range(4, len(content.weeks)) if all(week.outings for week in content.weeks[at - 4 : at])}
    assert len(normal) == len(content.weeks) - 4 - 4, "a week off is in the median of four weeks"
    judged = [week for at, week in enumerate(content.weeks) if week.over and at in normal]
    assert sum(week.easy_km > 1.3 * week.median_easy_km for week in judged) == 1
    heading = seasons.picture(content, "weeks").heading
    assert heading == f"One week of {len(judged)} stood above your own normal. One single run stood out."


def test_without_a_week_above_the_heading_is_a_number_and_no_verdict() -> None:
    runs = [run_on(seasons.MONDAY + dt.timedelta(weeks=week), minutes=57.6 if week == 9 else 48.0) for week in range(14)]
    heading = weeks_picture(seasons.content(runs, None).weeks, (), EASY).heading
    assert heading == "In the week of 2 November: 7.9 easy km, beside a median of 7.9 in the four weeks before."


def test_weeks_after_a_break_have_no_normal_and_are_not_named() -> None:
    """Two runs of 8 km a week, five weeks off, then the same again: nothing is high, whatever a median of zeros says."""
    starts = [seasons.MONDAY + dt.timedelta(weeks=week) for week in (*range(6), *range(11, 15))]
    runs = [run_on(start + dt.timedelta(days=day), km=8.0) for start in starts for day in (0, 3)]
    picture = weeks_picture(seasons.content(runs, None).weeks, (), EASY)
    assert picture.heading.startswith("In the week of ")
    assert picture.table is not None
    normal = [row[5] for row in picture.table.rows]
    assert normal[7:15] == ["\N{EN DASH}"] * 8, normal


def test_the_curve_is_the_one_that_was_computed() -> None:
    content = seasons.season()
    assert content.tolerance is not None
    curve = content.tolerance.curve
    assert curve is not None
    step = next(trace for trace in _figure(content, "tolerance")["data"] if trace["line"].get("shape") == "hv")
    assert step["x"] == pytest.approx(curve.time, abs=0.01)
    assert step["y"] == pytest.approx(100 * curve.survival, abs=0.01)


def test_the_ribbon_stays_between_the_bounds_of_the_curve() -> None:
    content = seasons.season()
    curve = content.tolerance.curve if content.tolerance else None
    assert curve is not None
    ribbon = _figure(content, "tolerance")["data"][0]
    assert ribbon["fill"] == "toself"
    assert max(ribbon["y"]) == pytest.approx(100 * np.nanmax(curve.high), abs=0.01)
    assert min(ribbon["y"]) == pytest.approx(100 * np.nanmin(curve.low), abs=0.01)


def test_the_at_risk_row_agrees_with_the_curve() -> None:
    """Independent counts: the row counts lines, the curve counted times."""
    content = seasons.season()
    curve = content.tolerance.curve if content.tolerance else None
    assert curve is not None
    choice = _figure(content, "tolerance")["choices"][0]
    row = [note for note in choice["wide"]["annotations"] if note.get("yshift") == -28 and note["text"].isdigit()]
    assert len(row) > 4
    for note in row:
        later = np.flatnonzero(curve.time >= note["x"])
        assert int(note["text"]) == (curve.at_risk[later[0]] if later.size else 0)


def test_every_run_that_tells_is_one_line_with_its_onset_or_its_end() -> None:
    content = seasons.season()
    tolerance = content.tolerance
    assert tolerance is not None
    lines, tails, ends, onsets = _figure(content, "tolerance")["choices"][0]["data"]
    assert lines["x"].count(0) == len(tolerance.began) + len(tolerance.free)
    assert sorted(onsets["x"]) == pytest.approx(sorted(one.onset.minute for one in tolerance.began), abs=0.01)
    assert sorted(ends["x"]) == pytest.approx(sorted(one.timer_min for one in tolerance.free), abs=0.01)
    assert tails["x"].count(None) == len(tolerance.began) - 1


def test_a_line_that_leaves_the_frame_says_where_it_ends() -> None:
    content = seasons.season()
    longest = max(outing.timer_min for outing in content.history.outings)
    choice = _figure(content, "tolerance")["choices"][0]
    assert longest > choice["wide"]["layout"]["xaxis"]["range"][1]
    assert f"→ {longest:.0f}" in [note["text"] for note in choice["wide"]["annotations"]]


def test_more_lines_than_sixty_are_paged_by_date_and_none_is_lost() -> None:
    content = seasons.many_runs()
    tolerance = content.tolerance
    assert tolerance is not None
    lines = [to_line(outing) for outing in (*tolerance.began, *tolerance.free)]
    paged = sheets(lines, MOST_LINES)
    assert len(paged) == math.ceil(len(lines) / MOST_LINES) > 1
    assert max(len(sheet) for sheet in paged) <= MOST_LINES
    assert {id(line) for sheet in paged for line in sheet} == {id(line) for line in lines}
    newest = [max(line.outing.start for line in sheet) for sheet in paged]
    assert newest == sorted(newest, reverse=True)
    assert len(_figure(content, "tolerance")["choices"]) == len(paged)


@pytest.mark.parametrize("longest", [12, 31, 48, 75, 104, 190, 400, 900])
def test_the_axis_has_few_round_ticks(longest: int) -> None:
    steps = ticks(float(longest))
    assert 2 <= len(steps) <= 10
    assert steps[0] == 0
    assert len(set(np.diff(steps))) == 1


def test_the_frame_holds_every_pain_free_minute() -> None:
    tolerance = seasons.season().tolerance
    assert tolerance is not None
    lines = [to_line(outing) for outing in (*tolerance.began, *tolerance.free)]
    assert frame(lines) >= max(line.free_min for line in lines)


def test_the_chosen_run_ends_in_its_easy_kilometres_and_its_onset_lies_on_the_line() -> None:
    content = seasons.season()
    figure = _figure(content, "in-run")
    choice = figure["choices"][figure["chosen"]]
    outing = next(outing for outing in content.history.outings if outing.day == seasons.SPIKE_DAY)
    curve, onset = choice["data"]
    assert curve["y"][-1] == pytest.approx(outing.easy_km, abs=0.01)
    assert onset["x"] == [pytest.approx(38.0)]
    assert onset["y"][0] == pytest.approx(np.interp(38.0, curve["x"], curve["y"]), abs=0.05)
    _, load, _ = OutingClock.of(outing.runs).at(38.0)
    assert onset["y"][0] == pytest.approx(load * outing.easy_km / outing.load, abs=0.01)
    assert choice["heading"] == f"On 4 Oct pain began after {onset['y'][0]:.1f} easy km, 38 minutes in"


def test_the_first_run_drawn_is_the_one_the_most_pressing_finding_is_about() -> None:
    content = seasons.season()
    first = next(finding for finding in content.findings.found if finding.run_id)
    page = to_page(content)
    figure = seasons.picture(content, "in-run").figure
    assert figure is not None
    assert page.choosable[first.run_id or ""] == figure.chosen


def test_each_choice_says_what_is_known_of_pain_in_it() -> None:
    content = seasons.season()
    figure = seasons.picture(content, "in-run").figure
    assert figure is not None
    said = {choice.label.split(" · ")[-1].split(" ")[0]: choice.heading for choice in figure.choices}
    assert "free of pain" in said["free"]
    assert "from the start" in said["pain"]
    assert "not written down" in said["no"]
    assert "pain began" in said["onset"]
    assert len(figure.choices) == len(content.history.outings)


@pytest.mark.parametrize("case", MAKERS)
def test_what_is_not_known_is_a_gap_and_never_nan(case: str) -> None:
    assert as_json(figures(to_page(MAKERS[case]()).pictures))  # NaN raises


def test_a_run_without_a_known_load_has_no_line_and_its_week_no_bar() -> None:
    content = seasons.unknown_load()
    figure = seasons.picture(content, "in-run").figure
    assert figure is not None
    assert len(figure.choices) == len(content.history.outings) - 1
    bars = [trace for trace in _figure(content, "weeks")["data"] if trace["type"] == "bar"]
    unknown = [at for at, week in enumerate(content.weeks) if math.isnan(week.easy_km)]
    assert [bars[1]["y"][at] for at in unknown] == [None]


def test_the_picture_counts_the_window_as_the_rule_and_the_sentences_do() -> None:
    run = run_on(seasons.MONDAY, km=2.5, minutes=14)  # "15" is rounded: the clock holds it at its end
    content = seasons.content([run], [entry(run.local_date, onset=minutes_onset(15))], as_of=run.local_date)
    assert content.history.outings[0].onset.minute == 14
    assert [finding.rule for finding in content.findings.found] == ["P1"]
    note = " ".join(tolerance_picture(content.tolerance, "").note)
    assert "1 of 1 onsets lies between minutes 15 and 20" in note


def test_a_figure_is_as_tall_as_what_is_chosen_else_as_it_says_itself() -> None:
    own = Drawing(height=300)
    choice = Choice("", "", (), Drawing(height=420), Drawing())
    assert Figure((), own, own).tall == (300, 300)
    assert Figure((), own, own, (choice,)).tall == (420, 300)
