"""The vocabulary: every quantity a run, a summary or a diary can hold, by one name each.

Readers map a vendor's names onto these, writers take headers and units from them, tests hold both to it.
`low` and `high` are the values a sane record can take; a reader turns what lies outside into NaN and says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Column:
    """One named quantity. `low` and `high` are inclusive; None where there is no bound or no number."""

    name: str
    unit: str
    low: float | None
    high: float | None
    meaning: str


def _table(*columns: Column) -> Mapping[str, Column]:
    return MappingProxyType({column.name: column for column in columns})


COLUMNS: Mapping[str, Column] = _table(
    Column("time_s", "s", 0, None, "seconds since the start of the recording, pauses included; strictly increasing"),
    Column("lat_deg", "deg", -90, 90, "latitude, WGS 84"),
    Column("lon_deg", "deg", -180, 180, "longitude, WGS 84"),
    Column("altitude_m", "m", -500, 9000, "altitude as the device gives it; 0 is a value"),
    Column("distance_m", "m", 0, 1_000_000, "distance since the start, cumulative, as the device gives it"),
    Column("speed_m_s", "m/s", 0, 30, "speed as the device gives it"),
    Column("cadence_per_min", "1/min", 0, 300, "cadence as the file has it: strides or steps, decided once per file"),
    Column("heart_rate_bpm", "1/min", 20, 250, "heart rate"),
    Column("power_w", "W", 0, 3000, "running power as the device gives it"),
    Column("stance_time_s", "s", 0.05, 1.5, "ground contact time of one footfall"),
    Column("stance_time_balance_pct", "%", 0, 100, "share of ground contact on the left foot"),
    Column("vertical_oscillation_m", "m", 0, 0.5, "vertical oscillation of the trunk over one step"),
    Column("vertical_ratio_pct", "%", 0, 50, "vertical oscillation over step length"),
    Column("step_length_m", "m", 0, 5, "distance from one footfall to the next, as the device gives it"),
    Column(
        "pod_cadence_per_min",
        "1/min",
        0,
        300,
        "cadence by a second sensor (Stryd, RunScribe)",
    ),
    Column("pod_speed_m_s", "m/s", 0, 30, "speed by that sensor"),
    Column("pod_distance_m", "m", 0, 1_000_000, "distance since the start by that sensor, cumulative"),
    Column("pod_power_w", "W", 0, 3000, "running power by that sensor"),
    Column("pod_stance_time_s", "s", 0.05, 1.5, "ground contact time of one footfall by that sensor"),
    Column("pod_vertical_oscillation_m", "m", 0, 0.5, "vertical oscillation by that sensor"),
    Column("temperature_c", "°C", -60, 80, "temperature at the device"),
)
"""Columns of the samples of one run."""

SUMMARY_COLUMNS: Mapping[str, Column] = _table(
    Column("athlete", "", None, None, "id of the athlete; blank when none is known"),
    Column("path", "", None, None, "file or files that the run was read from, joined by |"),
    Column("id", "", None, None, "sha256 of the decompressed bytes, plus the session where a file holds several"),
    Column("format", "", None, None, "fit, gpx, tcx or log"),
    Column("device", "", None, None, "what wrote the file, as it names itself"),
    Column("sport", "", None, None, "sport as recorded, or as told from speed and cadence"),
    Column("sub_sport", "", None, None, "trail, treadmill, track …, as recorded"),
    Column("start", "", None, None, "start, UTC, ISO 8601, to the nearest second"),
    Column("utc_offset_s", "s", -50_400, 50_400, "offset of local time from UTC at the start"),
    Column("offset_source", "", None, None, "flag, file, position, athlete or assumed-utc"),
    Column("local_date", "", None, None, "calendar day of the start where the runner was"),
    Column("elapsed_s", "s", 0, None, "from the first start to the end, pauses included"),
    Column("timer_s", "s", 0, None, "while the timer ran: pauses excluded, standing and walking included"),
    Column("moving_s", "s", 0, None, "running and walking"),
    Column("running_s", "s", 0, None, "running"),
    Column("walking_s", "s", 0, None, "walking"),
    Column("distance_m", "m", 0, None, "distance"),
    Column("distance_source", "", None, None, "device, gps, log or none"),
    Column("ascent_m", "m", 0, None, "height gained"),
    Column("descent_m", "m", 0, None, "height lost"),
    Column("cadence_mean_spm", "steps/min", 0, 300, "mean cadence while running, both feet"),
    Column("cadence_source", "", None, None, "recorded, footpod, personal or population"),
    Column("cadence_factor", "", 1, 2, "what the file's cadence was multiplied by to give steps/min; blank where none"),
    Column("cadence_coverage", "", 0, 1, "share of running time that the cadence rests on"),
    Column("footfalls_total", "footfalls", 0, None, "footfalls of both feet, running and walking"),
    Column("footfalls_low", "footfalls", 0, None, "lower end of the 90 % interval"),
    Column("footfalls_high", "footfalls", 0, None, "upper end of the 90 % interval"),
    Column("footfalls_running", "footfalls", 0, None, "of these, running"),
    Column("footfalls_walking", "footfalls", 0, None, "of these, walking"),
    Column("footfalls_downhill", "footfalls", 0, None, "of these, on slopes steeper than -5 %"),
    Column("footfalls_uphill", "footfalls", 0, None, "of these, on slopes steeper than +5 %"),
    Column("footfalls_by_grade_steep_down", "footfalls", 0, None, "of these, below -5 %; blank without known slopes"),
    Column("footfalls_by_grade_down", "footfalls", 0, None, "of these, from -5 to -3 %"),
    Column("footfalls_by_grade_level", "footfalls", 0, None, "of these, within 3 %, or where the slope is not known"),
    Column("footfalls_by_grade_up", "footfalls", 0, None, "of these, from 3 to 5 %"),
    Column("footfalls_by_grade_steep_up", "footfalls", 0, None, "of these, beyond 5 %"),
    Column("footfalls_device_total", "footfalls", 0, None, "the device's own count, two per stride; blank where it gives none"),
    Column("force_peak_bw", "BW", 0, None, "mean peak vertical ground reaction force of a running footfall"),
    Column("force_low", "BW", 0, None, "lower end of the 90 % interval"),
    Column("force_high", "BW", 0, None, "upper end of the 90 % interval"),
    Column("force_contact_time_source", "", None, None, "recorded or speed"),
    Column("load_model", "", None, None, "name of the load model"),
    Column("load_value", "load_unit", 0, None, "load of the run by that model; blank where the model cannot tell"),
    Column("load_low", "load_unit", 0, None, "lower end of the 90 % interval"),
    Column("load_high", "load_unit", 0, None, "upper end of the 90 % interval"),
    Column("load_unit", "", None, None, "unit of the three load cells before, and of pain_onset_load"),
    Column("load_exploratory", "", None, None, "true where no study ties the model to the back"),
    Column("easy_km_b1", "easy km", 0, None, "load as kilometres of the runner's own easy level running"),
    Column("easy_km_b4", "easy km", 0, None, "the same with force weighted by the power 4"),
    Column("easy_km_b10", "easy km", 0, None, "the same with force weighted by the power 10"),
    Column("lumbar_per_footfall_bw_low", "BW", 0, None, "lower end of the range of lumbar compression per footfall"),
    Column("lumbar_per_footfall_bw_mid", "BW", 0, None, "middle of that range"),
    Column("lumbar_per_footfall_bw_high", "BW", 0, None, "upper end of that range"),
    Column("lumbar_cumulative_bw_low", "BW·footfalls", 0, None, "lower end of the 90 % interval of lumbar load over the run"),
    Column("lumbar_cumulative_bw_mid", "BW·footfalls", 0, None, "lumbar load over the run"),
    Column("lumbar_cumulative_bw_high", "BW·footfalls", 0, None, "upper end of that interval"),
    Column("lumbar_cumulative_kn_low", "kN·footfalls", 0, None, "the same in kilonewtons; blank without a body mass"),
    Column("lumbar_cumulative_kn_mid", "kN·footfalls", 0, None, "the same in kilonewtons; blank without a body mass"),
    Column("lumbar_cumulative_kn_high", "kN·footfalls", 0, None, "the same in kilonewtons; blank without a body mass"),
    Column("pain_before", "0-10", 0, 10, "pain before the run"),
    Column("pain_max", "0-10", 0, 10, "worst pain during the run"),
    Column("pain_after", "0-10", 0, 10, "pain after the run"),
    Column("pain_next_morning", "0-10", 0, 10, "pain the morning after"),
    Column("pain_onset_state", "", None, None, "at, none, at_start or unknown; blank without a diary row"),
    Column("pain_onset_min", "min", 0, None, "timer minutes into the outing when pain began"),
    Column("pain_onset_footfalls", "footfalls", 0, None, "footfalls of the outing until then"),
    Column("pain_onset_load", "load_unit", 0, None, "load of the outing until then"),
    Column("pain_onset_distance_m", "m", 0, None, "distance of the outing until then"),
    Column("pain_sites", "", None, None, "where it hurt, joined by ;"),
    Column("pain_qualities", "", None, None, "what it felt like, joined by ;"),
    Column("pain_eased_after_min", "min", 0, None, "minutes from stopping or walking until it eased"),
    Column("notes", "", None, None, "codes of what the reader of this row should know, joined by ;"),
    Column("name", "", None, None, "the activity's own name, from a log or the file"),
    Column("shoes", "", None, None, "shoes, from a log or an account"),
    Column("description", "", None, None, "what the runner wrote of it in a log or an account"),
    Column("pain_rpe", "0-10", 0, 10, "rate of perceived exertion, from the diary or the watch"),
    Column("pain_shoes", "", None, None, "shoes of the diary row, or of the files where it is blank"),
    Column("pain_note", "", None, None, "note of the diary row, with the watch's workout_feel"),
    Column("pain_filled", "", None, None, "columns of the diary row that the run's files filled or added to, joined by ;"),
    Column("start_kind", "", None, None, "utc = an instant; local = by the runner's clock; day = its time of day is made up"),
    Column("easy_km_low", "easy km", 0, None, "lower end of the 90 % interval of easy_km_b1"),
    Column("easy_km_high", "easy km", 0, None, "upper end of the 90 % interval of easy_km_b1"),
    Column("footfalls_left", "footfalls", 0, None, "half of the running ones: feet alternate; blank without a contact balance"),
    Column("footfalls_right", "footfalls", 0, None, "the other half"),
    Column("contact_balance_pct", "%", 30, 70, "the left foot's mean share of contact time while running; blank if not recorded"),
    Column("grade_coverage", "", 0, 1, "share of moving time with a known slope: counts by slope rest on it"),
    Column("cadence_low", "steps/min", 0, 300, "lower end of the 90 % interval"),
    Column("cadence_high", "steps/min", 0, 300, "upper end of the 90 % interval"),
    Column("footfalls_coverage", "", 0, 1, "share of the footfalls that rest on recorded cadence"),
    Column("force_coverage", "", 0, 1, "share of running time with a usable recorded contact time"),
    Column("easy_km_source", "", None, None, "personal = by the runner's own easy level; population = by a published one"),
)
"""Columns of one row per run: the scalar keys of `runs` in the JSON, joined by `_`, and `athlete` and `path`."""

DIARY_COLUMNS: Mapping[str, Column] = _table(
    Column("date", "", None, None, "local date, ISO: 2026-05-03"),
    Column("start", "", None, None, "HH:MM, within 30 minutes of the run, when a day has more than one"),
    Column("pain_before", "0-10", 0, 10, "pain before the run"),
    Column("pain_max", "0-10", 0, 10, "worst pain during the run"),
    Column("pain_after", "0-10", 0, 10, "pain after the run"),
    Column("pain_next_morning", "0-10", 0, 10, "pain the morning after `date`"),
    Column("onset", "", None, None, "when pain began: 17, 17:30, 2.3 mi, 3.7 km, @07:42, lap, lap 4, none, 0 or start"),
    Column("eased_after_min", "min", 0, 1440, "minutes from stopping or walking until it eased"),
    Column("sites", "", None, None, "where, joined by ;"),
    Column("qualities", "", None, None, "what it felt like, joined by ;"),
    Column("builds", "", None, None, "yes or no: it grew while running"),
    Column("stopped_for_pain", "", None, None, "yes or no"),
    Column("shortened_for_fear", "", None, None, "yes or no"),
    Column("morning_stiffness_min", "min", 0, 1440, "minutes until stiffness loosened"),
    Column("red_flags", "", None, None, "codes of the red-flag list, joined by ;, or `resolved`"),
    Column("rpe", "0-10", 0, 10, "rate of perceived exertion"),
    Column("surface", "", None, None, "road, trail, track, treadmill, grass or sand"),
    Column("shoes", "", None, None, "as the runner likes"),
    Column("sleep_h", "h", 0, 24, "hours slept"),
    Column("note", "", None, None, "as the runner likes"),
)
"""Columns of the diary, in the order that `footfall diary new` writes them."""

LOG_COLUMNS: Mapping[str, Column] = _table(
    Column("date", "", None, None, "local date, ISO: 2026-05-03"),
    Column("start", "", None, None, "local time of day, HH:MM or HH:MM:SS; with a zone behind it (07:30+02:00) the instant"),
    Column("distance_km", "km", 0, 1000, "distance"),
    Column("distance_mi", "mi", 0, 620, "distance, where it is known in miles"),
    Column("distance_m", "m", 0, 1_000_000, "distance, where it is known in metres"),
    Column("moving_min", "min", 0, 10_080, "time under way, pauses excluded: 45, 45.5, 45:30 or 0:45:30"),
    Column("moving_s", "s", 0, 604_800, "the same in seconds"),
    Column("moving_time", "", None, None, "the same as 45:30 or 0:45:30"),
    Column("elapsed_min", "min", 0, 10_080, "time from start to end, pauses included"),
    Column("elapsed_s", "s", 0, 604_800, "the same in seconds"),
    Column("elapsed_time", "", None, None, "the same as 45:30 or 0:45:30"),
    Column("cadence_spm", "steps/min", 40, 240, "mean cadence, steps of both feet"),
    Column("ascent_m", "m", 0, 20_000, "height gained"),
    Column("ascent_ft", "ft", 0, 65_000, "height gained, where it is known in feet"),
    Column("descent_m", "m", 0, 20_000, "height lost"),
    Column("descent_ft", "ft", 0, 65_000, "height lost, where it is known in feet"),
    Column("sport", "", None, None, "running where blank; walking, hiking, treadmill, trail run …"),
    Column("sub_sport", "", None, None, "treadmill, trail, track …"),
    Column("name", "", None, None, "as the runner likes"),
    Column("shoes", "", None, None, "as the runner likes"),
    Column("note", "", None, None, "as the runner likes"),
)
"""Columns of a run log that is typed by hand."""
