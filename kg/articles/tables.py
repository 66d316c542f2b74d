"""Read tables of articles: JSON Lines and CSV, streamed row by row.

Columns: id, text, published, title, source, url; `text` is needed, others are ignored.
A row without an id is named by the file's stem and the line on which it starts.
"""

import csv
import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from kg.articles.draft import MAX_BYTES, Draft, Outcome, known, refusal
from kg.articles.streams import TextLines, open_lines
from kg.errors import ArticleError

_COLUMNS = ("id", "text", "published", "title", "source", "url")
_MAX_LINE = 2 * MAX_BYTES
_DELIMITERS = ",;\t|"
_JSON_KINDS = {bool: "a truth value", list: "a list", dict: "an object"}


def read_json_lines(stream: BinaryIO, where: str, stem: str) -> Iterator[Outcome]:
    """Yield a draft for every line, or the refusal of a line that is none."""
    with open_lines(stream, where) as lines:
        for number, line in lines.numbered(_MAX_LINE):
            place = f"{where}:{number}"
            try:
                if len(line) > _MAX_LINE:
                    raise refusal(place, f"is longer than {_MAX_LINE:,} characters")
                if line.strip():
                    row = _json_row(lines.repaired(line.strip(), place), place)
                    yield _draft(row, place, f"{stem}:{number}")
            except ArticleError as error:
                yield error


def read_csv(stream: BinaryIO, where: str, stem: str) -> Iterator[Outcome]:
    """Yield a draft for every row; cells are parted by comma, semicolon, tab or bar."""
    return _read_rows(stream, where, stem, _DELIMITERS)


def read_tsv(stream: BinaryIO, where: str, stem: str) -> Iterator[Outcome]:
    """Yield a draft for every row of a table whose cells are parted by tabs."""
    return _read_rows(stream, where, stem, "\t")


def _read_rows(
    stream: BinaryIO, where: str, stem: str, delimiters: str
) -> Iterator[Outcome]:
    csv.field_size_limit(MAX_BYTES)
    with open_lines(stream, where) as lines:
        header = lines.readline()
        delimiter, columns = _columns(header, where, delimiters)
        for number, cells in _numbered_rows(lines, where, delimiter):
            place = f"{where}:{number}"
            try:
                if isinstance(cells, ArticleError):
                    raise cells
                if len(cells) != len(columns):
                    cause = f"has {len(cells)} cells, the header {len(columns)}"
                    raise refusal(place, cause)
                row = {
                    column: lines.repaired(cell, place)
                    for column, cell in zip(columns, cells, strict=True)
                }
                yield _draft(row, place, f"{stem}:{number}")
            except ArticleError as error:
                yield error


def _columns(header: str, where: str, delimiters: str) -> tuple[str, list[str]]:
    """Return the delimiter that shows a column named text, and all columns' names."""
    if not header.strip():
        raise refusal(where, "is empty")
    for delimiter in delimiters:
        names = _names(header, delimiter)
        if "text" in names:
            return delimiter, names
    found = ", ".join(_names(header, delimiters[0]))
    raise refusal(where, f"has no column text (columns found: {found})")


def _names(header: str, delimiter: str) -> list[str]:
    cells = next(csv.reader([header], delimiter=delimiter), [])
    return [cell.strip().lower() for cell in cells]


def _numbered_rows(
    lines: TextLines, where: str, delimiter: str
) -> Iterator[tuple[int, list[str] | ArticleError]]:
    """Yield each row with the number of its first line; a broken one as its error."""
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        number = rows.line_num + 2
        try:
            cells = next(rows, None)
        except csv.Error as error:
            yield number, refusal(f"{where}:{number}", _broken_row(error))
            if "limit" in str(error):
                return
            continue
        if cells is None:
            return
        if cells:
            yield number, cells


def _broken_row(error: csv.Error) -> str:
    if "limit" in str(error):
        return (
            f"a cell has more than {MAX_BYTES:,} characters: a quotation mark may not "
            "be closed; the rows after it are not read"
        )
    if "end of data" in str(error):
        return "a quotation mark is opened and not closed up to the end of the file"
    return f"is not CSV: {error}"


def _json_row(line: str, place: str) -> Mapping[str, object]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        cause = "too deep" if isinstance(error, RecursionError) else str(error)
        raise refusal(place, f"is not JSON: {cause}") from error
    if not isinstance(row, dict):
        raise refusal(place, "is not a JSON object")
    if row.get("text") is None:
        found = ", ".join(row) or "none"
        raise refusal(place, f"has no text (columns found: {found})")
    if not isinstance(row["text"], str):
        raise refusal(place, "text is not a string")
    return row


def _draft(row: Mapping[str, object], place: str, name: str) -> Draft:
    values = {column: _value(row.get(column), column, place) for column in _COLUMNS}
    return Draft(
        where=place,
        id=known(values["id"]) or name,
        text=values["text"] or "",
        title=values["title"],
        published=known(values["published"]),
        basis="given",
        source=values["source"],
        url=values["url"],
    )


def _value(value: object, column: str, place: str) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if kind := _JSON_KINDS.get(type(value)):
        raise refusal(place, f"{column} is {kind}, not a string")
    return str(value)
