"""Sentences for reason codes and notes: what happened, and what to do."""

SENTENCES = {
    "problem.damaged": "This file is empty or damaged beyond reading. Export it again from the watch or the account.",
    "problem.damaged.empty": "This file is empty. Export it again from the watch or the account.",
    "problem.no-time.drawn": "None of its points has a time or a sensor's value: a way drawn on a map, or an export that lost its times. Export the recording itself.",
    "problem.no-time": "The points of this file carry no times, so nothing can be said about cadence or load. Export the recording itself, not a route.",
    "problem.no-samples": "This file holds no recorded points. If it is a treadmill run, export it as FIT or TCX.",
    "problem.bad-clock": "The clock of this recording is not set ({found}), so the run has no date. Correct the date in the exporting app, or leave the file out.",
    "problem.too-large": "This file is larger than {limit}, the most that is read at once. Split it, or leave it out.",
    "problem.unreadable": "This file cannot be opened: {detail}. Check that it exists and that you may read it.",
    "problem.encrypted": "This archive is encrypted. Unpack it first and name the folder.",
    "problem.unsafe-xml": "This file declares XML entities, which no watch writes and which can be an attack. It was not read.",
    "problem.no-run": "This file holds no run.",
    "problem.missing": "There is no such file or folder. Check the spelling.",
    "problem.not-an-activity": "This is a file of type {kind}, not an activity. It was passed over.",
    "problem.not-a-run": "This is {sport}, not a run. It was passed over.",
    "problem.duplicate": "This is the same recording as {other}. It was counted once.",
    "problem.bad-checksum": "The checksum of this file does not match its content. It was read all the same; check its totals.",
    "problem.truncated": "This file ends early; the {count} points before that were kept. If the watch still has the run, export it again.",
    "problem.unknown-format": "This is not a FIT, GPX or TCX file. Export the run in one of these formats.",
    "problem.not-a-run-file": "This is {what}, not a run file. It was passed over here.",
    "problem.dropped-values": "{count} values of {column} lie outside {low} to {high} {unit} and were left out.",
}
