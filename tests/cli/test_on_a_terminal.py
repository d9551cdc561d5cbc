import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal as POSIX has it", allow_module_level=True)

import fcntl
import pty
import struct
import termios


def on_a_terminal(*args: str, columns: int = 80, **variables: str) -> str:
    """What a person would see, escape sequences and all."""
    parent, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}}
    environment |= {"TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8"} | variables
    command = [sys.executable, "-m", "footfall", *args]
    with subprocess.Popen(command, stdin=child, stdout=child, stderr=child, env=environment, close_fds=True):
        os.close(child)
        seen = b""
        while True:
            try:
                part = os.read(parent, 65536)
            except OSError:  # Linux says so when the other end is closed
                break
            if not part:
                break
            seen += part
    os.close(parent)
    return seen.decode("utf-8")


COLOUR = re.compile("\x1b\\[(?:[0-9]+;)*(?:3[0-8]|9[0-7])(?:;[0-9]+)*m")


def test_colour_and_a_bar_on_a_terminal(season: Path) -> None:
    seen = on_a_terminal("analyze", str(season), "--as-of", "2026-11-16")
    assert COLOUR.search(seen)
    assert "Reading" in seen
    assert "3 runs" in seen


def test_no_color_is_honoured(season: Path) -> None:
    seen = on_a_terminal("analyze", str(season), "--as-of", "2026-11-16", NO_COLOR="1")
    assert "3 runs" in seen
    assert not COLOUR.search(seen)


def test_quiet_shows_no_bar(season: Path) -> None:
    seen = on_a_terminal("analyze", str(season), "--quiet", "--as-of", "2026-11-16")
    assert "Reading" not in seen
    assert "3 runs" in seen


@pytest.mark.parametrize("columns", [40, 60, 200])
def test_no_line_is_wider_than_the_terminal_or_than_can_be_read(season: Path, columns: int) -> None:
    seen = on_a_terminal("analyze", str(season), "--quiet", "--as-of", "2026-11-16", columns=columns)
    plain = re.sub("\x1b\\[[0-9;]*m", "", seen)
    assert max(map(len, plain.splitlines())) <= min(columns, 100)
