"""The result as one JSON object, `format_version` 1: what scripts rely on. Keys are added, never renamed or dropped."""

from collections.abc import Iterable

from footfall.findings.confidence import one_report_in
from footfall.findings.finding import Checked, Evidence, Family, Finding, Skipped
from footfall.findings.onset_rates import onset_rates
from footfall.findings.stats.hazards import Hazards
from footfall.findings.stats.survival import LEVEL
from footfall.findings.tolerance import Tolerance
from footfall.model.measure import INTERVAL
from footfall.model.problem import Problem
from footfall.render.content import Content
from footfall.render.cumulated import day_fields, outing_fields, shown_outings, week_fields
from footfall.render.fields import Plain, curve_fields, number, outings_by_run, run_fields
from footfall.render.json_text import json_text
from footfall.render.limits import by_chance, reassurance, standing

FORMAT_VERSION = 1


def render(content: Content) -> str:
    """One object; each run, finding and problem on a line of its own, so that two results can be compared by line."""
    lines = [f"{json_text(key)}: {_value(value)}" for key, value in document(content).items()]
    return "{" + ",\n ".join(lines) + "}\n"


def document(content: Content) -> dict[str, Plain]:
    """The object, in the order of its keys."""
    athlete = content.history.athlete
    outings = outings_by_run(content.history)
    outings_shown = shown_outings(content.runs, content.history)
    runs: list[Plain] = []
    for run in content.runs:
        one = run_fields(run, outings.get(run.id))
        if content.with_curve:
            one["curve"] = curve_fields(run.curve)
        runs.append(one)
    return {
        "format_version": FORMAT_VERSION,
        "interval": INTERVAL,
        "as_of": content.history.as_of.isoformat(),
        "tool": {
            "name": "footfall",
            "version": content.version,
            "load_model": content.load_model,
            "parameters": {name: _plain(value) for name, value in content.parameters.items()},
        },
        "athlete": {
            "id": athlete.id,
            "name": athlete.name,
            "body_mass_kg": number(athlete.body_mass_kg),
            "height_m": number(athlete.height_m),
        },
        "diary": content.diary_path,
        "runs": runs,
        "outings": [outing_fields(outing) for outing in outings_shown],
        "days": list(day_fields(content.history, outings_shown)),
        "weeks": [week_fields(week) for week in content.weeks],
        "tolerance": _tolerance(content.tolerance),
        "findings": [finding_fields(finding) for finding in content.findings.found],
        "checked": [_checked(rule) for rule in content.findings.checked],
        "skipped": [_skipped(rule) for rule in content.findings.skipped],
        "families_tested": content.findings.families_tested,
        "families": [_family(family) for family in content.findings.families],
        "one_report_in": number(one_report_in(content.findings.families_tested)),
        "by_chance": _or_null(by_chance(content.findings)),
        "problems": [_problem(problem) for problem in content.findings.problems],
        "counts": dict(content.counts),
        "standing": standing(),
        "reassurance": _or_null(reassurance(content.findings)),
    }


def _value(value: Plain) -> str:
    if isinstance(value, list) and value:
        return "[\n  " + ",\n  ".join(json_text(item) for item in value) + "]"
    return json_text(value)


def _plain(value: float | int | str | None) -> Plain:
    return value if isinstance(value, str) else number(value)


def finding_fields(finding: Finding) -> dict[str, Plain]:
    """One finding under its names."""
    return {
        "rule": finding.rule,
        "title": finding.title,
        "run_id": finding.run_id,
        "date": finding.date.isoformat(),
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "headline": finding.headline,
        "evidence": _evidence(finding.evidence),
        "suggestion": finding.suggestion,
        "how_sure": finding.how_sure,
        "source": finding.source,
    }


def _checked(rule: Checked) -> dict[str, Plain]:
    return {"rule": rule.rule, "title": rule.title, "message": rule.message, "evidence": _evidence(rule.evidence)}


def _skipped(rule: Skipped) -> dict[str, Plain]:
    return {"rule": rule.rule, "title": rule.title, "reason": rule.reason, "has": rule.has, "needs": rule.needs}


def _problem(problem: Problem) -> dict[str, Plain]:
    return {"path": problem.path, "where": problem.where, "reason": problem.reason, "message": problem.message}


def _family(family: Family) -> dict[str, Plain]:
    return {"rule": family.rule, "p": number(family.p), "q": number(family.q)}


def _or_null(sentence: str) -> str | None:
    """A sentence that is not said is null, not blank."""
    return None if sentence == "" else sentence


def _evidence(evidence: Iterable[Evidence]) -> list[Plain]:
    return [
        {
            "key": _or_null(fact.key),
            "label": fact.label,
            "value": _plain(fact.value),
            "unit": fact.unit,
            "run_id": fact.run_id,
            "span_min": None if fact.span is None else [number(end) for end in fact.span],
        }
        for fact in evidence
    ]


def _tolerance(tolerance: Tolerance | None) -> dict[str, Plain] | None:
    if tolerance is None:
        return None
    curve = tolerance.curve
    median: dict[str, Plain] = {"interval": LEVEL, "median_min": None, "low": None, "high": None}
    if curve is not None:
        median |= {"median_min": number(curve.median), "low": number(curve.median_low), "high": number(curve.median_high)}
    return median | {
        "began": len(tolerance.began),
        "stopped": len(tolerance.stopped),
        "free": len(tolerance.free),
        "prevalent": tolerance.prevalent,
        "unknown": tolerance.unknown,
        "coverage": number(tolerance.coverage),
        "hazards": _hazards(onset_rates(tolerance)),
    }


def _hazards(hazards: Hazards | None) -> list[Plain]:
    """A row for each five minutes of the run."""
    if hazards is None:
        return []
    names = ("from_min", "to_min", "onsets", "at_risk_min", "per_hour", "low", "high")
    columns = (hazards.begin, hazards.end, hazards.onsets, hazards.at_risk, hazards.per_hour, hazards.low, hazards.high)
    return [dict(zip(names, map(number, map(float, row)), strict=True)) for row in zip(*columns, strict=True)]
