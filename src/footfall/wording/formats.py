"""Sentences of the readers: what of a run file was left out or refused."""

SENTENCES = {
    "problem.untimed-points": "{count} of {total} points carry no usable time and were left out.",
    "problem.truncated.gz": "This .gz file ends early or is damaged, {where}. What could be unpacked before that was read.",
    "problem.unknown-format.other-reader": "{reader} does not read {format} files. Choose one that does, or leave the choice of reader out.",
}
