"""The corpus part of the page."""

from collections.abc import Mapping, Sequence

from validate import integral, withheld, words
from validate.corpus_runs import CorpusRun, each_run_once
from validate.integral import Integral, Integrals, integrals
from validate.table import percent, table, verdict
from validate.withheld import Withheld


def corpus_part(found: Sequence[CorpusRun]) -> str:
    """Both comparisons with real files."""
    checked, rows = integrals(found), withheld.withheld(each_run_once(found))
    projects = {one.path.split("/")[0] for one in found}
    return "\n".join(
        (
            "## Corpus",
            "",
            words.corpus_size(len(found), len({one.path for one in found}), len(projects)),
            "",
            "### The integral of cadence",
            "",
            words.CORPUS_INTEGRAL,
            "",
            _sane_table(checked.sane),
            *_sane_summary(checked),
            "",
            words.NOT_SANE,
            "",
            _others_table(checked.others),
            "### With cadence withheld",
            "",
            words.CORPUS_WITHHELD,
            "",
            _withheld_table(rows),
            *_withheld_summary(rows),
            "",
        )
    )


def _sane_table(rows: Sequence[Integral]) -> str:
    heads = ["recording", "device", "ours", "difference", "bound", ""]
    limit = f"{100 * integral.NEAR:g} %"
    return table(
        heads,
        [[one.path, str(one.device), f"{one.ours:.0f}", percent(one.difference, 2), limit, verdict(one.near)] for one in rows],
    )


def _sane_summary(checked: Integrals) -> list[str]:
    near = [one for one in checked.sane if one.near]
    share, middle = checked.near_share >= integral.NEAR_SHARE, checked.median <= integral.NEAR_MEDIAN
    far = ", ".join(one.path for one in checked.far) or "none"
    said = (
        f"Within 1 %: {len(near)} of {len(checked.sane)}, {100 * checked.near_share:.0f} %, bound at least "
        f"{100 * integral.NEAR_SHARE:g} %: {verdict(share)}. Median of the differences {100 * checked.median:.2f} %, bound "
        f"{100 * integral.NEAR_MEDIAN:g} %: {verdict(middle)}. Beyond 3 %: {far}."
    )
    farther = [one for one in checked.sane if not one.near]
    return [said, "", *(f"- {one.path}, {percent(one.difference)}: {_cause(one.path, integral.CAUSES)}." for one in farther)]


def _others_table(rows: Sequence[Integral]) -> str:
    return table(
        ["recording", "device", "ours", "difference", "its header"],
        [[one.path, str(one.device), f"{one.ours:.0f}", percent(one.difference, 2), "; ".join(one.not_sane)] for one in rows],
    )


def _withheld_table(rows: Sequence[Withheld]) -> str:
    heads = ["run", "speed, m/s", "recorded", "without", "interval", "difference", ""]
    return table(
        heads,
        [
            [
                one.path if not one.also else f"{one.path} ({len(one.also)} more)",
                f"{one.speed_m_s:.2f}",
                f"{one.recorded:.0f}",
                f"{one.estimated.value:.0f}",
                f"{one.estimated.low:.0f}–{one.estimated.high:.0f}",
                percent(one.difference),
                verdict(one.held),
            ]
            for one in rows
        ],
    )


def _withheld_summary(rows: Sequence[Withheld]) -> list[str]:
    missed, share = [one for one in rows if not one.held], withheld.held_share(rows)
    said = (
        f"Inside: {len(rows) - len(missed)} of {len(rows)}, {100 * share:.0f} %, bound at least {100 * withheld.HELD_SHARE:g} %: "
        f"{verdict(share >= withheld.HELD_SHARE)}. Every miss:"
    )
    told = (
        f"- {one.path}, {one.speed_m_s:.2f} m/s, {percent(one.difference)}: {_cause(one.path, withheld.CAUSES)}."
        for one in missed
    )
    return [said, "", *told]


def _cause(path: str, causes: Mapping[str, str]) -> str:
    return causes.get(path, "its cause has not been looked for yet")
