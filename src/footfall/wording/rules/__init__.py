"""What the rules say, one module per family of rules; red flags have a module of their own beside this folder."""

from footfall.wording.rules.association import SENTENCES as ASSOCIATION
from footfall.wording.rules.clock import SENTENCES as CLOCK
from footfall.wording.rules.clustering import SENTENCES as CLUSTERING
from footfall.wording.rules.conditions import SENTENCES as CONDITIONS
from footfall.wording.rules.downhill_fast import SENTENCES as DOWNHILL_FAST
from footfall.wording.rules.hard_days import SENTENCES as HARD_DAYS
from footfall.wording.rules.lacks import SENTENCES as LACKS
from footfall.wording.rules.lasting import SENTENCES as LASTING
from footfall.wording.rules.onset import SENTENCES as ONSET
from footfall.wording.rules.patterns import SENTENCES as PATTERNS
from footfall.wording.rules.questions import SENTENCES as QUESTIONS
from footfall.wording.rules.ramps import SENTENCES as RAMPS
from footfall.wording.rules.returns import SENTENCES as RETURNS

SENTENCES = {
    **ASSOCIATION,
    **CLOCK,
    **CLUSTERING,
    **CONDITIONS,
    **DOWNHILL_FAST,
    **HARD_DAYS,
    **LACKS,
    **LASTING,
    **ONSET,
    **PATTERNS,
    **QUESTIONS,
    **RAMPS,
    **RETURNS,
}
