"""Pain onset in words: when in a run it began, and how long runs stay free of it."""

SENTENCES = {
    "rule.P1.title": "Pain that began 15\N{EN DASH}20 minutes in",
    "rule.P1.source": "What runners report; no study was found that ties this window to a cause. Garbutt et al. 1990 (Med Sci Sports Exerc 22:769) measured runners growing shorter, faster in the first 15 minutes than in the next, and alike with and without back pain.",
    "rule.P1.headline": "On {weekday} {date} pain began {minute} minutes into the run",
    "rule.P1.suggestion": "Press lap when pain begins, so that the minute is exact. On another day, walk for two minutes before minute 15 and note whether the onset moves.",
    "rule.P1.how-sure.exact": "The minute was read from a lap, a clock, a distance or seconds. One run alone says little about the next.",
    "rule.P1.how-sure.wide": "As you wrote it, the onset may lie anywhere between {low} and {high} minutes. One run alone says little about the next.",
    "rule.P1.how-sure.minute": "The minute is as you wrote it, give or take half a minute. One run alone says little about the next.",
    "rule.P1.how-sure.five": "People round to 15 and 20, so the onset may lie between {low} and {high} minutes. One run alone says little about the next.",
    "rule.P1.quiet": "Pain began in {runs}, in none of them at 15\N{EN DASH}20 minutes.",
    "rule.P1.quiet.none": "No run with pain that began on the way, in {runs} with an answer.",
    "rule.P1.evidence.minute": "Pain began",
    "rule.P1.evidence.between": "As written, between",
    "rule.P1.evidence.between-value": "{low} and {high}",
    "rule.P1.evidence.footfalls": "Footfalls until then",
    "rule.P1.evidence.load": "Load until then",
    "rule.P1.evidence.distance": "Distance until then",
    "rule.P1.evidence.pain": "Worst pain of the run (0\N{EN DASH}10)",
    "rule.P1.evidence.length": "Length of the run",
    "rule.P1.evidence.onsets": "Runs with an onset",
    "lack.answers.reason": "No run has an answer.",
    "lack.answers.has": "{runs}, none with a diary row that says when back pain began, or that it did not.",
    "lack.answers.needs": "One run whose onset is written: minutes, or `none`.",
    "rule.P1.page": """Pain that began between minute 15 and minute 20 of a run, both included: the window that runners ask about.

- The value as written decides: `20` counts, `20:30` does not. Onsets written as a distance, a clock time or a lap are read on the run's own clock: minutes without pauses since the first start of the outing.
- One finding (notice) per run that is shown. Rows whose sites are all elsewhere say nothing of the back.
- Confidence is low on a multiple of five, and on a distance that leaves more than a minute open, else medium: one run says little, whatever its clock.
- Quiet when pain began at other times, or not at all. Skipped when there is no diary, or no run whose row says when pain began or that it did not.

Whether onsets gather in this window, or runs are just that long, is another question: a run of 25 minutes cannot have an onset at 40. See P3.""",
    "rule.P3.title": "Pain-free minutes",
    "rule.P3.source": "Kaplan & Meier 1958, doi:10.1080/01621459.1958.10501452; log-log interval, simulated to hold its 95\N{THIN SPACE}% from 8 onsets on.",
    "rule.P3.headline": "Half of your runs stay free of pain for {median} minutes or longer ({runs}, {began} with an onset; {low} to {high} minutes)",
    "rule.P3.headline.open": "Half of your runs stay free of pain for {median} minutes or longer ({runs}, {began} with an onset; 95\N{THIN SPACE}% sure it is at least {low} minutes)",
    "rule.P3.headline.no-median": "Half of your runs are free of pain for at least {low} minutes; more than half stayed so as far as they were followed ({runs})",
    "rule.P3.headline.bare": "Half of your runs stay free of pain for {median} minutes or longer ({runs}, {began} with an onset)",
    "rule.P3.suggestion": "Go on writing `none` after a run without pain: it counts as much as an onset. More onsets make the interval narrower.",
    "rule.P3.how-sure.both": "The last two numbers are the ends of a 95\N{THIN SPACE}% interval.",
    "rule.P3.how-sure.open": "At least: the lower end of a 95\N{THIN SPACE}% interval. Its upper end is missing because too few runs were followed that long.",
    "rule.P3.how-sure.bare": "The onsets lie at so few different minutes that no interval can be given.",
    "rule.P3.how-sure.spells": "It takes runs as independent of each other, which good and bad spells are not: read it as a little surer than it is.",
    "rule.P3.how-sure.shortened": "{runs} you cut short for fear of pain; such runs count as free of pain until they ended, so the true figure may be lower.",
    "rule.P3.quiet": "Most of {runs} stayed free of pain as far as they were followed: pain began in {onsets}, too few of them to say when half would be reached.",
    "rule.P3.evidence.median": "Half are free of pain for",
    "rule.P3.evidence.low": "95\N{THIN SPACE}% interval, from",
    "rule.P3.evidence.high": "95\N{THIN SPACE}% interval, to",
    "rule.P3.evidence.footfalls": "The same in footfalls",
    "rule.P3.evidence.load": "The same in load",
    "rule.P3.evidence.onsets": "Runs in which pain began",
    "rule.P3.evidence.free": "Runs that ended free of pain",
    "rule.P3.evidence.prevalent": "Runs begun in pain, left out",
    "rule.P3.evidence.unknown": "Runs without an answer, left out",
    "rule.P3.evidence.shortened": "Runs cut short for fear of pain",
    "rule.P3.evidence.stopped": "Runs stopped because of pain",
    "rule.P3.evidence.coverage": "Runs with an answer",
    "lack.coverage.reason": "Only runs that you wrote down; write the pain-free ones too.",
    "lack.coverage.has": "How the run went is written for {answered} of {runs} since {date}.",
    "lack.coverage-rows.reason": "Only runs that you wrote down; write the pain-free ones too.",
    "lack.coverage-rows.needs": "An answer for 70\N{THIN SPACE}% of the runs: an onset, or `none` after a run without pain. A blank onset is unknown.",
    "lack.coverage-rows.has": "There is a row for {rows} of {runs} since {date}; how the run went is written for {answered}.",
    "lack.coverage.needs": "An answer for 70\N{THIN SPACE}% of the runs: an onset, or `none` after a run without pain. A blank onset is unknown.",
    "lack.onsets.reason": "Too few onsets.",
    "lack.onsets.has": "{onsets}, and {free} free of pain to the end.",
    "lack.onsets.needs": "8 runs in which pain began.",
    "rule.P3.page": """How long runs stay free of pain: the Kaplan-Meier curve over the minutes of a run, and the time at which half of the runs are still free.

- A run in which pain began is an event at that minute, a stop because of pain too when its onset is written. A run that ended free of pain was followed to its end, no further: that is why short runs do not pull the figure down.
- Left out and counted: runs begun in pain, and runs without an answer. A blank onset is unknown, never free of pain, even beside a pain score of 0.
- Looks at the runs shown, from the first diary row on. At least 70\N{THIN SPACE}% of them must have an answer (a row that gives an onset, `none` or `start`, or that speaks of other sites alone): of runs written down only when they hurt, the curve would make a false picture.
- Needs 8 onsets. The interval is log-log at 95\N{THIN SPACE}%; where its upper end or the median itself is missing, the sentence says “at least”. Info; confidence medium from 18 onsets on with both ends, else low.
- Runs cut short for fear of pain are counted and named: they are not cut off at random.
- Quiet while so many runs stay free of pain that neither the median nor its lower end can be given.
- Skipped without a diary, below 70\N{THIN SPACE}%, or below 8 onsets.""",
}
