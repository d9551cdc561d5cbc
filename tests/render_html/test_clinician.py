"""The page to take along: its numbers, worked out by hand, its one sheet, and what it says when little is there."""

import datetime as dt
import re
import unicodedata
from functools import cache

import pytest

from footfall.findings.clinical import ClinicalSummary, clinical_summary
from footfall.findings.clinical_pain import Spread, Written
from footfall.history.days import build_history
from footfall.model.athlete import Athlete
from footfall.model.diary import Diary, Quality, Site
from footfall.render.content import Content
from footfall.render.html import embed
from footfall.render.html.clinician import render_clinician
from footfall.render.html.theme import TOKENS
from tests.factories import entry, run_on
from tests.render_html import clinic, seasons
from tests.render_html.clinic import day
from tests.render_html.conftest import MAKERS
from tests.render_html.dom import Element, parse

CASES = {**MAKERS, "by hand": clinic.by_hand, "crowded": clinic.crowded, "crowded and asked": lambda: clinic.crowded(6)}


@cache
def html_of(case: str) -> str:
    """Some are of ten years: each is made once."""
    return render_clinician(CASES[case]())


def page_of(case: str) -> Element:
    return parse(html_of(case))


@pytest.fixture(scope="module")
def found() -> ClinicalSummary:
    return summary_of(clinic.by_hand())


def summary_of(content: Content) -> ClinicalSummary:
    return clinical_summary(content.history, content.findings, content.weeks)


@pytest.fixture(scope="module")
def by_hand() -> Element:
    return page_of("by hand")


def test_the_days_the_runs_and_how_much_of_the_diary_is_filled(found: ClinicalSummary, by_hand: Element) -> None:
    assert found.now is not None
    assert (found.now.first, found.now.last) == (day(0), day(34))
    assert (found.now.days, found.now.rows, found.now.runs) == (35, 10, 18)
    assert found.now.distance_m == pytest.approx(17 * 5000 + sum(500 * (at % 3) for at in range(18) if at != 16) + 13000)
    assert "7 September – 11 October 2026: 18 runs, 106 km; a diary row on 10 of 35 days (29 %)." in by_hand.text
    assert "born 1988 · 62 kg · 1.72 m" in by_hand.text


def test_onsets_their_range_and_how_they_were_written(found: ClinicalSummary) -> None:
    assert found.onsets.minutes == Spread(4, 26.25, 15.0, 35.0)  # 15, 22, 30.5, 35
    assert dict(found.onsets.written) == {Written.FIVE: 2, Written.MINUTE: 1, Written.SECONDS: 1}


def test_minutes_run_on_with_pain_and_what_pain_ended(found: ClinicalSummary) -> None:
    # 40 - 15, 40 - 22, 40 - 30.5 and, in the run of 85 minutes, 85 - 35
    assert found.onsets.ran_on == Spread(4, 21.5, 9.5, 50.0)
    assert (found.onsets.stopped, found.onsets.shortened) == (1, 0)


def test_minutes_to_settle(found: ClinicalSummary, by_hand: Element) -> None:
    assert found.settling.minutes == Spread(2, 30.0, 20.0, 40.0)
    assert "median of 2 of 6 rows with pain" in by_hand.text  # the seventh is of a day without a run


def test_mornings_and_the_three_after_a_run(found: ClinicalSummary) -> None:
    own = found.mornings
    assert own.pain == Spread(5, 1.0, 0.0, 2.0)  # 1, 2, 1, 2, 0
    assert (own.sore, own.stiffness) == (4, Spread(2, 20.0, 10.0, 30.0))
    # Day 0: 1 before, 1 the next morning. Day 2: 0 before, then 2, 1, 2. Day 4: 0 before, then 2, 0. All others: not known.
    assert (own.settled, own.later) == ((1, 1, 0), 1)
    assert own.runs == 18
    assert own.unknown == own.runs - 3
    assert own.joined == 17  # all but the last


def test_sites_and_qualities_are_counted_by_row(found: ClinicalSummary) -> None:
    assert found.words.sites == ((Site.LOW_BACK_LEFT, 2), (Site.BUTTOCK, 1))
    assert found.words.qualities == ((Quality.ACHE, 1),)
    assert (found.words.builds, found.words.told) == (1, 1)


def test_the_training_before_the_worst_seven_days(found: ClinicalSummary, by_hand: Element) -> None:
    own = found.training
    assert own is not None
    # Scores 6, 7 and 8 on days 32 to 34; the first seven days that hold all three begin on day 28.
    assert (own.first, own.last, own.scored, own.mean, own.worst) == (day(28), day(34), 3, 7.0, 8.0)
    assert [block.first for block in own.blocks] == [day(0), day(7), day(14), day(21), day(28)]
    assert [block.runs for block in own.blocks] == [4, 3, 4, 3, 4]
    assert [block.distance_m for block in own.blocks] == [21500, 16500, 22000, 16500, 30000]
    assert [block.longest_m for block in own.blocks] == [6000, 6000, 6000, 6000, 13000]
    (spike,) = own.spikes
    assert (spike.outing.day, spike.before) == (day(32), 6000)
    assert "9 Oct 2026, 13.0 km after 6.0 km (+117 %)" in by_hand.text


def test_a_single_painful_day_between_blanks_is_not_the_worst_week() -> None:
    runs = [run_on(day(at)) for at in range(10)]
    content = seasons.content(runs, [entry(day(4), pain_max=9.0)], as_of=day(10))
    assert summary_of(content).training is None


def test_seven_days_that_are_not_all_on_record_say_so() -> None:
    rows = [entry(day(at), 2 + at, pain_max=5.0) for at in range(3)]
    own = summary_of(seasons.content([run_on(day(at)) for at in range(7)], rows, as_of=day(7))).training
    assert own is not None
    assert [block.on_record for block in own.blocks] == [False] * 4 + [True]


def test_only_twelve_weeks_are_told_and_totals_of_what_lies_before() -> None:
    content = seasons.many_runs()
    found, text = summary_of(content), parse(render_clinician(content)).text
    assert found.now is not None
    assert found.before is not None
    assert len(found.weeks) == 12
    assert (found.now.last - found.now.first).days < 84
    assert found.before.last + dt.timedelta(days=1) == found.now.first
    assert found.now.runs + found.before.runs == 150
    assert f"Before that, from 1 Nov 2025: {found.before.runs} runs" in text


def test_what_is_hidden_stays_so_but_for_red_flags() -> None:
    runs = seasons.season_runs()
    rows = [*seasons.season_rows(runs), entry(dt.date(2026, 8, 10), 90, red_flags=frozenset({"fever"}))]
    history, _ = build_history(
        runs,
        Diary("diary.csv", tuple(rows)),
        Athlete(),
        dt.date(2026, 11, 16),
        since=dt.date(2026, 10, 1),
        until=dt.date(2026, 10, 31),
    )
    content = seasons.content(runs, rows)
    found = clinical_summary(history, content.findings, content.weeks)
    assert found.now is not None
    assert dt.date(2026, 10, 1) <= found.now.first <= found.now.last <= dt.date(2026, 10, 31)
    assert found.before is None
    assert [sign.code for sign in found.flags.signs] == ["fever"]


def test_an_emergency_comes_first_with_a_sentence_for_the_phone() -> None:
    text = page_of("emergency").one("body").text
    assert text.index("Get medical help now") < text.index("24 August – 15 November 2026")
    assert "“Since 14 Nov 2026 I have numbness between my legs." in text
    assert "Numbness between the legs: 14 Nov 2026, open" in text


def test_a_sentence_for_the_phone_is_not_hidden_by_text_that_could_not_be_read() -> None:
    text = page_of("crowded and asked").text
    assert "To say on the phone: “Since" in text
    assert "Not readable under red_flags, so please ask: “漢" in text
    assert "and 18 more." in text


def test_a_resolved_flag_stands_there_with_both_dates() -> None:
    assert "New trouble with bladder or bowel: 2 Nov 2026, resolved 14 Nov 2026" in page_of("resolved").text


def test_open_signs_that_find_no_room_are_named() -> None:
    text = page_of("crowded").text
    assert "of them still open: " in text
    assert "worse after two weeks or more off." in text


def test_questions_about_notes_stand_at_the_top() -> None:
    text = page_of("crowded and asked").text
    assert text.index("Still to be asked, from the notes:") < text.index("Time to onset")


def test_without_a_diary_it_says_what_is_missing_and_how_to_start() -> None:
    page = page_of("no diary")
    assert "There is no diary" in page.text
    assert "footfall pain 3 --onset 17" in page.text
    assert not page.all("div", class_="keys")
    assert page.one("svg", class_="strip")


def test_under_eight_onsets_there_is_a_range_and_no_median(by_hand: Element) -> None:
    assert "no median yet" in by_hand.text
    assert "a median needs 8 written onsets" in by_hand.text
    assert "Onsets from minute 15 to 35" in by_hand.text


def test_each_onset_is_drawn_once() -> None:
    content = seasons.season()
    drawing = parse(render_clinician(content)).one("svg", class_="dates")
    found = summary_of(content)
    assert found.tolerance is not None
    assert len(drawing.all("path", class_="pain")) == len(found.tolerance.began) > 8
    assert len(drawing.all("path", class_="free")) == len(found.tolerance.free) > 8


@pytest.mark.parametrize("case", CASES)
def test_it_holds_no_script_and_asks_for_nothing(case: str) -> None:
    page = page_of(case)
    (policy,) = [meta.attributes["content"] for meta in page.all("meta") if "http-equiv" in meta.attributes]
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    assert not [element for tag in ("script", "img", "link", "iframe", "a", "form") for element in page.all(tag)]
    assert not [name for element in page.all() for name in element.attributes if name.startswith("on")]
    moving = {letter for letter in page.one("body").text if unicodedata.category(letter) in {"Cc", "Cf", "Zl"}}
    assert not moving
    assert "nan" not in page.text.split()
    headings = [element.attributes.get("aria-labelledby") for element in page.all("section")]
    identities = [element.attributes["id"] for element in page.all() if "id" in element.attributes]
    assert len(identities) == len(set(identities))
    assert set(headings) <= set(identities)


def test_hostile_text_is_there_to_read_and_does_nothing() -> None:
    page = page_of("hostile")
    assert "<img src=x onerror=alert(1)>{{7*7}}" in page.text
    assert "49" not in page.one("header").text


@pytest.mark.parametrize("case", ["season", "crowded"])
def test_the_same_content_gives_the_same_bytes(case: str) -> None:
    assert render_clinician(CASES[case]()) == html_of(case)


def test_every_colour_of_its_style_sheet_is_a_token() -> None:
    style = embed.own("clinician.css")
    assert set(re.findall(r"var\(--([a-z0-9-]+)\)", style)) - {"edge", "fill"} <= set(TOKENS)
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", style)) <= {"#fff"}  # paper
