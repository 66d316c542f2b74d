"""The embedded engine: its folder, and what it says where it cannot open one."""

import ctypes
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from store.dump import dump
from store.extractions import make_rows

from kg.errors import StoreError
from kg.settings import Settings
from kg.store import open_store
from kg.store.engines import folder_lock
from kg.store.engines.folder_lock import FolderLock

pytestmark = pytest.mark.embedded
# The user of least right, on Linux and macOS.
_NOBODY = 65534

OPEN = """
import sys
from kg.settings import Settings
from kg.store import open_store
store = open_store(Settings(store=sys.argv[1]), create=sys.argv[2] == "create")
if sys.argv[2] == "write":
    store.retract("a")
print("open", flush=True)
sys.stdin.readline()
store.close()
"""


def in_process(*arguments: str, cwd: Path, **options: Any) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-P", "-c", OPEN, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=cwd,
        **options,
    )


def read_only(folder: Path) -> dict[str, Any]:
    """Take away the right to write a folder, and give what a process without it needs.

    Root may write everywhere, so that its process has to lose that power.
    """
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    return {} if os.geteuid() else {"preexec_fn": obey_modes}


def obey_modes() -> None:
    """Drop root's power over the modes of files, from the next program on."""
    drop_from_bounding_set, dac_override = 24, 1
    ctypes.CDLL(None).prctl(drop_from_bounding_set, dac_override)


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


@contextmanager
def unprivileged() -> Iterator[None]:
    """Be nobody for a while where root, who may write everywhere, runs the tests."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


def test_open_store_names_a_folder_it_may_not_write(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    said = r"cannot (write|be read): Permission denied"
    with unprivileged(), pytest.raises(StoreError, match=said):
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


def test_two_processes_ask_and_write_in_turn(
    embedded_settings: Settings, tmp_path: Path
) -> None:
    other = in_process(embedded_settings.store, "create", cwd=tmp_path)
    assert other.stdout is not None and other.stdout.readline() == "open\n"
    with open_store(embedded_settings) as store:
        store.ingest([make_rows("a")])
    other.communicate("\n", timeout=60)
    with open_store(embedded_settings, create=False) as store:
        assert store.stats() != []


def test_two_stores_of_one_process_see_what_the_other_wrote(
    embedded_settings: Settings,
) -> None:
    with open_store(embedded_settings) as one, open_store(embedded_settings) as other:
        one.ingest([make_rows("a")])
        assert dump(other) == dump(one) != ""
        other.retract("a")
        assert dump(one) == ""


def test_a_run_that_writes_gives_way_to_one_who_asks(
    embedded_settings: Settings,
) -> None:
    def ask() -> list[dict[str, Any]]:
        with open_store(embedded_settings, create=False) as other:
            return other.stats()

    with (
        ThreadPoolExecutor(1) as asking,
        open_store(embedded_settings) as store,
        store.writing(),
    ):
        store.ingest([make_rows("a")])
        asked = asking.submit(ask)
        for _ in range(200):
            time.sleep(0.05)
            store.known([])
            if asked.done():
                break
        assert asked.done() and asked.result() == store.stats()


def test_write_names_the_process_that_goes_on_writing(
    embedded_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_lock, "PATIENCE", 0.1)
    with open_store(embedded_settings) as store:
        with FolderLock(Path(embedded_settings.store)).writing():
            with pytest.raises(StoreError, match=f"process {os.getpid()}, since 20"):
                store.ingest([make_rows("a")])
            with pytest.raises(StoreError, match="another process writes"):
                store.stats()
        store.ingest([make_rows("a")])


def test_write_says_that_others_go_on_reading(
    embedded_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_lock, "PATIENCE", 0.1)
    with (
        open_store(embedded_settings) as store,
        FolderLock(Path(embedded_settings.store)).reading(),
    ):
        assert store.stats() == []
        with pytest.raises(StoreError, match="is still reading this graph"):
            store.ingest([make_rows("a")])


def test_write_waits_for_its_own_rows_to_be_read(embedded_settings: Settings) -> None:
    with open_store(embedded_settings) as store:
        rows = store.read_statement("UNWIND [1, 2] AS x RETURN x", {})
        next(rows)
        with pytest.raises(StoreError, match="still being read"):
            store.ingest([make_rows("a")])
        assert list(rows) == [{"x": 2}]
        store.ingest([make_rows("a")])


def test_questions_may_be_asked_within_each_other(embedded_settings: Settings) -> None:
    with open_store(embedded_settings) as store:
        for row in store.read_statement("UNWIND [1, 2] AS x RETURN x", {}):
            assert list(store.read_statement("RETURN $x AS x", row)) == [row]


def test_eight_processes_create_one_graph(tmp_path: Path) -> None:
    others = [in_process("graph", "create", cwd=tmp_path) for _ in range(8)]
    said = [other.communicate("\n", timeout=120) for other in others]
    assert said == [("open\n", "")] * 8


def test_a_graph_in_a_read_only_folder_is_asked(
    embedded_settings: Settings, tmp_path: Path
) -> None:
    folder = Path(embedded_settings.store)
    with open_store(embedded_settings) as store:
        store.ingest([make_rows("a")])
    (folder / "lock").unlink()
    asked = in_process(str(folder), "open", cwd=tmp_path, **read_only(folder))
    assert asked.communicate("\n", timeout=60) == ("open\n", "")
    written = in_process(str(folder), "write", cwd=tmp_path, **read_only(folder))
    out, err = written.communicate("\n", timeout=60)
    assert err.splitlines()[-1].endswith(f"{folder}: cannot write: Permission denied")


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
