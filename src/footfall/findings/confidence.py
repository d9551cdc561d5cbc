"""How sure a report may be that made several checks: each family by itself, then all of them together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from footfall.findings.finding import Confidence, Family, Finding
from footfall.wording import say
from footfall.wording.numbers import number

DISCOVERY_RATE = 0.10
"""Up to this q a tested finding is "medium"; it is never "high", which one runner's numbers cannot carry."""

FAMILY_SIZE = 0.05
"""Each family finds something in so many of the runners in whom nothing is going on."""


def families(tested: Mapping[str, float]) -> tuple[Family, ...]:
    """The families of a report with their q values.

    tested   code of the rule -> p value of its family.
    Source   Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x, over families, each of which holds its own size.
    """
    ordered = sorted(tested.items(), key=lambda one: one[1])
    found: list[Family] = []
    q = 1.0
    for rank in range(len(ordered), 0, -1):
        rule, p = ordered[rank - 1]
        q = min(q, p * len(ordered) / rank)
        found.append(Family(rule, p, q))
    order = list(tested)
    return tuple(sorted(found, key=lambda family: order.index(family.rule)))


def weigh(finding: Finding, weighed: Sequence[Family]) -> Finding:
    """A tested finding with the confidence that all checks together leave it: medium, or low and said so in its headline.

    Raises  StopIteration where its rule gave no p value: a bug.
    """
    own = next(family for family in weighed if family.rule == finding.rule)
    if own.q <= DISCOVERY_RATE:
        return replace(finding, confidence=Confidence.MEDIUM)
    told = say("findings.by-chance", checks=number(len(weighed)))
    headline = say("findings.by-chance.headline", headline=finding.headline)
    return replace(finding, confidence=Confidence.LOW, headline=headline, how_sure=f"{told} {finding.how_sure}")


def one_report_in(checks: int) -> float:
    """With nothing going on, one report in so many shows at least one tested finding; infinite without a check."""
    return float("inf") if checks == 0 else 1 / (1 - (1 - FAMILY_SIZE) ** checks)
