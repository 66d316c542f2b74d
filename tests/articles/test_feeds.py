"""RSS and Atom feeds, on a server of this machine and in files."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from kg.articles import Run, Visits
from kg.articles.feeds import is_feed

Read = Callable[..., object]


def page(story: str) -> str:
    return f"<html><body><article><p>{story}</p><p>{story}</p></article></body></html>"


def item(link: str, content: str = "", summary: str = "In short.") -> str:
    return (
        f"<item><title>Gone &amp;amp; left</title><link>{escape(link)}</link>"
        "<pubDate>Fri, 01 Nov 2024 23:30:00 -0500</pubDate>"
        f"<description>{escape(summary)}</description>"
        f"<content:encoded>{escape(content)}</content:encoded></item>"
    )


def rss(*items: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>The Gazette</title>{''.join(items)}</channel></rss>"
    )


def test_read_feed_reads_the_page_of_each_entry(read: Read, site, story: str) -> None:
    links = [site.put(f"/{name}", page(f"{name} {story}")) for name in ("One", "Two")]
    feed = rss(*(item(link) for link in links))
    address = site.put("/feed", feed, "application/rss+xml")
    first, second = read(address).articles
    assert [first.id, second.id] == links
    assert first.text.startswith("One The minister")
    assert first.title == "Gone & left"
    assert first.source == "The Gazette"
    assert (first.published, first.published_basis) == (date(2024, 11, 1), "metadata")


def test_read_feed_reads_a_file(read: Read, site, story: str, tmp_path: Path) -> None:
    link = site.put("/one", page(story))
    feed = tmp_path / "news.xml"
    feed.write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Gazette</title><entry>'
        f'<title>Gone</title><link href="{link}"/><id>tag:x</id>'
        "<updated>2024-11-01T23:30:00-05:00</updated></entry></feed>",
        encoding="utf-8",
    )
    article = read(feed).article
    assert (article.id, article.title) == (link, "Gone")
    assert article.published == date(2024, 11, 1)


def test_read_feed_falls_back_on_full_text_and_says_so(
    read: Read, site, story: str
) -> None:
    link = f"{site.address}/gone"
    full = f"<p>{story}</p><script>x()</script>" * 4
    reading = read(site.put("/feed", rss(item(link, full)), "text/xml"))
    assert reading.article.text == "\n".join([story] * 4)
    assert (reading.article.id, reading.article.url) == (link, link)
    assert reading.notes == [
        f"{link}: the server answered 404 Not Found; the text in the feed is read "
        "instead"
    ]


@pytest.mark.parametrize(
    ("held", "cause"),
    [
        (("", "The minister left."), "a summary of 3 words; 100 count as full text"),
        (("<p>She left.</p>", ""), "content of 2 words; 30 count as full text"),
        (("word " * 157 + "Continue reading", ""), "only its beginning, 159 words"),
        (("", "word " * 157 + "[…]"), "only its beginning, 158 words"),
        (("", ""), "no text of it"),
    ],
)
def test_read_feed_refuses_an_entry_without_full_text(
    read: Read, site, story: str, held: tuple[str, str], cause: str
) -> None:
    link, other = f"{site.address}/gone", site.put("/one", page(story))
    reading = read(site.put("/feed", rss(item(link, *held), item(other))))
    assert reading.article.id == other
    assert reading.refusals == [
        f"{link}: the server answered 404 Not Found (and the feed holds {cause})"
    ]


def test_read_feed_reads_a_short_item_that_the_feed_calls_its_content(
    read: Read, site, story: str
) -> None:
    link = f"{site.address}/gone"
    article = read(site.put("/feed", rss(item(link, f"<p>{story}</p>")))).article
    assert article.text == story
    alone = rss(item(link, f"<p>{story}</p>", "")).replace(
        "<description></description>", ""
    )
    assert read(site.put("/alone", alone)).article.text == story


@pytest.mark.parametrize("link", ["file:///etc/hostname", "http://[::1", "ftp://x/a"])
def test_read_feed_fetches_web_addresses_alone(read: Read, site, link: str) -> None:
    address = site.put("/feed", rss(item(link)), "text/xml")
    assert "the entry has no link to a page" in read(address).refusal


def test_read_feed_counts_a_date_that_is_none_as_unknown(
    read: Read, site, story: str
) -> None:
    entry = item(site.put("/one", page(story))).replace("Fri, 01 Nov 2024", "soon")
    article = read(site.put("/feed", rss(entry))).article
    assert (article.published, article.published_basis) == (None, "none")


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        ("<?xml version='1.0'?><a>b</a>", "is not an RSS or Atom feed"),
        ("", "is not an RSS or Atom feed"),
        (rss(), "the feed has no entries"),
    ],
)
def test_read_feed_refuses_what_is_no_feed(
    read: Read, tmp_path: Path, content: str, cause: str
) -> None:
    path = tmp_path / "a.rss"
    path.write_text(content)
    assert read(path).refusal == f"{path}: {cause}"


@pytest.mark.parametrize("reference", ["&#1114112;", "&#xD800;", "&#0;", "\x0b"])
def test_read_feed_reads_past_bad_characters(
    read: Read, tmp_path: Path, story: str, reference: str
) -> None:
    path = tmp_path / "a.xml"
    path.write_text(rss(item("", f"{story} {reference}&#65;")).replace("&amp;#", "&#"))
    assert read(path).article.text == f"{story} A"


def test_read_feed_reads_utf_16(read: Read, tmp_path: Path, story: str) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(rss(item("", story)).replace("UTF-8", "utf-16").encode("utf-16"))
    assert read(path).article.text == story


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Thu, 03 Sep 15 00:01:01 +0200", "2015-09-03"),
        ("2016/6/29 15:07:41", "2016-06-29"),
        ("Mo, 25 Jun 2018 11:41:36", "2018-06-25"),
        ("Fri, 10 Feb, 2012 09:00:00 EST", "2012-02-10"),
        ("1730912400", "2024-11-06"),
        ("06/11/2024", "2024-11-06"),
        ("11/06/2024", "2024-11-06"),
        ("Mon, 01 Jan 1970 00:00:00 GMT", None),
        ("Wed, 06 Nov 2099 10:00:00 GMT", None),
        ("0001-01-01T00:00:00Z", None),
        ("today", None),
    ],
)
def test_read_feed_reads_the_days_that_feeds_write(
    read: Read, tmp_path: Path, story: str, written: str, day: str | None
) -> None:
    path = tmp_path / "a.xml"
    other = item("", f"Other. {story}").replace("Fri, 01 Nov 2024", "Tue, 05 Nov 2024")
    entry = item("", story).replace("Fri, 01 Nov 2024 23:30:00 -0500", written)
    path.write_text(rss(entry, other))
    found = read(path).articles[0].published
    assert (found and found.isoformat()) == day


def test_read_feed_asks_the_second_time_for_nothing(
    read: Read, site, story: str, tmp_path: Path
) -> None:
    links = [site.put(f"/{name}", page(f"{name} {story}")) for name in ("One", "Two")]
    feed = rss(*(item(link) for link in links))
    address = site.put("/feed", feed, "application/rss+xml", ETag='"1"')
    kept = tmp_path / "feeds.json"

    first = Run(visits=Visits(kept))
    assert len(read(address, run=first).articles) == 2
    first.visits.save()
    site.asked.clear()

    again = read(address, run=Run(visits=Visits(kept)))
    assert (again.articles, again.refusals) == ([], [])
    assert again.notes == [f"{address}: nothing new since it was read last"]
    assert site.asked == ["/feed"]


def test_read_feed_reads_only_new_entries_of_a_changed_feed(
    read: Read, site, story: str, tmp_path: Path
) -> None:
    one, two = (site.put(f"/{n}", page(f"{n} {story}")) for n in ("One", "Two"))
    address = site.put("/feed", rss(item(one)), "application/rss+xml", ETag='"1"')
    run = Run(visits=Visits(tmp_path / "feeds.json"))
    assert read(address, run=run).article.id == one
    site.put("/feed", rss(item(two), item(one)), "application/rss+xml", ETag='"2"')
    site.asked.clear()
    reading = read(address, run=run)
    assert reading.article.id == two
    assert site.asked == ["/feed", "/Two"]
    assert reading.notes == [f"{address}: 1 entries were read before"]


def test_read_feed_asks_again_for_what_was_refused(
    read: Read, site, story: str, tmp_path: Path
) -> None:
    link = f"{site.address}/one"
    address = site.put("/feed", rss(item(link)), "application/rss+xml", ETag='"1"')
    run = Run(visits=Visits(tmp_path / "feeds.json"))
    assert read(address, run=run).refusals
    site.put("/one", page(story))
    assert read(address, run=run).article.id == link


def test_read_feed_keeps_entries_off_private_networks(
    read: Read, site, story: str, tmp_path: Path
) -> None:
    link = site.put("/one", page(story))
    path = tmp_path / "a.xml"
    path.write_text(rss(item(link)))
    assert "on a private network" in read(path, run=Run(public_only=True)).refusal
    assert not site.asked


def test_read_feed_says_in_a_dry_run_what_it_would_fetch(
    read: Read, site, story: str, tmp_path: Path
) -> None:
    link = site.put("/one", page(story))
    address = site.put("/feed", rss(item(link)), "application/rss+xml", ETag='"1"')
    run = Run(dry=True, visits=Visits(tmp_path / "feeds.json"))
    reading = read(address, run=run)
    assert reading.notes == [f"{link}: would be fetched"]
    assert site.asked == ["/feed"]
    assert len(read(address, run=Run(visits=run.visits)).articles) == 1


def test_read_feed_keeps_secrets_out_of_ids(read: Read, site, story: str) -> None:
    link = site.put("/one?token=T", page(story))
    address = site.put("/feed?access_token=T", rss(item(link)), "text/xml")
    article = read(address.replace("//", "//ada:pw@")).article
    assert (article.id, article.url) == (f"{site.address}/one",) * 2


def test_is_feed_looks_at_the_start() -> None:
    assert is_feed(rss().encode())
    assert not is_feed(b"<html><body>how to write <rss> feeds</body></html>")
