"""Articles and statements by their words, with the same rows on both engines."""

import pytest
from store.extractions import EXTRACTOR, make_extraction

from kg.errors import QueryError
from kg.graph import to_rows
from kg.search import passage, search
from kg.store import Store, open_store
from kg.store.words import parse_words


def put(store: Store, id_: str, text: str, **given: str) -> None:
    rows = to_rows(make_extraction(id_, text, **given), extractor=EXTRACTOR)
    store.ingest([rows])


def found(store: Store, words: str) -> list[tuple[str, str]]:
    return [(row["kind"], row["id"]) for row in search(store, words).rows]


@pytest.mark.parametrize(
    ("given", "sqlite", "lucene"),
    [
        ("troops", '"troops"', '+"troops"'),
        ('a "b c" d*', '"a" AND "b c" AND "d" *', '+"a" +"b c" +d*'),
        ("it's x-y*", '"it\'s" AND "x-y*"', '+"it\'s" +"x-y*"'),
        ('"open AND', '" open" AND "AND"', '+" open" +"AND"'),
        ("a\\ - b", '"a\\" AND "b"', '+"a\\\\" +"b"'),
    ],
)
def test_words_are_put_to_each_index(given, sqlite, lucene):
    words = parse_words(given)
    assert (words.for_sqlite, words.for_lucene) == (sqlite, lucene)


@pytest.mark.parametrize("given", ["", " ", '""', "--", "* ?", "_"])
def test_search_without_a_word_is_refused(given):
    with pytest.raises(QueryError, match="name a word"):
        parse_words(given)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("left", "“She left.”"),
        ("STAY*", "He stayed."),
        ("paris", "It rained — but so what?"),
    ],
)
def test_passage_is_the_sentence_with_the_first_word(words, told):
    text = "It rained — but so what? “She left.” He stayed."
    assert passage(text, parse_words(words)).startswith(told)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("siege", ["b", "a"]),
        ("SIÉGE harbour", ["a"]),
        ('"long siege"', ["a"]),
        ('"siege long"', []),
        ("harb*", ["b", "a"]),
        ("harb", []),
        ("siege nothing", []),
        ("Łódz", []),
        ("cafe", ["b"]),
    ],
)
def test_search_finds_articles_by_all_words(store, words, ids):
    put(store, "a", "The long siege of the harbour ended.", published="2024-11-01")
    put(store, "b", "No siege. Two harbours and a café.", published="2024-11-03")
    assert found(store, words) == [("article", id_) for id_ in ids]


def test_search_finds_statements_with_who_said_them(store):
    put(store, "a", "Nothing of that.")
    (row,) = search(store, "victory troops").rows
    assert (row["kind"], row["who"]) == ("statement", ["Choe Son Hui"])
    assert row["content"].endswith("the day of victory")


def test_search_says_how_much_there_is(store):
    put(store, "a", "A siege.")
    put(store, "b", "A siege, too.")
    first = search(store, "siege", limit=1)
    assert (len(first.rows), first.total) == (1, 2)
    assert first.rows[0]["content"] == "A siege."


def test_search_finds_what_the_graph_holds_now(store):
    put(store, "a", "The siege.")
    put(store, "b", "The harbour.")
    assert found(store, "siege") == [("article", "a")]
    store.retract("a")
    assert found(store, "siege") == []
    assert found(store, "harbour") == [("article", "b")]
    put(store, "c", "The siege again.")
    assert found(store, "siege") == [("article", "c")]
    assert found(store, "harbour") == [("article", "b")]


@pytest.mark.embedded
@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\0x"])
def test_damaged_index_is_made_anew(embedded_settings, tmp_path, content):
    with open_store(embedded_settings) as store:
        put(store, "a", "The siege.")
        assert found(store, "siege")
        (tmp_path / "graph" / "search.sqlite").write_bytes(content)
        assert found(store, "siege") == [("article", "a")]


@pytest.mark.embedded
def test_index_is_not_read_again_while_the_graph_is_the_same(
    embedded_settings, monkeypatch
):
    with open_store(embedded_settings) as store:
        put(store, "a", "The siege.")
        assert found(store, "siege")
        monkeypatch.setattr(store._engine, "_texts", lambda: pytest.fail("read again"))
        assert found(store, "siege") == [("article", "a")]


@pytest.mark.embedded
def test_graph_is_searched_where_no_index_can_be_written(embedded_settings, tmp_path):
    with open_store(embedded_settings) as store:
        put(store, "a", "The siege.")
        # A folder in its place: root may write anywhere.
        (tmp_path / "graph" / "search.sqlite").mkdir()
        assert found(store, "siege") == [("article", "a")]
