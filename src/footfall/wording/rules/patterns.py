"""Patterns in words: how pain behaves within a day, and over days off (P4, P5, P7)."""

SENTENCES = {
    "rule.P4.title": "Builds, and eases when stopping",
    "rule.P4.source": "What runners and popular guides describe; no study was found that ties it to a cause. A description of your rows, not a test.",
    "rule.P4.headline": "In {both} of {told} with pain it built up during the run and eased within {minutes} minutes of stopping or walking",
    "rule.P4.suggestion": "On another day put a walking break before the minute at which it usually begins, and note whether it still builds.",
    "rule.P4.how-sure": "Counted in the rows from {first} to {last} that say both how it went and when it eased. Rows that leave one of them blank are not counted, and may have gone otherwise.",
    "rule.P4.quiet": "In {both} of {told} with pain it built up and eased within {minutes} minutes of stopping: no pattern by this count.",
    "rule.P4.evidence.painful": "Rows of runs with pain",
    "rule.P4.evidence.told": "Of them with an answer to both",
    "rule.P4.evidence.builds": "Of these, it built up",
    "rule.P4.evidence.eased": "Of these, it eased within {minutes} min",
    "rule.P4.evidence.both": "Both",
    "rule.P4.evidence.median": "Time until it eased, median",
    "rule.P4.evidence.longest": "Longest",
    "lack.builds.reason": "Too few answers.",
    "lack.builds.has": "{painful} with back pain; {told} of them with both builds and eased_after_min written.",
    "lack.builds.needs": "{needed} rows of runs with pain that fill in builds (yes or no) and eased_after_min.",
    "rule.P4.page": """Pain that builds during the run and eases when it is stopped, as it is often described: counted, not explained.

- Looks at the shown rows about the back with pain in the run (a `pain_max` of 1 or more, or an onset) that fill in both `builds` and `eased_after_min`. Fires (notice) when at least 3 of them, and more than half, say that it built up and eased within 30 minutes. The 30 minutes are a choice of ours.
- Confidence is medium from 8 such rows on, else low. No p value: it is a description.
- Rows with one of the two blank are unknown and not counted.
- Quiet otherwise, with the counts.
- Skipped without a diary, or below 3 such rows.""",
    "rule.P5.title": "Worst the next morning",
    "rule.P5.source": "What runners and popular guides describe; no study was found that ties it to a cause in runners. A description of your rows, not a test.",
    "rule.P5.headline": "On {worst} of {told} with pain, the next morning was the worst of it",
    "rule.P5.headline.stiff": "{headline}; stiff for {minutes} minutes (median of {mornings} mornings)",
    "rule.P5.suggestion": "Go on writing pain_next_morning after runs and after days off alike: only both together say whether the mornings go with the runs.",
    "rule.P5.how-sure": "Counted in the rows from {first} to {last} that have a score of the day and of the next morning. Mornings are often the worst for backs in general, with or without a run the day before.",
    "rule.P5.quiet": "On {worst} of {told} with pain, the next morning was the worst of it: no pattern by this count.",
    "rule.P5.evidence.told": "Rows with pain, with a score of the day and of the next morning",
    "rule.P5.evidence.worst": "Of them, the morning at least 1 point above the day",
    "rule.P5.evidence.above": "Morning less the day's worst, median (points)",
    "rule.P5.evidence.stiff": "Rows with minutes of morning stiffness",
    "rule.P5.evidence.stiff-median": "Morning stiffness, median",
    "rule.P5.evidence.stiff-longest": "Longest",
    "lack.mornings.reason": "Too few mornings.",
    "lack.mornings.has": "{told} about back pain with both a score of the day and pain_next_morning.",
    "lack.mornings.needs": "{needed} such rows; zeros count, blanks do not.",
    "rule.P5.page": """Pain that is at its worst the morning after: counted, with the minutes of morning stiffness beside it.

- Looks at the shown rows about the back with pain (1 or more) that have `pain_next_morning` and a score of the day (before, highest or after). Fires (notice) when at least 3 of them, and more than half, have the morning at least 1 point above every score of the day.
- Morning stiffness is the median over all shown rows that have it, and how many they are. More than 30 minutes over more than 3 months is a part of F4.
- Confidence is medium from 8 rows on, else low. No p value: it is a description.
- Quiet otherwise, with the counts.
- Skipped without a diary, or below 3 such rows.""",
    "rule.P7.title": "Rest and return",
    "rule.P7.source": "What runners describe; no trial was found of rest alone for back pain in runners. A description of your rows, not a test.",
    "rule.P7.headline": "After days off that settled it, pain was back at the same site on the first run in {back} of {told}",
    "rule.P7.suggestion": "Days off alone have not changed what the next run brings. Another time begin with a much shorter run, or with walking in between, and note how it goes: that is a comparison days off cannot give.",
    "rule.P7.how-sure": "Counted in returns from {first} to {last} of which both are written: that the pain had settled, and how the run went. Days without rows are unknown, not free of pain. A few returns say little about the next.",
    "rule.P7.quiet": "After days off that settled it, pain was back at the same site on the first run in {back} of {told}: no pattern by this count.",
    "rule.P7.evidence.rests": "Days off in a row after back pain, ended by a run",
    "rule.P7.evidence.told": "Of them, known to have settled it, with an answer for the first run",
    "rule.P7.evidence.back": "Of these, back at the same site on the first run",
    "rule.P7.evidence.no-site": "Of these, no site written on either side",
    "rule.P7.evidence.not-settled": "Not settled when the run began, not counted",
    "rule.P7.evidence.unknown": "Without an answer, not counted",
    "rule.P7.evidence.one": "Back on {date}, after",
    "lack.rests.reason": "Too few returns after days off.",
    "lack.rests.has": "Days off in a row followed back pain {rests}. Known to have settled it, with an answer for the first run after: {told}. Unknown: {unknown}.",
    "lack.rests.needs": "{needed} such returns: a row in the days off or pain_before, and how the first run went.",
    "rule.P7.page": """Pain that settles in days off and is back at the same site on the first run after them.

- Days off are 3 or more days in a row without a run, and more than the runner usually leaves between two run days (the median). Days off that hold 7 or more days of which nothing is known, neither run nor row, are not counted: they may hold runs that nobody recorded.
- Before: back pain of 2 or more in a row of the last run's day or the two days before it. Settled: `pain_before` of 1 or less on the first run after, or an onset that is not at its start; else the last score written in the days off, 1 or less. Back: 2 or more during, after or the morning after the first run, at the same site. `low_back` holds its sides and its centre; a row without a site speaks of the back as a whole, which is said.
- Days without rows are unknown, not free of pain: a return is counted only where it is written that the pain had settled and how the run went.
- Fires (notice, confidence low) when at least 3 returns are known, and it was back in at least 2 and in more than half of them. No p value: it is a description.
- Skipped without a diary or runs, or below 3 known returns.""",
}
