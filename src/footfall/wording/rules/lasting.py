"""Patterns in words: pain that goes down the leg, that lasts, and that flares (P6, P8, P9, and their part in F4)."""

SENTENCES = {
    "rule.P6.title": "Shooting, electric, or below the knee",
    "rule.P6.source": "Kinds of pain that guidelines have looked at by a clinician when they persist: NICE guideline NG59, and Finucane et al. 2020, JOSPT 50:350, doi:10.2519/jospt.2020.9971.",
    "rule.P6.headline": "Shooting or electric pain, or pain below the knee, on {found} of {days} with a site or a quality in the last 60 days",
    "rule.P6.headline.numb": "Shooting or electric pain, numbness, or pain below the knee, on {found} of {days} with a site or a quality in the last 60 days; numb on {numb}",
    "rule.P6.suggestion": "Write down how far down the leg it goes and what sets it off. If it comes again two weeks after the first time, or spreads, book an appointment with a clinician; leave out hard runs on days when it shoots.",
    "rule.P6.question": "A question that cannot wait: does the foot drop or slap, or is the leg weaker than before on a stair, a heel raise or a rise from a chair? If so: {help} Then tick foot_drop or leg_weakness under red_flags. If not, or it has been looked at, write resolved under red_flags in today's row.",
    "rule.P6.question.flags-open": "A question that cannot wait: does the foot drop or slap, or is the leg weaker than before on a stair, a heel raise or a rise from a chair? If so: {help} Then tick foot_drop or leg_weakness under red_flags. If not, nothing is to be written: resolved would close every red flag that is open as well.",
    "rule.P6.how-sure": "Sites and qualities are as you wrote them. What lies behind them only an examination can tell.",
    "rule.P6.quiet": "No shooting or electric pain and none below the knee beside the back, on {days} with a site or a quality in the last 60 days. Days without them are unknown.",
    "rule.P6.quiet.resolved": "Nothing is told of days up to {date}, when you wrote resolved. Since then no shooting or electric pain was written, and none below the knee beside the back; {days} of the last 60 have a site or a quality.",
    "rule.P6.evidence.days": "Days with it",
    "rule.P6.evidence.told": "Diary days with a site or a quality",
    "rule.P6.evidence.shooting": "Of the days with it, shooting or electric",
    "rule.P6.evidence.below": "Of the days with it, below the knee",
    "rule.P6.evidence.numb": "Of the days with it, numb",
    "rule.P6.evidence.first": "From",
    "rule.P6.evidence.last": "To",
    "lack.sites.reason": "No sites or qualities.",
    "lack.sites.has": "{rows} in the last {days} days, none with a site or a quality.",
    "lack.sites.needs": "Where it hurt (`sites`) or what it felt like (`qualities`) in a row.",
    "rule.P6.page": """Pain that shoots or feels electric, or that goes below the knee: kinds that are looked at sooner when they stay.

- Counts days of the last 60 (of those shown). A row counts when its quality is shooting or electric and it speaks of the back (low back, buttock or no site); when a site is calf, shin or foot; or when it is numb in thigh, calf, shin or foot. Rows with such sites alone are read when the row or its day also has the low back or the buttock, or a quality is shooting, electric or numb: calves that are sore after hills are not this. Sites beside a pain of 0 do not count.
- One finding (warning, confidence medium). With numbness in the leg it asks in words for the signs of a weak leg, as F2 has them, and nothing in the report reassures until it is answered: by ticking one, or by `resolved`.
- Days up to a row that says `resolved` do not count any more. On days 14 or more apart, the newest at most 60 days back and the oldest 180, it is a part of F4.
- No p value: it is a description.
- Quiet otherwise, with the counts.
- Skipped without a diary, or without a row in the 60 days that has a site or a quality.""",
    "rule.P8.title": "Pain that lasts",
    "rule.P8.source": "Menezes Costa et al. 2012, CMAJ 184:E613, doi:10.1503/cmaj.111271: on average, new back pain fell from 52 to 23 of 100 within six weeks, most of it in that time.",
    "rule.P8.headline.two": "Back pain on {pain} of {told} from {first} to {last}: more than two weeks",
    "rule.P8.headline.six": "Back pain on {pain} of {told} from {first} to {last}: more than {weeks} weeks",
    "rule.P8.suggestion.two": "Most new back pain eases within six weeks. Go on writing, the days without pain too; they show whether it does.",
    "rule.P8.suggestion.six": "{help} Take the diary along. If a clinician knows of it, write resolved under red_flags in today's row.",
    "rule.P8.suggestion.known": "You wrote resolved in this time. If that was about this pain, and it has changed since, ask again; if it was about something else, book an appointment with a clinician.",
    "rule.P8.how-sure": "Counted in the days that you wrote down; if you write on days with pain alone, it looks more constant than it is. Between two of them lie at most 7 days of which nothing is written.",
    "rule.P8.quiet": "Back pain on {pain} of {told} from {first} to {last}: not beyond two weeks, or too few days to say most.",
    "rule.P8.quiet.none": "No spell of back pain is open in {told}: none was written in the last 14 days. Days without rows are unknown.",
    "rule.P8.evidence.pain": "Diary days with back pain",
    "rule.P8.evidence.told": "Diary days with an answer, first to last",
    "rule.P8.evidence.first": "From",
    "rule.P8.evidence.last": "To",
    "rule.P8.evidence.days": "From the first to the last of them",
    "lack.lasting.reason": "Too short a diary.",
    "lack.lasting.has": "{told} that say whether the back hurt.",
    "lack.lasting.needs": "Rows over more than two weeks; days without pain count as much.",
    "rule.P8.page": """Back pain on most diary days for more than two weeks (info), or more than six (warning: book an appointment).

- A day has pain with a score of 1 or more, or an onset; it is free of it with scores below 1, or an onset of `none` alone; without either it is unknown. The next morning's score belongs to the next day.
- A spell is the time up to the newest day with pain in which days with pain outnumber known days free of it by most, the longest where several do: more than half of its known days have pain, and both ends. It is cut where more than 7 days lie between two known days (what lies between is unknown, not pain), and where 14 days or more are written to be free of pain with none in pain between them. It is open while its last day with pain is at most 14 days back.
- Needs 6 days with pain to say “most”. Confidence medium. No p value: it is a description.
- Once a row in it says `resolved`, it is info alone. Beyond six weeks without it, it is a part of F4 as well.
- Quiet otherwise, with the counts.
- Skipped without a diary, or while the known days reach over less than two weeks.""",
    "rule.P9.title": "Flares after spikes",
    "rule.P9.source": "Spikes as in R1 (Schuster Brandt Frandsen et al. 2025, doi:10.1136/bjsports-2024-109380); flares by 2 points, which is the smallest improvement that matters to people with back pain (Ostelo et al. 2008, doi:10.1097/BRS.0b013e31815e3a10), taken here for a worsening. The comparison is with your own flares moved in time, simulated in docs/statistics.md.",
    "rule.P9.headline": "{followed} of {flares} came within 3 days of a spike ({spikes}), more than the {expected} expected by chance",
    "rule.P9.suggestion": "When you next go clearly beyond your longest run, write a row on each of the three days after it, whatever they are like: that is what these counts need.",
    "rule.P9.how-sure": "From {first} to {last}, of your flares moved against your spikes by every number of whole weeks, so few come as close that p is {p}. What goes together in time need not be cause and effect.",
    "rule.P9.quiet": "{followed} of {flares} came within 3 days of a spike ({spikes}); {expected} expected by chance. These are counts: so few cannot be told from chance.",
    "rule.P9.quiet.tested": "{followed} of {flares} came within 3 days of a spike ({spikes}); {expected} expected by chance: no clear difference. Only flares about five times as frequent after spikes would show in most such diaries.",
    "rule.P9.evidence.spikes": "Days with a run more than 10\N{THIN SPACE}% beyond the longest of the 30 days before",
    "rule.P9.evidence.flares": "Flares (2 points or more above your usual)",
    "rule.P9.evidence.followed": "Flares within 3 days of a spike",
    "rule.P9.evidence.expected": "Expected by chance",
    "rule.P9.evidence.days": "Days looked at",
    "rule.P9.evidence.p": "p value, one-sided",
    "lack.flares.reason": "Too few spikes or flares.",
    "lack.flares.has": "{spikes} and {flares} in the time in which both can be told.",
    "lack.flares.needs": "{needed} of each for the counts; {tested_spikes} spikes and {tested_flares} flares in {tested_weeks} weeks or more to tell more than chance from chance.",
    "rule.P9.page": """How many flares of pain came within 3 days of a session spike, beside how many would by chance.

- A spike is a day with a run more than 10\N{THIN SPACE}% longer than the longest of the 30 days before (R1, by distance). A flare is a day whose worst back pain stands 2 points or more above the usual: the median of the days with a score of the 28 days before, at least 7 of them. Flare days without a day between are one flare; the day of the spike and the three after it count.
- Chance: the flares moved around the calendar by every number of whole weeks, which keeps the rhythm of both and their weekdays. Expected is the mean over all of these; p is one-sided.
- Info, always. From 8 spikes, 12 flares and 20 whole weeks on it fires when p is at most .05; its confidence is set with all other checks of the report. Below that, from 3 of each on, it gives the counts among the quiet rules: so few cannot be told from chance.
- How often it speaks to somebody in whom nothing is going on, and how much it would miss, is in docs/statistics.md: it misses much.
- Quiet otherwise, with the counts.
- Skipped without a diary or runs, or below 3 spikes or 3 flares.""",
    "rule.F4.leg.headline": "Pain that shoots or goes down the leg, on days two weeks or more apart: book an appointment",
    "rule.F4.leg.suggestion": "Take the diary along. If a clinician knows of it, write resolved under red_flags in today's row.",
    "rule.F4.leg.how-sure": "Sites and qualities are as you wrote them (rule P6). That it came again after two weeks is a reason to ask, not an answer.",
    "rule.F4.lasting.headline": "Back pain on most diary days for more than six weeks: book an appointment",
    "rule.F4.lasting.suggestion": "Take the diary along. If a clinician knows of it, write resolved under red_flags in today's row.",
    "rule.F4.lasting.how-sure": "Counted in the days that you wrote down (rule P8). Most back pain has eased by then; that yours has not is a reason to ask, not an answer.",
}
