"""docs/rules.md: every rule and every red flag, from `footfall.findings.DEEP_RULES` and the catalogue."""

from footfall.findings import DEEP_RULES
from footfall.findings.rule import Rule
from footfall.model.diary import RED_FLAGS, Tier
from footfall.wording import say
from footfall.wording.red_flags import definitions

_HEAD = """# Rules

Made by `make docs` from `src/footfall/findings` and `src/footfall/wording`. In plain words: [what the flags mean](flags.md).

Each rule looks at the whole history and ends in exactly one place: it **found** something, it is **quiet** and says what it
looked at, or it is **skipped** and says what it has and what it needs. A finding has a *severity* (emergency, urgent, warning,
notice, info: how soon it wants attention; the first two belong to red flags alone) and, apart from it, a *confidence* (high,
medium, low: how sure the statement is). It has its evidence, what to try, how sure it is and why, and its source.

A rule describes a pattern in what was recorded. It names no cause, and “no flag of this tool” is not “no risk”. Red flags
stand above everything else. While one of the first three tiers is open, nothing reassuring is shown.

"""


def rules_page() -> str:
    """The whole page, Markdown."""
    table = "| code | rule |\n|---|---|\n" + "".join(
        f"| [{rule.code}](#{anchor(rule)}) | {rule.title} |\n" for rule in DEEP_RULES
    )
    return _HEAD + table + "".join(_section(rule) for rule in DEEP_RULES)


def _section(rule: Rule) -> str:
    page = say(f"rule.{rule.code}.page").strip()
    signs = codes(Tier(rule.code)) if rule.code in set(Tier) else ""
    return f"\n## {heading(rule)}\n\n{page}\n{signs}\nSource: {rule.source}\n"


def codes(tier: Tier) -> str:
    """What a tier says, and the codes that a diary's `red_flags` may hold, with what they mean."""
    rows = "".join(f"| `{code}` | {means} |\n" for own, code, _, means in definitions() if own is tier)
    assert rows.count("\n") == sum(own is tier for own in RED_FLAGS.values())
    return f"\n**{say(f'help.{tier}')}** {say('help.doubt')}\n\n| code | tick it for |\n|---|---|\n{rows}"


def heading(rule: Rule) -> str:
    """`R1: Session spike`."""
    return f"{rule.code}: {rule.title}"


def anchor(rule: Rule) -> str:
    """The address that Markdown renderers make of a heading: lower case, punctuation dropped, spaces as hyphens."""
    kept = (letter if letter.isalnum() or letter == "-" else "-" if letter == " " else "" for letter in heading(rule).lower())
    return "".join(kept)
