"""Which articles of a batch a store takes."""

from dataclasses import replace

import msgspec
import pytest
from store.extractions import make_rows

from kg.graph import GraphRows
from kg.store.admission import INDEXED_BYTES, admit

LONG = "x" * (INDEXED_BYTES + 1)


def with_id(id_: str) -> GraphRows:
    rows = make_rows("a")
    return replace(rows, article=msgspec.structs.replace(rows.article, id=id_))


def with_name(name: str) -> GraphRows:
    rows = make_rows("a")
    edges = [
        replace(edge, properties={**edge.properties, "name": name})
        if edge.type == "MENTIONED_IN"
        else edge
        for edge in rows.edges
    ]
    return replace(rows, edges=tuple(edges))


def with_key(key: str) -> GraphRows:
    rows = make_rows("a")
    return replace(rows, nodes=tuple(replace(node, key=key) for node in rows.nodes))


def test_admit_takes_copies_and_refuses_a_second_text_of_an_id() -> None:
    batch = [make_rows("a"), make_rows("a", "Other."), make_rows("a"), make_rows("b")]
    admitted, refused = admit(batch)
    assert admitted == [batch[0], batch[2], batch[3]]
    assert [str(each) for each in refused] == [
        "a: another article has this id already, with another text"
    ]


@pytest.mark.parametrize(
    "rows, what",
    [(with_id(LONG), "an id"), (with_name(LONG), "a name"), (with_key(LONG), "a key")],
)
def test_admit_refuses_what_no_index_holds(rows: GraphRows, what: str) -> None:
    admitted, (error,) = admit([rows, make_rows("b")])
    assert admitted == [make_rows("b")]
    assert what in str(error) and "8,001 bytes" in str(error) and len(str(error)) < 300


@pytest.mark.parametrize("make", [with_id, with_name, with_key])
def test_admit_takes_the_longest_that_an_index_holds(make) -> None:
    assert admit([make("x" * INDEXED_BYTES)])[1] == []
