"""Which clock onsets keep, in words."""

SENTENCES = {
    "rule.C1.title": "Minutes, footfalls or load: which clock onsets keep",
    "rule.C1.source": "A comparison of likelihoods on the runner's own onsets, a choice of this tool; how well it tells clocks apart is simulated in docs/statistics.md. No study of runners was found that compares these clocks.",
    "rule.C1.clock.minutes": "minutes",
    "rule.C1.clock.footfalls": "footfalls",
    "rule.C1.clock.load": "load",
    "rule.C1.clock.either": "footfalls or load",
    "rule.C1.headline.either": "Over {onsets}, the minute at which pain began goes with footfalls and load more closely than with minutes",
    "rule.C1.headline.minutes": "Over {onsets}, the minute at which pain began goes with minutes run more closely than with footfalls or load",
    "rule.C1.headline.footfalls": "Over {onsets}, the minute at which pain began goes with footfalls more closely than with minutes",
    "rule.C1.headline.load": "Over {onsets}, the minute at which pain began goes with load more closely than with minutes",
    "rule.C1.suggestion": "To look closer, run some weeks with slow and faster runs, or running and run-walk, in turn, and write down each onset: a plan tells clocks apart better than any sum afterwards.",
    "rule.C1.how-sure": "In {share} of {draws} draws of as many of your runs the log-likelihood of {clock} lay more than 2 above that of {others}. It is a description of one diary: something else that goes with pace or length may keep the clock.",
    "rule.C1.others.both": "footfalls and of load",
    "rule.C1.others.minutes": "minutes",
    "rule.C1.how-sure.both-apart": "Footfalls and load were told apart in the same way.",
    "rule.C1.how-sure.both-alike": "Footfalls and load themselves cannot be told apart.",
    "rule.C1.quiet": "With {onsets}, minutes cannot be told from footfalls or from load. From run to run footfalls per minute differ by {footfalls} and load per minute by {load}; at rates that differ so much it usually takes {for_footfalls} onsets to tell minutes from footfalls, and {for_load} to tell minutes from load.",
    "rule.C1.more-than": "more than {onsets}",
    "rule.C1.about": "about {onsets}",
    "rule.C1.evidence.onsets": "Runs in which pain began",
    "rule.C1.evidence.runs": "Runs looked at",
    "rule.C1.evidence.left-out": "Runs without footfalls or load, left out",
    "rule.C1.evidence.best": "Clock of the highest likelihood",
    "rule.C1.evidence.likelihood-minutes": "Log-likelihood of minutes, below the highest",
    "rule.C1.evidence.likelihood-footfalls": "Log-likelihood of footfalls, below the highest",
    "rule.C1.evidence.likelihood-load": "Log-likelihood of load, below the highest",
    "rule.C1.evidence.share": "Draws in which it stands out",
    "rule.C1.evidence.rate-footfalls": "Footfalls per minute differ between runs by (log-SD)",
    "rule.C1.evidence.rate-load": "Load per minute differs between runs by (log-SD)",
    "rule.C1.evidence.onset-sd": "Onsets differ by (log-SD)",
    "rule.C1.evidence.needed-footfalls": "Onsets that it takes to tell minutes from footfalls",
    "rule.C1.evidence.needed-load": "Onsets that it takes to tell minutes from load",
    "lack.clock-onsets.reason": "Too few onsets to set clocks side by side.",
    "lack.clock-onsets.has": "{onsets} in runs whose footfalls and load are known.",
    "lack.clock-onsets.needs": "18 runs in which pain began, with the minute written.",
    "rule.C1.page": """Whether onsets keep step with minutes, with footfalls or with load. Asked in `report --deep` alone; the usual answer is that they cannot be told apart.

- On each clock a Weibull and a log-normal distribution are fitted to the onsets, with runs free of pain followed to their end, and the better of the two counts. Each onset's density is multiplied by the rate of the clock at that minute (over 2.5 minutes before and after), so that all clocks speak of the same minutes.
- Found (info, confidence low) only where the log-likelihood of minutes lies more than 2 above those of both others, or that of the better of the others more than 2 above that of minutes, in at least 95\N{THIN SPACE}% of 400 draws of as many runs with replacement.
- Otherwise quiet, with the reason: clocks that run at nearly the same rate in every run are one clock. With s the log-SD of the rate between runs and \N{GREEK SMALL LETTER SIGMA} that of the onsets, it takes about 4 / ln(1 + s\N{SUPERSCRIPT TWO} / \N{GREEK SMALL LETTER SIGMA}\N{SUPERSCRIPT TWO}) onsets: some 400 where cadence alone differs, by 3\N{THIN SPACE}%, and 18 where pace, hills and walking breaks make 15\N{THIN SPACE}%.
- Left out: runs begun in pain, without an answer, or stopped by pain with no minute written, and those whose footfalls or load are not known.
- Skipped without a diary, where fewer than 70\N{THIN SPACE}% of the runs have an answer, and below 18 onsets.""",
}
