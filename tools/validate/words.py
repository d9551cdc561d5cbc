"""The words of docs/validation.md."""

from validate.source import Source, Status

TITLE = "# Published numbers beside ours"

LEGEND = "How each number was checked: " + " · ".join(
    f"**{status.value}** {words}"
    for status, words in (
        (Status.READ, "read in the source's abstract, data or figure"),
        (Status.SECONDARY, "read in a secondary page"),
        (Status.COMPUTED, "computed from such numbers"),
        (Status.MEMORY, "from memory of the literature, to be verified"),
    )
)

MADE_BY = (
    "Made by `make validate CORPUS=FOLDER`, where FOLDER holds the real files. The tests assert every bound of this page "
    "from the same rows."
)

READING = (
    "Runs in the tables of published numbers are half an hour on the level at one speed, without cadence and, where the "
    "source tells no mean height, without a height. They go through the same steps as a file does (measure, calibrate, "
    "express); duty factor, contact time and the force of a plate trial are asked of the functions that give them. A row "
    "without a bound is printed for its difference alone."
)

REPRODUCTION = (
    "Our cadence lines were fitted to these means, and our duty factor interpolates the first of them. Agreement guards the "
    "code against slips; of runners it proves nothing."
)

TRENDS = "Monotone in speed: the least change from each 0.1 m/s to the next, in the direction that it must have."

PLATES = (
    "Peak force by our formula from contact time and cadence that force plates measured, beside the peak that they "
    "measured. The shape factor 1.75 was chosen with these three trials in view, so this shows how far two runners lie from "
    "one factor, and no more."
)

VALIDATION = (
    "Nothing of ours was fitted to these numbers, but for what a row says of itself. Munro's numbers are from memory: that they "
    "agree is worth what that memory is worth."
)

CORPUS_INTEGRAL = (
    "Footfalls by the integral of recorded cadence, beside twice the stride total of the device itself. A header is sane "
    "when twice its strides over its timer is 120-210 steps/min, its distance over twice its strides 0.5-1.6 m, and less "
    "than 5 % of it is paused: decided from the header alone. The device's total is never handed back as our count; it has "
    "a say only in whether the file counts steps or strides. How dropouts are bridged was chosen while looking at these "
    "same files (docs/science.md), so this part shows that nothing has slipped since, more than that the choice was right."
)

CORPUS_WITHHELD = (
    "The same runs with cadence, second sensors and stride totals taken away and the height unknown: whether the interval "
    "that the published lines give holds the count from the run's own recorded cadence. A run in several recordings counts "
    "once, by its richest; runs with a known distance and with at least 90 % of their count from recorded cadence all take "
    "part."
)

NOT_SANE = "Recordings whose header is not sane, shown and not counted:"

NOT_WRITTEN = "The corpus of real files is not at hand, so this part has not been written yet: `make validate CORPUS=FOLDER`."


def opening(sources: int, persons: int, plate_persons: int, trials: int, independent: int) -> str:
    """What the four words mean and what each rests on.

    sources, persons        of the reproduction, persons where their number is known.
    plate_persons, trials   of the plates.   independent   persons of the validation.
    """
    return (
        f"*Reproduction* compares with what the model was fitted to or interpolates ({sources} sources; {persons} persons, "
        "and Hoeger's, whose number is not known to us): it guards the code, and agreement there proves nothing. *Plates* "
        f"compares with force that plates measured ({trials} trials of {plate_persons} runners: too few to speak of anybody "
        f"else). *Validation* compares with sources to which nothing was fitted ({independent:,} persons), and every miss is "
        "shown. *Corpus* does so with real files of watches, none of which belongs to the project; how many is said there, "
        "and who ran is not known, several of them likely the same person. No force at the low back is compared with "
        "anything: no study measured it in running across speeds."
    )


def corpus_size(recordings: int, files: int, projects: int) -> str:
    """What the corpus part rests on."""
    return (
        f"{recordings} recordings with a recorded cadence, in {files} files that {projects} public projects keep for their "
        "own tests. They are named by their path there."
    )


def left_out(folder: str) -> str:
    """Said on the screen where the corpus is not at hand."""
    return f"The corpus part is left out: {folder} is no folder. What docs/validation.md says of it stays as it was."


def cite(source: Source) -> str:
    """A source in one line: who, where, how many."""
    who = source.who if source.persons is None else f"{source.persons} {source.who}"
    return f"{source.cited} ({source.where}; {who})"
