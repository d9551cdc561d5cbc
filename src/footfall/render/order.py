"""The order in which findings are laid out."""

from collections.abc import Iterable

from footfall.findings.finding import Finding


def rule_by_rule(found: Iterable[Finding]) -> list[Finding]:
    """Findings, the most pressing first as given; of one severity those of a rule stand together, where its first stands."""
    given = list(found)
    first: dict[tuple[str, str], int] = {}
    for place, finding in enumerate(given):
        first.setdefault((finding.severity, finding.rule), place)
    return sorted(given, key=lambda finding: first[finding.severity, finding.rule])
