"""A Garmin-shaped account export: zips inside a zip, most of their files no activity, and summaries in JSON.

Shape after what public readers of such exports expect and issue threads tell (dreeve#2353, garmin-grafana#177 and #191,
tempo#224): DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part1.zip with files named by mail address and upload, not by
activity; DI_CONNECT/DI-Connect-Fitness/ADDRESS_0_summarizedActivities.json and _gear.json.
"""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sampledata.draws import Draws
from sampledata.exports.archive import zipped
from sampledata.exports.days import Days
from sampledata.exports.garmin_tables import Summary, around, gear, summaries
from sampledata.exports.not_activities import ROUND, file_of
from sampledata.exports.other_sports import Outing, Sport
from sampledata.exports.recordings import STOCK, Kept, Run, is_indoors
from sampledata.exports.strava_table import Language
from sampledata.exports.triathlon import CHANGE_S, RIDE_S, SWIM_S, Triathlon
from sampledata.exports.truth import PlantedRun, Truth
from sampledata.exports.words import name_of, shoes_of, text_of
from sampledata.plan import Kind

FIRST_DAY = dt.date(2022, 3, 1)
MAIL = "sam@example.org"
_UPLOADS = "DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part{part}.zip"
_FITNESS = "DI_CONNECT/DI-Connect-Fitness/"
_KINDS = {
    Sport.CYCLING: ("cycling", "CYCLING"),
    Sport.WALKING: ("walking", "WALKING"),
    Sport.HIKING: ("hiking", "HIKING"),
    Sport.SWIMMING: ("lap_swimming", "SWIMMING"),
    Sport.TRAINING: ("strength_training", "FITNESS_EQUIPMENT"),
}
_TURN = (Kept.FIT_SMART, Kept.FIT_DENSE, Kept.FIT_SMART, Kept.FIT_BARE)


@dataclass(frozen=True, slots=True)
class GarminSize:
    """How many of what.

    runs             with one FIT each.             manual   typed by hand: a summary alone.
    unlisted         files whose summary the runner deleted, or never had.
    again            the same bytes in both parts.  in_three   runs as FIT, GPX and TCX, the latter two uploaded by hand.
    in_two           runs as FIT and TCX.
    others           rides, walks, hikes, swims, weights.    triathlons   one file of three sports each.
    not_activities   monitoring, sleep, settings …           texts   files of no kind, as some uploads become.
    """

    runs: int = 18
    manual: int = 2
    unlisted: int = 2
    again: int = 3
    in_three: int = 2
    in_two: int = 1
    others: int = 8
    triathlons: int = 1
    not_activities: int = 42
    texts: int = 2


def garmin_export(
    seed: int,
    language: Language,
    size: GarminSize = GarminSize(),
    first_day: dt.date = FIRST_DAY,
) -> tuple[bytes, Truth, tuple[Run, ...]]:
    """One account's export, what is in it, and its runs that a watch kept every second: what other accounts hold as well."""
    account = _Account(seed, language, first_day, size)
    account.live()
    return account.zip(), account.truth(), tuple(account.dense)


@dataclass
class _Account:
    seed: int
    language: Language
    first_day: dt.date
    size: GarminSize
    parts: tuple[dict[str, bytes], dict[str, bytes]] = field(default_factory=lambda: ({}, {}))
    listed: list[Summary] = field(default_factory=list)
    runs: list[PlantedRun] = field(default_factory=list)
    first_uploads: list[tuple[int, str]] = field(default_factory=list)
    dense: list[Run] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)
    logged_others: Counter[str] = field(default_factory=Counter)
    not_activities: Counter[str] = field(default_factory=Counter)
    other_recordings: int = 0

    def __post_init__(self) -> None:
        self.draws = Draws(self.seed, "garmin", self.language.value, self.first_day)
        self.days = Days(self.first_day, self.draws)
        self.uploads = 0

    def live(self) -> None:
        """Everything that happens in this account."""
        size = self.size
        for number in range(size.runs):
            self.run(self.new_run(number), _TURN[number % len(_TURN)])
            for _ in range(_share(size.others, number, size.runs)):
                self.other(self.uploads)
            for _ in range(_share(size.not_activities, number, size.runs)):
                self.not_activity(sum(self.not_activities.values()))
        for number in range(size.manual):
            self.manual(number)
        for number in range(size.in_three + size.in_two):
            self.run(self.new_run(number, outdoors=True), Kept.FIT_SMART)
            self.by_hand(Kept.TCX)
            if number < size.in_three:
                self.by_hand(Kept.GPX)
        for number in range(size.unlisted):
            self.run(self.new_run(number), Kept.FIT_SMART)
            self.listed.pop()
            planted = self.runs[-1]
            self.runs[-1] = replace(planted, names=(), shoes=(), descriptions=(), logged=False)
        for _ in range(size.triathlons):
            self.triathlon(Triathlon(self.days.next()))
        for number in range(size.again):
            self.again(number)
        for number in range(size.texts):
            self.keep(b"[GarminDevice]\nuploaded=%d\n" % number, ".txt")

    def new_run(self, number: int, outdoors: bool = False) -> Run:
        """The next run of the stock on the next free moment."""
        stock = (number + self.draws.integer(0, 3)) % STOCK
        while outdoors and is_indoors(stock):
            stock = (stock + 1) % STOCK
        return Run(stock, self.days.next())

    def run(self, run: Run, kept: Kept) -> None:
        """A run with its file and its summary."""
        name, text, shoes = name_of(self.language, self.draws), text_of(self.language, self.draws), shoes_of(self.draws)
        motion = run.motion
        kind = {Kind.TREADMILL: "treadmill_running", Kind.HILLS: "trail_running"}.get(motion.planned.kind, "running")
        member = self.keep(run.file(kept), kept.suffix)
        self.first_uploads.append((len(self.runs), member))
        self.list_run(run, kind, name, text, shoes, None)
        self.plant(run, name, text, shoes, member)
        if kept is Kept.FIT_DENSE:
            self.dense.append(run)
        self.last = run

    def list_run(self, run: Run, kind: str, name: str, text: str, shoes: str, parent_id: int | None) -> None:
        """Its summary."""
        motion = run.motion
        self.listed.append(
            Summary(
                id=self.number(),
                start=run.start,
                name=name,
                kind=kind,
                sport="RUNNING",
                timer_s=motion.timer_s,
                elapsed_s=motion.elapsed_s,
                distance_m=motion.distance_m,
                footfalls=motion.footfalls,
                ascent_m=motion.ascent_m,
                heart_rate_bpm=148.0,
                shoes=shoes,
                description=text,
                parent_id=parent_id,
            )
        )

    def plant(self, run: Run, name: str, text: str, shoes: str, member: str) -> None:
        """What is known of it."""
        motion = run.motion
        self.runs.append(
            PlantedRun(
                start=run.start,
                timer_s=motion.timer_s,
                distance_m=motion.distance_m,
                footfalls=motion.footfalls,
                names=(name,),
                shoes=(shoes,) if shoes else (),
                descriptions=(text,) if text else (),
                members=(member,),
            )
        )

    def by_hand(self, kept: Kept) -> None:
        """The last run once more, uploaded by hand in another format."""
        member = self.keep(self.last.file(kept, self.runs[-1].names[0]), kept.suffix)
        self.runs[-1] = replace(self.runs[-1], members=(*self.runs[-1].members, member))
        self.other_recordings += 1

    def again(self, number: int) -> None:
        """The same bytes in the other part, under another number."""
        run, member = self.first_uploads[number]
        mine = next(part for part in range(len(self.parts)) if member.startswith(_UPLOADS.format(part=part + 1)))
        name = self.name(".fit")
        self.parts[1 - mine][name] = self.parts[mine][member.rsplit("/", 1)[1]]
        copy = f"{_UPLOADS.format(part=2 - mine)}/{name}"
        self.runs[run] = replace(self.runs[run], members=(*self.runs[run].members, copy))

    def manual(self, number: int) -> None:
        """A run typed by hand, at a full minute."""
        start = self.days.next().replace(second=0)
        name, shoes = name_of(self.language, self.draws), shoes_of(self.draws)
        metres, seconds = 1000.0 * (5 + number % 5), 60.0 * (30 + 5 * (number % 5))
        kind = "treadmill_running" if number % 2 else "running"
        self.listed.append(
            Summary(self.number(), start, name, kind, "RUNNING", seconds, seconds, metres, shoes=shoes, manual=True)
        )
        self.runs.append(PlantedRun(start, seconds, metres, None, (name,), (shoes,) if shoes else ()))

    def other(self, number: int) -> None:
        """A ride, walk, hike, swim or weights."""
        sport = tuple(_KINDS)[number % len(_KINDS)]
        outing = Outing(sport, number % 3, self.days.next())
        self.keep(outing.fit(), ".fit")
        self.others[sport.value] += 1
        self.list_other(sport, outing.start, outing.timer_s, outing.distance_m or None, None)

    def list_other(self, sport: Sport, start: dt.datetime, seconds: float, metres: float | None, parent_id: int | None) -> None:
        """Its summary."""
        kind, of_sport = _KINDS[sport]
        name = kind.replace("_", " ").capitalize()
        self.listed.append(
            Summary(
                self.number(), start, name, kind, of_sport, seconds, seconds, metres, heart_rate_bpm=128.0, parent_id=parent_id
            )
        )
        self.logged_others[sport.value] += 1

    def triathlon(self, race: Triathlon) -> None:
        """One file of three sports; the account lists the whole and each leg."""
        member = self.keep(race.fit(), ".fit")
        run, swim, ride = race.run, Sport.SWIMMING, Sport.CYCLING
        whole_s = SWIM_S + RIDE_S + run.motion.timer_s
        metres = SWIM_S * swim.ways.speed_m_s + RIDE_S * ride.ways.speed_m_s + run.motion.distance_m
        whole = Summary(
            self.number(),
            race.start,
            "Triathlon",
            "multi_sport",
            "MULTISPORT",
            whole_s + 2 * CHANGE_S,
            whole_s + 2 * CHANGE_S,
            metres,
            parent=True,
        )
        self.listed.append(whole)
        self.list_other(swim, race.start, SWIM_S, SWIM_S * swim.ways.speed_m_s, whole.id)
        self.list_other(ride, race.ride_start, RIDE_S, RIDE_S * ride.ways.speed_m_s, whole.id)
        self.list_run(run, "running", "Triathlon: run", "", "", whole.id)
        self.plant(run, "Triathlon: run", "", "", member)

    def not_activity(self, number: int) -> None:
        """A file that is no activity."""
        kind = ROUND[number % len(ROUND)]
        at = dt.datetime.combine(self.days.day, dt.time(3), dt.UTC)
        self.keep(file_of(kind, number, at), ".fit")
        self.not_activities[kind.name.lower()] += 1

    def keep(self, data: bytes, suffix: str) -> str:
        """Put a file into one of the parts; returns its path in the export."""
        part, name = self.uploads % 2, self.name(suffix)
        self.parts[part][name] = data
        return f"{_UPLOADS.format(part=part + 1)}/{name}"

    def name(self, suffix: str) -> str:
        """Of the next upload."""
        self.uploads += 1
        return f"{MAIL}_{44_000_000_000 + 6151 * self.uploads + self.draws.integer(0, 6000)}{suffix}"

    def number(self) -> int:
        """Of the next activity."""
        return 9_000_000_000 + 104_729 * len(self.listed) + self.draws.integer(0, 100_000)

    def zip(self) -> bytes:
        """The whole export."""
        fitness = {_FITNESS + name: data for name, data in summaries(MAIL, self.listed).items()}
        uploads = {_UPLOADS.format(part=part + 1): zipped(files) for part, files in enumerate(self.parts)}
        tables: Mapping[str, bytes] = {f"{_FITNESS}{MAIL}_gear.json": gear(self.listed), **around(MAIL)}
        return zipped({**fitness, **tables, **uploads})

    def truth(self) -> Truth:
        """What all this amounts to."""
        return Truth(
            runs=tuple(sorted(self.runs, key=lambda run: run.start)),
            others=dict(self.others),
            logged_others=dict(self.logged_others),
            not_activities=dict(self.not_activities),
            other_legs=2 * self.size.triathlons,
            same_bytes=self.size.again,
            other_recordings=self.other_recordings,
            unknown={"json": 1 + len(around(MAIL)), "txt": self.size.texts},
        )


def _share(total: int, number: int, rounds: int) -> int:
    """How many of `total` fall to that one of the rounds, so that all of them are dealt evenly."""
    return (number + 1) * total // rounds - number * total // rounds
