"""From the bytes of an XML file to its text, however an app wrote it, and the name of its root element.

expat is strict about the first bytes of a file: a declaration must stand at the very start and must tell the truth about
the encoding. Real exports do neither (a Polar V800 writes a line before it; scripts save Latin-1 and declare UTF-8).
So the text is decoded here, and what stands before the first tag is blanked, line breaks kept so that line numbers hold.
"""

import codecs
import re
from dataclasses import dataclass

from footfall.model.problem import Problem
from footfall.wording import say

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
# Python has codecs that are no character sets, and some that are slow on purpose-made input (punycode): only known families
_KNOWN_FAMILIES = (
    "us-ascii",
    "ascii",
    "iso-8859",
    "iso8859",
    "latin",
    "windows-",
    "cp1",
    "gb",
    "big5",
    "shift_jis",
    "euc-",
    "koi8-",
)
_DECLARATION = re.compile(r"<\?xml\s[^>]*\?>")
_ELEMENT = re.compile(r"<[A-Za-z_]")
_BEFORE_ROOT = re.compile(r"\s+|<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL)
_ROOT = re.compile(r"<(?:[^\s<>/:!?]+:)?([^\s<>/:!?]+)(?=[\s/>]|$)")
_DOCTYPE = re.compile(r"<!DOCTYPE\s+(?:[^\s<>\[:]+:)?([^\s<>\[:]+)")
_PROLOG_CHARS = 4096
_SNIFFED_BYTES = 256


@dataclass(frozen=True, slots=True)
class Misfit:
    """Bytes that are not of the encoding that a document declares, or of UTF-8 where it declares none.

    line   of the first of them, 1 = the first.    expected   that encoding.    replaced   False: read as Windows-1252.
    """

    line: int
    expected: str
    replaced: bool

    def to_problem(self, path: str) -> Problem:
        """What to tell of it."""
        how = "replaced" if self.replaced else "cp1252"
        message = say(f"problem.other-encoding.{how}", line=self.line, expected=self.expected.upper())
        return Problem(path, f"line {self.line}", "other-encoding", message)


def to_text(data: bytes) -> str:
    """The document as text, without byte order mark or anything else before its declaration or first tag.

    Bytes that fit no encoding become U+FFFD: a name may suffer, numbers and times do not.
    """
    return read_text(data)[0]


def read_text(data: bytes) -> tuple[str, Misfit | None]:
    """The same, and which bytes did not fit; None when all did."""
    declared, skip = _encoding(data)
    expected = declared or "utf-8"
    try:
        return _blank_before(data[skip:].decode(expected)), None
    except UnicodeDecodeError as error:
        text = data[skip:].decode(expected, errors="replace")
        if error.start >= len(data) - skip - 3:  # the end of a truncated file may fall inside a character
            return _blank_before(text), None
        line = 1 + data[skip : skip + error.start].decode(expected, errors="replace").count("\n")
        # other letters that are UTF-8 say that it is UTF-8 with a wrong byte, and not another encoding
        replaced = declared is not None or any(char > "\x7f" and char != "\ufffd" for char in text)
        return _blank_before(text if replaced else data.decode("cp1252", errors="replace")), Misfit(line, expected, replaced)


def root_name(head: bytes) -> str | None:
    """Local name of the root element, in lower case, from the first bytes of a file; None when this is not XML."""
    text = to_text(head)
    position = 0
    while (found := _BEFORE_ROOT.match(text, position)) is not None:
        position = found.end()
    root = _ROOT.match(text, position) or _DOCTYPE.match(text, position)
    return root.group(1).lower() if root else None


def without_declaration(text: str) -> str:
    """The text of a document with the line breaks of its declaration alone: what it says is known, and may be malformed."""
    end = text.find(">") + 1 if text.startswith("<?xml") else 0
    return "\n" * text.count("\n", 0, end) + text[end:] if end else text


def _encoding(data: bytes) -> tuple[str | None, int]:
    """The encoding by byte order mark, by the pattern of zero bytes or by declaration, and the bytes of the mark.

    None = UTF-8, as far as it is that.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name, len(mark)
    sample = data[:_SNIFFED_BYTES]
    if sample.count(0) * 3 > len(sample):  # every second byte of UTF-16 Latin text is zero
        little = sample[1::2].count(0) > sample[::2].count(0)
        return ("utf-16-le" if little else "utf-16-be"), 0
    declared = _DECLARED.search(data[:_PROLOG_CHARS])
    if declared is None:
        return None, 0
    name = declared.group(1).decode("ascii").lower()
    if not name.startswith(_KNOWN_FAMILIES):
        return None, 0
    try:
        return codecs.lookup(name).name, 0
    except LookupError:
        return None, 0


def _blank_before(text: str) -> str:
    """Text that begins with a declaration or a tag: what stands before is replaced by its line breaks."""
    if text.startswith("<?xml"):  # as it should be, and no need to copy all of it
        return text
    head = text[:_PROLOG_CHARS]
    declaration = _DECLARATION.search(head)
    if declaration is not None and not _ELEMENT.search(head, 0, declaration.start()):
        start = declaration.end()
    else:
        start = max(text.find("<"), 0)
    return "\n" * text.count("\n", 0, start) + text[start:]
