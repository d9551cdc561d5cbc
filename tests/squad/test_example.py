"""The invented squads hold every case that the coach's pages draw, and tell nothing that is not shared."""

from footfall.model.athlete import Share
from tests.squad.example import squad


def test_every_share_stands_in_the_example_and_one_athlete_sent_nothing() -> None:
    members = squad().members
    assert len(members) == 14
    assert {one.share for one in members} == set(Share)
    assert [one.name for one in members if one.numbers.runs is None] == ["Nia"]


def test_nobody_who_shares_nothing_is_among_what_changed() -> None:
    whole = squad(20, flagged=20)
    hidden = {one.name for one in whole.members if one.share is Share.NONE}
    assert hidden.isdisjoint(one.name for one in whole.since)
