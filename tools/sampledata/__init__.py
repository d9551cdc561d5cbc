"""Makes the sample season: a runner who does not exist, in a place where nobody lives. See docs/sample-data.md."""

from sampledata.plan import Planted
from sampledata.season import SEED, Season, Truth, season

__all__ = ["SEED", "Planted", "Season", "Truth", "season"]
