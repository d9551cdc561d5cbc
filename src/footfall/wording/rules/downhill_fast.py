"""Downhill and fast running in words."""

SENTENCES = {
    "rule.R5.title": "Downhill or fast-running ramp",
    "rule.R5.source": "Gottschall & Kram 2005, Journal of Biomechanics 38:445, doi:10.1016/j.jbiomech.2004.04.023: forces up and down slopes. No study was found that follows a step in downhill or fast running to back pain; the limits are ours.",
    "rule.R5.headline": "The run of {weekday} {date} had {what}",
    "rule.R5.headline.downhill": "about {value} footfalls on steep downhill, where no run of the 30 days before had more than {most}",
    "rule.R5.headline.fast": "{value} fast minutes, where no run of the 30 days before had more than {most}",
    "rule.R5.and": ", and ",
    "rule.R5.suggestion": "Note how the back is over the next three days. If you want more hills or more fast running, add a little of it in each of several runs rather than much in one: that is how runners usually go about it, not something that was tried for backs.",
    "rule.R5.how-sure": "Exploratory: no study was found that followed this to back pain.",
    "rule.R5.how-sure.downhill": "Going 9 degrees down at {si:3 m/s}, the impact of a footfall was 54\N{THIN SPACE}% higher than on the level, while the force in the middle of the step stayed the same; so downhill footfalls are counted, and the load is not raised for them. Slope comes from altitude over {si:50 m} and more, which misses short steps.",
    "rule.R5.how-sure.fast": "Fast is measured by your own usual speed and minute by minute, so repeats shorter than a minute vanish in it, and a long way down can look fast.",
    "rule.R5.quiet": "Nothing stood out: {downhill} asked for steep downhill, {fast} for fast minutes.",
    "rule.R5.quiet.elsewhere": "Of {runs} in which something did, it stands beside what rule R1, R2 or R4 says of them.",
    "rule.R5.evidence.downhill": "Footfalls on steep downhill",
    "rule.R5.evidence.downhill.most": "Most of the 30 days before, downhill, on {date}",
    "rule.R5.evidence.downhill.most.none": "Steep downhill in the 30 days before",
    "rule.R5.evidence.downhill.known": "Runs of those 30 days with a known slope",
    "rule.R5.evidence.fast": "Fast minutes",
    "rule.R5.evidence.fast.most": "Most of the 30 days before, fast, on {date}",
    "rule.R5.evidence.fast.most.none": "Fast minutes in the 30 days before",
    "rule.R5.evidence.fast.known": "Runs of those 30 days with a known speed",
    "rule.R5.evidence.fast.from": "A minute is fast from",
    "rule.R5.evidence.asked.downhill": "Runs asked for steep downhill",
    "rule.R5.evidence.asked.fast": "Runs asked for fast minutes",
    "lack.exposures.reason": "Too little to compare downhill and fast running with.",
    "lack.exposures.has": "{runs}; none has 30 days of history before it with 3 or more runs whose slope, or whose speed minute by minute, is known.",
    "lack.exposures.needs": "Runs with altitude or speed over more than 30 days, 3 or more of them in the 30 days before a run.",
    "rule.R5.page": """One run with far more steep downhill, or far more fast minutes, than any run of the 30 days before. Exploratory: no study was found that follows either to back pain. They stand here because the load does not show them: it is not raised on slopes, for the force in the middle of a step is the same there, while the impact at its beginning grows downhill.

- Fires on either of two. Steep downhill is footfalls on slopes of more than 5\N{THIN SPACE}% down: it fires at 1,000 of them or more, when they are more than twice the most of any outing in the 30 × 24 hours before.
- A fast minute is one at 1.2 times your usual speed or more; usual is the median over the outings of those 30 days of the median of their running minutes (above {si:1.8 m/s}). It fires at 10 fast minutes or more, when they are more than twice the most of any of those outings by the same speed. Repeats shorter than a minute are not seen.
- Where the slope or the speed of a run is not known, or its distance cannot be what was run (R1), it is not asked, and not taken for zero. Of the outings of the 30 days 3, and half, must be known.
- Info; notice when back pain of 3 or more was written for the run, the rest of its day or the three days after. Confidence is low.
- A run that R1, R2 or R4 names keeps its headline there; with R1 and R2 these numbers stand in the evidence.
- All limits are ours. Skipped when no run has 30 days of history with enough in them.""",
}
