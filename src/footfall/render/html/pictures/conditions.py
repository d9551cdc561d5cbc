"""Surface, shoes, time of day and slope: what is known of them, and what rule A2 made of it."""

from collections.abc import Mapping

from footfall.findings.conditions import Condition
from footfall.findings.finding import Findings
from footfall.render.html.pictures.picture import Empty, Picture
from footfall.render.html.words import whole
from footfall.wording import say

KEY = "conditions"
RULE = "A2"


def conditions_picture(runs: int, known: Mapping[Condition, int], findings: Findings) -> Picture | None:
    """The box; None without a run since the diary began. A difference that was found stands among the findings in full."""
    if not runs:
        return None
    has = say(
        "conditions.has",
        runs=whole(runs),
        surface=whole(known[Condition.SURFACE]),
        shoes=whole(known[Condition.SHOES]),
    )
    command = say("conditions.command")
    found = next((one for one in findings.found if one.rule == RULE), None)
    if found is not None:
        return Picture(KEY, found.headline, "", empty=Empty(has, say("conditions.found"), command))
    checked = next((one for one in findings.checked if one.rule == RULE), None)
    if checked is not None:
        return Picture(KEY, say("conditions.heading.none"), "", empty=Empty(has, checked.message, command))
    skipped = next((one for one in findings.skipped if one.rule == RULE), None)
    needs = say("page.no_curve", has=skipped.has, needs=skipped.needs) if skipped is not None else say("conditions.needs")
    return Picture(KEY, say("conditions.heading.few"), "", empty=Empty(has, f"{needs} {say('conditions.add')}", command))
