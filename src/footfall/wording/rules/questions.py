"""Questions in words: what a note may say of a red-flag sign."""

SENTENCES = {
    "rule.Q1.title": "A question about your notes",
    "rule.Q1.source": "The signs and their tiers are those of F1 to F4; the list of words is footfall's own, English, and no tested instrument.",
    "rule.Q1.headline": "On {date} you wrote “{quote}”. Is that one of the signs to have looked at: {name}?",
    "rule.Q1.suggestion": "If it is so: {help} Then tick {code} under red_flags in that row. {if_not}",
    "rule.Q1.if-not": "If it is not, or it has been looked at, write resolved under red_flags in today's row, and the question is closed.",
    "rule.Q1.if-not.flags-open": "If it is not, say so in the note itself (for example, no fever). Writing resolved would close the question, and every red flag that is open as well.",
    "rule.Q1.how-sure": "Words were compared, nothing more: they can mean something else, and only you know. In doubt, tick.",
    "rule.Q1.quiet": "No words for a red-flag sign were heard in {notes} of the last {days} days. Only some English phrases are listened for: go through the list of signs yourself.",
    "rule.Q1.evidence.quote": "“{quote}”",
    "rule.Q1.evidence.run": "Name or description of a run, {date}",
    "lack.notes.reason": "No notes.",
    "lack.notes.has": "No note was written in the last {days} days, in the diary or with a run.",
    "lack.notes.needs": "A note, in a few words, on how the back was.",
    "findings.held-back.question": "Looked at, and held back until the question above has been answered.",
    "findings.no-advice.question": "Nothing here until the question above has been answered.",
    "questions.open": "A question about a red-flag sign is open: answer it first.",
    "rule.Q1.page": """Words for a red-flag sign in free text raise a question, never a flag: “can't lift my foot” is likely a foot that drops, “numb between my toes” is not numbness between the legs, and only the runner knows.

- Listens in the diary's `note`, in columns that the diary has of its own, and in the names and descriptions that come with runs, over the last 60 days. Older notes are not asked about: what is still there is written again.
- One question (warning) per sign: it quotes the newest note and lists the others, says what the sign is, what to do if it is so and how to close the question.
- A phrase counts at the borders of words. What is denied close by is passed over: “no numbness or tingling in both legs”, “fever: no”. “No pain, numb down there” is heard.
- Closed by a row that ticks the sign, or that says `resolved`, from the day of the note on (in the same row too); not asked where the sign is open already. `resolved` closes every open red flag as well, so where one is open the question says how else to answer.
- While it is open nothing in the report reassures, as beside a red flag.
- English phrases alone, from a fixed list: a note in another language, or in other words, is not heard. Red flags themselves are ticked, in any language.
- Quiet when nothing is heard. Skipped when there is no note in the 60 days.""",
}
