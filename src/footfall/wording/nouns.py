"""What is counted, listed and dated: nouns by number, lists, names of months and days."""

from footfall.wording.numbers import NOUNS

SENTENCES = {
    **{f"noun.{noun}.one": f"{{n}} {noun}" for noun in NOUNS},
    **{f"noun.{noun}.many": f"{{n}} {plural}" for noun, plural in NOUNS.items()},
    "list.comma": ", ",
    "list.and": "{head} and {tail}",
    "list.more": "{head} and {n} more",
    "list.or": "{head} or {tail}",
    "date.year": "{day} {month} {year}",
    "date.short": "{day} {month}",
    "date.long": "{day} {month}",
    "date.long.year": "{day} {month} {year}",
    "date.weekday": "{weekday} {day}",
    "date.period": "{first} – {last}",
    "date.months": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "date.weekdays": "Mon Tue Wed Thu Fri Sat Sun",
}
