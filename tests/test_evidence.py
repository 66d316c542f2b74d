"""From an answer to the words behind it, on either engine."""

from collections.abc import Iterator

import msgspec
import pytest
from store.extractions import EXTRACTOR, make_extraction

from kg.ask import answer
from kg.errors import QueryError, RecordError
from kg.evidence import around, read_article
from kg.graph import to_rows
from kg.queries import parse_query
from kg.records import without_text
from kg.store import Store

FIGURE = "some 8,000 troops"
# The figure of `make_extraction` is at 50.
TEXT = f"It rained 😀. {'x' * 36} {FIGURE} came. They left. All slept."


@pytest.fixture
def kept(store: Store) -> Iterator[Store]:
    """Give a graph of two articles, the text of one of which it keeps."""
    named = make_extraction("a", TEXT)
    silent = without_text(make_extraction("b"))
    store.ingest([to_rows(each, extractor=EXTRACTOR) for each in (named, silent)])
    return store


def figure(store: Store, article: str) -> dict[str, object]:
    rows = answer(store, "evidence", {"article": article}).rows
    (found,) = (row for row in rows if row["kind"] == "Figure")
    return found


@pytest.mark.parametrize(
    ("text", "place", "before", "after"),
    [
        ("So. It rained. She left. Yes. No.", "She left.", "It rained.", "Yes."),
        ("She left.", "She left.", "", ""),
        ("“It rained.” She left.\n\nHe", "She left.", "“It rained.”", "He"),
        ("A title\n\nShe left. He", "She left.", "A title", "He"),
        ("In 1.5 days she left. He", "she left.", "In 1.5 days", "He"),
    ],
)  # fmt: skip
def test_around_gives_the_sentences_beside(text, place, before, after):
    start = text.index(place)
    assert around(text, start, start + len(place)) == (before, after)


def test_around_reaches_no_further_than_a_sentence_may():
    text = f"{'x' * 2000} She left. {'y' * 2000}"
    before, after = around(text, 2001, 2010)
    assert (len(before), len(after)) == (499, 499)


def test_evidence_stands_in_its_context(kept):
    assert TEXT[50 : 50 + len(FIGURE)] == FIGURE
    row = figure(kept, "a")
    assert (row["before"], row["after"]) == ("x" * 36, "came.")


def test_evidence_without_text_stands_alone(kept):
    row = figure(kept, "b")
    assert row["evidence"] == FIGURE
    assert (row["before"], row["after"]) == (None, None)


def test_read_gives_the_text_with_a_place_marked(kept):
    key = figure(kept, "a")["key"]
    assert read_article(kept, "a").text == TEXT
    found = read_article(kept, at=key[:10])
    assert (found.id, found.parts[1]) == ("a", FIGURE)
    assert f">>>{FIGURE}<<< came" in str(found)
    assert read_article(kept, "Title of a", at=key) == found


@pytest.mark.parametrize(
    ("article", "at", "cause"),
    [
        ("none", None, "no article is told by 'none'"),
        ("b", None, "b: the graph does not keep its text"),
        (None, "zz", "no statement, event or figure is told by 'zz'"),
        (None, "", "'' may be any of: "),
        (None, None, "name an article"),
    ],
)
def test_read_refuses_in_one_line(kept, article, at, cause):
    with pytest.raises(QueryError, match=cause) as refused:
        read_article(kept, article, at=at)
    assert "\n" not in str(refused.value)


def test_text_goes_with_its_article_and_comes_when_read_again(kept):
    kept.retract("a")
    counts = {row["name"]: row["count"] for row in kept.stats()}
    assert "Text" not in counts
    kept.ingest([to_rows(make_extraction("b"), extractor=EXTRACTOR)])
    assert read_article(kept, "b").text == "Text of b."
    assert list(kept.check()) == []


CHANGE = """// Change texts
//
// @mode    write
// @returns nothing
MATCH (text:Text)
SET text.text = "other"
"""


def test_check_names_an_article_whose_text_was_changed(kept):
    query = parse_query("change", CHANGE)
    kept._engine.write(lambda transaction: transaction.run(query, {}))
    (fault,) = kept.check()
    assert fault == "article a: the graph does not hold what was written of it"


def test_text_that_is_not_the_articles_is_refused():
    found = make_extraction("a")
    info = msgspec.structs.replace(found.article, text="another")
    with pytest.raises(RecordError, match="article a: its text is not that of its sha"):
        to_rows(msgspec.structs.replace(found, article=info), extractor=EXTRACTOR)
