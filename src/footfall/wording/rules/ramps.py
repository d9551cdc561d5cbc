"""Ramps in words: steps in distance, from one run and from one week to the next."""

SENTENCES = {
    "rule.R1.title": "Session spike",
    "rule.R1.source": "Schuster Brandt Frandsen et al. 2025, British Journal of Sports Medicine, doi:10.1136/bjsports-2024-109380.",
    "rule.R1.headline": "The run of {weekday} {date}, {distance}, was {change} longer than your longest of the 30 days before",
    "rule.R1.suggestion": "Measured by the longest run before it, up to {limit} would have been within 10\N{THIN SPACE}%. If you build up, let the longest run grow by at most about 10\N{THIN SPACE}% at a time, and note how the back is over the next three days.",
    "rule.R1.how-sure": "{number} In 5,205 runners, a single run {band} longer than the longest of the 30 days before was associated with more overuse injuries than one within 10\N{THIN SPACE}% (hazard ratio {ratio}, 95\N{THIN SPACE}% interval {interval}). It is an observation in volunteers, not proof of a cause. They were mostly leg injuries; nobody has tested backs.",
    "rule.R1.raised": "It stands one level higher because back pain of {pain} was written within three days; what caused that, the numbers cannot say.",
    "rule.R1.exact": "The number is exact.",
    "rule.R1.left-out": "The number is exact for the runs that have a distance; {runs} in those 30 days without one that can be used could not be compared.",
    "rule.R1.log": "A distance of a run log is as exact as what was written down.",
    "rule.R1.indoor": "A distance run indoors is estimated by the watch.",
    "rule.R1.mended": "The recording leapt, and a distance was put right by what else its file says: see the notes of the run.",
    "rule.R1.band.info": "more than 10 and up to 30\N{THIN SPACE}%",
    "rule.R1.band.notice": "more than 30 and up to 100\N{THIN SPACE}%",
    "rule.R1.band.warning": "more than 100\N{THIN SPACE}%",
    "rule.R1.quiet": "{runs} compared; none was more than 10\N{THIN SPACE}% longer than the longest of the 30 days before it. The largest difference was {change}, on {date}.",
    "rule.R1.quiet.shorter": "{runs} compared; all were at least {change} shorter than the longest of the 30 days before.",
    "rule.R1.quiet.shorter.one": "{runs} compared; it was {change} shorter than the longest of the 30 days before.",
    "rule.R1.quiet.doubtful": "Left out: {runs} with a distance that cannot be what was run, going by speed or steps.",
    "rule.R1.little.alone": "A single run of those 30 days is all there is to compare with, so the percentage says little.",
    "rule.R1.evidence.this": "This run",
    "rule.R1.evidence.longest": "Longest of the 30 days before, on {date}",
    "rule.R1.evidence.change": "Difference",
    "rule.R1.evidence.runs": "Runs in those 30 days",
    "rule.R1.evidence.unknown": "Of them without a distance that can be used",
    "rule.R1.evidence.pain": "Worst back pain during it and in the 3 days after",
    "rule.R1.evidence.compared": "Runs compared",
    "rule.R1.evidence.young": "Runs in the first 30 days, not compared",
    "rule.R1.evidence.no-baseline": "Runs after 30 days or more without one of {si:1 km}, not compared",
    "rule.R1.evidence.no-distance": "Runs without a distance, not compared",
    "rule.R1.evidence.doubtful": "Runs whose distance does not go with speed or steps, left out",
    "lack.history.reason": "Insufficient history.",
    "lack.history.has": "{runs} from {first} to {last}.",
    "lack.history-value.reason": "Insufficient history.",
    "lack.history-value.has": "{runs} from {first} to {last}; the largest difference so far is {change}, on {date}, against fewer than 30 days.",
    "lack.history.needs": "A run with a distance, 30 days or more after the first one.",
    "lack.history-value.needs": "A run with a distance, 30 days or more after the first one.",
    "lack.distance.reason": "No distances.",
    "lack.distance.has": "{runs} without a distance, or with one that cannot be what was run.",
    "lack.distance.needs": "Runs with a distance, from the watch or from positions.",
    "lack.baseline.reason": "No baseline (30 days or more off).",
    "lack.baseline.has": "{runs}, the last on {date}, after 30 days or more without a run of at least {si:1 km} to compare with.",
    "lack.baseline.needs": "Another run within 30 days of the last one; it will be compared with that.",
    "rule.R1.page": """One run that is much longer than anything in the 30 days before it: the step for which the evidence is best.

- Compares the distance of an outing (files within 15 minutes of each other count as one) with the longest outing that began in the 30 × 24 hours before it, the first moment included, itself excluded.
- Up to 10\N{THIN SPACE}% it is quiet; above 10 and up to 30\N{THIN SPACE}% info; above 30 and up to 100\N{THIN SPACE}% notice; above 100\N{THIN SPACE}% warning. One level up, at most to warning, when back pain of 3 or more was written for the run, the rest of its day or the three days after.
- Outings whose distance is not known in full are left out and counted. So is one whose distance cannot be what was run: 2 whole minutes in a row (or the mean) faster than {si:7 m/s}; or less than 0.8 or more than 1.25 times what its recorded cadence implies, with a cadence 10 % off your own at that speed as well (a distance about half as far again; less cannot be told from an ordinary day). It is neither a spike nor something to compare with.
- An outing in the first 30 days of the history is not compared, nor one after 30 days or more without a run of at least {si:1 km}: out of a run of {si:200 m} any run would be a step of thousands of per cent.
- One finding per outing; what R2 would say of it stands in its evidence. Confidence is high when every distance behind it was recorded outdoors, low when a single run of the 30 days is all there is to compare with, else medium when a run was indoors, came from a log or had leaps in it that were put right, or when runs without a usable distance lie in the 30 days.
- Skipped when no outing has 30 days of history before it, or none has a run to be compared with.

What the study found, in 5,205 runners and 588,071 runs: hazard ratio 1.64 (1.31\N{EN DASH}2.05) above 10 and up to 30\N{THIN SPACE}%, 1.52 (1.16\N{EN DASH}2.00) above 30 and up to 100\N{THIN SPACE}%, 2.28 (1.50\N{EN DASH}3.48) above 100\N{THIN SPACE}%. Mostly leg injuries; nobody has tested backs, so what it means for yours is an extrapolation.""",
    "rule.R2.title": "Footfalls and lumbar load of a run",
    "rule.R2.source": "The definition is that of Schuster Brandt Frandsen et al. 2025, doi:10.1136/bjsports-2024-109380, who studied distance. No study was found that tried it on footfalls or on load.",
    "rule.R2.headline.footfalls": "The run of {weekday} {date} took about {count} footfalls, {change} more than any of the 30 days before",
    "rule.R2.headline.lumbar": "By the model, the run of {weekday} {date} loaded the low back {change} more than any of the 30 days before",
    "rule.R2.suggestion": "Nothing follows from it by itself. Was it slower, hillier or with more walking than usual? Then the same distance takes more footfalls. If you build up, go by the longest run first (rule R1).",
    "rule.R2.how-sure.recorded": "Exploratory: nobody has studied steps in footfalls or in load, and this run was not more than 10\N{THIN SPACE}% longer than the longest before it. Both counts rest on recorded cadence; what your runs share in error has gone from the comparison.",
    "rule.R2.how-sure.estimated": "Exploratory: nobody has studied steps in footfalls or in load, and this run was not more than 10\N{THIN SPACE}% longer than the longest before it. At least one of the two counts is estimated from speed.",
    "rule.R2.quiet": "{runs} compared. The largest difference in footfalls was {change}, on {date}.",
    "rule.R2.quiet.named": "Of {runs} that rule R1 names or would name, the footfalls stand there.",
    "rule.R2.evidence.this": "Footfalls of this run",
    "rule.R2.evidence.most": "Most of the 30 days before, on {date}",
    "rule.R2.evidence.footfalls.change": "Difference in footfalls (exploratory)",
    "rule.R2.evidence.footfalls.low": "Difference in footfalls, 90\N{THIN SPACE}% interval from",
    "rule.R2.evidence.footfalls.high": "Difference in footfalls, 90\N{THIN SPACE}% interval to",
    "rule.R2.evidence.lumbar.change": "Difference in lumbar load (exploratory)",
    "rule.R2.evidence.lumbar.low": "Difference in lumbar load, 90\N{THIN SPACE}% interval from",
    "rule.R2.evidence.lumbar.high": "Difference in lumbar load, 90\N{THIN SPACE}% interval to",
    "rule.R2.evidence.unknown": "Runs whose footfalls are not known, not compared",
    "lack.footfalls.reason": "No footfalls.",
    "lack.footfalls.has": "{runs} whose footfalls cannot be counted.",
    "lack.footfalls.needs": "Runs with a cadence, a distance or a duration.",
    "rule.R2.page": """The step of R1 once more, in footfalls and in lumbar load: how many steps a run took, and what the model makes of them at the low back, against the run of the 30 days before that had most. Exploratory: no study was found that looked at either.

- Fires only for a run that R1 does not name, so that a run has one headline. Where R1 names it, both differences stand in R1's evidence. It speaks of a run whose distance is not known too.
- Same 30 × 24 hours, same outings as R1. Fires when footfalls or lumbar load are more than 10\N{THIN SPACE}% above the most of those days, and the 90\N{THIN SPACE}% interval of the ratio lies above 1. Errors that the two runs share cancel in it: what reaches your back from the ground, the shape of your step.
- Compares with nothing under 1,000 footfalls or 2,000 BW·footfalls of lumbar load, about {si:1 km}.
- Always info, confidence low.
- Skipped when no run has 30 days of history before it, or none has a run to be compared with.""",
    "rule.R3.title": "Weekly mileage ramp",
    "rule.R3.source": "Buist et al. 2008, doi:10.1177/0363546507307505; Nielsen et al. 2014, JOSPT 44:739; Schuster Brandt Frandsen et al. 2025, doi:10.1136/bjsports-2024-109380.",
    "rule.R3.headline": "The week from {date}, {distance}, was {change} above {base}",
    "rule.R3.base.week": "the week before",
    "rule.R3.base.median": "the median of the four weeks before",
    "rule.R3.suggestion": "Look at single long runs first (rule R1): there the evidence is better than for weekly sums.",
    "rule.R3.how-sure": "The sums are exact; what they mean is not. No consistent link between weekly steps and injury was found: keeping to 10\N{THIN SPACE}% a week changed nothing in the one trial (20.8 and 20.3\N{THIN SPACE}% injured), and the largest study found none from week to week.",
    "rule.R3.quiet": "The week from {date}, {distance}: {comparisons}. A week is named when it stands more than 10\N{THIN SPACE}% above each of them.",
    "rule.R3.comparison.week": "{change} against the week before",
    "rule.R3.comparison.median": "{change} against the median of the four weeks before",
    "rule.R3.evidence.week": "The week from {date}",
    "rule.R3.evidence.before": "The week before",
    "rule.R3.evidence.median": "Median of the four weeks before",
    "rule.R3.evidence.change-week": "Against the week before",
    "rule.R3.evidence.change-median": "Against that median",
    "rule.R3.evidence.runs": "Runs in it",
    "lack.weeks.reason": "Insufficient history.",
    "lack.weeks.has": "{weeks} over and wholly inside the history.",
    "lack.weeks.needs": "Two whole weeks one after the other.",
    "lack.week-base.reason": "No week to compare with.",
    "lack.week-base.has": "The week from {date} follows a week of {distance} in {runs}.",
    "lack.week-base.needs": "At least {si:5 km} in at least 2 runs in the week before, and for each run in both a distance that can be what was run.",
    "lack.week-silent.reason": "Days of which nothing is known.",
    "lack.week-silent.has": "In the week from {date}, or in the one before it, lie days that are among 7 or more on end with neither a run nor a diary row: no running, or no recording? Nobody can say, so it counts neither as {si:0 km} nor as a week to compare with.",
    "lack.week-silent.needs": "Two weeks one after the other with runs or diary rows. A row for a day off is enough.",
    "lack.no-recent-weeks.reason": "No run in the last weeks.",
    "lack.no-recent-weeks.has": "No run in the last weeks; the last one was on {date}.",
    "lack.no-recent-weeks.needs": "A week with runs after one of at least {si:5 km} in at least 2 runs.",
    "rule.R3.page": """The weekly sum of distance against the week before and against the median of the four weeks before. It stands here because people ask for it, and it is labelled: no consistent link to injury was found.

- Looks at the latest week that is over and lies wholly inside the history, and at no other: the picture of the weeks shows the rest.
- Compares with the week before when that has at least {si:5 km} in at least 2 runs, and with the median of the four weeks before when there are four and it is at least {si:5 km}. It fires when the week stands more than 10\N{THIN SPACE}% above every comparison that can be made; the smaller step decides. So a week that only follows a light one is quiet.
- Above 10\N{THIN SPACE}% info, above 30\N{THIN SPACE}% notice. Confidence is low, because the number says little about the body.
- Skipped with fewer than two whole weeks, or when there is nothing to compare with.""",
}
