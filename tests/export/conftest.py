"""A small graph with hostile text, in pieces."""

import msgspec
import pytest
from store.extractions import EXTRACTOR, make_extraction, make_rows

from kg.graph import GraphRows, to_rows
from kg.store.batch import Batch
from kg.store.pieces import Piece

HOSTILE = '=HYPERLINK("http://x")\n"a", b;\t\x01 <i>&amp;\\'


def hostile_rows() -> GraphRows:
    """Return an article whose names and words mean something to a format."""
    extraction = make_extraction("a")
    article = msgspec.structs.replace(extraction.article, title=HOSTILE, url="x y\n<")
    speaker, *others = extraction.entities
    mention = msgspec.structs.replace(speaker.mentions[0], text=HOSTILE)
    named = msgspec.structs.replace(speaker, mentions=(mention, *speaker.mentions))
    changed = msgspec.structs.replace(
        extraction, article=article, entities=(named, *others)
    )
    return to_rows(changed, extractor=EXTRACTOR)


@pytest.fixture(scope="module")
def news() -> list[GraphRows]:
    """Give the rows of three articles, two of which tell the same."""
    return [hostile_rows(), make_rows("b"), make_rows("c", minister="Kim Yong Il")]


@pytest.fixture(scope="module")
def pieces(news: list[GraphRows]) -> list[Piece]:
    """Give the graph that they make."""
    with Batch() as batch:
        batch.ingest(news)
        return list(batch.pieces())
