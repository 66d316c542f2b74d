"""Import files: what they hold, and that a real Neo4j makes the same graph of them."""

from pathlib import Path

import pytest
from export.conftest import hostile_rows
from export.neo4j_import import imported
from store.dump import dump
from store.extractions import make_rows

from kg.export.admin import AFTER, ARGUMENTS
from kg.export.admin_cells import Cells
from kg.export.formats import export
from kg.judgements.judgement import Judgement
from kg.schema import Property
from kg.settings import Settings
from kg.store import Store, open_store
from kg.store.batch import Batch
from kg.store.pieces import Piece

TEXTS = Property("texts", "strings", optional=True)


def test_arguments_name_each_file_once(pieces: list[Piece], tmp_path: Path) -> None:
    export(pieces, "neo4j-admin", tmp_path / "out", on_note=lambda _: None)
    arguments = (tmp_path / "out" / ARGUMENTS).read_text(encoding="utf-8")
    named = [
        name
        for line in arguments.splitlines()
        if line.startswith(("--nodes", "--relationships"))
        for name in line.rpartition("=")[2].split(",")
    ]
    files = {each.name for each in (tmp_path / "out").iterdir()}
    assert sorted([*named, ARGUMENTS, AFTER]) == sorted(files)


def test_empty_list_and_empty_text_are_put_right_after() -> None:
    cells = Cells(print)
    assert cells.cell("(found:Article)", TEXTS, []) == '"\ufdd1"'
    assert cells.cell("(found:Article)", TEXTS, [""]) == '"\ufdd2"'
    assert cells.cell("(found:Article)", TEXTS, ["", "a"]) == '"\ufdd0a"'
    assert [each.split("\n")[0] for each in cells.statements()] == [
        r"MATCH (found:Article) WHERE found.texts = ['\ufdd1']",
        r"MATCH (found:Article) WHERE found.texts = ['\ufdd2']",
    ]


def test_sign_of_the_importer_in_a_text_is_replaced_and_said() -> None:
    notes: list[str] = []
    cells = Cells(notes.append)
    assert cells.cell("(found:Entity)", TEXTS, ["a\ufdd0b", "c"]) == (
        '"a\ufffdb\ufdd0c"'
    )
    assert [each.partition(":")[0] for each in notes] == ["(found"]


def test_absent_and_empty_text_differ() -> None:
    text = Property("title", "string", optional=True)
    cells = Cells(print)
    assert cells.cell("(found:Article)", text, None) == ""
    assert cells.cell("(found:Article)", text, "") == '""'
    assert cells.cell("(found:Article)", text, 'a "b"') == '"a ""b"""'


@pytest.mark.embedded
@pytest.mark.neo4j
def test_imported_graph_is_that_of_the_store(
    embedded_settings: Settings, tmp_path: Path
) -> None:
    hostile = hostile_rows()
    with open_store(embedded_settings) as store, store.writing():
        store.ingest([hostile, make_rows("b"), make_rows("c", minister="Kim Yong Il")])
        keys = sorted(node.key for node in hostile.nodes if node.label == "Entity")
        store.judge([Judgement(target=keys[0], source=keys[1], verdict="negative")])
        export(store.pieces(), "neo4j-admin", tmp_path / "out", on_note=print)
        before = dump(store)
    with imported(tmp_path / "out") as settings, _opened(settings) as other:
        assert dump(other) == before


def _opened(settings: Settings) -> Store:
    return open_store(settings, create=False)


@pytest.mark.embedded
@pytest.mark.neo4j
def test_batch_imports_to_the_graph_of_a_store(
    embedded_settings: Settings, tmp_path: Path
) -> None:
    news = [make_rows(name) for name in "abc"]
    with Batch() as batch:
        batch.ingest(news)
        export(batch.pieces(), "neo4j-admin", tmp_path / "out", on_note=print)
    with open_store(embedded_settings) as store, store.writing():
        store.ingest(news)
        before = dump(store)
    with imported(tmp_path / "out") as settings, _opened(settings) as other:
        assert dump(other) == before
        assert list(other.check()) == []
