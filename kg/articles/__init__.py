"""Read articles from files, folders, standard input, addresses and feeds.

`read_articles` is the door. Behind it, `locations` finds what a location stands for,
`files`, `tables`, `markdown`, `html`, `web` and `feeds` turn one format each into
drafts, and `accept` makes an article of a draft or refuses it with one clear line.

The text is kept exactly as decoded: only a byte-order mark at its head is dropped, and
line ends stay as they are (`\\r\\n`, `\\n` or `\\r`), so that offsets point into the
file as a program that does not translate line ends sees it. Markdown and HTML are read
as the plain text that they show.
"""

import logging
from collections.abc import Callable, Iterator, Sequence

from kg.articles.accept import NO_DEFAULTS, Defaults, accept
from kg.articles.draft import Draft, Note
from kg.articles.locations import read_location
from kg.articles.run import Run
from kg.articles.visits import Visits
from kg.errors import ArticleError
from kg.records import Article

__all__ = ["Defaults", "Run", "Visits", "read_articles"]

_logger = logging.getLogger(__name__)


def read_articles(
    locations: Sequence[str],
    *,
    on_refused: Callable[[ArticleError], None],
    on_note: Callable[[str], None] = _logger.warning,
    defaults: Defaults = NO_DEFAULTS,
    run: Run | None = None,
) -> Iterator[Article]:
    """Yield every article of the locations, in order and one at a time.

    A location is a file, a folder, a glob pattern, ``-`` (standard input), or an
    address (http, https) of a page or a feed. Formats: .txt, .md with YAML or TOML
    front matter, .html, .json, .jsonl/.ndjson and .csv/.tsv (columns id, text,
    published, title, source, url), .xml/.rss/.atom feeds; in a folder, metadata.csv
    describes the files beside it. What cannot be read goes to `on_refused`, and the
    rest go on; what is passed over (hidden files, unknown types) and how many articles
    have no date is said to `on_note`. `defaults` give what articles do not say of
    themselves.
    """
    run = run or Run()
    read = undated = 0
    for location in locations:
        for outcome in read_location(str(location), run):
            if isinstance(outcome, ArticleError):
                on_refused(outcome)
            elif isinstance(outcome, Note):
                on_note(outcome.text)
            elif article := _settled(outcome, defaults, on_refused):
                read += 1
                undated += article.published is None
                yield article
    if undated:
        on_note(f"{undated} of {read} articles have no date (--published gives one)")


def _settled(
    draft: Draft, defaults: Defaults, on_refused: Callable[[ArticleError], None]
) -> Article | None:
    try:
        return accept(draft, defaults)
    except ArticleError as error:
        on_refused(error)
        return None
