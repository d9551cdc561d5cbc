"""What the user settled, and where: flag > environment > project file > user file > default."""

from footfall.config.athlete import read_athlete
from footfall.config.origin import Hint, Kind, Origin
from footfall.config.resolve import FilesBeside, settle
from footfall.config.settings import Settings

__all__ = ["FilesBeside", "Hint", "Kind", "Origin", "Settings", "read_athlete", "settle"]
