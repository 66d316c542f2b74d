"""Values as the cells of Neo4j's importer, and what its CSV cannot say.

It has no way to write a list without items, nor one of a single empty text. Each stands
as a mark that no text of an article means anything by, and a statement that is run
after the import puts it right.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from kg.schema import Property

# Unicode's noncharacters: never part of a text that two programs exchange.
DELIMITER, _NO_ITEM, _EMPTY_TEXT = "\ufdd0", "\ufdd1", "\ufdd2"
_TAKEN = re.compile(f"[{DELIMITER}{_NO_ITEM}{_EMPTY_TEXT}]")
# No offset is negative.
_NO_INTEGER = "-1"
TYPES = {
    "string": "string",
    "integer": "long",
    "float": "double",
    "boolean": "boolean",
    "date": "date",
    "strings": "string[]",
    "integers": "long[]",
}


class Cells:
    """Writes values as cells, and remembers which lists are to be put right."""

    def __init__(self, on_note: Callable[[str], None]) -> None:
        self._on_note = on_note
        self._marked: set[tuple[str, str, str, str]] = set()

    def cell(self, pattern: str, column: Property, value: Any) -> str:
        """Return a value's cell; `pattern` is what finds its owner: "(found:Event)"."""
        match value:
            case None:
                return ""
            case bool():
                return "true" if value else "false"
            case date():
                return value.isoformat()
            case list() | tuple():
                return quoted(self._list(pattern, column, value))
            case str():
                return quoted(value)
        return repr(value)

    def statements(self) -> Iterator[str]:
        """Yield the statements that put the marked lists right."""
        for pattern, name, mark, value in sorted(self._marked):
            yield (
                f"MATCH {pattern} WHERE found.{name} = [{mark}]\n"
                f"CALL (found) {{ SET found.{name} = {value} }} "
                "IN TRANSACTIONS OF 10000 ROWS"
            )

    def _list(self, pattern: str, column: Property, values: Sequence[Any]) -> str:
        if values and list(values) != [""]:
            items = (self._item(pattern, column, str(each)) for each in values)
            return DELIMITER.join(items)
        if column.type == "integers":
            mark = literal = _NO_INTEGER
        else:
            mark = _EMPTY_TEXT if values else _NO_ITEM
            literal = f"'\\u{ord(mark):04x}'"
        self._marked.add((pattern, column.name, literal, "['']" if values else "[]"))
        return mark

    def _item(self, pattern: str, column: Property, text: str) -> str:
        if not _TAKEN.search(text):
            return text
        self._on_note(
            f"{pattern} {column.name}: a text with a noncharacter of Unicode, which "
            "stands for something else in the importer's lists: it is U+FFFD there"
        )
        return _TAKEN.sub("\ufffd", text)


def quoted(text: str) -> str:
    """Return a text as a cell: an empty one is "", and an absent value nothing."""
    return '"' + text.replace('"', '""') + '"'
