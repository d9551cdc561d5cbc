from pathlib import Path

import pytest

from footfall.config import places


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clean place: no variables of ours, a user folder and a current folder that are both empty."""
    import os

    for name in list(os.environ):
        if name.startswith("FOOTFALL_"):
            monkeypatch.delenv(name)
    user = tmp_path / "user"
    here = tmp_path / "here"
    user.mkdir()
    here.mkdir()
    monkeypatch.setattr(places, "user_folder", lambda: user)
    monkeypatch.setattr("footfall.config.resolve.user_folder", lambda: user)
    monkeypatch.setattr("footfall.config.athlete.user_folder", lambda: user)
    monkeypatch.setattr("footfall.config.resolve.library_folder", lambda: tmp_path / "library")
    monkeypatch.chdir(here)
    return here


def write(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
