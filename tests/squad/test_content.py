"""What an athlete does not share cannot stand in a member's week."""

import datetime as dt
from dataclasses import replace

import pytest

from footfall.findings.finding import Severity
from footfall.model.athlete import Share
from footfall.render.squad.content import Flag, Member, Numbers, Quality, WeekRun

NUMBERS = Numbers(3, 30.0, 180.0, 14.0, 0.47, 30e3, 60e3, 31.0, 4.0, 8.0, None, None, 5, 1)
SPIKE = Flag("R1", Severity.NOTICE, "A long run", "How was it?")
QUIET = Member("sam", "Sam", Share.FLAGS, NUMBERS, (), (), (), None, Quality.RECORDED, ())


@pytest.mark.parametrize("share", [Share.NONE, Share.FLAGS])
@pytest.mark.parametrize("field", ["max_pain", "onset_min"])
def test_pain_is_refused_where_it_is_not_shared(share: Share, field: str) -> None:
    with pytest.raises(ValueError, match="pain is not shared"):
        replace(QUIET, share=share, numbers=replace(NUMBERS, **{field: 0.0}))


def test_sites_are_shared_with_pain() -> None:
    with pytest.raises(ValueError, match="pain is not shared"):
        replace(QUIET, sites=("low_back",))
    assert replace(QUIET, share=Share.PAIN, sites=("low_back",)).sites == ("low_back",)


def test_who_shares_nothing_has_no_flags() -> None:
    with pytest.raises(ValueError, match="flags are not shared"):
        replace(QUIET, share=Share.NONE, flags=(SPIKE,))


def test_the_worst_flag_counts() -> None:
    assert QUIET.worst is None
    assert replace(QUIET, flags=(SPIKE, replace(SPIKE, severity=Severity.URGENT))).worst is Severity.URGENT


def test_a_run_does_not_say_what_its_week_may_not() -> None:
    run = WeekRun(dt.date(2026, 11, 9), 10.0, 60.0, 9e3, 10.0, None, None, None)
    assert replace(QUIET, runs=(run,)).runs == (run,)
    with pytest.raises(ValueError, match="pain is not shared"):
        replace(QUIET, runs=(replace(run, onset="none"),))
