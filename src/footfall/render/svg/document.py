"""The order of the document: who and when, red flags, what was found and what lacks data, the pictures, what it was made from."""

from collections.abc import Sequence

from footfall.render.html.banner import Flag
from footfall.render.html.findings_view import FindingView, QuietView
from footfall.render.html.page import Page
from footfall.render.html.pictures.picture import Empty, Margin, Picture
from footfall.render.html.theme import FONT
from footfall.render.summary import EMPHASIS
from footfall.render.svg import paint
from footfall.render.svg.drawing import drawn
from footfall.render.svg.legend import legend
from footfall.render.svg.path import short
from footfall.render.svg.sheet import Sheet, Style
from footfall.render.svg.words import escaped
from footfall.wording import say
from footfall.wording.numbers import number

WIDTH = 792.0
PICTURE, MARGIN = 744.0, 328.0
"""Widths at which the page draws: a picture, and the small drawing beside one."""

_EDGE = (WIDTH - PICTURE) / 2
_TITLE, _SECTION, _HEADING = Style(26, bold=True), Style(22, bold=True, after=6), Style(18, bold=True, after=2)
_TEXT, _LEAD, _SMALL = Style(14, "ink2"), Style(18, after=8), Style(12, "ink3")
_COLORS = {"emergency": "red", "urgent": "red", "warning": "warn", "notice": "accent", "info": "ink2"}
_SIGNS = {"octagon": "\N{BLACK SQUARE}", "triangle": "▲", "disc": "●", "ring": "○"}


def document(page: Page) -> str:
    """One SVG that needs nothing beside it: no script, no address but that of its own language."""
    sheet = Sheet(_EDGE, PICTURE, 20.0)
    _head(sheet, page)
    _findings(sheet, page)
    sheet.gap(24)
    sheet.words(say("page.pictures"), _SECTION)
    sheet.words(say("page.pictures.key"), _TEXT)
    for picture in page.pictures:
        _picture(sheet, picture)
    sheet.gap(24)
    _rules(sheet, "page.quiet", page.quiet)
    sheet.words(say("page.help"), _HEADING)
    for instruction, signs in page.help:
        sheet.words(f"{instruction} {signs}.", _TEXT)
    if page.reassurance:
        sheet.words("".join(piece.text for piece in page.reassurance), _SMALL)
    sheet.gap(12)
    sheet.rule()
    sheet.gap(8)
    for line in page.footer:
        sheet.words(line, _SMALL)
    return _around(page, sheet)


def _around(page: Page, sheet: Sheet) -> str:
    height = short(sheet.down + 20)
    size = f'width="{short(WIDTH)}" height="{height}" viewBox="0 0 {short(WIDTH)} {height}"'
    light, dark = paint.rules("", dark=False), paint.rules("", dark=True)
    head = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- footfall {page.version} pictures -->\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family="{escaped(FONT)}" font-size="12">\n'
        f"<title>{escaped(page.title)}</title>\n"
        f"<style>{light}@media (prefers-color-scheme:dark){{{dark}}}</style>\n"
    )
    ground = f'<rect width="{short(WIDTH)}" height="{height}"{paint.fill("var(--bg)")}/>\n'
    return head + ground + "\n".join(sheet.parts) + "\n</svg>\n"


def _head(sheet: Sheet, page: Page) -> None:
    sheet.words(page.who, _TITLE)
    sheet.words(page.when, _TEXT)
    sheet.gap(12)
    for flag in page.banner.flags:
        _flag(sheet, flag)
    for line in (page.banner.wait, page.banner.quiet):
        if line:
            sheet.words(_plain(line), Style(14, bold=line is page.banner.wait, after=12))
    for sentence in page.sentences:
        sheet.words(sentence.replace(EMPHASIS, ""), _LEAD)
    sheet.words(page.standing, _TEXT)


def _flag(sheet: Sheet, flag: Flag) -> None:
    """The instruction first, then what stands in the diary and what to say."""
    color = _COLORS[flag.severity]
    sheet.rule(color)
    sheet.gap(8)
    sheet.words(f"{_SIGNS[flag.glyph]} {flag.tag}", Style(14, color, bold=True))
    sheet.words(flag.instruction, Style(20, bold=True))
    for label, value in (*flag.ticked, *flag.to_check):
        sheet.words(f"{label}: {value}", _TEXT, indent=12)
    if flag.phone:
        sheet.words(f"{say('page.flag.phone')} {flag.phone}", Style(14, bold=True))
    sheet.words(_plain(flag.advice), Style(14))
    sheet.words(say("page.finding.rule", rule=flag.rule), Style(12, "ink3", after=12))


def _findings(sheet: Sheet, page: Page) -> None:
    sheet.gap(20)
    sheet.words(say("page.findings"), _SECTION)
    sheet.words(page.counts, _TEXT)
    for group in page.findings:
        _finding(sheet, group.shown)
        for finding in group.folded:
            sheet.words(
                f"{_SIGNS[finding.glyph]} {_plain(finding.headline)} ({_about(finding)})", Style(12, "ink2", after=0), indent=12
            )
        sheet.gap(6)
    if not page.findings:
        sheet.words(page.nothing_found, _TEXT)
    sheet.gap(12)
    _rules(sheet, "page.not_enough", page.skipped)
    if page.by_chance:
        sheet.words(page.by_chance, _SMALL)


def _finding(sheet: Sheet, finding: FindingView) -> None:
    color = _COLORS[finding.severity]
    sheet.words(f"{_SIGNS[finding.glyph]} {finding.severity_word}, {_about(finding)}", Style(12, color, after=0))
    sheet.words(_plain(finding.headline), Style(14, bold=True, after=0))


def _about(finding: FindingView) -> str:
    return f"{finding.confidence_word}; {finding.rule}"


def _rules(sheet: Sheet, key: str, views: Sequence[QuietView]) -> None:
    if views:
        sheet.words(say(key), _HEADING)
        for view in views:
            sheet.words(f"{view.title} ({view.rule}): {_plain(view.message)}", _TEXT)
        sheet.gap(12)


def _picture(sheet: Sheet, picture: Picture) -> None:
    sheet.gap(32)
    sheet.words(picture.heading, _HEADING)
    if picture.subtitle:
        sheet.words(picture.subtitle, _TEXT)
    if picture.empty is not None:
        _empty(sheet, picture.empty)
        return
    figure = picture.figure
    assert figure is not None, "a picture has a figure or says what it lacks"
    if picture.choose:
        chosen = figure.choices[figure.chosen].label
        sheet.words(say("svg.chosen", label=chosen, n=number(len(figure.choices))), _SMALL)
    sheet.drawing(*drawn(figure, PICTURE))
    if picture.legend:
        sheet.drawing(*legend(picture.legend, PICTURE))
    if picture.key_number:
        sheet.words(picture.key_number, Style(20, bold=True, after=0))
    for paragraph in picture.note:
        sheet.words(_plain(paragraph), _TEXT)
    if picture.margin is not None:
        _margin(sheet, picture.margin)


def _margin(sheet: Sheet, margin: Margin) -> None:
    sheet.gap(12)
    sheet.words(margin.heading, Style(14, bold=True))
    sheet.drawing(*drawn(margin.figure, MARGIN))
    for paragraph in margin.note:
        sheet.words(_plain(paragraph), _TEXT)


def _empty(sheet: Sheet, empty: Empty) -> None:
    """A dashed box: what is there, what is needed, the command."""
    box = Sheet(sheet.left + 20, sheet.room - 40, sheet.down + 12)
    box.words(empty.has, Style(14, bold=True))
    box.words(_plain(f"{empty.needs} {empty.command}".strip()), _TEXT)
    height = box.down - sheet.down + 8
    size = f'x="{short(sheet.left)}" y="{short(sheet.down)}" width="{short(sheet.room)}" height="{short(height)}" rx="4"'
    sheet.parts.append(f'<rect {size} fill="none"{paint.stroke("var(--ink3)")} stroke-dasharray="3"/>')
    sheet.parts += box.parts
    sheet.gap(height)


def _plain(text: str) -> str:
    """A command stands in the line like any other words."""
    return text.replace("`", "")
