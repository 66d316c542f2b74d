"""First lines of plain texts: titles, and what is none."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.articles.text.first_lines import first_line_title

BODY = "The minister of fisheries left the town on Tuesday, her office said."


@pytest.mark.parametrize(
    "title",
    [
        "Minister leaves town",
        "Who will follow the minister?",
        "Minister of Fisheries Leaves the Town.",
        "Berg: 'I will not come back'",
        "Treaty ends with the U.S.",
    ],
)
def test_first_line_title_takes_a_headline(title: str) -> None:
    assert first_line_title(f"{title}\n\n{BODY}") == title
    assert first_line_title(f"\r\n{title}\r\n{BODY * 2}") == title


@pytest.mark.parametrize(
    "line",
    [
        BODY,
        "By Ada Berg of the Gazette",
        "1 November 2024",
        "Ada Berg, Minister of Fisheries",
        "Office of the Press",
        "minister leaves town",
        "Minister",
        "From: ada@example.org",
        "a long line of words " * 9,
    ],
)
def test_first_line_title_leaves_other_lines(line: str) -> None:
    assert first_line_title(f"{line}\n\n{BODY}") is None


def test_first_line_title_leaves_the_first_line_of_wrapped_text() -> None:
    wrapped = "The minister of fisheries left\nthe town on Tuesday, her office\nsaid."
    assert first_line_title(wrapped) is None
    assert first_line_title("Minister leaves town") is None
    assert first_line_title("\n \n") is None


def test_read_articles_keeps_the_title_in_the_text(
    read: Callable[..., object], tmp_path: Path
) -> None:
    text = f"Minister leaves town\n\n{BODY}\n"
    (tmp_path / "a.txt").write_text(text)
    article = read(tmp_path / "a.txt").article
    assert (article.title, article.text) == ("Minister leaves town", text)
