"""The embedded engine: ArcadeDB inside this process, its files in a folder."""

import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import arcadedb_embedded as arcadedb
import jpype
from arcadedb_embedded.jvm import get_bundled_jre_lib_path, get_jar_path

from kg.errors import StoreError
from kg.queries import Query, load_query, query_names
from kg.store.engines.engine import WRITE_REFUSED, Counters, T, Transaction
from kg.store.engines.java_values import to_python

_LANGUAGE = "opencypher"
_GRAPH, _UNFINISHED = "graph", "graph.new"
_OURS = {_GRAPH, _UNFINISHED}
_CLASS_NAME = re.compile(r"^(?:[A-Z][\w ]+: )?(?:[a-z]\w*\.)+\w+: ")
_HEAP = "1g"
# Without this file the engine writes a log folder into the working directory.
_LOGGING = Path(__file__).with_name("logging.properties")
# Serial collection: a command is short, a start is not.
_JVM_OPTIONS = (
    "-Djava.awt.headless=true",
    "-Dfile.encoding=UTF8",
    "-Dpolyglot.engine.WarnInterpreterOnly=false",
    f"-Djava.util.logging.config.file={_LOGGING}",
    f"-XX:ErrorFile={os.devnull}",
    # A statement that somebody typed has no business with files and addresses.
    "-Darcadedb.opencypher.loadCsv.allowFileUrls=false",
    "-Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
    "--enable-native-access=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
    "--add-opens=java.base/java.nio.channels.spi=ALL-UNNAMED",
    "--add-opens=java.base/java.lang=ALL-UNNAMED",
    "-XX:+UseSerialGC",
    "-XX:+UseCompactObjectHeaders",
)
# The first compiler alone: a third less time for a question, but slower ingests.
_BRIEF = "-XX:TieredStopAtLevel=1"


class EmbeddedEngine:
    """A folder of this machine, opened by this process alone."""

    def __init__(self, database: arcadedb.Database, folder: Path) -> None:
        self._database = database
        self._folder = folder

    def define(self, query: Query) -> None:
        """Run one statement of the schema module."""
        self._database.command(_LANGUAGE, query.statement)

    def read(
        self, statement: str, parameters: Mapping[str, Any]
    ) -> Iterator[dict[str, Any]]:
        """Yield a read-only statement's rows; the engine refuses one that writes."""
        try:
            rows = self._database.query(_LANGUAGE, statement, dict(parameters))
            for row in rows.iter_dicts():
                yield {name: to_python(value) for name, value in row.items()}
        except arcadedb.ArcadeDBError as error:
            if "QueryNotIdempotentException" in str(error):
                raise StoreError(WRITE_REFUSED) from error
            raise StoreError(_reason(error)) from error

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Call `work` in one transaction, again where another one was in its way."""
        try:
            done: T = self._database.run_in_transaction(
                lambda: work(_EmbeddedTransaction(self._database))
            )
        except arcadedb.ArcadeDBError as error:
            raise StoreError(f"{self._folder}: {_reason(error)}") from error
        return done

    def close(self) -> None:
        """Close the database, so that another process may open it."""
        self._database.close()


class _EmbeddedTransaction:
    def __init__(self, database: arcadedb.Database) -> None:
        self._database = database
        self.counters = Counters()

    def run(self, query: Query, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        try:
            java = self._database.get_java_database().command(
                _LANGUAGE, query.statement, _java_map(parameters)
            )
        except jpype.JException as error:
            raise arcadedb.ArcadeDBError(f"{query.name}: {error}") from error
        rows = arcadedb.ResultSet(java, self._database).to_list()
        self.counters += _counters(java)
        return [{name: to_python(value) for name, value in row.items()} for row in rows]


def open_embedded(folder: Path, *, create: bool) -> EmbeddedEngine:
    """Open the store in a folder; raises `StoreError` where that cannot be."""
    _check_is_ours(folder)
    graph = folder / _GRAPH
    if not graph.exists() and not create:
        raise StoreError(f"no graph at {_shown(folder)}: run kg ingest first")
    start_jvm(brief=not create)
    try:
        if not graph.exists():
            _create(folder)
        database = arcadedb.open_database(str(graph))
    except OSError as error:
        raise StoreError(f"{folder}: cannot write: {error.strerror}") from error
    except arcadedb.ArcadeDBError as error:
        raise _opening_error(folder, error) from error
    if not database.schema.exists_type("Article"):
        # A graph gets its place only when its schema is written: the file is damaged.
        database.close()
        raise StoreError(f"{folder}: cannot open the graph: its schema is lost")
    return EmbeddedEngine(database, folder)


def _create(folder: Path) -> None:
    """Create an empty graph beside its place, then move it there, whole."""
    unfinished = folder / _UNFINISHED
    if unfinished.exists():
        shutil.rmtree(unfinished)
    folder.mkdir(parents=True, exist_ok=True)
    with arcadedb.create_database(str(unfinished)) as database:
        engine = EmbeddedEngine(database, folder)
        for name in query_names("schema"):
            engine.define(load_query(name))
    unfinished.rename(folder / _GRAPH)


def _check_is_ours(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder} is a file, not the folder of a graph")
    if folder.exists() and {each.name for each in folder.iterdir()} - _OURS:
        raise StoreError(f"{folder} holds other files, not a graph")


def _shown(folder: Path) -> str:
    return str(folder) if folder.is_absolute() else f"./{folder}"


def _opening_error(folder: Path, error: arcadedb.ArcadeDBError) -> StoreError:
    reason = str(error).lower()
    if "locked" in reason:
        return StoreError(f"{folder}: another process has this graph open")
    if "active instance" in reason:
        return StoreError(f"{folder}: this process has this graph open already")
    return StoreError(f"{folder}: cannot open the graph: {_reason(error)}")


def start_jvm(*, brief: bool = False) -> None:
    """Start Java with a small heap and no log folder, unless it runs already.

    `brief` is for a process that asks a question or two and ends.
    The package's own start would add a module that prints a warning each time.
    """
    if jpype.isJVMStarted():
        return
    options = [*_JVM_OPTIONS, f"-Xmx{_HEAP}", *([_BRIEF] if brief else [])]
    options += os.environ.get("ARCADEDB_JVM_ARGS", "").split()
    jars = str(Path(get_jar_path()) / "*")
    jpype.startJVM(
        get_bundled_jre_lib_path(), *options, classpath=[jars], interrupt=False
    )


def _counters(java_rows: Any) -> Counters:
    found = java_rows.getStatistics()
    if not found.isPresent():
        return Counters()
    statistics = found.get()
    return Counters(
        int(statistics.getNodesCreated()),
        int(statistics.getNodesDeleted()),
        int(statistics.getRelationshipsCreated()),
        int(statistics.getRelationshipsDeleted()),
    )


def _java_map(parameters: Mapping[str, Any]) -> Any:
    java = arcadedb.convert_python_to_java(dict(parameters))
    return jpype.JObject(java, jpype.JClass("java.util.Map"))


def _reason(error: BaseException) -> str:
    """Return an error's first line without the names of the engine's classes."""
    line = str(error).partition("\n")[0].partition(" (caused by ")[0]
    return _CLASS_NAME.sub("", line)
