"""Sentences of the readers: what of a run file was left out or refused."""

SENTENCES = {
    "problem.inferred-values.zone": "Its times name no time zone and were taken as UTC. If they are local times, the day and the time of day are off by your distance from UTC; durations are right.",
    "problem.untimed-points": "{count} of {total} points carry no usable time and were left out.",
    "problem.other-encoding.cp1252": "Line {line} holds bytes that are not {expected}, so the file was read as Windows-1252. Names may be off; numbers and times are the same.",
    "problem.other-encoding.replaced": "Line {line} holds bytes that are not {expected}; they were replaced. A name or a single value may be off.",
    "problem.truncated.damaged": "This file is damaged in line {line}; the {count} points before that were kept, and what follows could not be read. If the watch still has the run, export it again.",
    "problem.truncated.cut": "This file is damaged in {lines}; the points there were left out and the rest was read. If the watch still has the run, export it again.",
    "problem.truncated.totals": "The totals of the lap that breaks there were left out, since they count more than was read.",
    "problem.too-large.elements": "This file holds more than {limit:,} elements for its size, far more than any run has. It was not read. Export the run again, or leave the file out.",
    "problem.too-large.attributes": "One element of this file has more than {limit:,} attributes, which no run file has. It was not read. Export the run again, or leave the file out.",
    "problem.too-large.names": "The elements of this file have more than {limit:,} different names, which no run file has. It was not read. Export the run again, or leave the file out.",
    "problem.too-large.parts": "This file holds more than {limit:,} tracks or laps, the most that are read of one file. Split it, or leave it out.",
    "problem.speed-in-km-h": "The speeds of this file are 3.6 times what its distances say, so they are km/h where m/s are expected. They were left out; the distances tell the speed.",
    "problem.lap-totals.time": "The time stated for {laps} cannot be: lap {number} says {stated} s, and {found} s passed until its end. It was left out, and the points were counted.",
    "problem.lap-totals.distance": "The distance stated for {laps} does not fit the points: lap {number} says {stated} m, and its points {found} m. It was left out, and the points were counted.",
    "problem.truncated.gz": "This .gz file ends early or is damaged, {where}. What could be unpacked before that was read.",
    "problem.unknown-format.other-reader": "{reader} does not read {format} files. Choose one that does, or leave the choice of reader out.",
}
