"""The squad's week in words and numbers ready to be laid out: what is shared and no more, because a `Member` holds no more."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from footfall.findings.finding import Severity
from footfall.history.history import OnsetState
from footfall.model.athlete import Share
from footfall.render.html.findings_view import GLYPHS
from footfall.render.html.words import clipped, day
from footfall.render.squad.content import Change, Member, Quality, Squad, WeekRun
from footfall.render.squad.spark import Spark, spark
from footfall.wording import form_of, say
from footfall.wording.numbers import counted, distance, distance_number, number, onset_minute, percent, plain, signed

BOLD_STEP_PCT = 10.0
BOLD_CHANGE_PCT = 30.0
STRONG_PAIN = 3.0
LONGEST_NAME = 40
"""Letters of a name in the table; the athlete's own page has more of it."""
_MOST_SITES = 2
_QUALITY = {Quality.RECORDED: ("recorded", "●"), Quality.INFERRED: ("inferred", "◐"), Quality.NONE: ("none", "○")}


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `small` stands beside the number; `strong` past a threshold; `mark` is `diamond` before an onset.

    columns   of a table that it takes up where cells can be joined; 0 = the one before speaks for it.
    """

    text: str
    small: str = ""
    strong: bool = False
    mark: str = ""
    columns: int = 1


@dataclass(frozen=True, slots=True)
class FlagView:
    """One flag of an athlete."""

    glyph: str
    severity: str
    word: str
    rule: str
    short: str
    reason: str
    question: str


@dataclass(frozen=True, eq=False)
class Row:
    """One athlete. `cells` in the order of the columns behind name and sparkline.

    is_silent   she is among those who sent no run.    hides_flags   she shares none, so that none says nothing.
    """

    name: str
    file: str
    spark: Spark
    cells: tuple[Cell, ...]
    flags: tuple[FlagView, ...]
    changes: str
    is_silent: bool
    hides_flags: bool

    @property
    def worst(self) -> str:
        """Name of the most pressing severity; blank without a flag."""
        order = [severity.value for severity in Severity]
        return min((flag.severity for flag in self.flags), key=order.index, default="")


def rows(squad: Squad, files: Sequence[str]) -> tuple[Row, ...]:
    """In the order of the members.   files   the name of each one's page."""
    return tuple(row(squad, member, file) for member, file in zip(squad.members, files, strict=True))


def row(squad: Squad, member: Member, file: str) -> Row:
    """One athlete."""
    changes = {change for one in squad.since if one.name == member.name for change in (one.change,)}
    first = next((change for change in Change if change in changes and change is not Change.CLEARED), None)
    return Row(
        name=clipped(member.name, LONGEST_NAME),
        file=file,
        spark=spark(member.weeks),
        cells=cells(member),
        flags=tuple(flags(member)),
        changes="" if first is None else say(f"weekly.change.{first.name.lower()}"),
        is_silent=any(one.name == member.name for one in squad.silent),
        hides_flags=member.share is Share.NONE,
    )


def flags(member: Member) -> list[FlagView]:
    """Each flag with its sign and its word."""
    return [
        FlagView(
            glyph=GLYPHS[flag.severity],
            severity=flag.severity.value,
            word=say(f"page.severity.{flag.severity.value}"),
            rule=flag.rule,
            short=short(flag.rule),
            reason=clipped(flag.reason, 400),
            question=clipped(flag.question, 400),
        )
        for flag in member.flags
    ]


def cells(member: Member) -> tuple[Cell, ...]:
    """Distance, runs, longest with its share, load against normal, step, pain with site, onset, diary, days since, data."""
    told = member.numbers
    none = member.share is Share.NONE
    hidden = Cell(say("weekly.not-shared.short"))
    return (
        Cell(_distance(told.distance_km)),
        Cell(number(told.runs)),
        Cell(_distance(told.longest_run_km), "" if told.longest_share is None else percent(told.longest_share)),
        Cell(_signed(told.change_vs_4wk_median_pct), strong=_past(told.change_vs_4wk_median_pct, BOLD_CHANGE_PCT)),
        Cell(_signed(told.session_spike_pct), strong=_past(told.session_spike_pct, BOLD_STEP_PCT)),
        pain_cell(member) if member.shares_pain else Cell("", not_shared(member), columns=2),
        onset_cell(member) if member.shares_pain else replace(hidden, columns=0),
        hidden if none else Cell("?" if told.diary_days is None else number(told.diary_days)),
        Cell(number(told.days_since_last_run)),
        Cell(_QUALITY[member.data_quality][1], quality_word(member)),
    )


def short(rule: str) -> str:
    """A rule in two or three words, for whoever does not know the codes."""
    return say(f"weekly.short.{rule}")


def not_shared(member: Member) -> str:
    """What stands in the place of pain."""
    return say("weekly.not-shared.all" if member.share is Share.NONE else "weekly.not-shared")


def pain_cell(member: Member) -> Cell:
    """Worst pain of the week, with the first sites."""
    worst = member.numbers.max_pain
    sites = [site.replace("_", " ") for site in member.sites]
    more = f" +{len(sites) - _MOST_SITES}" if len(sites) > _MOST_SITES else ""
    small = ", ".join(sites[:_MOST_SITES]) + more
    return Cell("?" if worst is None else plain(worst), small, strong=worst is not None and worst >= STRONG_PAIN)


def onset_cell(member: Member) -> Cell:
    """The earliest onset of the week; `none` where every run that was written of was free of pain."""
    minute = member.numbers.onset_min
    if minute is not None:
        return Cell(say("weekly.at-start") if minute == 0 else onset_minute(minute), mark="diamond")
    return Cell(say("weekly.none") if any(run.onset == OnsetState.NONE for run in member.runs) else "?")


def run_onset(run: WeekRun) -> str:
    """Of one run."""
    if run.onset == OnsetState.AT_START:
        return say("weekly.at-start")
    if run.onset == OnsetState.NONE:
        return say("weekly.none")
    return "?" if run.onset_min is None else onset_minute(run.onset_min)


def quality_word(member: Member) -> str:
    """What the week's numbers rest on."""
    return say(f"weekly.quality.{_QUALITY[member.data_quality][0]}")


def title(squad: Squad) -> str:
    """The message of the page: how many are flagged, and how many sent no run."""
    flagged = sum(bool(member.flags) for member in squad.members)
    silent = len(squad.silent)
    if flagged and silent:
        return say("weekly.title.flagged", flagged=_in_words(flagged), silent=_in_words(silent).lower())
    if flagged:
        return say("weekly.title.flagged.only", flagged=_in_words(flagged))
    return say("weekly.title.silent.only", silent=_in_words(silent).lower()) if silent else say("weekly.title.none")


def when(squad: Squad) -> str:
    """The week by name and by its days."""
    return say("weekly.week.long", week=squad.label, start=day(squad.start), end=f"{day(squad.end)} {squad.end.year}")


def in_all(squad: Squad) -> tuple[str, ...]:
    """Who ran how much, against the week before; flags by how pressing they are; diaries."""
    ran = sum(bool(member.numbers.runs) for member in squad.members)
    athletes = counted(len(squad.members), "athlete")
    said = []
    if ran:
        far = say("weekly.in-all.no-distance") if squad.distance_km is None else distance(squad.distance_km * 1000, 0)
        said.append(say("weekly.in-all", athletes=athletes, ran=number(ran), runs=counted(squad.runs, "run"), distance=far))
        said += [] if squad.distance_km is None else _against(squad.distance_km, squad.distance_km_before)
    else:
        said.append(say("weekly.in-all.no-run", athletes=athletes))
    often = Counter(flag.severity for member in squad.members for flag in member.flags)
    if often:
        said.append(f"{', '.join(_flags_of(one, often[one]) for one in Severity if often[one])}.")
    else:
        sent = len(squad.members) - len(squad.silent)
        said.append(say("weekly.in-all.no-one", sent=number(sent), members=number(len(squad.members))))
    hidden = sum(member.share is Share.NONE for member in squad.members)
    if hidden:
        said.append(say(form_of("weekly.in-all.hidden", hidden), count=number(hidden)))
    if squad.diary_days_of:
        said.append(say("weekly.in-all.diaries", days=number(squad.diary_days), of=number(squad.diary_days_of)))
    return tuple(said)


def since(squad: Squad) -> tuple[tuple[str, str], ...]:
    """Each change with the athletes and the rules that it is about."""
    found = []
    for change in Change:
        codes: dict[str, list[str]] = {}
        for one in squad.since:
            if one.change is change:
                codes.setdefault(one.name, []).append(one.rule)
        if codes:
            who = ", ".join(f"{clipped(name, LONGEST_NAME)} ({', '.join(map(short, rules))})" for name, rules in codes.items())
            found.append((say(f"weekly.change.{change.name.lower()}"), who))
    return tuple(found)


def notes(squad: Squad) -> tuple[tuple[str, str], ...]:
    """What is to be put right, by name; blank for what belongs to nobody."""
    told = [("", clipped(note, 300)) for note in squad.problems]
    return (
        *told,
        *((clipped(member.name, LONGEST_NAME), clipped(note, 300)) for member in squad.members for note in member.notes),
    )


def made(squad: Squad, as_of: dt.date) -> str:
    """Version, model and digest of the inputs."""
    values = {"version": squad.version, "model": squad.load_model, "digest": squad.inputs_sha256[:12]}
    return say("weekly.made", as_of=as_of.isoformat(), **values)


def _against(now_km: float, before_km: float | None) -> list[str]:
    if before_km is None:
        return []
    change = now_km - before_km
    if abs(change) < 0.5:
        return [f"{say('weekly.same').capitalize()}."]
    word = "weekly.more" if change > 0 else "weekly.fewer"
    return [f"{say(word, distance=distance(abs(change) * 1000, 0))}."]


def _flags_of(severity: Severity, count: int) -> str:
    key = f"weekly.in-all.{severity.value}"
    bends = severity not in (Severity.EMERGENCY, Severity.URGENT)
    return say(form_of(key, count) if bends else key, count=number(count))


def _in_words(count: int) -> str:
    names = say("weekly.number.words").split("|")
    return names[count] if count < len(names) else number(count)


def _distance(kilometres: float | None) -> str:
    return distance_number(None if kilometres is None else kilometres * 1000)


def _signed(value: float | None) -> str:
    return signed(value)


def _past(value: float | None, bound: float) -> bool:
    return value is not None and value > bound
