"""Markdown with front matter as articles."""

from datetime import date

import pytest

from kg.articles.accept import accept
from kg.articles.draft import Draft
from kg.articles.markdown import read_markdown
from kg.errors import ArticleError


def draft(text: str) -> Draft:
    (made,) = read_markdown(text.encode(), "a.md", "a")
    return made


def test_read_markdown_takes_the_front_matter() -> None:
    made = draft(
        "---\ntitle: 'Gone: the minister'\ndate: 2024-11-01\npublisher: The Gazette\n"
        "url: https://example.org/7\nid: seven\ntags: [a, b]\n---\n\nShe left.\n"
    )
    assert (made.id, made.title) == ("seven", "Gone: the minister")
    assert (made.published, made.source) == ("2024-11-01", "The Gazette")
    assert made.url == "https://example.org/7"
    assert made.text == "She left."


def test_read_markdown_does_not_move_the_day_to_another_zone() -> None:
    made = draft("---\npublished: 2024-11-01T23:00:00-05:00\n---\nShe left.")
    article = accept(made)
    assert (article.published, article.published_basis) == (
        date(2024, 11, 1),
        "metadata",
    )


def test_read_markdown_reads_a_text_without_front_matter() -> None:
    made = draft("She left.\n\n---\n\nHe stayed.")
    assert made.text == "She left.\n\nHe stayed."
    assert (made.id, made.title, made.published) == ("a", None, None)


def test_read_markdown_shows_text_without_its_marks() -> None:
    made = draft(
        "# Gone\n\nThe *minister* of **Norland** [said](https://example.org) so,\n"
        "in `writing`.\n\n> “We agree,” he said.\n\n- one\n- two\n\n"
        "![a picture](x.png)\n\n<p>Raw &amp; bold</p>\n\n    code\n"
    )
    assert made.title == "Gone"
    assert made.text.split("\n\n") == [
        "Gone",
        "The minister of Norland said so,\nin writing.",
        "“We agree,” he said.",
        "one",
        "two",
        "",
        "Raw & bold",
        "code",
    ]


def test_read_markdown_keeps_signs_that_are_no_marks() -> None:
    text = "It cost 5 * 3 dollars [sic], said a_b_c & co."
    assert draft(text).text == text


@pytest.mark.parametrize("front", ["title: [a", "title: *a", "a: " + "[" * 5000])
def test_read_markdown_refuses_broken_front_matter(front: str) -> None:
    with pytest.raises(ArticleError, match="^a.md: front matter is not YAML: ") as no:
        draft(f"---\n{front}\n---\nShe left.")
    assert "\n" not in str(no.value)


def test_read_markdown_takes_front_matter_in_toml() -> None:
    made = draft(
        '+++\ntitle = "Gone"\ndate = 2024-11-01T23:30:00-05:00\n'
        "[params]\na = 1\n+++\n\nShe left.\n"
    )
    assert (made.title, made.text) == ("Gone", "She left.")
    assert made.published == "2024-11-01T23:30:00-05:00"
    assert draft("+++\npublishDate = 2024-11-01\n+++\nx").published == "2024-11-01"


def test_read_markdown_refuses_broken_toml() -> None:
    with pytest.raises(ArticleError, match="^a.md: front matter is not TOML: "):
        draft("+++\ntitle = \n+++\nShe left.")
