"""Sentences about FIT files: what is broken in them, and what was done."""

SENTENCES = {
    "problem.too-large.anonymise": "It holds more messages or definitions than any watch writes, so nobody can be sure that all of it was made anonymous.",
    "problem.not-an-activity.anonymise": "It is a FIT file of type {kind}, which is personal throughout. Only activities are copied.",
    "problem.unknown-format.anonymise": "This is no FIT file. Name one FIT file, on the disk or in an archive: only FIT can be copied this way.",
    "problem.damaged.fit": "This file breaks off before its first recorded point. Copy it from the watch again, or export it from the account.",
    "problem.too-large.points": "This file holds more than {limit}, the most that is read at once. Split it, or leave it out.",
    "problem.too-large.fitparse": "This file is larger than {limit}, the most that fitparse is given. Leave the choice of reader out: footfall's own has no such limit.",
    "problem.unknown-format.reader": "{reader} does not read FIT files. Choose fitparse, or leave the choice of reader out.",
    "problem.truncated.broken": "This file is damaged at {where}, and what follows cannot be read. The {count} points before that were kept; check its totals.",
    "problem.truncated.fitparse": "fitparse stopped at {where} of this file. The {count} points before that were kept; check its totals.",
    "problem.truncated.trailing": "{bytes} bytes after the end of the recording, {where}, are no recording and were left out.",
    "problem.bad-checksum.size": "The header of this file states a wrong length, as after an empty battery. Its content is whole and was read.",
    "problem.clock-mended": "The watch did not know the date and counted from when it was switched on. The date was taken from the local time in the file; please check it.",
    "problem.clock-mended.correlated": "The watch counted from when it was switched on. The date was taken from its own note, elsewhere in the file, of what time that was.",
    "problem.dropped-values.time": "Points without a usable time were left out: {count}.",
    "problem.dropped-values.field": "The field {field} has a length in this file that does not fit its type, so it was left out.",
    "problem.dropped-values.unit": "The field {field} of a second sensor is in {unit}, a unit that is not known here, so it was left out.",
    "problem.inferred-values.cycles": "The watch recorded no cadence but counted strides. The cadence was taken from that count, over 10 seconds at a time.",
    "problem.inferred-values.beats": "The heart rate was kept by the chest strap and handed over later. It was brought to the points of the run by its time.",
}
