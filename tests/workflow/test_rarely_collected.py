import gc
import weakref

import pytest

from footfall.workflow.rarely_collected import YOUNG, rarely_collected


class Ring:
    """Holds itself."""

    def __init__(self) -> None:
        self.itself = self


def test_cycles_are_searched_for_as_before_once_the_block_is_left() -> None:
    before = gc.get_threshold()
    with rarely_collected():
        assert gc.get_threshold()[0] == YOUNG > before[0]
        assert gc.isenabled()
    assert gc.get_threshold() == before


def test_a_fault_within_leaves_nothing_changed() -> None:
    before = gc.get_threshold()
    with pytest.raises(KeyError), rarely_collected():
        raise KeyError
    assert gc.get_threshold() == before


def test_a_cycle_made_within_goes_all_the_same() -> None:
    with rarely_collected():
        gone = weakref.ref(Ring())
        held = [[] for _ in range(3 * YOUNG)]  # as a report makes them, and keeps them
    assert len(held) == 3 * YOUNG
    assert gone() is None
