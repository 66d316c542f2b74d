"""Names as people type them find what the articles call otherwise, on either engine."""

import pytest
from store.extractions import make_rows

from kg.ask import answer
from kg.errors import QueryError
from kg.store import Store


@pytest.mark.parametrize(
    ("named", "typed"),
    [
        ("Lech Wałęsa", "Lech Walesa"),
        ("Jonas Gahr Støre", "JONAS GAHR STORE"),
        ("Valery Zaluzhny", "Valerii Zaluzhnyi"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Conan O’Brien", "Conan O'Brien"),
        ("Conan O'Brien", "Conan OBrien"),
    ],
)
def test_name_is_found_in_another_spelling(store: Store, named: str, typed: str):
    store.ingest([make_rows("a", minister=named)])
    (row,) = answer(store, "who-said-what", {"speaker": typed}).rows
    assert row["speaker"] == named


@pytest.mark.parametrize("typed", ["volodymyr zelenskyy", "volodymyr zelensky"])
def test_key_is_found_where_nothing_folds_what_is_typed(store: Store, typed: str):
    store.ingest([make_rows("a", minister="Volodymyr Zelenskyy")])
    statement = "MATCH (p:Person) WHERE toLower($name) IN p.names RETURN p.name AS name"
    assert list(store.read_statement(statement, {"name": typed})) == [
        {"name": "Volodymyr Zelenskyy"}
    ]


def test_misspelt_name_gets_the_one_that_the_articles_write(store: Store):
    store.ingest([make_rows("a", minister="Lech Wałęsa")])
    with pytest.raises(QueryError, match="did you mean Lech Wałęsa"):
        answer(store, "who-said-what", {"speaker": "Lech Walessa"})
