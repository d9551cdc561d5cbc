"""Who is in the made-up squad, and what there is to see in each of them."""

from dataclasses import dataclass
from enum import Enum

from sampledata.place import NORTH_SEA, PACIFIC, Place
from sampledata.runner import Stride


class Trouble(Enum):
    """What a coach shall find in a member's folder."""

    NONE = "nothing stands out"
    SPIKE = "the last long run is far longer than any before it"
    RED_FLAG = "a sign of tier F2 in the diary of the last week"
    EARLY_PAIN = "pain in most runs, from minute 15 to 20 on"
    SILENT = "nothing sent in the last two weeks"
    BROKEN_FILE = "one file of the last week is damaged"
    BROKEN_DIARY = "the diary cannot be read"
    NO_DIARY = "there is no diary"


class Gear(Enum):
    """What a member records with."""

    WATCH = "watch with chest strap"
    BARE_WATCH = "watch alone"
    PHONE = "phone"
    OLD_WATCH = "old watch"
    SEVERAL = "whatever is charged"


@dataclass(frozen=True, slots=True)
class Member:
    """One athlete.

    folder         of her files; the `id` in athlete.toml.   share   as athlete.toml has it.
    body_mass_kg, height_m   None = she does not say.
    weekly_km      of a usual week.  [km]   runs_per_week   unless the number of runs is given.
    """

    folder: str
    name: str
    share: str
    trouble: Trouble
    gear: Gear
    stride: Stride
    weekly_km: float
    runs_per_week: int
    body_mass_kg: float | None
    height_m: float | None
    place: Place = NORTH_SEA

    @property
    def athlete_toml(self) -> str:
        """The text of her athlete.toml."""
        told = {"body_mass_kg": self.body_mass_kg, "height_m": self.height_m}
        return "".join(
            (
                "# Made up, like everybody and everything in this squad: docs/sample-data.md\n",
                f'id = "{self.folder}"\nname = "{self.name}"\n',
                *(f"{key} = {value:g}\n" for key, value in told.items() if value is not None),
                f'timezone = "{self.place.timezone}"\nshare = "{self.share}"\n',
            )
        )


_NAMES = (
    *("Ada", "Bram", "Chloé", "Dev", "Edda", "Femi", "Greta", "Hana", "Ivo", "Jun", "Kofi", "Łucja", "Mats", "Nia"),
    *("Oona", "Pablo", "Quinn", "Rosa", "Sven", "Tala", "Ugo", "Vera", "Wim", "Xenia", "Yusuf", "Zoë", "Anouk", "Björn"),
    *("Carys", "Dilan", "Elif", "Flora", "Goran", "Heike", "Irma", "Jorge", "Kaja", "Leon", "Maud", "Nils", "Otis", "Petra"),
    *("Rafa", "Suri", "Theo", "Uma", "Vito", "Wanda", "Yara", "Zeno"),
)
_PLAIN = str.maketrans("éŁłëöø", "eLleoo")
_TROUBLES = {
    1: Trouble.SPIKE,
    3: Trouble.EARLY_PAIN,
    5: Trouble.RED_FLAG,
    7: Trouble.SILENT,
    8: Trouble.BROKEN_FILE,
    10: Trouble.BROKEN_DIARY,
    12: Trouble.NO_DIARY,
}
_FAR_AWAY = 9
_WATCHES = {8, _FAR_AWAY}
SQUAD = 14
"""Members without another number being asked for; of more, every fourteen have the same to show."""

_SHARES = ("flags", "flags", "all", "pain", "none", "flags", "pain")
_GEARS = (Gear.WATCH, Gear.SEVERAL, Gear.PHONE, Gear.WATCH, Gear.BARE_WATCH, Gear.OLD_WATCH)
_STRIDES = (Stride(), Stride(1.12, -2.0), Stride(0.93, 4.0), Stride(1.05, 7.0), Stride(0.97, -5.0))
_MASSES_KG = (66.0, 74.0, None, 58.5, 81.0)
_HEIGHTS_M = (1.72, 1.81, 1.66, None)


def members(count: int = SQUAD) -> tuple[Member, ...]:
    """The first `count` of the squad; always the same ones."""
    return tuple(_member(number) for number in range(count))


def _member(number: int) -> Member:
    again, place = divmod(number, len(_NAMES))
    name = _NAMES[place] + (f" {again + 1}" if again else "")
    role = number % SQUAD
    return Member(
        folder=name.translate(_PLAIN).lower().replace(" ", "-"),
        name=name,
        share=_SHARES[role % len(_SHARES)],
        trouble=_TROUBLES.get(role, Trouble.NONE),
        gear=Gear.WATCH if role in _WATCHES else _GEARS[number % len(_GEARS)],
        stride=_STRIDES[number % len(_STRIDES)],
        weekly_km=24.0 + 3.0 * (number * 5 % 8),
        runs_per_week=3 + number % 2,
        body_mass_kg=_MASSES_KG[number % len(_MASSES_KG)],
        height_m=_HEIGHTS_M[number % len(_HEIGHTS_M)],
        place=PACIFIC if role == _FAR_AWAY else NORTH_SEA,
    )
