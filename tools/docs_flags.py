"""docs/flags.md: what each flag means, in plain words. They stand in docs_flags.md beside this; every number is the code's."""

import inspect
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from docs_rules import anchor, codes, heading
from footfall.findings import (
    DEEP_RULES,
    a1_load_pain,
    c1_clock,
    exposures,
    flag_signs,
    flares,
    lasting,
    leg_pain,
    morning_stiffness,
    new_back_pain,
    p1_window,
    p2_clustering,
    p3_pain_free,
    p4_builds_and_eases,
    p5_next_morning,
    p6_below_knee,
    p7_rest_and_return,
    p9_flares_after_spikes,
    q1_words_in_notes,
    r1_session_spike,
    r3_weekly_ramp,
    r4_return,
    r6_hard_days,
    ramp_steps,
    rests,
    spikes,
    tolerance,
    tolerance_trend,
)
from footfall.findings.finding import Severity
from footfall.findings.rule import Rule
from footfall.findings.stats import association, clocks, groups, survival
from footfall.history import weeks
from footfall.history.days import build_history
from footfall.metrics import grade
from footfall.model.diary import Tier

WORDS = Path(__file__).with_suffix(".md")
_SECTION = re.compile(r"^## ([A-Z]\d)\n", re.MULTILINE)


def flags_page() -> str:
    """The whole page, Markdown."""
    rules = {rule.code: rule for rule in DEEP_RULES}
    words = WORDS.read_text(encoding="utf-8").format_map({"contents": _contents(), **_tables(), **numbers()})
    head, *parts = _SECTION.split(words)
    return head + "".join(_section(rules[code], text) for code, text in zip(parts[::2], parts[1::2], strict=True))


def _section(rule: Rule, text: str) -> str:
    """Its words, and after them, before a heading that is no rule's, where they come from."""
    own, *rest = re.split(r"(?=^## )", text, maxsplit=1, flags=re.MULTILINE)
    more = f"Every condition: [{rule.code}](rules.md#{anchor(rule)}); every source: [sources](sources.md)."
    return f"## {heading(rule)}\n{own}*Source:* {rule.source} {more}\n\n" + "".join(rest)


def _contents() -> str:
    rows = "\n".join(f"| [{rule.code}](#{anchor(rule)}) | {rule.title} |" for rule in DEEP_RULES)
    return f"| code | flag |\n|---|---|\n{rows}"


def _tables() -> Mapping[str, str]:
    return {f"{tier}_codes": codes(tier).strip() for tier in Tier}


def numbers() -> Mapping[str, str]:
    """Every number of the page, by its name there."""
    return {name: f"{value:,g}" if isinstance(value, float | int) else value for name, value in _numbers()}


def _numbers() -> Iterator[tuple[str, float | str]]:
    yield from _of_red_flags()
    yield from _of_training()
    yield from _of_pain()
    yield from _of_associations()


def _of_red_flags() -> Iterator[tuple[str, float | str]]:
    yield "flag_days", flag_signs.FULL_VOICE.days
    yield "young", new_back_pain.YOUNG
    yield "old", new_back_pain.OLD
    yield "stiff_min", morning_stiffness.LONG_MIN
    yield "stiff_days", morning_stiffness.MONTHS.days
    yield "stiff_gap", morning_stiffness.APART.days
    yield "stiff_recent", morning_stiffness.RECENT.days
    yield "leg_apart", leg_pain.LASTING.days
    yield "note_days", q1_words_in_notes.ASKED_FOR.days


def _of_training() -> Iterator[tuple[str, float | str]]:
    yield "window_days", spikes.WINDOW.days
    for number, band in enumerate(spikes.BANDS, start=1):
        yield f"band_{number}", 100 * band
    yield "spike_pain", r1_session_spike.PAIN
    yield "spike_days", r1_session_spike.FOLLOWED.days
    yield "outing_min", inspect.signature(build_history).parameters["outing_gap_min"].default
    for number, severity in enumerate((Severity.INFO, Severity.NOTICE, Severity.WARNING), start=1):
        ratio, interval = r1_session_spike.STUDY[severity]
        yield f"study_{number}", f"{ratio} ({interval})"
    yield "base_footfalls", ramp_steps.MIN_BASE_FOOTFALLS
    yield "ramp_weeks", weeks.WEEKS_BEFORE
    for number, band in enumerate(r3_weekly_ramp.BANDS, start=1):
        yield f"ramp_{number}", 100 * band
    yield "ramp_km", r3_weekly_ramp.MIN_BASE_M / 1000
    yield "ramp_runs", r3_weekly_ramp.MIN_BASE_RUNS
    yield "lay_off", r4_return.LAY_OFF.days
    yield "lately", r4_return.LATELY.days
    yield "downhill", exposures.MIN_DOWNHILL
    yield "steep", 100 * grade.STEEP
    yield "fast_min", exposures.MIN_FAST_MIN
    yield "fast", exposures.FAST
    yield "times", exposures.TIMES
    yield "exposure_runs", exposures.MIN_RUNS
    yield "hard_row", r6_hard_days.HARD_IN_A_ROW
    yield "hard_days", r6_hard_days.MIN_DAYS
    yield "mono_weeks", r6_hard_days.WEEKS_BEFORE
    yield "mono_known", r6_hard_days.MIN_WEEKS
    yield "mono_chance", r6_hard_days.WEEKS_BEFORE + 1


def _of_pain() -> Iterator[tuple[str, float | str]]:
    yield "win_low", p1_window.WINDOW_MIN[0]
    yield "win_high", p1_window.WINDOW_MIN[1]
    yield "multiple", p1_window.MULTIPLE
    yield "p2_tested", p2_clustering.TESTED_ONSETS
    yield "min_onsets", tolerance.MIN_ONSETS
    yield "coverage", 100 * tolerance.MIN_COVERAGE
    yield "p3_trend", tolerance_trend.MIN_ONSETS
    yield "p3_steady", p3_pain_free.STEADY_ONSETS
    yield "p3_level", 100 * survival.LEVEL
    yield "p4_rows", p4_builds_and_eases.MIN_ROWS
    yield "p4_sure", p4_builds_and_eases.SURER_ROWS
    yield "p4_min", p4_builds_and_eases.EASED_MIN
    yield "p5_rows", p5_next_morning.MIN_ROWS
    yield "p5_sure", p5_next_morning.SURER_ROWS
    yield "p5_by", p5_next_morning.WORSE_BY
    yield "leg_recent", p6_below_knee.TOLD_FOR.days
    yield "p7_rests", p7_rest_and_return.MIN_RESTS
    yield "p7_days", rests.MIN_DAYS_OFF
    yield "p7_settled", rests.SETTLED
    yield "weeks_2", lasting.WEEKS_2.days // 7
    yield "weeks_6", lasting.WEEKS_6.days // 7
    yield "p8_days", lasting.MIN_PAIN_DAYS
    yield "p8_gap", lasting.GAP
    yield "p8_over", lasting.RECOVERED


def _of_associations() -> Iterator[tuple[str, float | str]]:
    yield "p9_within", p9_flares_after_spikes.WITHIN_DAYS
    yield "p9_each", p9_flares_after_spikes.MIN_EACH
    yield "p9_spikes", p9_flares_after_spikes.TESTED_SPIKES
    yield "p9_flares", p9_flares_after_spikes.TESTED_FLARES
    yield "p9_weeks", p9_flares_after_spikes.TESTED_WEEKS
    yield "flare_by", flares.ABOVE
    yield "a1_pairs", a1_load_pain.MIN_PAIRS
    yield "a1_pain", a1_load_pain.MIN_PAIN_DAYS
    yield "a1_free", a1_load_pain.MIN_FREE_DAYS
    yield "a1_weeks", association.MIN_BLOCKS
    yield "a2_side", groups.MIN_SIDE
    yield "c1_onsets", c1_clock.MIN_ONSETS
    yield "c1_share", 100 * c1_clock.SHARE
    yield "c1_draws", clocks.BOOTSTRAPS
