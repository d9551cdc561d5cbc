"""Load and the pain of the days after it, in words."""

SENTENCES = {
    "rule.A1.title": "Load, and the pain of the days after",
    "rule.A1.source": "Partial rank correlations, the largest of all deciding (Westfall & Young 1993), against weeks in other orders (Carlstein 1986, doi:10.1214/aos/1176350057). No study was found of runners' load and their backs the next morning; of workers who lift, Andersen et al. 2017 found a small link, doi:10.5271/sjweh.3592.",
    "rule.A1.headline.morning": "More load {when} went with more pain in the morning: rank correlation r\N{NO-BREAK SPACE}{r} over {days}",
    "rule.A1.headline.during": "More load {when} went with more pain during runs: rank correlation r\N{NO-BREAK SPACE}{r} over {days}",
    "rule.A1.suggestion": "You chose the load, and a good or bad spell may have chosen it with you. Try it on purpose: before each of the next twenty runs let a coin decide between two lengths that you run anyway, and write every morning down.",
    "rule.A1.how-sure": "95\N{THIN SPACE}% interval of r {low} to {high}; 1 would mean that pain rises whenever the load {when} does, 0 that they have nothing to do with each other. Weekday, a drift by date and the pain of the morning before are held equal. Whatever else goes with both, as sleep or work may, is not.",
    "rule.A1.quiet": "No clear link between load and the pain of the days after, in {links} looked at; the largest is {named} (r\N{NO-BREAK SPACE}{r}, 95\N{THIN SPACE}% interval {low} to {high}, {days}).",
    "rule.A1.hidden.few": "With {mornings} in a row with the one before there are too few days to see anything but a strong link: from about r\N{NO-BREAK SPACE}{visible} on it would mostly show.",
    "rule.A1.hidden.many": "A link weaker than about r\N{NO-BREAK SPACE}{visible} would mostly not show.",
    "rule.A1.after.less": "The other way round, after bad mornings you ran less that day (r\N{NO-BREAK SPACE}{r}, {low} to {high}, {mornings}): that says what you did, not what it did.",
    "rule.A1.after.more": "The other way round, after bad mornings you ran more that day (r\N{NO-BREAK SPACE}{r}, {low} to {high}, {mornings}): that says what you did, not what it did.",
    "rule.A1.after.neither": "The other way round, no clear sign that you ran less or more after bad mornings (r\N{NO-BREAK SPACE}{r}, {low} to {high}, {mornings}).",
    "rule.A1.name.morning": "morning pain against the load {when}",
    "rule.A1.name.during": "pain in runs against the load {when}",
    "rule.A1.when.1.1": "the day before",
    "rule.A1.when.2.2": "two days before",
    "rule.A1.when.3.3": "three days before",
    "rule.A1.when.4.4": "four days before",
    "rule.A1.when.1.7": "in the seven days before",
    "rule.A1.when.0.0": "the same day",
    "rule.A1.when.-1.-1": "the day after",
    "rule.A1.when.-2.-2": "two days after",
    "rule.A1.when.-3.-3": "three days after",
    "rule.A1.when.-6.0": "in the seven days from then on",
    "rule.A1.interval": "{r} ({low} to {high})",
    "rule.A1.evidence.r": "Rank correlation r",
    "rule.A1.evidence.low": "95\N{THIN SPACE}% interval of r, from",
    "rule.A1.evidence.high": "95\N{THIN SPACE}% interval of r, to",
    "rule.A1.evidence.n": "Days it rests on",
    "rule.A1.evidence.pairs": "Mornings with a score, one on the morning before, and the load between",
    "rule.A1.evidence.pain-days": "Days with pain",
    "rule.A1.evidence.free-days": "Days with runs free of pain",
    "rule.A1.evidence.link": "r, {named} ({days}; 95\N{THIN SPACE}% interval)",
    "rule.A1.evidence.same-run": "r, pain in runs against the load of the same day, which came in no order and is not tested ({days}; 95\N{THIN SPACE}% interval)",
    "rule.A1.evidence.after": "r, the other way round: load {when} against the pain of a morning ({days}; 95\N{THIN SPACE}% interval)",
    "rule.A1.evidence.visible": "r that would show in about four of five such diaries",
    "rule.A1.evidence.p": "p value, all links together",
    "rule.A1.evidence.tested": "Links tested",
    "lack.load-pain.reason": "Too few days to set load against pain.",
    "lack.load-pain.has": "{mornings} with a score, one on the morning before and the load between them; {pain_days} with pain, {free} with runs free of pain.",
    "lack.load-pain.needs": "60 such mornings, 8 days with pain and 8 days with runs free of it: `pain_next_morning` every day, 0 too, on days without a run as well.",
    "lack.load-pain-weeks.reason": "Nothing to tell load and pain apart by.",
    "lack.load-pain-weeks.has": "{mornings} with a score, one on the morning before and the load between them, but pain or load hardly varies, or fewer than 6 whole weeks have a known load on every day.",
    "lack.load-pain-weeks.needs": "6 whole weeks with every run recorded, and pain that is not the same every day.",
    "rule.A1.page": """Whether mornings and runs hurt more after days with more load. An association in one runner: it says where to look, not what is to blame.

- Load of a day is that of all its runs, by the chosen load model; 0 on a day at rest. Not known, never 0: on 7 days or more in a row with neither run nor row, and on a day without a recorded run whose row speaks of one (an onset, a start, a surface, shoes).
- Morning pain is `pain_next_morning` of the row of the day before, and nothing else: `pain_before` may be of an evening. Pain in runs is `pain_max`, 0 where the onset is `none`. Rows about other sites alone are unknown for the back.
- Nine links: morning pain against the load 1, 2, 3 and 4 days before and of the 7 days before together, pain in runs against the load 1, 2 and 3 days before and of the 7 days before. The load always comes before the pain. Pain in a run against the load of the same day is shown, not tested.
- Pain is ranked. Weekday, a straight line by date and the morning pain of the day before are taken out of pain and load, and what is left is correlated. Days without a score that day, or on the morning before, drop out: of every morning left blank two days are lost.
- Chance: whole weeks of load change places 999 times, and the largest of the nine must be larger than in 95\N{THIN SPACE}% of these. Only "more load, more pain" is claimed. A link the other way is shown with its numbers; it is never a sign that running protects.
- The other way round is shown too: the load of the same day, the three days after and the seven days from a morning on. Who runs less after bad mornings makes pain and load go together without the load doing anything, which is why the morning before is held equal.
- Notice; confidence is medium or low, by all checks of the report together, and never high. Quiet says how strong a link would have shown. Below 120 mornings that is a strong one only.
- Skipped without a diary; below an answer for 70\N{THIN SPACE}% of the runs; below 60 mornings with one before them, 8 days with pain or 8 days with runs free of pain; below 6 whole weeks of known load. What there is can be drawn all the same.""",
}
