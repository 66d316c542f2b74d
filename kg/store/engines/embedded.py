"""The embedded engine: ArcadeDB inside this process, its files in a folder."""

import os
import re
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import arcadedb_embedded as arcadedb
import jpype
from arcadedb_embedded.jvm import get_bundled_jre_lib_path, get_jar_path

from kg.errors import RowsError, StoreError
from kg.queries import Query, load_query, query_names
from kg.settings import Settings
from kg.store.engines.engine import Counters, T, Transaction, took_too_long
from kg.store.engines.folder_lock import NAME, FolderLock
from kg.store.engines.full_text import FILES, FullText, stamp
from kg.store.engines.java_values import to_java, to_python
from kg.store.read_only import WRITE_REFUSED
from kg.store.words import Words

_LANGUAGE = "opencypher"
_GRAPH, _UNFINISHED = "graph", "graph.new"
_OURS = {_GRAPH, _UNFINISHED, NAME, *FILES}
# The engine's own mark in a folder that is open for writing, or was when it was killed.
_IN_USE = "database.lck"
_CLASS_NAME = re.compile(r"^(?:[A-Z][\w ]+: )?(?:[a-z]\w*\.)+\w+: ")
# Java knows the machine's memory, or what a container leaves of it.
_HEAP = "-XX:MaxRAMPercentage=25"
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
    """A folder of this machine, which processes open in turn.

    It is open while rows are read or a transaction runs, and closed in between, so
    that others get their turn; a run that writes opens it once, while nobody waits.
    """

    def __init__(self, folder: Path, *, timeout: float | None = None) -> None:
        self._folder = folder
        self._timeout = timeout
        self._lock = FolderLock(folder)
        # Threads may read together; the last one to end closes the folder.
        self._guard = threading.RLock()
        self._database: arcadedb.Database | None = None
        self._opened = ExitStack()
        self._writes = False
        self._users = 0
        self._stays_open = False

    def check(self) -> None:
        """Open the folder once, so that a damaged one is named at once."""
        with self._using(writes=False) as database:
            if not database.schema.exists_type("Article"):
                # A graph gets its place only with its schema written.
                raise StoreError(
                    f"{self._folder}: cannot open the graph: its schema is lost"
                )

    def define(self, queries: Sequence[Query]) -> None:
        """Run the statements of the schema module."""
        with self._using(writes=True) as database:
            _define(database, queries)

    def read(
        self, statement: str, parameters: Mapping[str, Any]
    ) -> Iterator[dict[str, Any]]:
        """Yield a read-only statement's rows; the engine refuses one that writes."""
        with self._reading() as database:
            rows = database.query(_LANGUAGE, statement, dict(parameters))
            yield from map(_row, rows.iter_dicts())

    def read_all(
        self, statement: str, parameters: Mapping[str, Any]
    ) -> list[dict[str, Any]]:
        """Return the rows of `read` at once: by the thousand they cross from Java."""
        with self._reading() as database:
            rows = database.query(_LANGUAGE, statement, dict(parameters))
            return list(map(_row, rows.to_list()))

    @contextmanager
    def _reading(self) -> Iterator[arcadedb.Database]:
        with self._using(writes=self._stays_open) as database:
            try:
                yield database
            except arcadedb.ArcadeDBError as error:
                if "QueryNotIdempotentException" in str(error):
                    raise StoreError(WRITE_REFUSED) from error
                if self._timeout is not None and "TimeoutException" in str(error):
                    raise took_too_long(self._timeout) from error
                raise StoreError(_reason(error)) from error

    def takes(self, query: Query) -> bool:
        """Tell whether a statement of the schema module is one that ArcadeDB knows."""
        return _takes(query)

    def matching(self, words: Words) -> Sequence[str]:
        """Return the keys of texts and statements in which all words occur.

        The index beside the graph is first brought up to date where the graph changed.
        """
        with self._using(writes=self._stays_open):
            # While this process writes, what it wrote may not be in the files yet.
            now = None if self._writes else stamp(self._folder / _GRAPH)
            index = FullText.of(self._folder)
            try:
                if now is None or not index.is_of(now):
                    index = self._renewed(index, now)
                return index.keys(words)
            finally:
                index.close()

    def _renewed(self, index: FullText, now: str | None) -> FullText:
        try:
            index.renew(self._texts(), now)
        except sqlite3.OperationalError:
            # A folder that cannot be written is searched all the same.
            index.close()
            index = FullText.in_memory()
            index.renew(self._texts(), now)
        return index

    def _texts(self) -> Iterator[tuple[str, str]]:
        rows = self.read(load_query("text.all").statement, {})
        return ((row["key"], row["text"]) for row in rows)

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Call `work` in one transaction, again where another one was in its way."""
        with self._using(writes=True) as database:
            try:
                done: T = database.run_in_transaction(
                    lambda: work(_EmbeddedTransaction(database))
                )
            except arcadedb.ArcadeDBError as error:
                kind = StoreError if _fault_of_disk(error) else RowsError
                raise kind(f"{self._folder}: {_reason(error)}") from error
        return done

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Stay open between the transactions of a run, until somebody else waits."""
        self._stays_open = True
        try:
            yield
        finally:
            self._stays_open = False
            self._leave()

    def close(self) -> None:
        """Close the folder, if a query's rows were left unread."""
        with self._guard:
            self._close()

    @contextmanager
    def _using(self, *, writes: bool) -> Iterator[arcadedb.Database]:
        database = self._enter(writes=writes)
        try:
            yield database
        finally:
            with self._guard:
                self._users -= 1
            self._leave()

    def _enter(self, *, writes: bool) -> arcadedb.Database:
        with self._guard:
            if writes and self._users and not self._writes:
                raise StoreError(
                    f"{self._folder}: the rows of a query are still being read: "
                    "take all of them before writing"
                )
            if self._database is None:
                self._database = self._open(writes=writes)
            self._users += 1
            return self._database

    def _leave(self) -> None:
        """Close the folder where nobody here uses it, unless it is to stay open."""
        with self._guard:
            if self._users or self._database is None:
                return
            if not self._stays_open:
                self._close()
            elif self._lock.is_awaited():
                self._close()
                self._lock.let_pass()

    def _open(self, *, writes: bool) -> arcadedb.Database:
        if not writes:
            self._mend()
        with _clear_errors(self._folder), ExitStack() as opened:
            lock = self._lock.writing() if writes else self._lock.reading()
            opened.enter_context(lock)
            database = _open(self._folder, writes=writes)
            opened.callback(database.close)
            if self._timeout is not None and not writes:
                _limit(database, self._timeout)
            self._opened = opened.pop_all()
        self._writes = writes
        return database

    def _close(self) -> None:
        self._database = None
        with _clear_errors(self._folder):
            self._opened.close()

    def _mend(self) -> None:
        """Recover what a writer that was killed has left; it kept a log of it."""
        if (self._folder / _GRAPH / _IN_USE).exists():
            self._open(writes=True)
            self._close()


class _EmbeddedTransaction:
    def __init__(self, database: arcadedb.Database) -> None:
        self._database = database
        self.counters = Counters()

    def run(self, query: Query, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        try:
            java = self._database.get_java_database().command(
                _LANGUAGE, query.statement, to_java(parameters)
            )
        except jpype.JException as error:
            raise arcadedb.ArcadeDBError(f"{query.name}: {error}") from error
        rows = arcadedb.ResultSet(java, self._database).to_list()
        self.counters += _counters(java)
        return list(map(_row, rows))


def _row(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: to_python(value) for name, value in row.items()}


def open_embedded(settings: Settings, *, create: bool) -> EmbeddedEngine:
    """Open the store in a folder; raises `StoreError` where that cannot be."""
    folder = Path(settings.store)
    _check_is_ours(folder)
    graph = folder / _GRAPH
    if not graph.exists() and not create:
        raise StoreError(f"no graph at {_shown(folder)}: run kg ingest first")
    start_jvm(brief=not create, heap=settings.heap)
    if not graph.exists():
        with _clear_errors(folder):
            folder.mkdir(parents=True, exist_ok=True)
            with FolderLock(folder).writing():
                _create(folder)
    engine = EmbeddedEngine(folder, timeout=settings.timeout)
    engine.check()
    return engine


def _create(folder: Path) -> None:
    """Create an empty graph beside its place, then move it there, whole.

    Another process may have been quicker.
    """
    if (folder / _GRAPH).exists():
        return
    unfinished = folder / _UNFINISHED
    if unfinished.exists():
        shutil.rmtree(unfinished)
    with arcadedb.create_database(str(unfinished)) as database:
        _define(database, [load_query(name) for name in query_names("schema")])
    unfinished.rename(folder / _GRAPH)


def _define(database: arcadedb.Database, queries: Sequence[Query]) -> None:
    for query in filter(_takes, queries):
        database.command(_LANGUAGE, query.statement)


def _takes(query: Query) -> bool:
    return "FULLTEXT" not in query.statement


def _open(folder: Path, *, writes: bool) -> arcadedb.Database:
    modes = jpype.JClass("com.arcadedb.engine.ComponentFile$MODE")
    mode = modes.READ_WRITE if writes else modes.READ_ONLY
    factory = jpype.JClass("com.arcadedb.database.DatabaseFactory")
    try:
        return arcadedb.Database(factory(str(folder / _GRAPH)).open(mode))
    except jpype.JException as error:
        raise _opening_error(folder, error) from error


def _limit(database: arcadedb.Database, seconds: float) -> None:
    """Let the engine end what it is asked when so much time has gone."""
    setting = jpype.JClass("com.arcadedb.GlobalConfiguration").COMMAND_TIMEOUT
    milliseconds = jpype.JLong(max(1, round(seconds * 1000)))
    database.get_java_database().getConfiguration().setValue(setting, milliseconds)


def _check_is_ours(folder: Path) -> None:
    try:
        if folder.exists() and not folder.is_dir():
            raise StoreError(f"{folder} is a file, not the folder of a graph")
        if folder.exists() and {each.name for each in folder.iterdir()} - _OURS:
            raise StoreError(f"{folder} holds other files, not a graph")
    except OSError as error:
        raise StoreError(f"{folder}: cannot be read: {error.strerror}") from error


def _shown(folder: Path) -> str:
    return str(folder) if folder.is_absolute() else f"./{folder}"


def _opening_error(folder: Path, error: jpype.JException) -> StoreError:
    reason = str(error).lower()
    if "locked" in reason:
        return StoreError(f"{folder}: another program has this graph open")
    if "active instance" in reason:
        return StoreError(f"{folder}: this process is reading this graph elsewhere")
    return StoreError(f"{folder}: cannot open the graph: {_reason(error)}")


@contextmanager
def _clear_errors(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(f"{folder}: cannot write: {error.strerror}") from error
    except arcadedb.ArcadeDBError as error:
        raise StoreError(f"{folder}: {_reason(error)}") from error


def start_jvm(*, brief: bool = False, heap: str | None = None) -> None:
    """Start Java without a log folder, unless it runs already.

    `brief` is for a process that asks a question or two and ends; `heap` is the most
    memory that Java may take, such as ``4g``.
    The package's own start would add a module that prints a warning each time.
    """
    if jpype.isJVMStarted():
        return
    options = [*_JVM_OPTIONS, f"-Xmx{heap}" if heap else _HEAP]
    options += [_BRIEF] if brief else []
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


def _fault_of_disk(error: BaseException) -> str | None:
    """Return what the disk, not what was to be written, made fail: "No space left"."""
    cause: Any = error
    while cause is not None and not isinstance(cause, jpype.JException):
        cause = cause.__cause__
    io_error = jpype.JClass("java.io.IOException")
    while cause is not None and not isinstance(cause, io_error):
        cause = cause.getCause()
    return None if cause is None else str(cause.getMessage())


def _reason(error: BaseException) -> str:
    """Return an error's first line without the names of the engine's classes."""
    if (fault := _fault_of_disk(error)) is not None:
        return f"cannot write: {fault}"
    line = str(error).partition("\n")[0].partition(" (caused by ")[0]
    return _CLASS_NAME.sub("", line)
