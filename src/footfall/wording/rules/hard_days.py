"""Hard days, recovery and monotony in words."""

SENTENCES = {
    "rule.R6.title": "Hard days without recovery, monotony",
    "rule.R6.source": "Monotony and strain: Foster 1998, Med Sci Sports Exerc 30:1164, doi:10.1097/00005768-199807000-00023. No limit for runners was found in any study; the comparison with your own weeks is ours.",
    "rule.R6.headline.hard": "{days} hard days in a row, from {first} to {last}, without an easy one or a day off",
    "rule.R6.headline.alike": "In the week from {date} the days were more alike, and together loaded more, than in any of {weeks} before",
    "rule.R6.headline.alike.too": "in the week from {date} the days were more alike, and together loaded more, than in any of {weeks} before",
    "rule.R6.and": "; ",
    "rule.R6.suggestion": "If you want to change something: after a hard day put an easy one or a day off, so that days differ more. Note how the back is on the mornings in between.",
    "rule.R6.how-sure": "Exploratory: no consistent link between such weeks and injury was found, none was looked for in backs, and there is no limit for runners. It compares you with yourself.",
    "rule.R6.how-sure.hard": "Hard is only the load of the day, in the top quarter of your own; how hard it felt is not in it.",
    "rule.R6.how-sure.alike": "Of {weeks} and this one, one must have the highest monotony; by chance it is this one in one week of {one_in}.",
    "rule.R6.quiet": "The week from {date}: {told}.",
    "rule.R6.quiet.hard": "no more than {days} in a row in the top quarter of your own",
    "rule.R6.quiet.hard.none": "no day in the top quarter of your own",
    "rule.R6.quiet.hard.unknown": "too few days with a run before it to say which are hard",
    "rule.R6.quiet.no-monotony": "no monotony (fewer than two days with a run, all days alike, or days of which nothing is known)",
    "rule.R6.quiet.no-usual": "monotony {monotony}, with fewer than six weeks to compare with",
    "rule.R6.quiet.monotony": "monotony {monotony}, in {weeks} before it {median} in the middle and {most} at most",
    "rule.R6.evidence.hard-days": "Hard days in a row",
    "rule.R6.evidence.hard-km": "A day is hard above",
    "rule.R6.evidence.load": "Load of the week",
    "rule.R6.evidence.monotony": "Monotony: mean of the days over their spread",
    "rule.R6.evidence.strain": "Strain: load times monotony",
    "rule.R6.evidence.monotony.median": "Monotony of the weeks before, median",
    "rule.R6.evidence.monotony.most": "Monotony of the weeks before, highest",
    "rule.R6.evidence.strain.median": "Strain of the weeks before, median",
    "rule.R6.evidence.strain.most": "Strain of the weeks before, highest",
    "rule.R6.evidence.weeks": "Weeks before that can be compared",
    "lack.eight-weeks.reason": "Insufficient history.",
    "lack.eight-weeks.has": "Days from {date} to {to}.",
    "lack.eight-weeks.needs": "A whole week that is over and shown, with eight whole weeks before it.",
    "lack.usual-weeks.reason": "No usual week to compare with.",
    "lack.usual-weeks.has": "Of the eight weeks before {date}, {weeks} with two days of running or more, days that differ, and no gap in the records.",
    "lack.usual-weeks.needs": "Six such weeks, or twelve days with a run in the eight.",
    "rule.R6.page": """Whether hard days followed each other without an easy one, and whether the days of a week were more alike than yours usually are. Exploratory: no consistent link to injury was found, and no limit for runners exists, so it compares you with your own eight weeks before and with nobody else.

- Looks at the latest week that is over. Loads are {easy_words} per day; a day at rest is 0, a day of which nothing is known (7 or more on end with neither a run nor a diary row) makes its week unknown.
- Hard is a day in the top quarter of your own days with a run in the eight weeks before (12 such days are needed). Three or more in a row that end in the week are named; the row may have begun before it.
- Monotony is the mean of the seven days over their spread (population standard deviation); strain is the week's sum times monotony. There is no number with fewer than two days with a run, nor where the spread is under 5\N{THIN SPACE}% of the mean: seven days all alike have none. The week is named when both are higher than in each of the eight weeks before, of which six must have them.
- Fires on either (info) or both (notice); else it is quiet and says both numbers. Confidence is low: of nine weeks, one has the highest monotony, so chance alone names up to one week in nine. Three hard days on end come up by chance too, the more often the more days you run.
- Skipped without eight whole weeks before, or when they hold too little.""",
}
