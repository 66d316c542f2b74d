"""A writer in a process of its own, that tests kill, starve of disk or cut off.

    python client.py ingest STORE USERNAME PASSWORD

It prints "open", then a line for each piece of work that the store acknowledged, and
"done". What it cannot do, it says in one line on stderr, as the command line does.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).parents[1]))

from store.extractions import EXTRACTOR, make_extraction

from kg import build
from kg.errors import ArticleError, KgError
from kg.graph import to_rows
from kg.records import Extraction
from kg.settings import Settings
from kg.store import Store, open_store

ARTICLES = 40
MINISTERS = ("Choe Son Hui", "Choe Sonhui", "Choe Son-hui")
# Small batches, and articles whose text changed, so that every kind of write is met.
BATCH = 2


def extractions() -> list[Extraction]:
    """Return what is written: articles, some again with another text, and copies."""
    articles = [
        make_extraction(f"{number:02}", minister=MINISTERS[number % 3])
        for number in range(ARTICLES)
    ]
    changed = [
        make_extraction(f"{number:02}", f"Corrected text of {number}.")
        for number in range(0, ARTICLES, 5)
    ]
    return [*articles, *changed, *map(copied, articles[1:4])]


def copied(extraction: Extraction) -> Extraction:
    """Return the same text under another id."""
    article = extraction.article
    other = msgspec.structs.replace(article, id=f"copy-{article.id}")
    return msgspec.structs.replace(extraction, article=other)


def ingest(store: Store) -> Iterator[None]:
    """Write batch after batch, each by itself."""
    rows = [to_rows(each, extractor=EXTRACTOR) for each in extractions()]
    for start in range(0, len(rows), BATCH):
        store.ingest(rows[start : start + BATCH])
        yield


def load(store: Store) -> Iterator[None]:
    """Write as `kg load` does, in runs of which each keeps the store open."""
    found = extractions()
    for start in range(0, len(found), 4 * BATCH):
        build.load(found[start : start + 4 * BATCH], store)
        yield


def retract(store: Store) -> Iterator[None]:
    """Take away every article that is there."""
    for id_ in sorted({each.article.id for each in extractions()}):
        try:
            store.retract(id_)
        except ArticleError:  # gone before the kill
            continue
        yield


WORK = {"ingest": ingest, "load": load, "retract": retract}


def main() -> None:
    """Do one kind of work and say how far it is."""
    build.BATCH = BATCH
    kind, store, *credentials = sys.argv[1:]
    username, password = (each or None for each in credentials)
    settings = Settings(store=store, username=username, password=password)
    try:
        with open_store(settings) as opened:
            print("open", flush=True)
            for _ in WORK[kind](opened):
                print("written", flush=True)
    except KgError as error:
        sys.exit(f"Error: {error}")
    print("done", flush=True)


if __name__ == "__main__":
    main()
