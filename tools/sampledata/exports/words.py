"""What people call their runs, and what they write below: quotes, commas, line breaks and emoji as they come."""

from sampledata.draws import Draws
from sampledata.exports.strava_table import Language

_NAMES = {
    Language.ENGLISH: (
        *("Morning Run", "Evening Run", "Lunch Run", "Morning Run", "Parkrun #88, Bushy Park", 'The "easy" one', "5x1k 🔥🔥"),
        *("Ran w/ Ana & Bo; rain, wind", "🏃‍♀️", "Long run — 2h? no.", "<easy>", "=SUM(legs)", "Run"),
    ),
    Language.GERMAN: (
        *(
            "Lauf am Morgen",
            "Lauf am Abend",
            "Lauf zur Mittagszeit",
            "Lauf am Morgen",
            "Hügelläufe, Süßer Grund",
            "„Ganz locker“",
        ),
        *("Intervalle 6×800 m 🔥", "Regen; Wind; schön", "Mit Jürgen & Zoë", "Fünf Brücken, zwei Äpfel"),
    ),
    Language.FRENCH: (
        *(
            "Course à pied le matin",
            "Course à pied le soir",
            "Course à pied le midi",
            "Sortie longue, l'île",
            "« Facile »",
            "Fractionné 🐸",
        ),
        *("Entre les gouttes 💧", "Côtes ; vent de face", "L'été, enfin !", "Œuf dur & café"),
    ),
}
_TEXTS = {
    Language.ENGLISH: (
        "Legs felt fine.\nBack a bit stiff after km 4, eased off.",
        'He said "just 5k". It was 9, of course.',
        "Splits: 5:01, 4:58, 4:55\n\n---\nrain, 9°C, wind 3m/s from N",
        "🌧️🌧️☀️",
    ),
    Language.GERMAN: (
        "bewölkt, 0°C, Gefühlt -3°C, Luftfeuchtigkeit 80%\n---",
        "Rücken ab km 4 fest; dann „rund“.",
        "Beine müde, Kopf frei.\nNächstes Mal: langsamer los.",
    ),
    Language.FRENCH: (
        "Dos un peu raide après 4 km,\nensuite mieux.",
        'Il a dit « 5 km ». Ce fut 9, "évidemment".',
        "Nuageux, 11 °C ; vent 3 m/s",
    ),
}
SHOES = ("Nike Pegasus 40", "Hoka Speedgoat 5 (trail)", "ASICS Gel-Nimbus 25, blue")
BIKE = "Patria Terra"


def name_of(language: Language, draws: Draws) -> str:
    """What a run is called."""
    return draws.one_of(_NAMES[language])


def text_of(language: Language, draws: Draws) -> str:
    """What is written below it: mostly nothing, which is ""."""
    return draws.one_of(_TEXTS[language]) if draws.chance(0.3) else ""


def shoes_of(draws: Draws) -> str:
    """Which shoes were worn: now and then nobody knows, which is ""."""
    return draws.one_of(SHOES) if draws.chance(0.85) else ""
