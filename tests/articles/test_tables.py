"""Rows of .jsonl, .csv and .tsv as articles."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

Read = Callable[..., object]


def write_csv(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def write_rows(path: Path, *rows: object) -> Path:
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_read_json_lines_takes_every_column(read: Read, tmp_path: Path) -> None:
    row = {
        "id": 7,
        "text": "The minister left.",
        "published": "2024-11-01T10:00:00Z",
        "title": "Gone",
        "source": "The Gazette",
        "url": "https://example.org/7",
        "other": ["ignored"],
    }
    article = read(write_rows(tmp_path / "a.jsonl", row)).article
    assert article.id == "7"
    assert article.text == "The minister left."
    assert (article.published, article.published_basis) == (date(2024, 11, 1), "given")
    assert (article.title, article.source) == ("Gone", "The Gazette")
    assert article.url == "https://example.org/7"


def test_read_json_lines_names_a_row_by_file_and_line(
    read: Read, tmp_path: Path
) -> None:
    reading = read(
        write_rows(tmp_path / "a.ndjson", {"text": "One."}, "", {"text": "Two."})
    )
    assert [article.id for article in reading.articles] == ["a:1", "a:3"]


@pytest.mark.parametrize(
    ("row", "cause"),
    [
        ('{"text": "cut', "is not JSON: Unterminated string"),
        ("[1, 2]", "is not a JSON object"),
        ('"text"', "is not a JSON object"),
        ({"words": "x", "id": "1"}, "has no text (columns found: words, id)"),
        ({"text": 12}, "text is not a string"),
        ({"text": ""}, "is empty"),
        ({"text": "x", "source": {"name": "y"}}, "source is an object, not a string"),
        ({"text": "x", "published": "soon"}, "published 'soon' is not a date"),
        ({"text": "x", "published": 2024}, "published '2024' is not a date"),
        ("[" * 100_000, "is not JSON: too deep"),
    ],
)
def test_read_json_lines_refuses_a_row_and_goes_on(
    read: Read, tmp_path: Path, row: object, cause: str
) -> None:
    path = write_rows(tmp_path / "a.jsonl", {"text": "One."}, row, {"text": "Two."})
    reading = read(path)
    assert [article.text for article in reading.articles] == ["One.", "Two."]
    assert len(reading.refusals) == 1
    assert reading.refusals[0].startswith(f"{path}:2: {cause}")


def test_read_json_lines_reads_marks_and_other_encodings(
    read: Read, tmp_path: Path
) -> None:
    line = json.dumps({"text": "The café is closed."}, ensure_ascii=False)
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        path = tmp_path / f"{encoding}.jsonl"
        path.write_bytes(line.encode(encoding))
        assert read(path).article.text == "The café is closed."


def test_read_json_lines_guesses_a_late_line_of_another_encoding(
    read: Read, tmp_path: Path
) -> None:
    path = tmp_path / "a.jsonl"
    head = b'{"text": "The minister left."}\n' * 3000
    path.write_bytes(head + '{"text": "The café is closed."}'.encode("cp1252"))
    assert read(path).articles[-1].text == "The café is closed."


def test_read_json_lines_refuses_a_line_without_end(
    read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.articles.tables._MAX_LINE", 50)
    path = write_rows(tmp_path / "a.jsonl", {"text": "x" * 200}, {"text": "Two."})
    reading = read(path)
    assert [article.id for article in reading.articles] == ["a:2"]
    assert reading.refusals == [f"{path}:1: is longer than 50 characters"]


def test_read_json_lines_refuses_a_binary_file(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\x1f\x8b\x08\x00")
    assert read(path).refusal == f"{path}: is a gzip file, not text"


def test_read_csv_reads_cells_with_line_ends_as_they_are(
    read: Read, tmp_path: Path
) -> None:
    path = write_csv(
        tmp_path / "a.csv",
        "ID,Text,other,published",
        '1,"The minister, who left.',
        'She said ""no"".",x,2024-11-01',
        "2,The treaty ended.,,",
    )
    first, second = read(path).articles
    assert first.text == 'The minister, who left.\r\nShe said "no".'
    assert first.published == date(2024, 11, 1)
    assert (second.id, second.published_basis) == ("2", "none")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_read_csv_finds_the_delimiter(
    read: Read, tmp_path: Path, delimiter: str
) -> None:
    path = write_csv(
        tmp_path / "a.csv", f"id{delimiter}text", f"1{delimiter}It ended.", ""
    )
    assert read(path).article.text == "It ended."


def test_read_csv_reads_a_single_column(read: Read, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", "text", '"It ended; she left, too | alone."')
    assert read(path).article.text == "It ended; she left, too | alone."


def test_read_csv_reads_huge_cells(read: Read, tmp_path: Path) -> None:
    text = "The minister left the town. " * 20_000
    assert read(write_csv(tmp_path / "a.csv", "text", text)).article.text == text


def test_read_csv_names_the_columns_found(read: Read, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", "id,words", "1,It ended.")
    cause = "has no column text (columns found: id, words)"
    assert read(path).refusal == f"{path}: {cause}"


def test_read_csv_refuses_an_empty_file(read: Read, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv")
    assert read(path).refusal == f"{path}: is empty"


@pytest.mark.parametrize(
    ("row", "cause"),
    [
        ("1,It ended, she said.", "has 3 cells, the header 2"),
        ("1", "has 1 cells, the header 2"),
        ('1,"It "ended" then."', "is not CSV"),
        ("1,", "is empty"),
    ],
)
def test_read_csv_refuses_a_row_and_goes_on(
    read: Read, tmp_path: Path, row: str, cause: str
) -> None:
    path = write_csv(tmp_path / "a.csv", "id,text", row, "2,The treaty ended.")
    reading = read(path)
    assert [article.id for article in reading.articles] == ["2"]
    assert len(reading.refusals) == 1
    assert reading.refusals[0].startswith(f"{path}:2: {cause}")


def test_read_csv_says_where_a_quotation_mark_is_not_closed(
    read: Read, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "a.csv", "id,text", "1,One.", '2,"Two.', "3,Three.")
    reading = read(path)
    assert [article.id for article in reading.articles] == ["1"]
    assert reading.refusals == [
        f"{path}:3: a quotation mark is opened and not closed up to the end of the file"
    ]


def test_read_csv_stops_at_a_cell_over_the_limit(
    read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.articles.tables.MAX_BYTES", 40)
    path = write_csv(tmp_path / "a.csv", "id,text", '1,"' + "x" * 60, "2,Two.", "3,x")
    reading = read(path)
    assert not reading.articles
    assert len(reading.refusals) == 1
    assert reading.refusals[0].startswith(f"{path}:2: a cell has more than 40")


def test_read_csv_reads_windows_encoding(read: Read, tmp_path: Path) -> None:
    path = write_csv(
        tmp_path / "a.csv", "text", "“The café” is closed.", encoding="cp1252"
    )
    assert read(path).article.text == "“The café” is closed."


def test_read_tsv_reads_cells_parted_by_tabs(read: Read, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.tsv", "id\ttext", "1\tIt ended, she said.")
    assert read(path).article.text == "It ended, she said."
