"""Notes on a run: what was mended, inferred or is missing, and what it does to the numbers."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from footfall.wording import numbers, say
from footfall.wording.merged import merged

if TYPE_CHECKING:
    from footfall.model.problem import Note  # not needed for `footfall --help`

SENTENCES = {
    "note.time-mended": "The clock of this recording stepped back {count} times; the repeated moments were left out.",
    "note.sport-inferred": "The file does not say which sport it is; speed and cadence are those of a run.",
    "note.late-first-sample": "The first recorded point comes {seconds:.0f} s after the start; what happened before is not counted.",
    "note.positions-cut": "{count} positions were left out of the distance: no runner gets there and on in that time.",
    "note.distance-cut": "The recorded distance leaps {count} times by more than legs can make; those moments count at your usual speed of that run.",
    "note.elapsed-not-believed": "The device says that this took {told:.1f} min, but its samples span {found:.1f} min: the samples were counted.",
    "note.timer-not-believed": "The device's timer says {told:.1f} min, which its own samples do not leave room for: {found:.1f} min were counted.",
    "note.distance-not-believed": "The device's total is {told}, but its own samples make {found}: the samples were counted.",
    "note.cadence-unit-unclear": "It cannot be told whether this file counts steps or strides ({cadence:.0f} a minute at {speed}), so footfalls were estimated from speed. If you know, say `--cadence-unit steps` or `--cadence-unit strides`.",
    "note.cadence-contradicts-speed": "For {minutes:.1f} min cadence and speed would need steps of {step}, which no runner makes: footfalls there are estimated from speed.",
    "note.device-total-zero": "The device's own total is 0 steps; {counted:,.0f} footfalls were counted here.",
    "note.device-total-doubled": "The device's own total makes {device:,.0f} footfalls, twice the {counted:,.0f} counted here: it has steps where strides belong.",
    "note.device-total-halved": "The device's own total makes {device:,.0f} footfalls, half of the {counted:,.0f} counted here: one of the two takes strides for steps. If it is this count, say `--cadence-unit`.",
    "note.device-total-impossible": "The device's own total makes {device:,.0f} footfalls, which no legs make in that time and distance; {counted:,.0f} were counted here.",
    "note.device-total-lost-steps": "The device's own total makes {device:,.0f} footfalls; it leaves out moments in which its sensor lost the foot. {counted:,.0f} were counted here.",
    "note.device-total-unused-steps": "The device's own total makes {device:,.0f} footfalls; it holds cadence that is not used here, and {counted:,.0f} were counted.",
    "note.device-total-differs": "The device's own total makes {device:,.0f} footfalls, {percent:+.1f} % beside the {counted:,.0f} counted here; the file does not say why.",
    "note.motion-unknown": "For {minutes:.0f} min neither distance nor cadence is recorded: nothing is counted there, and the totals lack it.",
    "note.cadence-not-usable": "The cadence in this file comes too seldom, or only while standing, to count footfalls by: they are estimated from speed.",
    "note.no-cadence": "No cadence in this file: footfalls are estimated from speed.",
    "note.gait-by-speed": "For {percent:.0f} % of the moving time there is no cadence, and the speed is one of slow running and of fast walking alike: under {si:2.0 m/s} it counts as walking ({walked:.0f} %), above as running. Where that is the wrong way round, the load of that time is half or twice what it should be, which its interval does not hold. A watch or foot pod that records cadence settles it.",
    "note.no-height": "Your height is not known: an estimated count is ±10 % instead of ±9 %. Put `{height_key}` into athlete.toml.",
    "note.no-body-mass": "Your body mass is not known: sums in kilonewtons are left out. Put `{mass_key}` into athlete.toml.",
    "note.assumed-utc": "Neither the file nor athlete.toml tells the time zone, so the local day is that of UTC. Put `timezone` into athlete.toml or use `--timezone`.",
    "note.load-not-known": "Model {model} has no number for this run, minute by minute neither: it needs {needs}.",
    "note.no-distance": "No distance in this file: {easy_words} and force rest on an ordinary running speed.",
    "file.gear": "a list of the shoes and bikes of an account",
    "file.drawn": "way without times",
    "file.settings": "a settings file",
    "file.diary": "a diary (only the one that --diary names, or that lies beside the files, is read)",
}


_WRITERS: Mapping[str, Mapping[str, Callable[[Any], str]]] = {
    "distance-not-believed": dict.fromkeys(("told", "found"), lambda kilometres: numbers.distance(1000 * kilometres, 2)),
    "cadence-unit-unclear": {"speed": numbers.speed},
    "cadence-contradicts-speed": {"step": lambda metres: numbers.length(metres, 1)},
}
"""Code of a note -> what writes a value of it, where that depends on units; the others are in the sentence's own fields."""


def note_text(note: "Note") -> str:
    """The note as a sentence."""
    if note.code == "merged":
        return merged(**note.values)  # type: ignore[arg-type]
    writers = _WRITERS.get(note.code, {})
    values = {name: writers[name](value) if name in writers else value for name, value in note.values.items()}
    return say(f"note.{note.code}", **values)
