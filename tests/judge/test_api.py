"""The Python API judges entities as the command line does."""

import pytest
from store.test_judging import ADA, ADELE, LONE, NAMED, OTHER, QUILL

from kg.api import Graph
from kg.errors import JudgementError, QueryError
from kg.settings import Settings
from kg.store import open_store

pytestmark = pytest.mark.embedded


def test_graph_merges_splits_and_takes_back(embedded_settings: Settings) -> None:
    store = open_store(embedded_settings)
    with Graph(store, Settings(store=embedded_settings.store, user="eve")) as graph:
        store.ingest([NAMED, OTHER, LONE])
        assert list(graph.doubtful("Person")["otherKey"]) == [QUILL, QUILL]
        graph.split("Ada Quill", "Adele Quill", why="two bylines")
        with pytest.raises(JudgementError, match="against judgement"):
            graph.merge(ADA, ADELE)
        graph.undo()
        graph.merge(ADA, ADELE, why="one byline")
        graph.alias(ADA, "Quilly")
        graph.retype("Quilly", "Group")
        with pytest.raises(QueryError, match="no entity is called 'Nobody'"):
            graph.merge(ADA, "Nobody")
        found = graph.judgements()
        assert list(found["verdict"]) == ["positive"] * 3
        assert list(found["user"]) == ["eve"] * 3
        assert list(graph.ask("entities", name="quilly")["type"]) == ["Group"]
