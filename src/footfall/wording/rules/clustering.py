"""Whether onsets gather at 15-20 minutes, in words."""

SENTENCES = {
    "rule.P2.title": "Whether onsets gather at 15\N{EN DASH}20 minutes",
    "rule.P2.source": "The question is what runners report; no study was found that tested it. Counts against time at risk: Holford 1980 (Biometrics 36:299). How often the two tests speak without cause, and what they can see, was simulated: docs/statistics.md.",
    "rule.P2.headline": "Onsets gather at 15\N{EN DASH}20 minutes: {there} of {onsets} began there, {expected} would by time spent there alone ({ratio})",
    "rule.P2.suggestion": "Press lap when pain begins, so that the minute is exact. On another day, walk for two minutes before minute 15 and write down whether the onset moves.",
    "rule.P2.how-sure": "Two tests agree: one against the time you spent in those minutes (p {p_time}; at most 0.10 is asked), one against a rate that rises, falls or makes a hill over the run (p {p_trend}; at most 0.04). Both ask only whether there are more; the interval of the rate ratio, at 95\N{THIN SPACE}%, looks both ways and may reach 1. A rate that sets in suddenly shortly before minute 15 can look the same. It is a pattern in your notes, not its cause.",
    "rule.P2.how-sure.fives": "{fives} of {onsets} onsets are multiples of five. One that lies at 15 or 20 counts half; rounding by up to two and a half minutes is taken into account, but if you round to 15 or 20 from further away, no test can tell that from a gathering.",
    "rule.P2.quiet": "No sign that onsets gather at 15\N{EN DASH}20 min. {there} of {onsets} fell there; {expected} would by time spent there alone ({ratio}).",
    "rule.P2.quiet.trend": "{there} of {onsets} onsets fell at 15\N{EN DASH}20 min; {expected} would by time spent there alone. But onsets may become more and then fewer smoothly over a run, and beside such a trend it is no clear gathering ({ratio}).",
    "rule.P2.quiet.bare": "No sign that onsets gather at 15\N{EN DASH}20 min. {there} of {onsets} fell there; {expected} would by time spent there alone.",
    "rule.P2.halves": "An onset written as 15 or 20 counts half, for it may have come before or after.",
    "rule.P2.shows": "Only a rate about {times} times as high would show reliably.",
    "rule.P2.shows.hardly": "With these onsets hardly any gathering would show reliably.",
    "rule.P2.left-out": " (and {onsets} too early, or written too coarsely, to be placed)",
    "rule.P2.ratio": "rate ratio {ratio}, {low} to {high}",
    "rule.P2.ratio.bare": "rate ratio {ratio}",
    "rule.P2.at-minutes": ": at minute {minutes}",
    "rule.P2.over": "over {limit}",
    "rule.P2.p.below": "below 0.001",
    "rule.P2.evidence.onsets": "Onsets looked at",
    "rule.P2.evidence.there": "Of them at 15\N{EN DASH}20 min",
    "rule.P2.evidence.expected": "Expected there by time at risk alone",
    "rule.P2.evidence.ratio": "Rate there over that of the run's smooth trend",
    "rule.P2.evidence.low": "95\N{THIN SPACE}% interval, from",
    "rule.P2.evidence.high": "95\N{THIN SPACE}% interval, to",
    "rule.P2.evidence.p-time": "p against time at risk",
    "rule.P2.evidence.p-trend": "p beside a smooth trend",
    "rule.P2.evidence.shows": "Rate ratio that would show in about four of five diaries",
    "rule.P2.evidence.grain.exact": "Onsets known to less than a minute",
    "rule.P2.evidence.grain.minute": "Onsets written as other whole minutes",
    "rule.P2.evidence.grain.five": "Onsets written as multiples of five",
    "rule.P2.evidence.beside.plain": "To look at: as written, from 15 to just under 20",
    "rule.P2.evidence.beside.neighbours": "To look at: the same among onsets at 10\N{EN DASH}25 min",
    "rule.P2.evidence.beside.earlier": "To look at: as written, from 12.5 to just under 17.5",
    "rule.P2.evidence.beside.later": "To look at: as written, from 17.5 to just under 22.5",
    "rule.P2.evidence.of": "{there} of {onsets}, {expected} expected",
    "rule.P2.evidence.early": "Onsets before 2.5 min, left out",
    "rule.P2.evidence.coarse": "Onsets written too coarsely, left out",
    "rule.P2.evidence.prevalent": "Runs begun in pain, left out",
    "rule.P2.evidence.unknown": "Runs without an answer, left out",
    "rule.P2.evidence.coverage": "Runs with an answer",
    "lack.clustering-few.reason": "Too few onsets.",
    "lack.clustering-few.has": "{onsets}{minutes}.",
    "lack.clustering-few.needs": "18 runs in which pain began on the way, after minute 2, with the minute written.",
    "lack.clustering-tell.reason": "Too few onsets to tell.",
    "lack.clustering-tell.has": "{onsets}: {there} at 15\N{EN DASH}20 min, {expected} expected by time spent there alone. With so few, even a rate five times as high often goes unseen.",
    "lack.clustering-tell.needs": "18 runs in which pain began on the way, after minute 2, with the minute written.",
    "lack.clustering-window.reason": "Too little running without pain around minutes 15\N{EN DASH}20 to compare them with the rest.",
    "lack.clustering-window.has": "{onsets}, but too little running free of pain in minutes 15\N{EN DASH}20, or before or after them, to tell a gathering from a rate that rises or falls over the run.",
    "lack.clustering-window.needs": "Runs that last beyond minute 20, of which some are free of pain.",
    "rule.P2.page": """Whether pain begins at 15\N{EN DASH}20 minutes more often than elsewhere in a run, or whether runs are just that long: of runs that last 20\N{EN DASH}25 minutes more than a fifth lies there, whatever makes pain begin.

- The window is the one that runners ask about; it was set before looking and no other is searched. Its end is not included.
- Every run with an answer counts with its time at risk: until the onset, or until its end free of pain.
- Each way of writing has its own accuracy. Seconds, decimals, laps, and distances or clock times that leave at most a minute open, are taken as they are; a whole minute as half a minute either side; a multiple of five as two and a half minutes either side, so that one at 15 or 20 counts half. A distance that leaves more open, such as `3 km` or `2 mi`, is left out and counted, for at one pace rounded distances gather by themselves; so is an onset before 2.5 minutes.
- Two tests must agree. One holds the onsets in the window against the time spent there, way of writing by way of writing, exactly (p at most 0.10). The other asks whether the window stands out from a rate that rises, falls or makes a hill over the run (z above 1.75). Where nothing gathers both do so in at most 6\N{THIN SPACE}% of simulated diaries, in up to 7\N{THIN SPACE}% under the steepest hill.
- The rate ratio is that of the second test, with its 95\N{THIN SPACE}% score interval. What stands under “to look at” decides nothing: as written, among neighbours, and in windows two and a half minutes earlier and later.
- Fires (notice) where both tests agree; confidence is medium, or low where all checks of the report together leave it within what chance brings. Quiet otherwise, with the rate ratio that these onsets would have shown in about four of five diaries.
- Skipped without a diary, when fewer than 70\N{THIN SPACE}% of runs have an answer, below 8 onsets (a list of them is all there is), and from 8 to 17 (too few to tell: at 12, a rate five times as high shows in about two diaries of three whose minutes are exact, and in fewer than half of those rounded to fives).

What it cannot tell: somebody who rounds to 15 or 20 from further away than two and a half minutes looks, to any test, like somebody whose pain begins there; and so does pain that never begins before minute 12 or so, and then often. How often it speaks without cause, also where the rate makes a hill or half of the days are pain-prone, and what it sees, is simulated in docs/statistics.md.""",
}
