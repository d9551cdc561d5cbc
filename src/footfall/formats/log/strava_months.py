"""Names of months in the languages that Strava comes in."""

import unicodedata

_MONTHS = (
    (
        "januar januari january janvier januarie janeiro ianuarie gennaio enero ledna leden tammikuuta stycznia styczen "
        "января январь ocak січня січень"
    ),
    (
        "februar februari february fevrier februarie fevereiro febbraio febrero unora unor helmikuuta lutego luty "
        "февраля февраль subat лютого лютии"
    ),
    (
        "mar marts maart mrt mrz march mars marz marcius maret marzo marca marzec marco martie mart brezna brezen maaliskuuta "
        "марта март березня березень"
    ),
    "april avril aprilis aprile aprilie abril dubna duben huhtikuuta kwietnia kwiecien апреля апрель nisan квітня квітень",
    "maj mei may mai majus maggio maja maio mayo mayıs maig kvetna kveten toukokuuta мая маи травня травень",
    (
        "juni june juin junius giugno junho junio iunie cervna cvn cerven kesakuuta czerwca czerwiec июня июнь haziran "
        "червня червень"
    ),
    (
        "juli july juillet julius luglio julho julio iulie cervence cvc cervenec heinakuuta lipca lipiec июля июль temmuz "
        "липня липень"
    ),
    (
        "august augusti augustus augusztus agustus agt agosto aout srpna srpen elokuuta sierpnia sierpien августа август agustos "
        "серпня серпень"
    ),
    (
        "september septembre szeptember settembre setembro septembrie septiembre zari syyskuuta wrzesnia wrzesien "
        "сентября сентябрь eylul вересня вересень"
    ),
    (
        "oktober october octobre ottobre outubro octombrie octubre rijna rijen lokakuuta pazdziernika pazdziernik "
        "октября октябрь ekim жовтня жовтень"
    ),
    (
        "november novembre novembro noiembrie noviembre listopadu listopad listopada marraskuuta ноября ноябрь kasım "
        "листопада листопад"
    ),
    (
        "december decembre dezember desember dezembro dicembre decembrie diciembre prosince prosinec joulukuuta grudnia grudzien "
        "декабря декабрь aralık грудня грудень"
    ),
)
"""Names of each month without accents, and short forms that are no beginnings of them or begin another's too. In Danish, Dutch,
Czech, English, Finnish, French, German, Hungarian, Indonesian, Italian, Norwegian, Polish, Portuguese, Romanian, Russian,
Spanish, Swedish, Turkish and Ukrainian; Chinese, Japanese and Korean number their months. Checked against Unicode CLDR 47."""

FEWEST_LETTERS = 3


def month_of(word: str) -> int | None:
    """The month that a word names, in full or by at least the first FEWEST_LETTERS letters; None for every other word."""
    return _BY_WORD.get(_bare(word))


def _bare(word: str) -> str:
    """Without accents."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(letter))


def _by_word() -> dict[str, int]:
    """Every beginning of every name -> its month; beginnings of two months' names are left out, and whole names go first."""
    names = {name: month for month, of in enumerate(_MONTHS, start=1) for name in of.split()}
    months: dict[str, set[int]] = {}
    for name, month in names.items():
        for end in range(FEWEST_LETTERS, len(name)):
            months.setdefault(name[:end], set()).add(month)
    return {start: next(iter(of)) for start, of in months.items() if len(of) == 1} | names


_BY_WORD = _by_word()
