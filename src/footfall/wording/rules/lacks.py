"""What a rule lacks, when it cannot look: the reason, what there is, what it needs; and what is held back beside a red flag."""

SENTENCES = {
    "findings.held-back": "Looked at, and held back until the red flag above has been looked at.",
    "findings.no-advice": "Nothing here until the red flag above has been looked at.",
    "findings.by-chance": "It passed its own test, but {checks} checks were made in this report, and together they leave it within what chance brings.",
    "findings.by-chance.headline": "{headline}; this may be chance",
    "lack.no-diary.reason": "No diary.",
    "lack.no-diary.has": "No diary was found for these runs.",
    "lack.no-diary.needs": "A diary: `footfall diary new diary.csv PATH` starts one with a row for each run found.",
    "lack.empty-diary.reason": "No diary rows.",
    "lack.empty-diary.has": "The diary has no row up to {date}.",
    "lack.empty-diary.needs": "One row per run or per day; ten seconds are enough.",
    "lack.no-runs.reason": "No runs.",
    "lack.no-runs.has": "There is no run up to {date}.",
    "lack.no-runs.needs": "Run files (FIT, GPX, TCX), a run log, or the export of an account.",
    "lack.shown.reason": "No runs in the days shown.",
    "lack.shown.has": "No run lies between the first and the last day asked for.",
    "lack.shown.needs": "Days with runs in them: see --since and --until.",
    "lack.no-overlap.reason": "The diary and the runs do not meet.",
    "lack.no-overlap.has": "The diary begins on {first_row}; the last run is of {last_run}.",
    "lack.no-overlap.needs": "Runs and diary rows of the same time.",
}
