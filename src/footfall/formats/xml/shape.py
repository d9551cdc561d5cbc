"""The shape of one point of an XML file, as a regular expression that reads every point of that shape."""

import re

from footfall.formats.xml.names import LocalNames, Vocabulary

_NAME = r"[A-Za-z_:][\w:.-]*"
_ATTRIBUTE = re.compile(rf"""(\s+)({_NAME})(\s*=\s*)(?:(")[^"<&]*"|(')[^'<&]*')""")
_TAG = re.compile(rf"""(<(/?)({_NAME})((?:\s+{_NAME}\s*=\s*(?:"[^"<&]*"|'[^'<&]*'))*)\s*(/?)>)([^<&]*)""")
_LONGEST_POINT = 10_000  # characters; a real point has 100-1,000

Learned = tuple[re.Pattern[str], tuple[str, ...]]
"""The expression, white space after the point included, and the column of each of its groups."""


class ShapeLearner:
    """Learns shapes from points as they stand in one document.

    opening   how a point begins there: `<trkpt`.
    entities  whether the document holds any `&`; then a text with one does not match: it wants expat.
    """

    def __init__(self, opening: str, vocabulary: Vocabulary, *, entities: bool) -> None:
        self._opening = opening
        self._closing = f"</{opening[1:]}>"
        self._vocabulary = vocabulary
        self._names = LocalNames()
        # without backtracking (`*+`): there is one way only for a text to end
        self._content = "[^<&]*+" if entities else "[^<]*+"
        self._quoted = {quote: f"[^<&{quote}]*+" if entities else f"[^<{quote}]*+" for quote in "\"'"}

    def learn(self, text: str, position: int) -> Learned | None:
        """The shape of the point that begins at `position` of a document.

        None when it is not plain: comments, entities, text between tags, or longer than any real point.
        """
        end = text.find(self._closing, position, position + _LONGEST_POINT)
        point = text[position : end + len(self._closing)]
        tags = list(_TAG.finditer(point))
        if end < 0 or sum(len(tag.group()) for tag in tags) != len(point):
            return None
        columns: list[str] = []
        source: list[str] = []
        open_names: list[str] = []
        for tag, following in zip(tags, [*tags[1:], None], strict=True):
            written, slash, raw, _, empty, content = tag.groups()
            if slash and (not open_names or open_names.pop() != raw):
                return None
            source.append(re.escape(written) if source else self._first_tag(tag, columns))
            is_leaf = not slash and not empty and following is not None and following.group(2) == "/"
            if is_leaf:
                parent = self._names[open_names[-1]] if open_names else ""
                source.append(self._leaf(parent, self._names[raw], columns))
            elif content.strip():
                return None
            else:
                source.append(self._content)  # white space; matched as loosely as a text, which is twice as fast
            if not slash and not empty:
                open_names.append(raw)
            if bool(open_names) != (following is not None):  # closed before its end, or not at its end
                return None
        return re.compile("".join(source)), tuple(columns)

    def _first_tag(self, tag: re.Match[str], columns: list[str]) -> str:
        """The opening tag of a point: here the values of attributes differ, and some are columns."""
        source = re.escape(self._opening)
        for space, name, equals, double, single in _ATTRIBUTE.findall(tag.group(4)):
            quote = double or single
            column = self._vocabulary.attributes.get(name)
            value = self._quoted[quote]
            if column is not None:
                columns.append(column)
                value = f"({value})"
            source += f"{re.escape(space + name + equals)}{quote}{value}{quote}"
        return source + r"\s*+>"

    def _leaf(self, parent: str, name: str, columns: list[str]) -> str:
        column = self._vocabulary.column(parent, name)
        if column is None:
            return self._content
        columns.append(column)
        return f"({self._content})"
