"""The invented squad holds every case that the coach's pages draw."""

from tests.squad.example import squad

from footfall.model.athlete import Share


def test_every_share_stands_in_the_example_and_one_athlete_sent_nothing() -> None:
    members = squad().members
    assert len(members) == 14
    assert {one.share for one in members} == set(Share)
    assert [one.name for one in members if one.numbers.runs is None] == ["Nia"]
