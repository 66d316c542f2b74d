"""Checks that every article passes, whatever it was read from."""

from datetime import date

import pytest

from kg.articles.accept import Defaults, accept
from kg.articles.draft import MAX_CHARACTERS, Draft
from kg.errors import ArticleError

STORY = "The minister left."


def make_article(text: str = STORY, **fields: object):
    draft = Draft(where="a.txt", id="a", text=text)
    for name, value in fields.items():
        object.__setattr__(draft, name, value)
    return accept(draft)


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("", "a.txt: is empty"),
        (" \r\n\t\u00a0", "a.txt: is empty"),
        ("a\x00b", "a.txt: holds NUL characters: it is binary, not text"),
    ],
)
def test_settle_refuses_what_is_no_article(text: str, cause: str) -> None:
    with pytest.raises(ArticleError) as refused:
        make_article(text)
    assert str(refused.value) == cause


def test_settle_refuses_a_text_over_the_limit() -> None:
    with pytest.raises(ArticleError, match="^a.txt: has 5,000,001 characters; one "):
        make_article("a" * (MAX_CHARACTERS + 1))


GIVEN = Defaults(published=date(2024, 11, 1), source="The Herald")
OVERRIDE = Defaults(published=date(2024, 11, 1), source="The Herald", override=True)


def test_settle_takes_defaults_for_what_an_article_does_not_say() -> None:
    article = accept(Draft(where="a", id="a", text=STORY), GIVEN)
    assert (article.published, article.published_basis) == (date(2024, 11, 1), "given")
    assert article.source == "The Herald"


@pytest.mark.parametrize(
    ("text", "published"),
    [(STORY, "2019-01-04"), (f"January 4, 2019\n\n{STORY}", None)],
)
def test_settle_prefers_what_an_article_says(text: str, published: str | None) -> None:
    draft = Draft(
        where="a", id="a", text=text, published=published, source="The Gazette"
    )
    article = accept(draft, GIVEN)
    assert (article.published, article.source) == (date(2019, 1, 4), "The Gazette")


def test_settle_overrides_what_an_article_says() -> None:
    draft = Draft(
        where="a", id="a", text=STORY, published="not a day", source="The Gazette"
    )
    article = accept(draft, OVERRIDE)
    assert (article.published, article.published_basis) == (date(2024, 11, 1), "given")
    assert article.source == "The Herald"


def test_settle_takes_secrets_out_of_an_address() -> None:
    article = make_article(url="https://ada:pw@x.org/a?token=T&page=2")
    assert article.url == "https://x.org/a?page=2"


def test_settle_takes_the_day_of_the_draft_before_the_one_of_the_text() -> None:
    text = f"January 4, 2019\n\n{STORY}"
    article = make_article(text, published="1 November 2024")
    assert (article.published, article.published_basis) == (
        date(2024, 11, 1),
        "metadata",
    )
    article = make_article(text)
    assert (article.published, article.published_basis) == (date(2019, 1, 4), "text")


def test_settle_says_that_there_is_no_day() -> None:
    article = make_article()
    assert (article.published, article.published_basis) == (None, "none")


def test_settle_names_a_date_that_is_none_and_its_place() -> None:
    with pytest.raises(ArticleError, match="^a.txt: m.csv:3: published 'soon' is not"):
        make_article(published="soon", published_in="m.csv:3")


def test_settle_keeps_the_length_of_a_text_with_half_characters() -> None:
    article = make_article("The \ud83d minister left.")
    assert article.text == "The \ufffd minister left."
    assert article.text.encode()


def test_settle_escapes_controls_in_names_but_not_in_the_text() -> None:
    article = make_article("\x1b[31mThe minister", id="\x1b[2Ja", title="A\x1b]0;x\nB")
    assert article.id == r"\x1b[2Ja"
    assert article.title == r"A\x1b]0;x B"
    assert article.text == "\x1b[31mThe minister"
