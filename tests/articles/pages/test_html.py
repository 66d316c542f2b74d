"""Pages as articles."""

from datetime import date

import pytest

from kg.articles.draft import Draft
from kg.articles.pages.html import MAX_PAGE_BYTES, is_html, plain_text, read_html
from kg.errors import ArticleError

PARAGRAPH = (
    "<p>The minister of fisheries said on Tuesday that the government would not "
    "<a href='/x'>extend</a> the treaty &amp; that she had told the neighbours.</p>"
)


def page(body: str = PARAGRAPH * 2, head: str = "") -> bytes:
    return (
        f"<!DOCTYPE html><html><head><title>Gone | The Gazette</title>{head}</head>"
        f"<body><nav><a href='/'>Home</a></nav><article><h1>Gone</h1>{body}</article>"
        "<footer>Copyright 2020</footer></body></html>"
    ).encode()


def read_page(content: bytes, **options: object) -> Draft:
    (draft,) = read_html(content, "a.html", "a", **options)
    return draft


def test_read_html_takes_text_title_date_and_publisher() -> None:
    head = (
        "<meta property='og:site_name' content='The Gazette'>"
        "<meta property='article:published_time' content='2024-11-01T23:30:00-05:00'>"
        "<link rel='canonical' href='https://example.org/7'>"
    )
    draft = read_page(page(head=head))
    assert "would not extend the treaty & that she" in draft.text
    assert "Home" not in draft.text
    assert "Copyright" not in draft.text
    assert (draft.title, draft.source) == ("Gone", "The Gazette")
    assert draft.published == date(2024, 11, 1)
    assert draft.url == "https://example.org/7"


def test_read_html_gives_no_date_where_the_page_has_none() -> None:
    assert read_page(page()).published is None


@pytest.mark.parametrize("content", [b"", b"<html></html>", page(body="")])
def test_read_html_refuses_a_page_without_an_article(content: bytes) -> None:
    with pytest.raises(ArticleError, match="^a.html: no article text found in the"):
        read_html(content, "a.html", "a")


def test_read_html_reads_the_encoding_that_the_page_declares() -> None:
    body = PARAGRAPH.replace("minister", "minister Wałęsa")
    content = page(body, "<meta charset='iso-8859-2'>").decode().encode("iso-8859-2")
    assert "minister Wałęsa" in read_page(content).text


def test_read_html_reads_a_page_with_an_xml_declaration() -> None:
    content = b'<?xml version="1.0" encoding="utf-8"?>\n' + page()
    assert "the treaty" in read_page(content).text


def test_read_html_refuses_a_huge_page() -> None:
    with pytest.raises(ArticleError, match="^a.html: has 10 MB; a page may have 10 MB"):
        read_html(b" " * (MAX_PAGE_BYTES + 1), "a.html", "a")


def test_read_html_survives_deep_nesting() -> None:
    content = page("<div>" * 20_000 + PARAGRAPH + "</div>" * 20_000)
    with pytest.raises(ArticleError, match="^a.html: no article text"):
        read_html(content, "a.html", "a")


def test_plain_text_puts_blocks_on_lines_and_drops_scripts() -> None:
    fragment = (
        "<p>One <b>two</b> &amp; three</p><script>x()</script><p>Four<br>five</p>"
    )
    assert plain_text(fragment) == "One two & three\nFour\nfive"
    assert plain_text("no marks") == "no marks"
    attributes = " ".join(f"a{n}=x" for n in range(200_000))
    assert plain_text(f"One <b {attributes}>two</b>.") == "One two."
    assert plain_text("") == ""
    assert plain_text("<b>a\x00\x0cb</b>") == "ab"


def test_is_html_looks_at_the_start() -> None:
    assert is_html(b"\xef\xbb\xbf\n<!DOCTYPE HTML><p>")
    assert not is_html(b"The page starts with <html>")
