"""Read articles from files, folders, standard input, addresses and feeds.

`read_articles` is the door. Behind it, `locations` finds what a location stands for,
`files`, `tables`, `markdown`, `html`, `web` and `feeds` turn one format each into
drafts, and `settle` makes an article of a draft or refuses it with one clear line.

The text is kept exactly as decoded: only a byte-order mark at its head is dropped, and
line ends stay as they are (`\\r\\n`, `\\n` or `\\r`), so that offsets point into the
file as a program that does not translate line ends sees it. Markdown and HTML are read
as the plain text that they show.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from kg.articles.catalogue import Catalogues
from kg.articles.draft import Note
from kg.articles.locations import read_location
from kg.articles.settle import settle
from kg.errors import ArticleError
from kg.records import Article

__all__ = ["read_articles"]

_logger = logging.getLogger(__name__)


def read_articles(
    locations: Sequence[str],
    *,
    on_refused: Callable[[ArticleError], None],
    on_note: Callable[[str], None] = _logger.warning,
    published: date | None = None,
    source: str | None = None,
) -> Iterator[Article]:
    """Yield every article of the locations, in order and one at a time.

    A location is a file, a folder, a glob pattern, ``-`` (standard input), or an
    address (http, https) of a page or a feed. Formats: .txt, .md with YAML front
    matter, .html, .jsonl/.ndjson and .csv/.tsv (columns id, text, published, title,
    source, url), .xml/.rss/.atom feeds; in a folder, metadata.csv describes the files
    beside it. What cannot be read goes to `on_refused`, and the rest go on; what is
    passed over (hidden files, unknown types) is said to `on_note`. `published` and
    `source`, where given, hold for every article and win over what the input says.
    """
    catalogues = Catalogues()
    for location in locations:
        for outcome in read_location(str(location), catalogues):
            if isinstance(outcome, ArticleError):
                on_refused(outcome)
            elif isinstance(outcome, Note):
                on_note(outcome.text)
            else:
                try:
                    article = settle(outcome, published=published, source=source)
                except ArticleError as error:
                    on_refused(error)
                else:
                    yield article
