"""The public Python API, as a script and a notebook use it."""

import inspect
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[kg.Graph]:
    with kg.open(str(tmp_path_factory.mktemp("api") / "graph")) as graph:
        report = graph.ingest(SEEDS, progress=False)
        assert report.written == 5
        yield graph


@pytest.mark.parametrize(
    "name",
    [name for name in vars(kg.Graph) if not name.startswith("_")],
)
def test_methods_have_docstrings_and_name_their_parameters(name: str) -> None:
    method = getattr(kg.Graph, name)
    assert inspect.getdoc(method)
    free = {
        each.name
        for each in inspect.signature(method).parameters.values()
        if each.kind is inspect.Parameter.VAR_KEYWORD
    }
    # What a question takes is in its file; `questions` lists it.
    assert not free or name in {"ask", "cypher"}


@pytest.mark.model
@pytest.mark.embedded
def test_ask_returns_all_rows_unless_a_limit_is_given(graph: kg.Graph) -> None:
    every = graph.ask("who-said-what")
    count = graph.cypher("MATCH (s:Statement) RETURN count(s) AS n")["n"][0]
    assert len(every) >= count > 50
    some = graph.ask("who-said-what", limit=3)
    assert len(some) == 3
    assert "The first 3 rows" in some.attrs["notes"][0]
    assert every.attrs["notes"] == []


@pytest.mark.model
@pytest.mark.embedded
def test_an_answer_without_rows_has_the_columns_of_one_with(graph: kg.Graph) -> None:
    none = graph.ask("said-by", speaker="Choe Son Hui", from_="2100-01-01")
    some = graph.ask("said-by", speaker="Choe Son Hui")
    assert none.empty and not some.empty
    assert list(none.columns) == list(some.columns)
    differ = [
        name
        for name in some
        if some[name].notna().any() and some[name].dtype != none[name].dtype
    ]
    assert differ == []


@pytest.mark.model
@pytest.mark.embedded
def test_extractions_go_by_file_into_another_graph(
    graph: kg.Graph, tmp_path: Path
) -> None:
    from kg.records import to_json

    lines = b"\n".join(map(to_json, graph.extract(SEEDS)))
    (tmp_path / "seeds.jsonl").write_bytes(lines + b"\n{}\n")
    with kg.open(str(tmp_path / "other")) as other:
        report = other.load(tmp_path / "seeds.jsonl", progress=False)
        assert report.written == 5
        assert [str(each) for each in report.refusals][0].startswith(
            f"{tmp_path}/seeds.jsonl:6: "
        )
        assert other.stats().equals(graph.stats())
        other.retract("003_e9db1eb3919ca6d1")
        assert other.stats().set_index("name")["count"]["Article"] == 4


@pytest.mark.model
@pytest.mark.embedded
def test_graph_says_where_it_is_and_draws_itself(graph: kg.Graph) -> None:
    assert repr(graph).startswith("<kg.Graph /")
    assert 'height="300"' in graph.view(around="Choe Son Hui", height=300)
    later = graph.network(from_="2100-01-01")
    assert later.number_of_edges() < graph.network().number_of_edges()


@pytest.mark.model
@pytest.mark.embedded
def test_script_without_a_guard_reads_in_many_processes(tmp_path: Path) -> None:
    story = "Ada Berg, the minister of fisheries, said that the talks had ended. "
    articles = (
        json.dumps({"id": str(number), "text": story * 3 + str(number)})
        for number in range(70)
    )
    (tmp_path / "many.jsonl").write_text("\n".join(articles))
    script = tmp_path / "script.py"
    script.write_text(
        "import kg\n"
        f"with kg.open({str(tmp_path / 'graph')!r}) as graph:\n"
        f"    report = graph.ingest({str(tmp_path / 'many.jsonl')!r}, processes=2)\n"
        "    print(report.written, len(report.refusals))\n"
    )
    done = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.stdout == "70 0\n", done.stderr
