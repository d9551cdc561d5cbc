"""Red flags in words: what each code means, what to do and how soon, what to say on the phone."""

from collections.abc import Sequence

from footfall.model.diary import RED_FLAGS, Tier
from footfall.wording import numbers, say

_NAMES = {
    "saddle_numbness": "Numbness between the legs",
    "bladder_bowel": "New trouble with bladder or bowel",
    "sexual_dysfunction": "New trouble with sexual function",
    "both_legs": "Both legs numb, weak or shooting",
    "major_trauma": "A fall, crash or hard blow",
    "foot_drop": "A foot that drops",
    "leg_weakness": "A leg that is newly weak",
    "fever": "Fever with back pain",
    "infection_risk": "Back pain and a raised chance of infection",
    "cancer_history": "Back pain and cancer, now or earlier",
    "weight_loss": "Weight loss without a reason",
    "night_pain": "Night pain that no position eases",
    "bone_point_pain": "Pain at one point on a bone",
    "fracture_risk": "Back pain and bones that may break easily",
    "worse_despite_rest": "Worse after two weeks or more off",
}

_MEANS = {
    "saddle_numbness": "Numb or strange feeling in the groin, at the genitals or between the legs, where a saddle would touch.",
    "bladder_bowel": "New: trouble starting to pass or feeling urine or stool, a weak flow, no urge, or leaking. A known urge or loose bowels in hard runs alone do not count.",
    "sexual_dysfunction": "New loss of function or of feeling in sex.",
    "both_legs": "Numbness, weakness or shooting pain in both legs.",
    "major_trauma": "Back pain after a serious fall, a crash or a hard blow.",
    "foot_drop": "New: the front of a foot slaps or drags, or cannot be lifted.",
    "leg_weakness": "New: a leg gives way, or can no longer do a stair, a heel raise or a rise from a chair as before.",
    "fever": "Fever, chills or feeling ill, together with back pain.",
    "infection_risk": "Back pain, and a weakened immune system, injected drugs, or an infection in the last weeks.",
    "cancer_history": "New back pain, and cancer now or at any time before.",
    "weight_loss": "Back pain, and weight lost without trying and without a reason.",
    "night_pain": "Pain at night that no position eases.",
    "bone_point_pain": "Pain that one fingertip can find, on the spine, the pelvis or the bone at its back.",
    "fracture_risk": "Back pain, and steroids over a long time, osteoporosis, or too little food for the training (periods that stay away are a sign of it).",
    "worse_despite_rest": "Clearly worse, although there was no running for two weeks or more.",
}

_PHONE = {
    "saddle_numbness": "numbness between my legs",
    "bladder_bowel": "new trouble with my bladder or bowel",
    "sexual_dysfunction": "new trouble with sexual function",
    "both_legs": "numbness, weakness or shooting pain in both legs",
    "major_trauma": "back pain after a fall, crash or hard blow",
    "foot_drop": "a foot I can no longer lift as before",
    "leg_weakness": "a leg that is newly weak",
    "fever": "back pain with fever or feeling ill",
    "infection_risk": "back pain, and I may be more open to infection than most",
    "cancer_history": "new back pain, and I have or had cancer",
    "weight_loss": "back pain, and weight loss without a reason",
    "night_pain": "back pain at night that no position eases",
    "bone_point_pain": "pain at one point on a bone in my back or pelvis",
    "fracture_risk": "back pain, and something that can make bones break easily",
    "worse_despite_rest": "back pain that got worse although I rested for two weeks or more",
}

SENTENCES = {
    **{f"flag.{code}.name": text for code, text in _NAMES.items()},
    **{f"flag.{code}.means": text for code, text in _MEANS.items()},
    **{f"flag.{code}.phone": text for code, text in _PHONE.items()},
    "help.F1": "Now: go to an emergency department, or call your local emergency number.",
    "help.F2": "Today: call your clinic, or go to the emergency department if it cannot see you today. At once, if it worsens or a sign from the first list joins.",
    "help.F3": "Within days, before the next hard run: see a clinician.",
    "help.F4": "Book an appointment with a clinician.",
    "help.doubt": "In doubt, tick. Whoever looks at it would rather see you once too often.",
    "red-flags.quiet": "No red flags in {days}. That is what you recorded, not an examination.",
    "red-flags.none-open": "No red flag is open. {resolved} That is your record, not an examination.",
    "red-flags.tier.none-open": "None of the signs of this list is open. {resolved} That is your record, not an examination.",
    "red-flags.resolved.one": "{signs} was marked resolved on {date}.",
    "red-flags.resolved.many": "{signs} were marked resolved on {date}.",
    "red-flags.resolved.sign": "{code} ({date})",
    "red-flags.other-open": "Read the red flag at the top first; this part can wait.",
    "red-flags.rest-can-wait": "The rest of this page can wait until you have been seen.",
    "red-flags.rest-can-wait.check": "The rest of this page can wait until you have checked this list.",
    "red-flags.recorded": "Recorded on {date}. If it is still there, or nobody has looked at it, treat it as today's",
    "red-flags.recorded.suggestion": "Still there, or never looked at? {help} {correct}",
    "red-flags.correct": "Ticked by mistake? Correct the row in the diary. Seen and settled? Write resolved under red_flags in today's row.",
    "red-flags.phone": "“Since {date} I have {signs}. It is on a list of signs that should be seen {when}.”",
    "red-flags.when.F1": "now",
    "red-flags.when.F2": "today",
    "red-flags.when.F3": "within days",
    "red-flags.when.F4": "at an appointment",
    "red-flags.how-sure": "That you wrote it is certain. What lies behind it only an examination can tell: single signs are poor at that, and this list errs towards being seen.",
    "red-flags.worse": "It became worse: another sign of a weak leg joined, or the pain in its rows rose.",
    "red-flags.with-emergency": "It stands together with an emergency sign.",
    "red-flags.cancer-walking": "New trouble with a leg, where there is or was cancer.",
    "red-flags.unread": "{told}: please check this list now",
    "red-flags.unread.written": "You wrote {texts} under red_flags",
    "red-flags.unread.slipped": "Row {row} has too many cells, so its red_flags cell cannot be told apart; it holds {texts}",
    "red-flags.unread.close": "Did you mean {codes}?",
    "red-flags.unread.suggestion": "If one of the first five is so, go to an emergency department now, or call your local emergency number; if one of the next four is so, have it seen today.",
    "red-flags.unread.further": "If it is {code}: {help}",
    "red-flags.unread.then.date": "Then correct the date of that row: the sign is known, the day is not. If it was ticked by mistake, clear the cell.",
    "red-flags.unread.then": "Then write its code in the diary in place of the text. If it is none of the list, clear the cell.",
    "red-flags.unread.how-sure": "The text could not be tied to a code and a day, so it is shown here, in the place of the most pressing ones, until the cell is corrected.",
    "red-flags.unread.row": "Row {row} of {path}",
    "red-flags.unread.row-dated": "Row {row} of {path}, {date}",
    "red-flags.fault": "This list could not be checked, by a fault of footfall's own: please go through it now",
    "red-flags.fault.suggestion": "If one of these is so: {help} If none is, go on; and please report the fault named among the problems.",
    "red-flags.fault.how-sure": "Your diary may say nothing of the kind: the check broke off before it could tell, and a list read in vain is the lesser evil.",
    "evidence.flag-in-diary": "Ticked in the diary",
    "evidence.flag-ticked": "{code}, last ticked on {date}",
    "evidence.flag-rows": "Rows that tick it",
    "evidence.phone": "To say on the phone",
    "evidence.why-now": "Why it stands here",
    "evidence.list-item": "{code}: {means}",
    "evidence.earlier-rows": "Rows of the diary before it",
    "evidence.birth-year": "Birth year",
    "evidence.first-back-pain": "First back pain in the diary",
    "evidence.stiff-mornings": "Mornings noted with more than 30 min",
    "evidence.stiff-since": "From",
    "evidence.stiff-until": "To",
    "rule.F1.title": "Red flag: emergency",
    "rule.F2.title": "Red flag: same day",
    "rule.F3.title": "Red flag: within days",
    "rule.F4.title": "Red flag: appointment",
    "rule.F1.headline": "Get medical help now: go to an emergency department, or call your local emergency number",
    "rule.F2.headline": "Get medical help today: call your clinic, or go to the emergency department if it cannot see you today",
    "rule.F3.headline": "See a clinician within days, before the next hard run",
    "rule.F4.headline": "Book an appointment with a clinician",
    "rule.F1.suggestion": "Leave everything else here until you have been seen. {correct}",
    "rule.F2.suggestion": "Go at once, to the emergency department, if it worsens or one of these joins: {f1_signs}. {correct}",
    "rule.F3.suggestion": "Until then leave out hard runs. Go at once, to the emergency department, if one of these joins: {f1_signs}. {correct}",
    "rule.F4.suggestion": "Take the diary along. {correct}",
    "rule.F3.age.headline": "New back pain at your age: see a clinician within days, before the next hard run",
    "rule.F3.age.suggestion": "If it is not new, or a clinician has looked at it, write resolved under red_flags in today's row. Otherwise leave out hard runs until then.",
    "rule.F3.age.how-sure": "Under 20 and over 55, new back pain is looked at sooner, because the few causes that need it are less rare there; most back pain is none of them. The birth year leaves a year open, and the earlier visit is chosen.",
    "rule.F4.stiffness.headline": "Mornings stiff for more than 30 minutes, over more than three months: book an appointment",
    "rule.F4.stiffness.suggestion": "Take the diary along. If a clinician knows of it, write resolved under red_flags in today's row.",
    "rule.F4.stiffness.how-sure": "The minutes are as you wrote them. Long morning stiffness over months is a reason to ask, not an answer.",
    "rule.F1.source": "Tiers after Finucane et al. 2020, JOSPT 50:350, doi:10.2519/jospt.2020.9971, and the emergency pathways of the NHS (GIRFT) as told by BMJ Best Practice.",
    "rule.F2.source": "Tiers after Finucane et al. 2020, JOSPT 50:350, doi:10.2519/jospt.2020.9971, and NHS Lothian's pathway for back pain.",
    "rule.F3.source": "Tiers after Finucane et al. 2020, JOSPT 50:350, doi:10.2519/jospt.2020.9971.",
    "rule.F4.source": "Tiers after Finucane et al. 2020, JOSPT 50:350, doi:10.2519/jospt.2020.9971; morning stiffness after NICE guideline NG65.",
    "rule.F1.quiet": "None of the emergency signs is ticked in {days}. That is what you recorded, not an examination.",
    "rule.F2.quiet": "None of the same-day signs is ticked in {days}. That is what you recorded, not an examination.",
    "rule.F3.quiet": "None of the signs to be seen within days is ticked in {days}. That is what you recorded, not an examination.",
    "rule.F4.quiet": "None of the signs that ask for an appointment is found in {days}. That is what you recorded, not an examination.",
    "rule.F1.page": """Signs for which hours count. Any one of them, ticked in the diary's `red_flags`, puts the instruction above everything else on every page, whatever the other results are, and the rest can wait.

- Fires on a code of this tier; on `foot_drop` or `leg_weakness` together with one of them, or when a later row makes it worse (the other of the two joins, or the highest pain score in the rows that tick it rises); and on `cancer_history` together with `foot_drop` or `leg_weakness`.
- Speaks at full voice (emergency) when the newest row with the code is at most 14 days before the day that counts as today. Older and not resolved, it stays on top one tier lower (urgent) and says when it was recorded.
- `resolved` in `red_flags` closes every sign ticked before it and in its own row. A closed sign stays on record: where no sign is open, it is named with both days.
- Text in `red_flags` that is no known code, and any flag in a row whose date cannot be read, is shown here as written, as an emergency, until the cell is corrected. Writing `resolved` does not close it: nobody knows what it says.
- Skipped when there is no diary, or no row in it and no such text.""",
    "rule.F2.page": """Signs that should be seen the same day.

- Fires on a code of this tier that does not count as an emergency (see F1).
- Speaks at full voice (urgent) for 14 days after the newest row with the code; older and not resolved, one tier lower (warning), with the date.
- `resolved` closes it. Skipped when there is no diary, or no row in it.""",
    "rule.F3.page": """Signs that should be seen within days.

- Fires on a code of this tier until it is resolved (warning).
- Fires on the first back pain of the diary when the athlete's `birth_year` says under 20 or over 55 in that year; where the year leaves it open, it fires. A back pain from before the diary is not known to it, so the sentence says how to close it.
- `resolved` closes it. Skipped when there is no diary, or no row in it.""",
    "rule.F4.page": """Signs that ask for an appointment.

- Fires on a code of this tier until it is resolved (notice).
- Fires when mornings with more than 30 minutes of stiffness (`morning_stiffness_min`) reach over more than 90 days, with no more than 42 days between one such row and the next, so that two bad mornings far apart do not count as three months. The newest of them is at most 60 days back.
- Fires when pain that shoots or goes down the leg (P6) comes on days 14 or more apart, the newest at most 60 days back and the oldest 180.
- Fires when an open spell of back pain (P8) is longer than six weeks.
- `resolved` closes it. Skipped when there is no diary, or no row in it.""",
}


def definitions() -> tuple[tuple[Tier, str, str, str], ...]:
    """(tier, code, name, what it means) of every red flag, the most pressing tier first: to stand wherever they are offered."""
    return tuple((tier, code, say(f"flag.{code}.name"), say(f"flag.{code}.means")) for code, tier in RED_FLAGS.items())


def names(codes: Sequence[str], last: str = "and") -> str:
    """Several flags in a row of words: `numbness between the legs and …`."""
    called = [say(f"flag.{code}.name") for code in codes]
    return numbers.listed([name[0].lower() + name[1:] for name in called], last)
