"""A what-if in words: says which way where that is known, says where it is not, and promises nothing."""

import pytest

from footfall.metrics.calibrate import population
from footfall.metrics.changes import Change, FasterCadence, Shorter, Slower, WalkBreaks
from footfall.metrics.measure import measure
from footfall.metrics.what_if import what_if
from footfall.model.athlete import Athlete
from footfall.wording.numbers import THIN
from footfall.wording.what_if import sentences
from tests.metrics.made import made_run


def words(change: Change, **how: object) -> str:
    return "\n".join(sentences(what_if(measure(made_run(**how)), population(Athlete()), change))).replace(THIN, " ")


def test_a_change_whose_loads_disagree_says_that_it_depends() -> None:
    said = words(FasterCadence(0.05))
    assert said.startswith("The same run with a cadence 5 % higher:\n- footfalls: 4,980 → 5,229; more, +5.0 %\n")
    assert "which way is not clear, −1.3 % (−8" in said
    assert "depends on how strongly force is weighted" in said
    assert said.endswith("what such a change does to a back is not known.")


def test_less_of_the_same_run_is_less_and_depends_on_nothing() -> None:
    said = words(Shorter(0.2))
    assert "ground force over all footfalls [BW·footfalls]:" in said
    assert said.count("less, −20.0 %\n") == 4
    assert "peak force of a running footfall [BW]: 2.30 → 2.30; the same" in said
    assert "depends" not in said


@pytest.mark.parametrize(
    ("change", "title"),
    [
        (Slower(0.1), "The same distance, run 10 % slower:"),
        (WalkBreaks(240, 60), "The same distance, 240 s of running and 60 s of walking at 1.3 m/s in turn:"),
    ],
)
def test_each_change_has_a_title(change: Change, title: str) -> None:
    assert words(change).splitlines()[0] == title


def test_what_cannot_be_known_is_said_so_and_is_no_number() -> None:
    said = words(Slower(0.1), cadence_per_min=None, with_distance=False)
    assert "- footfalls: ? → ?; not known, for this run lacks footfalls, running or a speed" in said
    assert "back" not in said
