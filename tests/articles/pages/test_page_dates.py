"""The day of publication in a page's markup."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from kg.articles.pages.page_dates import page_day, url_day
from kg.articles.pages.zones import parse_page

STORY = (
    "<p>The minister of fisheries said on Tuesday that the government of Norland would "
    "not extend the treaty with its neighbours, which was signed on 3 May 1998.</p>"
) * 3
TOMORROW_IN_A_YEAR = (datetime.now(UTC) + timedelta(days=366)).date().isoformat()


def day(body: str, head: str = "", url: str | None = None) -> str | None:
    page = f"<html><head><title>Treaty ends</title>{head}</head><body>{body}</body>"
    found = page_day(parse_page(page), url)
    return found.isoformat() if found else None


def article(*parts: str) -> str:
    return f"<article><h1>Treaty ends</h1>{''.join(parts)}{STORY}</article>"


def linked(*objects: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(objects)}</script>"


def meta(name: str, content: str) -> str:
    return f"<meta property='{name}' content='{content}'>"


NEWS = {"@type": "NewsArticle", "headline": "Treaty ends"}
PUBLISHED = {**NEWS, "dateModified": "2024-03-09", "datePublished": "2024-03-05T10:00"}


@pytest.mark.parametrize(
    "head",
    [
        linked(PUBLISHED),
        linked({"@graph": [{"@type": "WebPage", "datePublished": "2010-01-01"},
                           PUBLISHED]}),
        linked({"@type": "NewsArticle", "headline": "x", "datePublished": "2021-01-01"},
               PUBLISHED),
        linked({**PUBLISHED, "comment": [{"datePublished": "2024-03-07"}]}),
        "<script type='application/ld+json'>{'datePublished': x, "
        '"datePublished": "2024-03-05"}</script>',
        meta("article:modified_time", "2024-03-09")
        + meta("article:published_time", "2024-03-05T23:30:00-05:00"),
        meta("article:published_time", "1970-01-01") + meta("dc.date", "2024-03-05"),
        meta("article:published_time", TOMORROW_IN_A_YEAR) + meta("date", "2024-03-05"),
        "<meta name='pubdate' content='1709632800000'>",
        linked(PUBLISHED) + meta("article:published_time", "2024-03-06"),
    ],
)  # fmt: skip
def test_page_day_reads_what_the_page_says_of_itself(head: str) -> None:
    assert day(article(), head, "https://x.org/2023/01/02/a") == "2024-03-05"


@pytest.mark.parametrize(
    "stamp",
    [
        "<time datetime='2024-03-05T08:00'>8:00</time>",
        "<time>5 March 2024</time>",
        "<time class='updated' datetime='2024-03-09'>x</time>"
        "<time datetime='2024-03-05'>x</time>",
        "<p>Updated <time datetime='2024-03-09'>x</time></p>"
        "<p>Published <time datetime='2024-03-05'>x</time></p>",
        "<span itemprop='datePublished' content='2024-03-05'></span>",
        "<div data-datetime='5 March 2024'>5 March</div>",
        "<p class='byline'>By Ada Berg | March 5, 2024</p>",
        "<div class='meta'><span>5 March 2024</span></div>",
        "<p>First published 5 March 2024. Last updated 9 March 2024.</p>",
        "<span class='date-published'>05.03.2024</span>",
    ],
)
def test_page_day_reads_the_stamps_of_the_article(stamp: str) -> None:
    assert day(article(stamp), meta("og:updated_time", "2024-03-10")) == "2024-03-05"


@pytest.mark.parametrize(
    "foreign",
    [
        "<footer>Last updated 3 May 2012 <time datetime='2012-05-03'>x</time></footer>",
        "<div class='comments'><time datetime='2020-02-02'>x</time> nice</div>",
        "<section id='comments'><article><time datetime='2020-02-02'>x</time></article>"
        "</section>",
        "<aside><a href='/2019/03/04/x'>Old, 4 March 2019</a></aside>",
        "<div class='related'><article><time datetime='2020-01-01'>x</time></article>"
        "</div>",
        "<article><h3>Other</h3><time datetime='2020-01-01'>x</time></article>",
        "<p>The law was passed on <time datetime='2012-05-03'>3 May 2012</time> after "
        "a long debate in the parliament of Norland, he said.</p>",
    ],
)
def test_page_day_leaves_the_dates_of_other_things(foreign: str) -> None:
    assert day(article() + foreign) is None
    assert day(article(foreign)) is None
    own = "<time datetime='2024-03-05'>x</time>"
    assert day(foreign + article(own)) == "2024-03-05"


def test_page_day_reads_a_long_line_of_dates() -> None:
    line = "Published: 14:05 GMT, 5 March 2024 | Updated: 10:00 GMT, 9 March 2024"
    assert day(article(f"<p>{line}</p>")) == "2024-03-05"


def test_page_day_takes_the_address_then_a_modification_last() -> None:
    modified = meta("article:modified_time", "2024-04-09")
    assert day(article(), modified) == "2024-04-09"
    assert day(article(), modified, "https://x.org/2024/03/05/a") == "2024-03-05"


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://x.org/2024/03/05/treaty", "2024-03-05"),
        ("https://x.org/2024/3/5/treaty", "2024-03-05"),
        ("https://x.org/treaty-2024-03-05.html", "2024-03-05"),
        ("https://x.org/treaty-20240305.html", "2024-03-05"),
        ("https://x.org/2024/03/treaty", None),
        ("https://x.org/2024/13/45/treaty", None),
        ("https://x.org/a12024030512", None),
        ("https://x.org/2099/03/05/treaty", None),
        (None, None),
    ],
)
def test_url_day_reads_a_whole_day(url: str | None, found: str | None) -> None:
    assert (str(url_day(url)) if found else url_day(url)) == found
