"""Read an address: a page, a plain text, a table or a feed."""

import io
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from kg.articles.decode import decode
from kg.articles.draft import Draft, Outcome, refusal
from kg.articles.feeds import is_feed, read_feed
from kg.articles.fetch import Fetched, fetch, open_client
from kg.articles.files import TABLE_READERS
from kg.articles.html import is_html, read_html
from kg.articles.markdown import read_markdown
from kg.errors import ArticleError

_HTML_TYPES = ("text/html", "application/xhtml+xml")
_XML_TYPES = ("application/xml", "text/xml")
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")
_TEXT_TYPES = ("text/plain", "text/markdown", "text/x-markdown", "")
_TABLE_TYPES = {
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/jsonlines": ".jsonl",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
}


def read_address(address: str) -> Iterator[Outcome]:
    """Yield the articles at an http or https address.

    The server's content type decides, and for plain text the address's ending. The
    address is the article's id, and the one that redirects lead to its url.
    """
    try:
        if urlsplit(address).scheme.lower() not in ("http", "https"):
            raise refusal(address, "kg reads http and https addresses")
        with open_client() as client:
            fetched = fetch(client, address, address)
        yield from _read(fetched, address)
    except ArticleError as error:
        yield error
    except ValueError as error:
        yield refusal(address, f"is not an address: {error}")


def _read(fetched: Fetched, address: str) -> Iterator[Outcome]:
    content, media_type = fetched.content, fetched.media_type
    path = PurePosixPath(urlsplit(fetched.url).path)
    suffix = _TABLE_TYPES.get(media_type, path.suffix.lower())
    if media_type in _FEED_TYPES or is_feed(content):
        yield from read_feed(content, address, url=fetched.url)
    elif media_type in _HTML_TYPES or is_html(content):
        yield read_html(
            content, address, address, url=fetched.url, charset=fetched.charset
        )
    elif media_type in _XML_TYPES:
        raise refusal(address, "is XML, but no RSS or Atom feed")
    elif reader := TABLE_READERS.get(suffix):
        yield from reader(io.BytesIO(content), address, path.stem)
    elif media_type in _TEXT_TYPES:
        yield _plain(fetched, address, suffix)
    else:
        cause = f"is {media_type}; kg reads HTML, plain text, tables and feeds"
        raise refusal(address, cause)


def _plain(fetched: Fetched, address: str, suffix: str) -> Draft:
    if suffix in (".md", ".markdown"):
        return read_markdown(fetched.content, address, address)
    text = decode(fetched.content, address, declared=fetched.charset)
    return Draft(where=address, id=address, text=text, url=fetched.url)
