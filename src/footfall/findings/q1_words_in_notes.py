"""Q1: words for a red-flag sign in a note, as a question: the runner alone can say whether it is one."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from footfall.findings.finding import Confidence, Evidence, Finding, Outcome, Severity
from footfall.findings.need import not_enough
from footfall.findings.red_flags import any_open, pressing_open
from footfall.findings.symptom_words import heard
from footfall.history.history import History
from footfall.model.diary import RED_FLAGS, DiaryEntry
from footfall.wording import say
from footfall.wording.numbers import counted, date, number
from footfall.wording.sentence import Sentence

ASKED_FOR = dt.timedelta(days=60)
"""Notes older than this are not asked about: what is still there is written again, and a diary of years would only ask."""

ORDER = list(RED_FLAGS)


@dataclass(frozen=True, slots=True)
class Note:
    """One free text. line   row of the diary, 0 for what came with a file; path   the file."""

    day: dt.date
    line: int
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """One sign that notes may speak of: the notes with their quotes, by day."""

    code: str
    notes: tuple[tuple[Note, str], ...]


class WordsInNotes:
    """Words for a sign in notes."""

    code = "Q1"
    title = Sentence("rule.Q1.title")
    source = Sentence("rule.Q1.source")

    def check(self, history: History) -> Outcome:
        """See the page of the rule."""
        notes = sorted(_notes(history), key=lambda note: (note.day, note.line))
        if not notes:
            raise not_enough("notes", days=number(ASKED_FOR.days))
        findings = tuple(_finding(history, asked) for asked in _open(history, notes))
        told = {"notes": counted(len(notes), "note"), "days": number(ASKED_FOR.days)}
        quiet = say("red-flags.other-open") if pressing_open(history) else say("rule.Q1.quiet", **told)
        return Outcome(findings, quiet)


def _notes(history: History) -> Iterator[Note]:
    """Every free text of the last 60 days: notes, columns that the diary has of its own, and what came with the runs."""
    since = history.as_of - ASKED_FOR
    for day in history.days[-ASKED_FOR.days - 1 :]:
        if day.date < since:
            continue
        for entry in day.entries:
            texts = [entry.note, *entry.extra.values()]
            yield from (Note(day.date, entry.source_line, entry.path, text) for text in texts if text)
        for outing in day.outings:
            for run in outing.runs:
                yield from (Note(day.date, 0, run.files[0].path, text) for text in (run.name, run.description) if text)


def _open(history: History, notes: Sequence[Note]) -> list[_Asked]:
    """Signs that no row has answered, the most pressing first."""
    rows = history.entries
    spoken: dict[str, list[tuple[Note, str]]] = {}
    for note in notes:
        for one in heard(note.text):
            if not _answered(one.code, note, rows):
                spoken.setdefault(one.code, []).append((note, one.quote))
    return [_Asked(code, tuple(spoken[code])) for code in ORDER if code in spoken]


def _answered(code: str, note: Note, rows: Sequence[DiaryEntry]) -> bool:
    """True where the sign is ticked as the note is written or from then on, or a row from then on says `resolved`."""
    ticked = False
    for row in rows:
        if (row.day, row.source_line) < (note.day, note.line):
            ticked = (ticked or code in row.red_flags) and not row.red_flags_resolved
        elif code in row.red_flags or row.red_flags_resolved:
            return True
    return ticked


def _finding(history: History, asked: _Asked) -> Finding:
    note, quote = asked.notes[-1]
    code, tier = asked.code, RED_FLAGS[asked.code]
    name = say(f"flag.{code}.name")
    if_not = say("rule.Q1.if-not.flags-open" if any_open(history) else "rule.Q1.if-not", code=code)
    return Finding(
        rule="Q1",
        title=WordsInNotes.title,
        run_id=None,
        date=note.day,
        severity=Severity.WARNING,
        confidence=Confidence.LOW,
        headline=say("rule.Q1.headline", date=date(note.day), quote=quote, name=name[0].lower() + name[1:]),
        evidence=(
            *(Evidence(_place(one), say("rule.Q1.evidence.quote", quote=text)) for one, text in reversed(asked.notes)),
            Evidence(name, say("evidence.list-item", code=code, means=say(f"flag.{code}.means"))),
        ),
        suggestion=say("rule.Q1.suggestion", help=say(f"help.{tier}"), code=code, if_not=if_not),
        how_sure=say("rule.Q1.how-sure"),
        source=WordsInNotes.source,
        asks=True,
    )


def _place(note: Note) -> str:
    if note.line == 0:
        return say("rule.Q1.evidence.run", date=date(note.day))
    return say("red-flags.unread.row-dated", row=note.line, path=note.path, date=date(note.day))
