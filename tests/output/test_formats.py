"""Rows for people and for programs, whatever an article put in them."""

import csv
import io
import json
from datetime import date

import pytest

from kg.output.cells import to_cell
from kg.output.formats import print_rows

ROW = {
    "speaker": "Choe Son Hui",
    "negated": False,
    "about": ["Russia", "United States"],
    "said": date(2024, 11, 1),
    "value": 10000.0,
    "url": None,
}
HOSTILE = "\x1b[2J\x9b31m=cmd()[bold]x[/bold]\u202e"


def written(rows, format, **options):
    stream = io.StringIO()
    print_rows(rows, format, stream=stream, **options)
    return stream.getvalue()


def test_json_is_a_list_in_the_columns_order():
    text = written([ROW], "json", columns=["said", "speaker", "about"])
    assert json.loads(text) == [
        {
            "said": "2024-11-01",
            "speaker": "Choe Son Hui",
            "about": ["Russia", "United States"],
        }
    ]
    assert list(json.loads(text)[0]) == ["said", "speaker", "about"]


def test_json_of_no_rows_is_an_empty_list():
    assert json.loads(written([], "json")) == []


def test_jsonl_writes_each_row_as_it_comes():
    stream = io.StringIO()
    seen = []

    def rows():
        for number in range(3):
            seen.append(stream.getvalue().count("\n"))
            yield {"number": number}

    print_rows(rows(), "jsonl", stream=stream)
    assert seen == [0, 1, 2]
    assert [json.loads(line) for line in stream.getvalue().splitlines()] == [
        {"number": 0},
        {"number": 1},
        {"number": 2},
    ]


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_json_keeps_hostile_text_and_escapes_it(format):
    text = written([{"content": HOSTILE}], format)
    assert not set(text) & set("\x1b\x9b\u202e")
    (row,) = json.loads(text) if format == "json" else [json.loads(text)]
    assert row == {"content": HOSTILE}


def test_csv_reads_back():
    text = written([ROW, ROW | {"speaker": 'He, "the" one'}], "csv")
    first, second = csv.DictReader(io.StringIO(text))
    assert first == {
        "speaker": "Choe Son Hui",
        "negated": "false",
        "about": "Russia, United States",
        "said": "2024-11-01",
        "value": "10000.0",
        "url": "",
    }
    assert second["speaker"] == 'He, "the" one'


def test_csv_of_no_rows_has_the_columns():
    assert written([], "csv", columns=["one", "two"]) == "one,two\n"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"]
)
def test_csv_neutralises_a_formula(text):
    (row,) = csv.DictReader(io.StringIO(written([{"content": text}], "csv")))
    assert row["content"].startswith("'")


def test_csv_neutralises_a_formula_that_opens_a_list():
    (row,) = csv.DictReader(io.StringIO(written([{"about": ["=1", "b"]}], "csv")))
    assert row["about"] == "'=1, b"


@pytest.mark.parametrize("value", [-1, -1.5, 1, True, "a-b", "1+1"])
def test_csv_leaves_numbers_and_harmless_text(value):
    (row,) = csv.DictReader(io.StringIO(written([{"value": value}], "csv")))
    assert row["value"] == (str(value).lower() if value is True else str(value))


def test_csv_holds_no_escape_sequence():
    text = written([{"content": HOSTILE}], "csv")
    assert not set(text) & set("\x1b\x9b\u202e")


@pytest.mark.parametrize("width", ["90", "200"])
def test_table_shows_hostile_text_as_text(monkeypatch, width):
    monkeypatch.setenv("COLUMNS", width)
    text = written([ROW | {"content": HOSTILE}], "table")
    assert not set(text) & set("\x1b\x9b\u202e")
    assert "\\x1b[2J" in text
    assert "[bold]" in text


WORDS = [f"word{number}" for number in range(60)]
LONG = {"speaker": "Choe Son Hui", "content": " ".join(WORDS), "article": WORDS[-1]}


@pytest.mark.parametrize("width", ["20", "50", "80", "120", "300"])
def test_table_cuts_nothing_off_that_it_shows(monkeypatch, width):
    monkeypatch.setenv("COLUMNS", width)
    text = written([LONG] * 2, "table")
    shown = WORDS if "content" in text.splitlines()[0] else ["Choe"]
    assert all(text.count(word) >= 2 for word in shown)
    assert "…" not in text


@pytest.mark.parametrize("width", ["20", "50", "80", "120", "300"])
def test_blocks_hold_everything(monkeypatch, width):
    monkeypatch.setenv("COLUMNS", width)
    text = written([LONG] * 2, "long")
    assert all(text.count(word) >= 2 for word in ("Choe", *WORDS))
    assert "— 2 —\nspeaker  Choe" in text


@pytest.mark.parametrize("width", [40, 80, 120])
def test_table_stays_within_the_screen(monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    rows = [{f"column{number}": f"value{number} " * 9 for number in range(12)}]
    text = written([{**row, "key": "46d53fdd"} for row in rows], "table")
    assert max(map(len, text.splitlines())) <= width
    assert "46d53fdd" in text


def test_table_drops_columns_from_the_right_and_names_them(monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    row = {f"column{number}": f"value{number} " * 4 for number in range(6)}
    text = written([{**row, "key": "46d53fdd"}], "table")
    head, *_, last = " ".join(text.split()).partition(" no room in 40 columns for ")
    assert head.startswith("column0 column1 key")
    assert last == "column2, column3, column4, column5 (--format long has it)"
    monkeypatch.setenv("COLUMNS", "200")
    assert "no room" not in written([row], "table")


def test_table_gives_a_name_that_nearly_fits_what_it_lacks(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert "Choe Son Hui  word0" in written([LONG], "table")


def test_table_leaves_out_columns_without_a_value():
    text = written([ROW], "table")
    assert "speaker" in text
    assert "url" not in text
    assert "negated" not in text


@pytest.mark.parametrize("rows", [[{"x": None}], [{"x": None, "y": []}]])
def test_table_shows_rows_without_any_value(rows):
    assert "x" in written(rows, "table")


def test_table_of_no_rows_says_so():
    assert written([], "table") == "no rows\n"


def test_table_takes_markup_and_emoji_codes_as_text():
    text = written([{":smile:": "[red]stop[/] :smile:"}], "table")
    assert "[red]stop[/] :smile:" in text


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (True, "yes"),
        (10000.0, "10000"),
        (0.91, "0.91"),
        (date(2024, 11, 1), "2024-11-01"),
        (["a", None, 2], "a, , 2"),
        ({"a": date(2024, 11, 1)}, '{"a": "2024-11-01"}'),
    ],
)
def test_to_cell_writes_a_value(value, cell):
    assert to_cell(value) == cell


def test_table_keeps_keys_whole(monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    row = {
        "content": "a word " * 40,
        "id": "003_e9db1eb3919ca6d1",
        "key": "46d53fdd4b57eb7f",
    }
    text = written([row], "table")
    assert row["id"] in text
    assert row["key"] in text


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_json_has_null_for_numbers_that_it_cannot_write(format):
    row = {"x": float("nan"), "y": [float("inf"), 1.5], "z": {"k": float("-inf")}}
    read = json.loads(
        written([row], format).strip("[]\n ") or "null",
        parse_constant=lambda name: pytest.fail(f"{name} is no JSON"),
    )
    assert read == {"x": None, "y": [None, 1.5], "z": {"k": None}}


@pytest.mark.parametrize("text", [" =1+1", "\u00a0=1+1", "  @SUM(A1)"])
def test_csv_takes_the_sting_from_formulas_behind_space(text):
    assert written([{"x": text}], "csv") == f"x\n'{text}\n"


def test_csv_takes_the_sting_from_column_headers():
    assert written([{"=1+1": 3}], "csv") == "'=1+1\n3\n"
