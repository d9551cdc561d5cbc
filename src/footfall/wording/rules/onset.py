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

Whether onsets gather in this window, or runs are just that long, is another question: a run of 25 minutes cannot have an onset at 40. See P2.""",
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
    "rule.P3.how-sure.stopped": "In {runs} pain stopped you and no minute is written: they count as onsets at their end, the latest that it can have been; it may have begun sooner.",
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
    "rule.P3.evidence.no-minute": "Of these, without a minute at which pain began",
    "rule.P3.evidence.coverage": "Runs with an answer",
    "rule.P3.change.source": "Cox 1972, doi:10.1111/j.2517-6161.1972.tb00899.x, over the date; its score against blocks of weeks put into another order, simulated to hold its 5\N{THIN SPACE}% (docs/statistics.md).",
    "rule.P3.change.headline.later": "Pain starts later than it did: half of runs free of pain to {now} minutes since {since}, to {before} minutes from {first} to {last}",
    "rule.P3.change.headline.sooner": "Pain starts sooner than it did: half of runs free of pain to {now} minutes since {since}, to {before} minutes from {first} to {last}",
    "rule.P3.change.headline.later.rate": "Pain starts later than it did: from month to month it began {ratio} times as often at any given minute of a run ({low} to {high})",
    "rule.P3.change.headline.sooner.rate": "Pain starts sooner than it did: from month to month it began {ratio} times as often at any given minute of a run ({low} to {high})",
    "rule.P3.change.suggestion": "Set the dates beside what else changed then: shoes, routes, weekly distance, sleep, other work. What changed at the same time need not be the reason.",
    "rule.P3.change.how-sure": "Of {orders} other orders of your runs, in blocks of {weeks} weeks, so few show as much change with the date that p is {p}. From month to month pain began {ratio} times as often at any given minute (95\N{THIN SPACE}% interval {low} to {high}, which takes runs as independent of each other, as the p value does not).",
    "rule.P3.change.how-sure.overlap": "Each spell holds half of the onsets. Their 95\N{THIN SPACE}% intervals overlap ({before}, then {now}): read a direction, not a size.",
    "rule.P3.change.how-sure.apart": "Each spell holds half of the onsets. Their 95\N{THIN SPACE}% intervals do not overlap ({before}, then {now}).",
    "rule.P3.change.how-sure.shortened": "{runs} you cut short for fear of pain; if that was more often in one spell, part of the change may come from it.",
    "rule.P3.change.how-sure.left-out": "Runs begun in pain, and runs without an answer, are not in it.",
    "rule.P3.change.none": "No sign that this changes with the date: from month to month pain began {ratio} times as often at any given minute (95\N{THIN SPACE}% interval {low} to {high}). Only a change by a factor of about {shows} per month would show reliably.",
    "rule.P3.change.not-asked": "Whether it changes with the date can be asked from {needed} onsets in {blocks} blocks of two weeks on; there are {onsets} in {has}.",
    "rule.P3.change.span": "{low} to {high} minutes",
    "rule.P3.change.span.open": "at least {low} minutes",
    "rule.P3.change.span.bare": "no interval",
    "rule.P3.change.evidence.ratio": "Onsets at any given minute, from month to month",
    "rule.P3.change.evidence.ratio-low": "95\N{THIN SPACE}% interval of that, from",
    "rule.P3.change.evidence.ratio-high": "95\N{THIN SPACE}% interval of that, to",
    "rule.P3.change.evidence.p": "p value of a change with the date",
    "rule.P3.change.evidence.shows": "Change per month that would show in four of five",
    "rule.P3.change.evidence.blocks": "Blocks of {weeks} weeks with a run",
    "rule.P3.change.evidence.spell-median": "{first} to {last}: half are free of pain for",
    "rule.P3.change.evidence.spell-low": "{first} to {last}: 95\N{THIN SPACE}% interval, from",
    "rule.P3.change.evidence.spell-high": "{first} to {last}: 95\N{THIN SPACE}% interval, to",
    "rule.P3.change.evidence.spell-runs": "{first} to {last}: runs",
    "rule.P3.change.evidence.spell-onsets": "{first} to {last}: runs in which pain began",
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

- A run in which pain began is an event at that minute. A run that pain stopped is an event too, not an end free of pain: where no minute is written (and no pain from before the run), at its end, the latest that it can have been; how many is said. A run that ended free of pain was followed to its end, no further: that is why short runs do not pull the figure down.
- Left out and counted: runs begun in pain, and runs without an answer. A blank onset is unknown, never free of pain, even beside a pain score of 0; so is a row that says both `none` and that pain stopped the run.
- Looks at the runs shown, from the first diary row on. At least 70\N{THIN SPACE}% of them must have an answer (a row that gives an onset, `none` or `start`, or that speaks of other sites alone): of runs written down only when they hurt, the curve would make a false picture.
- Needs 8 onsets. The interval is log-log at 95\N{THIN SPACE}%; where its upper end or the median itself is missing, the sentence says “at least”. Info; confidence medium from 18 onsets on with both ends, else low.
- Runs cut short for fear of pain are counted and named: they are not cut off at random.
- The same in footfalls and in load, by their own curves, where every run has them.
- Whether it changes: from 18 onsets, in 8 blocks of two weeks with a run, the score of Cox's model with the date as its covariate (a rate that grows or falls by the same factor each month, whatever its shape over the minutes of a run; shared minutes by Efron), two-sided, against 999 orders of blocks of weeks (the longest of 4, 3 and 2 weeks that leave 8 blocks): runs exchanged one by one would look surer than good and bad spells let them be. At p \N{LESS-THAN OR EQUAL TO} .05 a notice: two spells with half of the onsets each, with their dates and medians; its confidence is medium or low by all checks of the report together. Below that the median says so, with the change that would have shown in four of five: about a factor of 2.0 a month with 18 onsets over 4 months, 1.42 with 30 over 6, 1.22 with 50 over 9. Pain that comes from the start more often, or less, is not in it.
- Quiet while so many runs stay free of pain that neither the median nor its lower end can be given.
- Skipped without a diary, below 70\N{THIN SPACE}%, or below 8 onsets.""",
}
