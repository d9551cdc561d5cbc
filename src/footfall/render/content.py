"""All that a renderer gets. Renderers lay out; they compute nothing and filter no finding."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from footfall.findings.finding import Findings
from footfall.findings.tolerance import Tolerance
from footfall.history.history import History
from footfall.history.ranking import Ranking, WeekTrend
from footfall.history.weeks import Week
from footfall.model.calibration import Calibration
from footfall.model.summary import RunSummary

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False)
class Content:
    """One result, ready to be laid out.

    runs          every run that is shown, by start.
    history       every day of the runner, those that are not shown too; without days where nothing was found.
    findings      what the rules said, and the problems met on the way.
    tolerance     the pain-free survival behind P3; None without a diary.
    weeks         calendar weeks shown, oldest first.
    calibration   the athlete's own line, anchors and easy level.
    parameters    model parameters by name, as used.
    ranking       the outings shown held against each other.    week_trend  the last whole week against the four before it; None
                  where there are not five with runs, or it is not shown.
    counts        what was found among the paths: files, runs, not-an-activity, not-a-run, … by name.
    """

    version: str
    runs: tuple[RunSummary, ...]
    history: History
    findings: Findings
    tolerance: Tolerance | None
    weeks: tuple[Week, ...]
    calibration: Calibration
    load_model: str
    parameters: Mapping[str, float | str]
    counts: Mapping[str, int] = field(default_factory=dict)
    diary_path: str | None = None
    with_curve: bool = False
    ranking: Ranking = field(default_factory=lambda: Ranking((), None, math.nan))
    week_trend: WeekTrend | None = None

    def to_frame(self) -> "pd.DataFrame":
        """One row per run under the names of SUMMARY_COLUMNS; NaN and None = not known."""
        import pandas as pd  # 0.6 s to import: only who asks for a table pays

        from footfall.model.columns import SUMMARY_COLUMNS
        from footfall.render.table import rows

        return pd.DataFrame(rows(self.runs, self.history), columns=list(SUMMARY_COLUMNS))

    def weeks_to_frame(self) -> "pd.DataFrame":
        """One row per week, oldest first: the keys of `weeks` in the JSON joined by `_`; NaN and None = not known."""
        import pandas as pd

        from footfall.render.cumulated import week_fields
        from footfall.render.table import flat

        return pd.DataFrame([flat(week_fields(week)) for week in self.weeks])
