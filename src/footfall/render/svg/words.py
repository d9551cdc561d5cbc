"""Words in an SVG: escaped, and set in lines by an estimate of how wide they are."""

import re
import unicodedata

from footfall.render.html.words import on_page

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_NARROW, _WIDE = frozenset("iljtf.,:;'|!()[]- /\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}"), frozenset("mwMWOQ@%—…")
_BOLD = 1.2
_ROOM = 1.04
"""Fonts differ: a line is broken a little before it is full."""


def escaped(text: str) -> str:
    """Text for an element or an attribute: nothing in it is markup, moves or turns the line, or is no character of XML."""
    plain = _NO_XML.sub("\N{REPLACEMENT CHARACTER}", on_page(text))
    for sign, escape in _ESCAPES.items():
        plain = plain.replace(sign, escape)
    return plain


def width(text: str, size: float, *, bold: bool = False) -> float:
    """About how wide, in any of the page's fonts.  [px]"""
    return size * sum(map(_share, text)) * (_BOLD if bold else 1) * _ROOM


def _share(character: str) -> float:
    """Of the size."""
    if character in _NARROW:
        return 0.33
    if character in _WIDE or unicodedata.east_asian_width(character) in "WF":
        return 1.0 if ord(character) > 0x2E80 else 0.88
    return 0.7 if character.isupper() else 0.57


def lines(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """The text in lines that fit; a word that is longer than a line is broken."""
    found = [""]
    for word in on_page(text).split(" "):
        for piece in _pieces(word, room, size, bold=bold):
            longer = f"{found[-1]} {piece}" if found[-1] else piece
            if found[-1] and width(longer, size, bold=bold) > room:
                found.append(piece)
            else:
                found[-1] = longer
    return found


def balanced(text: str, room: float, size: float) -> list[str]:
    """Bold lines of about equal length: no last word stands alone under a heading."""
    found = lines(text, room, size, bold=True)
    while len(found) > 1 and room > size:
        room *= 0.96
        narrower = lines(text, room, size, bold=True)
        if len(narrower) > len(found):
            break
        found = narrower
    return found


def _pieces(word: str, room: float, size: float, *, bold: bool) -> list[str]:
    if width(word, size, bold=bold) <= room:
        return [word]
    pieces = [""]
    for character in word:
        if pieces[-1] and width(pieces[-1] + character, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += character
    return pieces
