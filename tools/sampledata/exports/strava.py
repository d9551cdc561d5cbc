"""A Strava-shaped bulk export: activities.csv, activities/, media/ and the tables nobody asked for."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sampledata.draws import Draws
from sampledata.exports.archive import gz, zipped
from sampledata.exports.days import Days
from sampledata.exports.other_sports import Outing, Sport
from sampledata.exports.recordings import STOCK, Kept, Run, is_indoors
from sampledata.exports.strava_around import route, tables
from sampledata.exports.strava_table import Language, Row, Type, Vintage, activities_csv, type_text
from sampledata.exports.truth import PlantedRun, Truth
from sampledata.exports.words import BIKE, SHOES, name_of, shoes_of, text_of

FIRST_DAY = dt.date(2024, 1, 3)
_PHOTO = bytes.fromhex("ffd8ffe000104a46494600010100000100010000") + bytes(range(256)) * 4 + b"\xff\xd9"
_TYPES = {
    Sport.CYCLING: Type.RIDE,
    Sport.WALKING: Type.WALK,
    Sport.HIKING: Type.HIKE,
    Sport.SWIMMING: Type.SWIM,
    Sport.TRAINING: Type.WEIGHTS,
}


@dataclass(frozen=True, slots=True)
class StravaSize:
    """How many of what.

    runs      with one file each, the ways of keeping them in turn.      manual   typed by hand: no file.
    twice     uploaded by the watch and by the phone: two activities.
    busy_days days with three runs of the same length, the second four minutes after the first.
    others    rides, walks, hikes, swims and weights with a file.        weights  without one.
    cropped   runs shortened in Strava: the row is, the file is not.     broken   files of each kind of damage.
    photos, routes   pictures; ways drawn on the map and never run.
    """

    runs: int = 18
    manual: int = 3
    twice: int = 3
    busy_days: int = 1
    others: int = 8
    weights: int = 2
    cropped: int = 1
    broken: int = 1
    photos: int = 3
    routes: int = 2


_TURN = (
    *(Kept.FIT_SMART, Kept.GPX_PHONE, Kept.FIT_DENSE, Kept.TCX_INDENTED, Kept.FIT_BARE, Kept.GPX_STEPS, Kept.FIT_SMART),
    *(Kept.FIT_DENSE, Kept.GPX, Kept.FIT_SMART, Kept.TCX),
)
_SECONDS = (Kept.GPX_PHONE, Kept.GPX_STEPS, Kept.TCX_INDENTED)


def strava_export(
    seed: int,
    language: Language,
    vintage: Vintage = Vintage.RECENT,
    size: StravaSize = StravaSize(),
    first_day: dt.date = FIRST_DAY,
    synced: Sequence[Run] = (),
) -> tuple[bytes, Truth]:
    """One account's export.

    synced  runs of another account that were uploaded here as well: the same FIT files, kept as .fit.gz.
    """
    account = _Account(seed, language, first_day, size)
    account.live()
    for run in synced:
        account.run(run, Kept.FIT_DENSE, always_packed=True)
    rows = sorted(account.rows, key=lambda row: row.start)
    around = {"activities.csv": activities_csv(rows, language, vintage), **tables(account.photos)}
    media = {f"media/{name}": _PHOTO for name in account.photos}
    return zipped({**around, **account.files, **media}), account.truth(len(around) - 1 - account.json_tables)


@dataclass
class _Account:
    seed: int
    language: Language
    first_day: dt.date
    size: StravaSize
    rows: list[Row] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    photos: list[str] = field(default_factory=list)
    runs: list[PlantedRun] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)
    logged_others: Counter[str] = field(default_factory=Counter)
    other_recordings: int = 0
    salvaged: dict[str, str] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    json_tables: int = 1

    def __post_init__(self) -> None:
        self.draws = Draws(self.seed, "strava", self.language.value, self.first_day)
        self.days = Days(self.first_day, self.draws)

    def live(self) -> None:
        """Everything that happens in this account."""
        size = self.size
        for number in range(size.runs):
            self.run(self.new_run(number), _TURN[number % len(_TURN)])
            if number * size.manual // size.runs != (number + 1) * size.manual // size.runs:
                self.manual(number)
            if number * size.others // size.runs != (number + 1) * size.others // size.runs:
                self.other(len(self.files))
        for number in range(size.twice):
            self.run(self.new_run(number, outdoors=True), Kept.FIT_SMART)
            self.second(_SECONDS[number % len(_SECONDS)])
        for number in range(size.busy_days):
            morning, evening = self.days.two_in_a_day()
            first = Run(number % 4, morning)
            after = morning + dt.timedelta(seconds=first.motion.elapsed_s + 240)
            for start in (morning, after, evening):
                self.run(Run(first.stock, start), Kept.FIT_SMART)
        for number in range(size.weights):
            self.weights(number)
        for number in range(size.cropped):
            self.run(self.new_run(number), Kept.FIT_SMART)
            last = self.rows[-1]
            self.rows[-1] = replace(last, **{name: 0.8 * getattr(last, name) for name in ("elapsed_s", "moving_s", "distance_m")})
        for number in range(size.broken):
            self.broken(number)
        for number in range(size.routes):
            self.files[f"routes/{3_100_000_000 + number}.gpx"] = route(number, self.language.value)

    def new_run(self, number: int, outdoors: bool = False) -> Run:
        """The next run of the stock on the next free moment."""
        stock = (number + self.draws.integer(0, 3)) % STOCK
        while outdoors and is_indoors(stock):
            stock = (stock + 1) % STOCK
        return Run(stock, self.days.next())

    def run(self, run: Run, kept: Kept, always_packed: bool = False) -> None:
        """A run with its file and its row."""
        if run.indoors and kept.suffix != ".fit":
            kept = Kept.FIT_SMART
        name, text, shoes = name_of(self.language, self.draws), text_of(self.language, self.draws), shoes_of(self.draws)
        data = run.file(kept, name)
        member = self.keep(data, kept.suffix, packed=always_packed or kept is not Kept.GPX)
        media = ""
        if len(self.photos) < self.size.photos:
            photo = f"{self.draws.integer(10**11, 10**12):012X}.jpg"
            self.photos.append(photo)
            media = f"media/{photo}"
        motion = run.motion
        steps = None if kept is Kept.GPX_PHONE else round(motion.footfalls)
        bare = kept in (Kept.GPX_PHONE, Kept.GPX_STEPS)
        self.rows.append(
            Row(
                id=self.number(),
                start=run.start,
                name=name,
                type=Type.RUN,
                elapsed_s=motion.elapsed_s,
                moving_s=motion.timer_s,
                distance_m=motion.distance_m,
                description=text,
                gear=shoes,
                filename=member,
                ascent_m=motion.ascent_m,
                heart_rate_bpm=None if bare else 148.0,
                cadence_rpm=None if kept is Kept.GPX_PHONE else 30 * motion.footfalls / motion.timer_s,
                steps=steps,
                media=media,
            )
        )
        self.runs.append(
            PlantedRun(
                start=run.start,
                timer_s=motion.timer_s,
                distance_m=motion.distance_m,
                footfalls=None if steps is None else motion.footfalls,
                names=(name,),
                shoes=(shoes,) if shoes else (),
                descriptions=(text,) if text else (),
                members=(member,),
            )
        )
        self.last = run

    def second(self, kept: Kept) -> None:
        """The last run once more: the phone in the pocket was started some seconds late, and its upload is named anew."""
        late_s = self.draws.integer(4, 20)
        name = name_of(self.language, self.draws)
        member = self.keep(self.last.file(kept, name, late_s), kept.suffix, packed=True)
        row, planted = self.rows[-1], self.runs[-1]
        start = row.start + dt.timedelta(seconds=late_s)
        again = replace(row, id=self.number(), start=start, name=name, description="", gear="", filename=member, media="")
        self.rows.append(replace(again, distance_m=1.006 * row.distance_m, heart_rate_bpm=None))
        self.runs[-1] = replace(planted, names=(*planted.names, name), members=(*planted.members, member))
        self.other_recordings += 1

    def manual(self, number: int) -> None:
        """A run typed by hand, at a full minute."""
        start = self.days.next().replace(second=0)
        kilometres, minutes = 4 + number % 7, 25 + 4 * (number % 8)
        name, shoes = name_of(self.language, self.draws), SHOES[number % len(SHOES)]
        kind = Type.VIRTUAL_RUN if number % 2 else Type.RUN
        metres, seconds = 1000.0 * kilometres, 60.0 * minutes
        self.rows.append(Row(self.number(), start, name, kind, seconds, seconds, metres, gear=shoes))
        self.runs.append(PlantedRun(start, seconds, metres, None, (name,), (shoes,)))

    def other(self, number: int) -> None:
        """A ride, walk, hike or swim with its file."""
        sport = tuple(_TYPES)[number % (len(_TYPES) - 1)]
        outing = Outing(sport, number % 3, self.days.next())
        recorded_by_phone = sport.ways.outdoors and number % 2 == 0
        data = outing.gpx("Out") if recorded_by_phone else outing.fit()
        member = self.keep(data, ".gpx" if recorded_by_phone else ".fit", packed=number % 3 > 0)
        self.others[sport.value] += 1
        self.log_other(outing, member)

    def weights(self, number: int) -> None:
        """Weights, of which Strava keeps a row alone."""
        self.log_other(Outing(Sport.TRAINING, number % 3, self.days.next()), "")

    def log_other(self, outing: Outing, member: str) -> None:
        """Its row."""
        kind = _TYPES[outing.sport]
        bike = BIKE if kind is Type.RIDE else ""
        seconds = float(outing.timer_s)
        name = type_text(kind, self.language)
        row = Row(self.number(), outing.start, name, kind, seconds, seconds, outing.distance_m, gear=bike, filename=member)
        self.rows.append(row)
        self.logged_others[outing.sport.value] += 1

    def broken(self, number: int) -> None:
        """One file cut off, one with a wrong checksum, one empty: the row still tells of each."""
        self.run(self.new_run(number, outdoors=True), Kept.FIT_DENSE)
        member = self.runs[-1].members[0]
        whole = self.last.file(Kept.FIT_DENSE)
        self.files[member] = self.packed(member, whole[: 7 * len(whole) // 10])
        self.salvaged[member] = "truncated"
        self.runs[-1] = replace(self.runs[-1], footfalls=None)
        self.run(self.new_run(number, outdoors=True), Kept.FIT_SMART)
        member = self.runs[-1].members[0]
        data = self.last.file(Kept.FIT_SMART)
        self.files[member] = self.packed(member, data[:-1] + bytes([data[-1] ^ 0x40]))
        self.salvaged[member] = "bad-checksum"
        self.run(self.new_run(number, outdoors=True), Kept.GPX)
        member = self.runs[-1].members[0]
        self.files[member] = b""
        self.failed[member] = "damaged"
        self.runs[-1] = replace(self.runs[-1], footfalls=None)

    def keep(self, data: bytes, suffix: str, packed: bool) -> str:
        """Put a file into activities/, under a number that is not the activity's; returns its path."""
        number = 12_000_000_000 + 7919 * len(self.files) + self.draws.integer(0, 7000)
        shown = suffix.upper() if number % 9 == 0 else suffix
        member = f"activities/{number}{shown}" + (".gz" if packed else "")
        self.files[member] = self.packed(member, data)
        return member

    def packed(self, member: str, data: bytes) -> bytes:
        """The bytes as they are kept under that name."""
        return gz(data) if member.endswith(".gz") else data

    def number(self) -> int:
        """Of the next activity."""
        return 10_000_000_000 + 104_729 * len(self.rows) + self.draws.integer(0, 100_000)

    def truth(self, csv_tables: int) -> Truth:
        """What all this amounts to."""
        return Truth(
            runs=tuple(sorted(self.runs, key=lambda run: run.start)),
            others=dict(self.others),
            logged_others=dict(self.logged_others),
            not_activities={"route": self.size.routes} if self.size.routes else {},
            other_recordings=self.other_recordings,
            salvaged=self.salvaged,
            failed=self.failed,
            unknown={"csv": csv_tables, "json": self.json_tables, "jpg": len(self.photos)},
        )
