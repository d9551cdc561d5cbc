"""Findings, and what was looked at without one, as blocks of text."""

from collections import Counter
from collections.abc import Iterator
from enum import Enum

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from footfall.findings.finding import Finding, Severity, Skipped
from footfall.findings.red_flags import comfort_waits, resolved_words
from footfall.render.content import Content
from footfall.render.facts import fact_text
from footfall.render.limits import by_chance, reassurance_in_short, standing
from footfall.render.order import rule_by_rule
from footfall.render.printable import printable
from footfall.render.summary import FLAG_RULES
from footfall.wording import say
from footfall.wording.codes import called
from footfall.wording.numbers import number

GLYPHS = {
    Severity.EMERGENCY: "■",
    Severity.URGENT: "■",
    Severity.WARNING: "▲",
    Severity.NOTICE: "●",
    Severity.INFO: "○",
}
_STYLES = {
    Severity.EMERGENCY: "bold red",
    Severity.URGENT: "bold red",
    Severity.WARNING: "yellow",
    Severity.NOTICE: "blue",
    Severity.INFO: "none",
}
_SHOWN_PER_RULE = 3
_SHOWN_OF_MANY = 1
"""Where more than so many rules found something, the newest of each is shown: a screen is read, a list of fifty is not."""
_MANY_RULES = 5


class Named(Enum):
    """How many findings of one rule stand in the summary."""

    FIRST = "first"
    """The first few, and how many more: a screen is read."""
    EVERY = "every"
    """All of them: a file is kept."""


def glyph(severity: Severity) -> Text:
    """Its sign in its colour."""
    return Text(GLYPHS[severity], style=_STYLES[severity])


def red_flags(content: Content) -> Iterator[RenderableType]:
    """Each red flag, before anything else."""
    for finding in content.findings.found:
        if finding.rule in FLAG_RULES:
            yield red_flag(finding)


def findings(content: Content, named: Named) -> Iterator[RenderableType]:
    """The other findings, the most pressing first."""
    others = rule_by_rule(finding for finding in content.findings.found if finding.rule not in FLAG_RULES)
    if not content.findings.found:
        if len(content.runs) == 1 and len(content.history.outings) == 1:
            yield Text(say("terminal.one-run"))
        elif content.findings.checked:
            yield Text(say("terminal.no-findings"))
        return
    if not others:
        return
    blocks: list[RenderableType] = [Text(say("terminal.findings"), style="bold")]
    in_all = Counter(finding.rule for finding in others)
    most = _SHOWN_OF_MANY if len(in_all) > _MANY_RULES else _SHOWN_PER_RULE
    seen: Counter[str] = Counter()
    for finding in others:
        seen[finding.rule] += 1
        count = seen[finding.rule]
        if finding.asks:
            blocks.append(one_finding(finding, advise=True))  # each asks something else
            continue
        if count <= most or named is Named.EVERY:
            blocks.append(one_finding(finding, advise=count == 1))
        if named is Named.FIRST and count == most and in_all[finding.rule] > count:
            more = number(in_all[finding.rule] - count)
            blocks.append(_indented(Text(say("terminal.findings.more", count=more, rule=finding.rule), style="dim")))
    yield Group(*blocks)


def quiet(content: Content) -> Iterator[RenderableType]:
    """What was looked at and found quiet, and what could not be looked at, each in as few words as it takes."""
    checked = list(_checked(content))
    if checked:
        yield Group(Text(say("terminal.checked"), style="bold"), *checked)
    if _flag_open(content) and _quiet_flags(content):
        # Beside an open red flag nothing may read as "and else nothing": the other lists are named as asked, and no more.
        yield _rule_line(", ".join(_quiet_flags(content)), say("terminal.checked.flags-open"))
    if content.findings.skipped and content.runs:
        yield Group(Text(say("terminal.skipped"), style="bold"), *_skipped(content))
    if content.findings.families:
        yield Text(by_chance(content.findings), style="dim")


def limits(content: Content) -> Iterator[RenderableType]:
    """What the tool cannot see, and, with no red flag open, what is known of running and backs."""
    said = (standing(), reassurance_in_short(content.findings))
    yield Text(" ".join(sentence for sentence in said if sentence), style="dim")


def _checked(content: Content) -> Iterator[RenderableType]:
    flags = _quiet_flags(content)
    if flags and not _flag_open(content) and comfort_waits(content.findings):
        yield _rule_line(", ".join(flags), say("questions.open"))
    elif flags and not _flag_open(content):
        resolved = resolved_words(content.history)
        key = "red-flags.none-open" if resolved else "terminal.checked.flags"
        yield _rule_line(", ".join(flags), say(key, resolved=resolved))
    alike: dict[str, list[str]] = {}
    for rule in content.findings.checked:
        if rule.rule not in FLAG_RULES:
            alike.setdefault(rule.message, []).append(rule.rule)
    yield from (_rule_line(", ".join(codes), message) for message, codes in alike.items())


def _quiet_flags(content: Content) -> list[str]:
    return [rule.rule for rule in content.findings.checked if rule.rule in FLAG_RULES]


def _flag_open(content: Content) -> bool:
    return any(finding.rule in FLAG_RULES for finding in content.findings.found)


def _skipped(content: Content) -> Iterator[RenderableType]:
    """Rules that lack the same are named together."""
    lacks: dict[tuple[str, str], list[Skipped]] = {}
    for rule in content.findings.skipped:
        lacks.setdefault((rule.has, rule.needs), []).append(rule)
    for (has, needs), rules in lacks.items():
        key = "terminal.skipped.line" if len(rules) == 1 else "terminal.skipped.several"
        codes = ", ".join(rule.rule for rule in rules)
        yield _rule_line(codes, say(key, title=rules[0].title, has=has, needs=needs))


def red_flag(finding: Finding) -> RenderableType:
    """One of them, whole."""
    word = say(f"terminal.severity.{finding.severity.value}")
    head = Text.assemble(glyph(finding.severity), " ", (f"{word}, {finding.rule}", _STYLES[finding.severity]))
    body = Text(printable(finding.headline), style="bold")
    body.append("\n" + printable(finding.suggestion), style="not bold")
    # What was ticked, what to say on the phone, the list to check: here the evidence is what to act on.
    facts = [_hanging(Text(f"- {printable(fact)}")) for fact in _facts(finding)]
    return Group(head, _indented(Group(body, *facts)))


def _facts(finding: Finding) -> Iterator[str]:
    return (say("terminal.evidence", label=fact.label, value=fact_text(fact)) for fact in finding.evidence)


def one_finding(finding: Finding, *, advise: bool) -> RenderableType:
    """Another finding. What to try stands with the first of a rule: the others ask for the same."""
    headline = Text.assemble(glyph(finding.severity), " ", printable(finding.headline))
    about = say(
        "terminal.about",
        severity=say(f"terminal.severity.{finding.severity.value}"),
        confidence=called("confidence", finding.confidence.value),
        rule=finding.rule,
        title=finding.title,
    )
    detail = Text()
    if advise:
        detail.append(printable(finding.suggestion) + "\n")
    detail.append(printable(about), style="dim")
    # A question is answered by what the sign is and by what was written.
    facts = [_hanging(Text(f"- {printable(fact)}")) for fact in _facts(finding)] if finding.asks else []
    return Group(_hanging(headline), _indented(Group(*facts, detail)))


def _rule_line(codes: str, message: str) -> RenderableType:
    return _hanging(Text(f"{codes}  {printable(message)}"), indent=4)


def _hanging(text: Text, indent: int = 2) -> RenderableType:
    """The first `indent` letters stand out to the left of the lines below."""
    grid = Table.grid(padding=0)
    grid.add_column(width=indent, no_wrap=True)
    grid.add_column()
    grid.add_row(text[:indent], text[indent:])
    return grid


def _indented(text: RenderableType) -> RenderableType:
    return Padding(text, (0, 0, 0, 2))
