"""The embedded engine: ArcadeDB inside this process, its files in a folder."""

import logging
import os
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import arcadedb_embedded as arcadedb
import jpype
from arcadedb_embedded.jvm import get_bundled_jre_lib_path, get_jar_path

from kg.errors import StoreError
from kg.queries import Query
from kg.store.engine import Counters, T, Transaction

_LANGUAGE = "opencypher"
_HEAP = "1g"
# Without this file the engine writes a log folder into the working directory.
_LOGGING = Path(__file__).with_name("logging.properties")
# Serial collection and the first compiler alone: a command is short, a start is not.
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
_log = logging.getLogger(__name__)


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
                yield {name: _to_python(value) for name, value in row.items()}
        except arcadedb.ArcadeDBError as error:
            raise StoreError(_reason(error)) from error

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Call `work` in one transaction, again where another one was in its way."""
        try:
            return self._database.run_in_transaction(
                lambda: work(_EmbeddedTransaction(self._database))
            )
        except arcadedb.ArcadeDBError as error:
            raise StoreError(f"{self._folder}: {_reason(error)}") from error

    def close(self) -> None:
        """Close the database, so that another process may open it."""
        self._database.close()


class _EmbeddedTransaction:
    def __init__(self, database: arcadedb.Database) -> None:
        self._database = database
        self.counters = Counters()

    def run(self, query: Query, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        java = self._database.get_java_database().command(
            _LANGUAGE, query.statement, _java_map(parameters)
        )
        rows = arcadedb.ResultSet(java, self._database).to_list()
        self.counters += _counters(java)
        return [
            {name: _to_python(value) for name, value in row.items()} for row in rows
        ]


def open_embedded(folder: Path, *, create: bool) -> EmbeddedEngine:
    """Open the store in a folder; raises `StoreError` where that cannot be."""
    holds_store = (folder / "schema.json").exists()
    if not holds_store:
        _check_free(folder, create=create)
    _start_jvm()
    try:
        if holds_store:
            database = arcadedb.open_database(str(folder))
        else:
            folder.parent.mkdir(parents=True, exist_ok=True)
            database = arcadedb.create_database(str(folder))
    except OSError as error:
        raise StoreError(f"{folder}: cannot write: {error.strerror}") from error
    except arcadedb.ArcadeDBError as error:
        raise _opening_error(folder, error) from error
    return EmbeddedEngine(database, folder)


def _check_free(folder: Path, *, create: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder} is a file, not the folder of a graph")
    if folder.exists() and any(folder.iterdir()):
        raise StoreError(f"{folder} holds other files, not a graph")
    if not create:
        raise StoreError(f"no graph at {_shown(folder)}: run kg ingest first")


def _shown(folder: Path) -> str:
    return str(folder) if folder.is_absolute() else f"./{folder}"


def _opening_error(folder: Path, error: arcadedb.ArcadeDBError) -> StoreError:
    reason = _reason(error)
    if "lock" in reason.lower():
        return StoreError(f"{folder}: another process has this graph open")
    return StoreError(f"{folder}: cannot open the graph: {reason}")


def _start_jvm() -> None:
    """Start Java with a small heap and no log folder, unless it runs already.

    The package's own start would add a module that prints a warning each time.
    """
    if jpype.isJVMStarted():
        return
    options = [*_JVM_OPTIONS, f"-Xmx{_HEAP}"]
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
    """Return the innermost cause's first line, without the engine's class names."""
    text = str(error)
    return " ".join(text.split("\n")[0].split())


def _to_python(value: Any) -> Any:
    """Return a value of the engine as Python's own type."""
    if isinstance(value, dict):
        return {str(name): _to_python(each) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_to_python(each) for each in value]
    if isinstance(value, jpype.JObject):
        return _from_java(value)
    return value


def _from_java(value: Any) -> Any:
    name = str(value.getClass().getSimpleName())
    if name == "CypherDate":
        return date.fromisoformat(str(value))
    if name == "TraversalPath":
        return [_from_java(step) for step in value.toAlternatingList()]
    if isinstance(value, jpype.JClass("com.arcadedb.graph.Vertex")):
        labels = jpype.JClass("com.arcadedb.query.opencypher.Labels").getLabels(value)
        return {
            "labels": [str(label) for label in labels],
            "properties": _properties(value),
        }
    if isinstance(value, jpype.JClass("com.arcadedb.graph.Edge")):
        return {"type": str(value.getTypeName()), "properties": _properties(value)}
    converted = arcadedb.convert_java_to_python(value)
    return str(value) if converted is value else _to_python(converted)


def _properties(element: Any) -> dict[str, Any]:
    return {
        str(name): _to_python(arcadedb.convert_java_to_python(element.get(name)))
        for name in sorted(str(name) for name in element.getPropertyNames())
    }
