"""The three sentences at the top of every report. `**` marks what carries weight."""

SENTENCES = {
    "summary.no_runs": "**No run was found** in what you named.",
    "summary.no_runs.hidden": "**No run lies on the days that are shown.** There are runs from {first} to {last}: check --since and --until.",
    "summary.no_runs.late": "**Every run that was found is later than {as_of}**, the day that counts as today here: check --as-of.",
    "summary.tolerance": "Half of your runs stay **free of pain for {minute} minutes** or longer; the 95 % interval is {low} to {high} ({runs}, {onsets}).",
    "summary.tolerance.open": "Half of your runs stay **free of pain for {minute} minutes** or longer, and at least {low} with 95 % confidence ({runs}, {onsets}).",
    "summary.tolerance.bare": "Half of your runs stay **free of pain for {minute} minutes** or longer; the onsets lie at so few different minutes that no interval can be given ({runs}, {onsets}).",
    "summary.tolerance.no_median": "**{free} of {of} runs** ended free of pain; in {began} it began on the way.",
    "summary.tolerance.few": "**How long you run free of pain is not known yet.** {has} Needed: {needs}",
    "summary.no_diary": "**No diary yet**: what is here is load and spikes. Onset, tolerance and mornings need entries.",
    "summary.spike": "On {day} **one run was {change} longer** than the longest of the 30 days before it.",
    "summary.spikes": "**{n} runs were longer** than the month before them by more than 10\N{THIN SPACE}%; the furthest, on {day}, by {change}.",
    "summary.no_spike": "**No single run stood out** against the longest of the 30 days before it.",
    "summary.spike.skipped": "**Single runs cannot be compared yet.** {has} Needed: {needs}",
    "summary.onset.one": "In **one of {of} runs** with an onset, pain began between minutes 15 and 20; the count alone does not say whether onsets gather there.",
    "summary.onset.many": "In **{n} of {of} runs** with an onset, pain began between minutes 15 and 20; the count alone does not say whether onsets gather there.",
    "summary.findings.one": "One pattern was found in all; {skipped} could not be checked yet.",
    "summary.findings.many": "{n} patterns were found in all; {skipped} could not be checked yet.",
    "summary.skipped.one": "one check",
    "summary.skipped.many": "{n} checks",
    "summary.red_flag": "**A red flag stands above**; what follows describes runs and says nothing about it.",
}
