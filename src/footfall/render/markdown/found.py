"""Red flags, questions, findings, and what was quiet or lacks data, as Markdown."""

from collections.abc import Iterable, Iterator, Sequence

from footfall.render.html.banner import Flag
from footfall.render.html.findings_view import Fact, FindingView, Piece, QuietView
from footfall.render.html.findings_view import Group as FindingGroup
from footfall.render.html.page import Page
from footfall.render.markdown.escape import coded, escaped, inline, link
from footfall.wording import say


def red_flags(page: Page) -> Iterator[str]:
    """Each open one whole, or the one quiet line."""
    for flag in page.banner.flags:
        yield from _red_flag(flag)
    if page.banner.wait:
        yield f"**{escaped(page.banner.wait)}**"
    if page.banner.quiet:
        yield coded(page.banner.quiet)


def _red_flag(flag: Flag) -> Iterator[str]:
    yield f"## {escaped(flag.tag)}"
    yield f"**{escaped(flag.instruction)}**"
    yield escaped(say("page.flag.ticked"))
    yield pairs(flag.ticked)
    if flag.to_check:
        yield escaped(say("page.flag.to_check"))
        yield pairs(flag.to_check)
    if flag.phone:
        yield f"> {escaped(say('page.flag.phone'))} {escaped(flag.phone)}"
    yield coded(flag.advice)
    yield f"{coded(flag.how_sure)} {linked(flag.source)} ({escaped(say('page.finding.rule', rule=flag.rule))})"


def findings(page: Page) -> Iterator[str]:
    """Questions about a red-flag sign first, then the others; each with what it rests on."""
    questions = [group for group in page.findings if group.shown.asks]
    others = [group for group in page.findings if not group.shown.asks]
    if questions:
        yield f"## {escaped(say('markdown.questions'))}"
        for group in questions:
            yield from _group(group)
    yield f"## {escaped(say('page.findings'))}"
    yield escaped(page.counts)
    for group in others:
        yield from _group(group)
    if not page.findings:
        yield escaped(page.nothing_found)


def _group(group: FindingGroup) -> Iterator[str]:
    yield from _finding(group.shown)
    if group.folded:
        number = "one" if len(group.folded) == 1 else "many"
        yield escaped(say(f"page.finding.more.{number}", n=len(group.folded), title=group.shown.title)) + ":"
        yield "\n".join(f"- {coded(one.headline)} ({_about(one)})" for one in group.folded)


def _finding(finding: FindingView) -> Iterator[str]:
    yield f"### {coded(finding.headline)}"
    yield f"**{escaped(finding.severity_word)}**, {_about(finding)}"
    facts: Sequence[Fact] = (*finding.evidence, *finding.further)
    if facts:
        yield pairs((fact.label, fact.text) for fact in facts)
    for key, words in (
        ("page.finding.try", coded(finding.suggestion)),
        ("page.finding.sure", coded(finding.how_sure)),
        ("page.finding.source", linked(finding.source)),
    ):
        yield f"**{escaped(say(key))}:** {words}"


def _about(finding: FindingView) -> str:
    return f"{escaped(finding.confidence_word)}, {escaped(say('markdown.rule', rule=finding.rule, title=finding.title))}"


def quiet(page: Page) -> Iterator[str]:
    """What looked and found nothing, and what could not look, with what it has and what it needs."""
    for key, views in (("page.quiet", page.quiet), ("page.not_enough", page.skipped)):
        if views:
            yield f"## {escaped(say(key))}"
            yield "\n".join(map(_one_quiet, views))
    if page.by_chance:
        yield escaped(page.by_chance)


def _one_quiet(view: QuietView) -> str:
    return f"- **{escaped(view.title)}** ({escaped(view.rule)}): {coded(view.message)}"


def pairs(facts: Iterable[tuple[str, str]]) -> str:
    """Label and value, a line each."""
    return "\n".join(f"- {escaped(label)}: {inline(value).strip()}" for label, value in facts)


def linked(pieces: Sequence[Piece]) -> str:
    """A source with its DOIs as links."""
    return "".join(link(piece.text, piece.href) if piece.href else inline(piece.text) for piece in pieces).strip()
