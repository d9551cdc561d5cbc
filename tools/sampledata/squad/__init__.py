"""Makes a squad of runners who do not exist, for `footfall weekly` and its speed. See docs/sample-data.md."""

from sampledata.squad.files import SEED, squad
from sampledata.squad.members import SQUAD, Gear, Member, Trouble, members
from sampledata.squad.training import SPIKE, WEEKS, training

__all__ = ["SEED", "SPIKE", "SQUAD", "WEEKS", "Gear", "Member", "Trouble", "members", "squad", "training"]
