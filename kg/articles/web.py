"""Read an address: a page, a plain text, a table or a feed."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from kg.articles.addresses import without_secrets
from kg.articles.draft import Draft, Note, Outcome, refusal
from kg.articles.feeds import is_feed, read_feed
from kg.articles.fetch import Fetched, fetch
from kg.articles.files import TABLE_READERS
from kg.articles.markdown import read_markdown
from kg.articles.pages.html import is_html, read_html
from kg.articles.run import Run
from kg.articles.text.decode import decode
from kg.articles.text.first_lines import first_line_title
from kg.errors import ArticleError

_HTML_TYPES = ("text/html", "application/xhtml+xml")
_XML_TYPES = ("application/xml", "text/xml")
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")
_TEXT_TYPES = ("text/plain", "text/markdown", "text/x-markdown", "")
_TABLE_TYPES = {
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/jsonlines": ".jsonl",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
}


def read_address(address: str, run: Run) -> Iterator[Outcome]:
    """Yield the articles at an http or https address.

    The server's content type decides, and for plain text the address's ending. The
    address, without user, password and tokens, is the article's id, and the one that
    redirects lead to its url. A feed that has nothing new since the last run is said
    to have nothing.
    """
    name = without_secrets(address)
    try:
        if urlsplit(address).scheme.lower() not in ("http", "https"):
            raise refusal(name, "kg reads http and https addresses")
        fetched = fetch(address, name, validators=run.visits.validators(name))
        if fetched.is_unchanged:
            yield Note(f"{name}: nothing new since it was read last")
            return
        for outcome in _read(fetched, name, run):
            yield _placed(outcome, name)
    except ArticleError as error:
        yield error
    except ValueError as error:
        yield refusal(name, f"is not an address: {error}")


def _placed(outcome: Outcome, name: str) -> Outcome:
    """Say of a draft where it lies, unless its reader knows better."""
    if not isinstance(outcome, Draft) or outcome.origin is not None:
        return outcome
    is_part = outcome.id != name
    origin = f"{name}#{outcome.id}" if is_part else name
    return replace(outcome, origin=origin, longer_id=origin)


def _read(fetched: Fetched, name: str, run: Run) -> Iterator[Outcome]:
    content, media_type = fetched.content, fetched.media_type
    url = without_secrets(fetched.url)
    path = PurePosixPath(urlsplit(url).path)
    suffix = _TABLE_TYPES.get(media_type, path.suffix.lower())
    if media_type in _FEED_TYPES or is_feed(content):
        yield from read_feed(content, name, run, url=url, validators=fetched.validators)
    elif media_type in _HTML_TYPES or is_html(content):
        yield from read_html(content, name, name, url=url, charset=fetched.charset)
    elif media_type in _XML_TYPES:
        raise refusal(name, "is XML, but no RSS or Atom feed")
    elif reader := TABLE_READERS.get(suffix):
        yield from reader(io.BytesIO(content), name, path.stem, run)
    elif media_type in _TEXT_TYPES:
        yield from _plain(fetched, name, url, suffix)
    else:
        cause = f"is {media_type}; kg reads HTML, plain text, tables and feeds"
        raise refusal(name, cause)


def _plain(fetched: Fetched, name: str, url: str, suffix: str) -> list[Draft]:
    if suffix in (".md", ".markdown"):
        return read_markdown(fetched.content, name, name)
    text = decode(fetched.content, name, declared=fetched.charset)
    title = first_line_title(text)
    return [Draft(where=name, id=name, text=text, title=title, url=url)]
