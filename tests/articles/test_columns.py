"""Headings of tables: named, usual and unknown ones."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kg.articles import Run
from kg.articles.columns import find_columns, parse_columns

Read = Callable[..., object]


def test_find_columns_takes_usual_names_as_a_guess() -> None:
    found, guessed = find_columns(["Headline", "Pub Date", "BODY", "link"], {})
    assert found == guessed
    assert found == {
        "text": "BODY",
        "published": "Pub Date",
        "title": "Headline",
        "url": "link",
    }


def test_find_columns_prefers_a_column_of_its_own_name() -> None:
    found, guessed = find_columns(["body", "Text", "headline", "title"], {})
    assert found == {"text": "Text", "title": "title"}
    assert not guessed


def test_find_columns_takes_named_headings_alone() -> None:
    found, guessed = find_columns(
        ["Titel", "title", "body", "date"], {"title": "titel", "text": "Volltext"}
    )
    assert found == {"title": "Titel", "published": "date"}
    assert guessed == {"published": "date"}


@pytest.mark.parametrize("value", ["title", "title=", "name=x", "=x", "title=a,,"])
def test_parse_columns_refuses_what_is_no_pair(value: str) -> None:
    with pytest.raises(ValueError, match="is not COLUMN=HEADING with id, text"):
        parse_columns(value)


def test_read_csv_takes_named_columns(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Titel;Datum;Volltext\nGone;1 November 2024;She left.\n")
    columns = parse_columns("title=Titel, published=Datum, text=Volltext")
    reading = read(path, run=Run(columns=columns))
    assert (reading.article.title, reading.article.text) == ("Gone", "She left.")
    assert reading.article.published == date(2024, 11, 1)
    assert not reading.notes


def test_read_csv_says_what_it_guesses(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("headline,date,body\nGone,2024-11-01,She left.\n")
    reading = read(path)
    assert (reading.article.title, reading.article.text) == ("Gone", "She left.")
    assert reading.notes == [
        f"{path}: read body as text, date as published, headline as title (--columns "
        "says otherwise)"
    ]


def test_read_json_lines_says_what_it_guesses_once(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"body": "She left."}\n{"body": "He left."}\n')
    reading = read(path)
    assert [article.text for article in reading.articles] == ["She left.", "He left."]
    assert reading.notes == [f"{path}: read body as text (--columns says otherwise)"]


@pytest.mark.parametrize(
    "content",
    [
        '[{"id": 1, "text": "She left."}, {"id": 2, "text": "He left."}]',
        '{"status": "ok", "articles": [{"id": 1, "text": "She left."},'
        ' {"id": 2, "text": "He left."}]}',
        '{"id": 1, "text": "She left."}\n{"id": 2, "text": "He left."}',
    ],
)
def test_read_json_reads_lists(read: Read, tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(content)
    assert [each.id for each in read(path).articles] == ["1", "2"]


def test_read_json_reads_one_article(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"text": "She left.",\n "tags": ["x"]}')
    article = read(path).article
    assert (article.id, article.text) == ("a", "She left.")


def test_read_json_refuses_what_is_none_and_goes_on(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"text": "She left."}, 7, {"words": "x"}]')
    reading = read(path)
    assert reading.article.id == "a:1"
    assert reading.refusals == [
        f"{path}: article 2: is not a JSON object",
        f"{path}: article 3: has no text (columns found: words)",
    ]
    path.write_text("{")
    assert read(path).refusal.startswith(f"{path}: is not JSON: ")
