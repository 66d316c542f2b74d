"""Read tables of articles: JSON Lines and CSV, streamed row by row, and JSON.

Columns: id, text, published, title, source, url; `text` is needed, others are ignored.
A row without an id is named by the file and the line on which it starts.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from kg.articles.addresses import has_path
from kg.articles.columns import COLUMNS, find_columns, guess_note
from kg.articles.draft import MAX_BYTES, Draft, Note, Outcome, known, refusal
from kg.articles.run import Run
from kg.articles.text.decode import decode
from kg.articles.text.streams import TextLines, open_lines
from kg.errors import ArticleError

_MAX_JSON = 10 * MAX_BYTES
_MAX_LINE = 2 * MAX_BYTES
_DELIMITERS = ",;\t|"
_JSON_KINDS = {bool: "a truth value", list: "a list", dict: "an object"}


def read_json_lines(
    stream: BinaryIO, where: str, name: str, run: Run
) -> Iterator[Outcome]:
    """Yield a draft for every line, or the refusal of a line that is none."""
    with open_lines(stream, where) as lines:
        for number, line in lines.numbered(_MAX_LINE):
            place = f"{where}:{number}"
            try:
                if len(line) > _MAX_LINE:
                    raise refusal(place, f"is longer than {_MAX_LINE:,} characters")
                if line.strip():
                    row = _json_object(lines.repaired(line.strip(), place), place)
                    yield from _json_draft(row, place, f"{name}:{number}", where, run)
            except ArticleError as error:
                yield error


def read_json(stream: BinaryIO, where: str, name: str, run: Run) -> Iterator[Outcome]:
    """Yield a draft for one object, or for each object of a list of them.

    The list may be the value of a key of its own: ``{"articles": [...]}``. A file of
    one object a line is read as JSON Lines.
    """
    content = stream.read(_MAX_JSON + 1)
    if len(content) > _MAX_JSON:
        limit = f"{_MAX_JSON / 1e6:,.0f} MB"
        raise refusal(where, f"is JSON of more than {limit}; write one object a line")
    text = decode(content, where)
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        if isinstance(error, json.JSONDecodeError) and error.msg == "Extra data":
            yield from read_json_lines(io.BytesIO(content), where, name, run)
            return
        raise refusal(where, f"is not JSON: {_json_cause(error)}") from error
    yield from _json_rows(found, where, name, run)


def _json_rows(found: object, where: str, name: str, run: Run) -> Iterator[Outcome]:
    rows = _listed(found)
    if rows is None:
        yield from _json_draft(found, where, name, where, run)
        return
    for number, row in enumerate(rows, start=1):
        place = f"{where}: article {number}"
        try:
            yield from _json_draft(row, place, f"{name}:{number}", where, run)
        except ArticleError as error:
            yield error


def _listed(found: object) -> list[object] | None:
    """Return the list of articles that JSON holds, None where it is one article."""
    if isinstance(found, list):
        return found
    if isinstance(found, dict) and "text" not in find_columns(found, {})[0]:
        lists = [each for each in found.values() if isinstance(each, list)]
        if len(lists) == 1 and all(isinstance(each, dict) for each in lists[0]):
            return lists[0]
    return None


def read_csv(stream: BinaryIO, where: str, name: str, run: Run) -> Iterator[Outcome]:
    """Yield a draft for every row; cells are parted by comma, semicolon, tab or bar."""
    return _read_rows(stream, where, name, run, _DELIMITERS)


def read_tsv(stream: BinaryIO, where: str, name: str, run: Run) -> Iterator[Outcome]:
    """Yield a draft for every row of a table whose cells are parted by tabs."""
    return _read_rows(stream, where, name, run, "\t")


def _read_rows(
    stream: BinaryIO, where: str, name: str, run: Run, delimiters: str
) -> Iterator[Outcome]:
    csv.field_size_limit(MAX_BYTES)
    with open_lines(stream, where) as lines:
        header = lines.readline()
        delimiter, columns = _columns(header, where, delimiters, run)
        found, guessed = find_columns(columns, run.columns)
        if guessed:
            yield Note(guess_note(where, guessed))
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
                yield row_draft(row, found, place, f"{name}:{number}")
            except ArticleError as error:
                yield error


def _columns(
    header: str, where: str, delimiters: str, run: Run
) -> tuple[str, list[str]]:
    """Return the delimiter that shows a column of text, and all columns' headings."""
    if not header.strip():
        raise refusal(where, "is empty")
    for delimiter in delimiters:
        headings = _headings(header, delimiter)
        if "text" in find_columns(headings, run.columns)[0]:
            return delimiter, headings
    found = ", ".join(_headings(header, delimiters[0]))
    raise refusal(where, f"{_no_text(run)} (columns found: {found})")


def _no_text(run: Run) -> str:
    heading = run.columns.get("text", "text")
    return f"has no column {heading}"


def _headings(header: str, delimiter: str) -> list[str]:
    cells = next(csv.reader([header], delimiter=delimiter), [])
    return [cell.strip() for cell in cells]


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


def _json_object(line: str, place: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise refusal(place, f"is not JSON: {_json_cause(error)}") from error


def _json_cause(error: Exception) -> str:
    return "too deep" if isinstance(error, RecursionError) else str(error)


def _json_draft(
    row: object, place: str, name: str, where: str, run: Run
) -> Iterator[Outcome]:
    """Yield the draft of one object, and once a file which columns are a guess."""
    if not isinstance(row, dict):
        raise refusal(place, "is not a JSON object")
    given = {key: value for key, value in row.items() if value is not None}
    columns, guessed = find_columns(given, run.columns)
    if "text" not in columns:
        found = ", ".join(row) or "none"
        raise refusal(place, f"has no text (columns found: {found})")
    if not isinstance(row[columns["text"]], str):
        raise refusal(place, "text is not a string")
    if guessed:
        yield from map(Note, run.once(guess_note(where, guessed)))
    yield row_draft(row, columns, place, name)


def row_draft(
    row: Mapping[str, object], columns: Mapping[str, str], place: str, name: str
) -> Draft:
    """Return the draft of a row.

    `columns` has the heading of each of kg's columns, `place` names the row in
    messages, `name` is its id where it has none. Raises `ArticleError` for a value
    that is no text.
    """
    values = {
        column: _value(row.get(columns[column]), column, place)
        if column in columns
        else None
        for column in COLUMNS
    }
    return Draft(
        where=place,
        id=known(values["id"]) or name,
        text=values["text"] or "",
        title=values["title"],
        published=known(values["published"]),
        basis="given",
        source=values["source"],
        url=values["url"],
        # The same article may come in tomorrow's export, corrected.
        origin=values["url"] if has_path(values["url"]) else None,
    )


def _value(value: object, column: str, place: str) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if kind := _JSON_KINDS.get(type(value)):
        raise refusal(place, f"{column} is {kind}, not a string")
    return str(value)
