"""Sentences of Apple Health's export: what of it was left out, and what to do."""

SENTENCES = {
    "problem.truncated.apple": "This export ends early, in line {line}; the {count} workouts before that were read. Export it again from the Health app.",
    "problem.truncated.apple.cut": "This export is damaged in {count} places, the first in line {line}; what stands there was left out and the rest was read.",
    "problem.not-an-activity.apple-no-workouts": "This export of Apple Health holds no workouts. It was passed over.",
    "problem.apple.untimed-workouts": "{count} workouts of this export carry no usable time and were left out.",
    "problem.apple.too-many-workouts": "This export holds more than {most} workouts; {count} were left out.",
    "problem.apple.twice": "{count} workouts of this export are another app's account of a run or walk that stands in it already. Each was counted once.",
    "problem.apple.twice.one": "{count} workout of this export is another app's account of a run or walk that stands in it already. It was counted once.",
    "problem.apple.odd-records": "{count} measurements of this export carry no usable time, number or unit and were left out.",
    "problem.apple.too-many-records": "This export holds more than {most} million measurements of use; {count} were left out.",
    "problem.apple.too-many-samples": "This export holds more measurements than fit into memory; the {count} oldest workouts are given by their totals alone, without steps.",
    "note.apple-steps-not-read": "This route comes from Apple Health, which keeps its steps apart from it, and none were found: footfalls are estimated from speed. Give the whole export.zip, or export.xml beside the routes; if it is there, the workout of this route is no longer in Health.",
}
