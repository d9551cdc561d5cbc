"""The rules. A rule is one file here, one line in RULES, three cases in tests/rules/CODE.toml: docs/add-a-rule.md."""

from footfall.findings.a1_load_pain import LoadPainLink
from footfall.findings.a2_conditions import Conditions
from footfall.findings.c1_clock import WhichClock
from footfall.findings.f1_emergency import Emergency
from footfall.findings.f2_same_day import SameDay
from footfall.findings.f3_within_days import WithinDays
from footfall.findings.f4_appointment import Appointment
from footfall.findings.p1_window import Window
from footfall.findings.p2_clustering import Clustering
from footfall.findings.p3_pain_free import PainFree
from footfall.findings.p4_builds_and_eases import BuildsAndEases
from footfall.findings.p5_next_morning import NextMorning
from footfall.findings.p6_below_knee import BelowKnee
from footfall.findings.p7_rest_and_return import RestAndReturn
from footfall.findings.p8_lasting import Lasting
from footfall.findings.p9_flares_after_spikes import FlaresAfterSpikes
from footfall.findings.q1_words_in_notes import WordsInNotes
from footfall.findings.r1_session_spike import SessionSpike
from footfall.findings.r2_footfalls_load import FootfallsLoad
from footfall.findings.r3_weekly_ramp import WeeklyRamp
from footfall.findings.r4_return import Return
from footfall.findings.r5_downhill_fast import DownhillFast
from footfall.findings.r6_hard_days import HardDays
from footfall.findings.rule import Rule

RULES: tuple[Rule, ...] = (
    Emergency(),
    SameDay(),
    WithinDays(),
    Appointment(),
    WordsInNotes(),
    SessionSpike(),
    FootfallsLoad(),
    WeeklyRamp(),
    Return(),
    DownhillFast(),
    HardDays(),
    Window(),
    Clustering(),
    PainFree(),
    BuildsAndEases(),
    NextMorning(),
    BelowKnee(),
    RestAndReturn(),
    Lasting(),
    FlaresAfterSpikes(),
    LoadPainLink(),
    Conditions(),
)
"""Every rule, in the order of the documentation."""

DEEP_RULES: tuple[Rule, ...] = (*RULES, WhichClock())
"""Those and the slow ones, which `report --deep` asks."""
