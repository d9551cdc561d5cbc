import io
import re
import sys

import pytest

from footfall.cli.batch_bar import batch_bar
from footfall.workflow.batch_request import Standing


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def terminal(monkeypatch: pytest.MonkeyPatch, term: str = "xterm-256color") -> Terminal:
    """In the test itself: pytest sets the streams between a fixture and its test."""
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLUMNS", "120")
    return shown


def test_the_bar_says_how_many_how_fast_how_long_and_what_became_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = terminal(monkeypatch)
    with batch_bar(quiet=False) as watch:
        assert watch is not None
        for done in range(0, 1001, 100):
            watch(Standing(done, 2000, unchanged=done // 2, passed_over=3, failed=1))
    seen = shown.getvalue()
    assert "1000/2000" in seen
    assert re.search(r"[\d,]+ files/s", seen)
    assert re.search(r"\d+:\d\d:\d\d", seen)
    assert "500 unchanged, 3 no run, 1 failed" in seen


def test_nothing_is_shown_to_who_asks_for_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal(monkeypatch)
    with batch_bar(quiet=True) as watch:
        assert watch is None


def test_nothing_is_shown_where_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal(monkeypatch, term="dumb")
    with batch_bar(quiet=False) as watch:
        assert watch is None
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    monkeypatch.setenv("TERM", "xterm-256color")
    with batch_bar(quiet=False) as watch:
        assert watch is None
