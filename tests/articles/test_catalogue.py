"""metadata.csv beside the articles that it describes."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

Read = Callable[..., object]

HEADER = "id,published,source,title,url\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("January 4, 2019\n\nThe minister left.")
    (tmp_path / "b.txt").write_text("The treaty ended.")
    return tmp_path


def describe(folder: Path, lines: str, header: str = HEADER) -> None:
    (folder / "metadata.csv").write_text(header + lines, encoding="utf-8")


def test_metadata_describes_the_files_of_a_folder(read: Read, folder: Path) -> None:
    describe(folder, 'a,2024-11-01,RFE/RL,"Gone, she is",https://x.org\nb,,,,\n')
    first, second = read(folder).articles
    assert (first.published, first.published_basis) == (date(2024, 11, 1), "metadata")
    assert (first.source, first.title) == ("RFE/RL", "Gone, she is")
    assert first.url == "https://x.org"
    assert (second.published, second.published_basis) == (None, "none")
    assert (second.source, second.title) == (None, None)


def test_metadata_describes_a_file_that_is_named_itself(
    read: Read, folder: Path
) -> None:
    describe(folder, "a.txt,1 November 2024,,,\n")
    reading = read(folder / "a.txt")
    assert reading.article.published == date(2024, 11, 1)
    assert not reading.notes


def test_metadata_holds_below_its_folder_until_another(
    read: Read, folder: Path
) -> None:
    describe(folder, "c,2024-11-01,,,\n")
    for name in ("below", "other"):
        (folder / name).mkdir()
        (folder / name / "c.txt").write_text("The talks ended.")
    describe(folder / "other", "c,2024-12-01,,,\n")
    days = [article.published for article in read(folder).articles[2:]]
    assert days == [date(2024, 11, 1), date(2024, 12, 1)]


def test_metadata_goes_before_what_the_file_says(read: Read, tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text("---\ntitle: Gone\ndate: 2020-01-01\n---\nThe minister left.")
    describe(tmp_path, "a,2024-11-01,,,\n")
    article = read(page).article
    assert (article.published, article.title) == (date(2024, 11, 1), "Gone")


def test_metadata_with_a_bad_date_refuses_the_article_and_names_the_line(
    read: Read, folder: Path
) -> None:
    describe(folder, "b,2024-11-01,,,\na,first of may,,,\n")
    reading = read(folder)
    assert reading.article.id == "b"
    assert reading.refusals == [
        f"{folder}/a.txt: metadata.csv:3: published 'first of may' is not a date "
        "such as 2024-11-01"
    ]


def test_metadata_with_ids_of_no_file_is_said(read: Read, folder: Path) -> None:
    describe(folder, "a,,,,\nx,,,,\ny,,,,\n")
    assert read(folder).notes == [
        f"{folder}/metadata.csv: 2 of its ids have no file: x, y"
    ]


def test_metadata_lines_that_cannot_be_used_are_refused(
    read: Read, folder: Path
) -> None:
    describe(folder, "a,2024-11-01,,,\na,2024-11-02,,,\n,2024-11-03,,,\n")
    reading = read(folder)
    assert reading.articles[0].published == date(2024, 11, 1)
    assert reading.refusals == [
        f"{folder}/metadata.csv:3: id 'a' is there twice",
        f"{folder}/metadata.csv:4: has no id",
    ]


def test_metadata_without_ids_is_refused_once(read: Read, folder: Path) -> None:
    describe(folder, "a,2024-11-01\n", header="name,day\n")
    reading = read(folder / "a.txt", folder / "b.txt")
    assert len(reading.articles) == 2
    assert reading.refusals == [
        f"{folder}/metadata.csv: has no column id (columns found: name, day)"
    ]


def test_metadata_named_itself_is_no_article(read: Read, folder: Path) -> None:
    describe(folder, "a,2024-11-01,,,\n")
    path = folder / "metadata.csv"
    reading = read(path)
    assert not reading.articles
    assert not reading.refusals
    assert reading.notes == [
        f"{path}: describes the articles beside it, is none itself"
    ]


def test_metadata_describes_a_file_by_its_path(read: Read, folder: Path) -> None:
    for name in ("x", "y"):
        (folder / name).mkdir()
        (folder / name / "a.txt").write_text(f"The talks of {name} ended.")
    describe(folder, "x/a,2024-11-01,,,\ny/a.txt,2024-12-01,,,\na,2024-10-01,,,\n")
    days = {each.id: each.published for each in read(folder).articles}
    assert days["x/a"] == date(2024, 11, 1)
    assert days["y/a"] == date(2024, 12, 1)
    assert days["a"] == date(2024, 10, 1)
