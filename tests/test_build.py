"""Writing article by article: each stands or falls alone, and each refusal is told."""

import io
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext

import msgspec
import pytest
from store.extractions import make_extraction

from kg import build
from kg.errors import ArticleError, RowsError, StoreError
from kg.graph import GraphRows
from kg.records import Extraction, to_json
from kg.store import Counters


class PickyStore:
    """A store that refuses a batch which holds an article it does not like."""

    def __init__(self, *refused: str, error: type[StoreError] = RowsError) -> None:
        self.refused = set(refused)
        self.error = error
        self.batches: list[list[str]] = []

    def writing(self) -> AbstractContextManager[None]:
        return nullcontext()

    def holders(self, ids: Sequence[str]) -> dict[str, list[tuple[str | None, str]]]:
        return {}

    def ingest(self, batch: Sequence[GraphRows]) -> Counters:
        ids = [rows.article.id for rows in batch]
        if self.refused.intersection(ids):
            raise self.error("too odd")
        self.batches.append(ids)
        return Counters(nodes_created=len(batch))


class Lines(io.BytesIO):
    """A file of records with a name, as the command line opens one."""

    name = "records.jsonl"


def extractions(count: int) -> list[Extraction]:
    return [make_extraction(f"{number:02}") for number in range(count)]


def contradictory(id_: str) -> Extraction:
    """Return an extraction whose statement names an entity that it does not hold."""
    return msgspec.structs.replace(make_extraction(id_), entities=())


def load(given, store: PickyStore) -> tuple[build.Report, list[str]]:
    refused: list[ArticleError] = []
    report = build.load(given, store, on_refused=refused.append)  # type: ignore[arg-type]
    return report, [str(error) for error in refused]


def test_load_writes_the_others_of_a_batch_that_is_refused() -> None:
    store = PickyStore("07", "31", "40")
    report, refused = load(extractions(50), store)
    assert refused == ["07: too odd", "31: too odd", "40: too odd"]
    assert report.written == report.counters.nodes_created == 47
    assert sorted(sum(store.batches, [])) == [
        f"{number:02}" for number in range(50) if number not in (7, 31, 40)
    ]


def test_load_stops_where_the_store_itself_fails() -> None:
    store = PickyStore("07", error=StoreError)
    with pytest.raises(StoreError, match="too odd"):
        load(extractions(50), store)
    assert store.batches == []


def test_load_refuses_one_record_that_contradicts_itself() -> None:
    given = [make_extraction("a"), contradictory("b"), make_extraction("c")]
    report, (refused,) = load(given, PickyStore())
    assert report.written == 2
    assert "article b: a record refers to" in refused


def test_load_tells_a_second_text_under_one_id_apart() -> None:
    given = [make_extraction("a"), make_extraction("a", "Another text.")]
    store = PickyStore()
    report, refused = load(given, store)
    assert report.written == 2 and refused == []
    first, second = store.batches[0]
    assert first == "a" and second.startswith("a~")


def test_load_raises_where_nobody_takes_refusals() -> None:
    with pytest.raises(ArticleError, match="article b"):
        build.load([contradictory("b")], PickyStore())  # type: ignore[arg-type]


def test_read_extractions_names_file_and_line_and_goes_on() -> None:
    good, bad = make_extraction("a"), contradictory("b")
    lines = [to_json(good), b"", to_json(bad), b"{", to_json(make_extraction("c"))]
    refused: list[ArticleError] = []
    found = build.read_extractions(
        [Lines(b"\n".join(lines))], on_refused=refused.append
    )
    assert [each.article.id for each in found] == ["a", "c"]
    assert [str(error).split(": ")[0] for error in refused] == [
        "records.jsonl:3",
        "records.jsonl:4",
    ]
