"""Errors travel between processes as they are."""

import pickle

import pytest

from footfall import errors
from footfall.errors import FootfallError, NotEnoughData


def _all(kind: type[FootfallError]) -> list[type[FootfallError]]:
    return [kind, *(below for one in kind.__subclasses__() for below in _all(one))]


def _made(kind: type[FootfallError]) -> FootfallError:
    if issubclass(kind, NotEnoughData):
        return kind("runs", "1 run", "3 runs")
    if issubclass(kind, errors.RunFileError):
        return kind("cut-short", reason="damaged", path="a.fit", where="byte 12", size_bytes=20)
    return kind("busy", path="a.db", seconds=5)


@pytest.mark.parametrize("kind", _all(FootfallError))
def test_an_error_is_the_same_after_pickling(kind: type[FootfallError]) -> None:
    error = _made(kind)
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is kind
    assert (again.args, str(again), vars(again)) == (error.args, str(error), vars(error))
