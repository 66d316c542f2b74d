"""The embedded engine: its folder, and what it says where it cannot open one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from store.dump import dump
from store.extractions import make_rows

from kg.errors import StoreError
from kg.settings import Settings
from kg.store import open_store

pytestmark = pytest.mark.embedded

OPEN = """
import sys
from kg.settings import Settings
from kg.store import open_store
store = open_store(Settings(store=sys.argv[1]), create=sys.argv[2] == "create")
print("open", flush=True)
sys.stdin.readline()
store.close()
"""


def in_process(*arguments: str, cwd: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-P", "-c", OPEN, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=cwd,
    )


def test_open_store_without_create_says_what_to_do(tmp_path: Path) -> None:
    settings = Settings(store=str(tmp_path / "none"))
    with pytest.raises(StoreError, match="none: run kg ingest first"):
        open_store(settings, create=False)
    assert not (tmp_path / "none").exists()


def test_open_store_shows_a_relative_folder_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match=r"^no graph at \./\.kg: run kg ingest first$"):
        open_store(Settings(), create=False)


def test_open_store_takes_an_empty_folder(tmp_path: Path) -> None:
    with open_store(Settings(store=str(tmp_path))) as store:
        assert dump(store) == ""


def test_open_store_creates_folders_on_the_way(tmp_path: Path) -> None:
    with open_store(Settings(store=str(tmp_path / "a" / "b"))) as store:
        assert dump(store) == ""


def test_open_store_leaves_other_files_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(StoreError, match="holds other files, not a graph"):
        open_store(Settings(store=str(tmp_path)))
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_open_store_refuses_a_file(tmp_path: Path) -> None:
    (tmp_path / "graph").write_text("mine")
    with pytest.raises(StoreError, match="is a file"):
        open_store(Settings(store=str(tmp_path / "graph")))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_open_store_names_a_folder_it_may_not_write(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="cannot write"):
        open_store(Settings(store=str(tmp_path / "graph")))


def test_open_store_names_a_folder_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(StoreError, match="cannot write"):
        open_store(Settings(store=str(tmp_path / "file" / "graph")))


@pytest.mark.parametrize("damaged", ["configuration.json", "schema*.json"])
def test_open_store_names_a_damaged_graph(
    embedded_settings: Settings, damaged: str
) -> None:
    for path in (Path(embedded_settings.store) / "graph").glob(damaged):
        path.write_text("{")
    with pytest.raises(StoreError, match="cannot open the graph") as caught:
        open_store(embedded_settings)
    assert "\n" not in str(caught.value)


def test_open_store_goes_on_where_creating_was_cut_short(tmp_path: Path) -> None:
    unfinished = tmp_path / "graph.new"
    unfinished.mkdir()
    (unfinished / "configuration.json").write_text("{")
    with open_store(Settings(store=str(tmp_path))) as store:
        assert dump(store) == ""
    assert not unfinished.exists()


def test_open_store_says_when_another_process_has_it(
    embedded_settings: Settings, tmp_path: Path
) -> None:
    other = in_process(embedded_settings.store, "create", cwd=tmp_path)
    assert other.stdout is not None and other.stdout.readline() == "open\n"
    with pytest.raises(StoreError, match="another process has this graph open"):
        open_store(embedded_settings)
    other.communicate("\n", timeout=60)
    open_store(embedded_settings).close()


def test_open_store_twice_in_one_process_says_so(embedded_settings: Settings) -> None:
    with (
        open_store(embedded_settings),
        pytest.raises(StoreError, match="this process has this graph open"),
    ):
        open_store(embedded_settings)


def test_open_store_writes_neither_log_nor_noise(tmp_path: Path) -> None:
    other = in_process("graph", "create", cwd=tmp_path)
    out, err = other.communicate("\n", timeout=60)
    assert (out, err) == ("open\n", "")
    assert [path.name for path in tmp_path.iterdir()] == ["graph"]


def test_read_statement_reads_no_files(
    embedded_settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "secret.csv").write_text("secret")
    statement = f"LOAD CSV FROM 'file://{tmp_path}/secret.csv' AS line RETURN line"
    with open_store(embedded_settings) as store, pytest.raises(StoreError):
        list(store.read_statement(statement, {}))


def test_ingest_survives_close_and_open(embedded_settings: Settings) -> None:
    with open_store(embedded_settings) as store:
        store.ingest([make_rows("a")])
        before = dump(store)
    with open_store(embedded_settings, create=False) as store:
        assert dump(store) == before
