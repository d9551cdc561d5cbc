"""Coming back after a lay-off, in words."""

SENTENCES = {
    "rule.R4.title": "Return after a lay-off",
    "rule.R4.source": "Run-walk: Neason et al. 2024 (ASTEROID), Br J Sports Med, doi:10.1136/bjsports-2024-108245. The 30 days: Schuster Brandt Frandsen et al. 2025, doi:10.1136/bjsports-2024-109380. That two weeks make a lay-off is ours.",
    "rule.R4.headline": "On {weekday} {date} you ran again, {days} after the run before",
    "rule.R4.suggestion": "Begin with run-walk: a few minutes of running, a few of walking, in turns. In the one trial with people who had lasting back pain it was three times 30 minutes a week, for 12 weeks. Lengthen the running as long as the back takes it well, the next morning too, and write each run down.",
    "rule.R4.how-sure": "No trial has tested how to come back to running with the back in mind. In the trial of run-walk, 20 people did it; one of nine side effects that were put down to it was back pain.",
    "rule.R4.how-sure.silent": "Days without a run and without a diary row lie in between: if you ran without recording, this does not hold.",
    "rule.R4.how-sure.lived": "No run was recorded in those days, and the diary goes on through them or they were few; a run without a recording would not be known.",
    "rule.R4.no-baseline": "After more than 30 days there is no run to compare the next ones with; rule R1 speaks again once there is.",
    "rule.R4.quiet": "No return in the last 30 days. The latest lay-off of two weeks or more ended on {date}, after {days}.",
    "rule.R4.quiet.none": "No two weeks without a run.",
    "rule.R4.quiet.off": "No run since {date}, {days} ago. When you begin again: run-walk, a few minutes of running, a few of walking, in turns.",
    "rule.R4.quiet.named": "The run of {date}, {days} after the one before, has its headline with rule R1 or R2: a run has one at most.",
    "rule.R4.evidence.days": "Since the run before, on {date}",
    "rule.R4.evidence.rows": "Days with a diary row in between",
    "rule.R4.evidence.first": "First run back",
    "rule.R4.evidence.longest": "Longest of the 30 days before the lay-off, on {date}",
    "rule.R4.evidence.since": "Runs since then",
    "rule.R4.evidence.lay-offs": "Lay-offs of two weeks or more",
    "lack.returns.reason": "Insufficient history.",
    "lack.returns.has": "One run, on {date}.",
    "lack.returns.needs": "Two runs or more.",
    "rule.R4.page": """The first run after two weeks or more without one. No study has tried how to come back with the back in mind; this is a reminder to begin with run-walk.

- Looks at the days between one run and the next, from start to start, walks and hikes left out. 14 × 24 hours or more are a lay-off: a choice of ours, no study sets a limit. After more than 30 days R1 has nothing to compare with.
- Fires for the latest return when it is at most 30 days before the day that counts as today: notice after more than 30 days, else info. Earlier ones are counted. Quiet while you are still off, and then it says since when.
- A run that R1 or R2 names keeps its headline there.
- Confidence is medium; low when days of which nothing is known lie in between (7 or more on end with neither a run nor a diary row): there may have been runs without a recording.
- Skipped with fewer than two runs.""",
}
