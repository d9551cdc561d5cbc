"""The three sentences, for the page and the terminal alike."""

import datetime as dt
from dataclasses import replace

import pytest

from footfall.findings.finding import Checked
from footfall.render.content import Content
from footfall.render.html.pictures.runs_survival import tolerance_picture
from footfall.render.summary import emphasised_sentences, spikes_found, three_sentences
from tests.factories import PAIN_FREE, entry, minutes_onset, run_on
from tests.render_html import seasons


def test_a_season_is_told_in_three_sentences_from_its_own_numbers() -> None:
    content = seasons.season()
    curve = content.tolerance.curve if content.tolerance else None
    assert curve is not None
    first, second, third = three_sentences(content)
    assert f"free of pain for {curve.median:g} minutes" in first
    assert f"at least {curve.median_low:g}" in first
    (change,) = (spike.change for spike in spikes_found(content.findings).values() if spike.day == seasons.SPIKE_DAY)
    assert second.startswith(f"On 4 Oct 2026 one run was {100 * change:.0f}")
    inside = sum(finding.rule == "P1" for finding in content.findings.found)
    assert third.startswith(f"In {inside} of {len(content.tolerance.began) if content.tolerance else 0} runs with an onset")


def test_no_mark_of_emphasis_reaches_plain_text() -> None:
    assert any("**" in sentence for sentence in emphasised_sentences(seasons.season()))
    assert not any("**" in sentence for sentence in three_sentences(seasons.season()))
    assert all(sentence.count("**") % 2 == 0 for sentence in emphasised_sentences(seasons.season()))


def test_without_a_diary_it_is_said_first() -> None:
    first, *_ = three_sentences(seasons.without_diary())
    assert first.startswith("No diary yet")


def test_too_few_onsets_are_said_with_what_is_needed() -> None:
    first, *_ = three_sentences(seasons.few_onsets())
    assert first == (
        "How long you run free of pain is not known yet. 5 onsets, and 5 runs free of pain to the end."
        " Needed: 8 runs in which pain began."
    )


def test_a_curve_that_never_falls_to_one_half_is_told_in_runs() -> None:
    runs = [run_on(dt.date(2026, 8, 1) + dt.timedelta(days=2 * at)) for at in range(30)]
    rows = [entry(run.local_date, at + 2, onset=minutes_onset(17) if at < 9 else PAIN_FREE) for at, run in enumerate(runs)]
    first, *_ = three_sentences(seasons.content(runs, rows))
    assert first == "21 of 30 runs ended free of pain; in 9 it began on the way."


def test_even_runs_say_that_none_stood_out() -> None:
    runs = [run_on(dt.date(2026, 8, 1) + dt.timedelta(days=3 * at)) for at in range(20)]
    said = three_sentences(seasons.content(runs, None))
    assert "No single run stood out against the longest of the 30 days before it." in said


def test_a_short_history_says_why_runs_cannot_be_compared() -> None:
    said = " ".join(three_sentences(seasons.three_weeks()))
    assert "Single runs cannot be compared yet." in said
    assert "Needed:" in said


def test_a_median_without_an_interval_gives_none() -> None:
    runs = [run_on(dt.date(2026, 8, 1) + dt.timedelta(days=2 * at)) for at in range(9)]
    rows = [entry(run.local_date, at + 2, onset=minutes_onset(20)) for at, run in enumerate(runs)]
    content = seasons.content(runs, rows)
    first, *_ = three_sentences(content)
    assert first == (
        "Half of your runs stay free of pain for 20 minutes or longer; the onsets lie at so few different minutes that no"
        " interval can be given (9 runs, 9 with an onset)."
    )
    assert tolerance_picture(content.tolerance).note[0].startswith("pain-free in half of your runs; the onsets lie at so few")


def two_long_runs_on_one_day() -> Content:
    runs = [run_on(dt.date(2026, 8, 1) + dt.timedelta(days=2 * at)) for at in range(20)]
    day = dt.date(2026, 9, 15)
    return seasons.content([*runs, run_on(day, "07:00", km=12.0, minutes=72), run_on(day, "18:00", km=14.4, minutes=86)], None)


def test_two_long_runs_on_one_day_are_two() -> None:
    content = two_long_runs_on_one_day()
    spikes = spikes_found(content.findings)
    longer = {run.id: run.distance_m for run in content.runs if run.distance_m and run.distance_m > 8000}
    assert set(spikes) == set(longer)
    assert sorted(spike.change for spike in spikes.values()) == [pytest.approx(0.2), pytest.approx(0.5)]
    assert any("2 runs were longer" in sentence and "15 Sep 2026" in sentence for sentence in three_sentences(content))


def test_spikes_are_known_by_key_whatever_their_label_says() -> None:
    content = two_long_runs_on_one_day()
    renamed = tuple(
        replace(finding, evidence=tuple(replace(fact, label="Unterschied") for fact in finding.evidence))
        for finding in content.findings.found
    )
    assert spikes_found(replace(content.findings, found=renamed)) == spikes_found(content.findings)
    assert spikes_found(content.findings)


def with_p2(content: Content, *, found: bool) -> Content:
    """The content as it would be had P2 found a gathering, or looked and found none."""
    others = content.findings
    checked = tuple(one for one in others.checked if one.rule != "P2")
    finding = replace(
        next(one for one in others.found if one.rule == "P1"),
        rule="P2",
        headline="Onsets gather at 15–20 minutes: 12 of 24 began there; this may be chance",
    )
    quiet = Checked("P2", "Whether onsets gather", "No sign that they do.")
    kept = tuple(one for one in others.found if one.rule != "P2")
    if found:
        return replace(content, findings=replace(others, found=(*kept, finding), checked=checked))
    return replace(content, findings=replace(others, found=kept, checked=(*checked, quiet)))


def test_a_gathering_that_was_found_takes_the_place_of_the_count() -> None:
    said = emphasised_sentences(with_p2(seasons.season(), found=True))
    assert said[2] == "**Onsets gather at 15–20 minutes**: 12 of 24 began there; this may be chance."
    assert "runs with an onset" not in " ".join(said)


def test_a_count_beside_a_quiet_test_says_that_it_was_held_against_the_time() -> None:
    (sentence,) = (one for one in three_sentences(with_p2(seasons.season(), found=False)) if "runs with an onset" in one)
    assert sentence.endswith("held against the time run there, that is no clear gathering.")


def test_beside_a_red_flag_a_quiet_test_is_not_mentioned() -> None:
    said = " ".join(three_sentences(with_p2(seasons.flagged("night_pain"), found=False)))
    assert "no clear gathering" not in said
    assert "the count alone does not say" in said
