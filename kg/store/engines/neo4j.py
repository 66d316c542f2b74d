"""Neo4j through its official driver."""

import logging
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

import neo4j
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConnectionAcquisitionTimeoutError,
    ConstraintError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)
from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, Duration

from kg.errors import RaceError, RowsError, StoreError
from kg.queries import Query, load_query
from kg.settings import Settings
from kg.store.engines.engine import Counters, T, Transaction, took_too_long
from kg.store.read_only import WRITE_REFUSED
from kg.store.words import Words

_SCHEMES = {
    f"{name}{security}" for name in ("neo4j", "bolt") for security in ("", "+s", "+ssc")
}
_log = logging.getLogger(__name__)
# How often another writer may create a node between this one's look and its write.
_RACES = 5
_ALREADY_DEFINED = {
    f"Neo.ClientError.Schema.{rule}AlreadyExists"
    for rule in ("EquivalentSchemaRule", "Constraint", "Index")
}
# Of what is written, not of the server: with fewer or other rows it may go well.
_OF_ROWS = (
    "Neo.ClientError.Statement.",
    "Neo.ClientError.Schema.",
    "Neo.DatabaseError.Statement.",
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
    "Neo.TransientError.Transaction.MaximumTransactionLimitReached",
)
_GONE = (ServiceUnavailable, SessionExpired, ConnectionAcquisitionTimeoutError)
# Steps of a plan that the server takes for reading, though they leave the graph.
_NOT_OF_THE_GRAPH = {"LoadCSV", "TerminateTransactions"}
_PLANNING = re.compile(r"^\s*(?:EXPLAIN|PROFILE)\b", re.IGNORECASE)
_TIMED_OUT = "Neo.ClientError.Transaction.TransactionTimedOut"
_ACCESS_MODE = "Neo.ClientError.Statement.AccessMode"


class Neo4jEngine:
    """A database of a Neo4j server."""

    def __init__(self, driver: neo4j.Driver, settings: Settings) -> None:
        self._driver = driver
        self._database = settings.database
        self._address = settings.store
        self._timeout = settings.timeout
        self._known_to_read: set[str] = set()

    def define(self, queries: Sequence[Query]) -> None:
        """Run the statements of the schema module."""
        with self._clear_errors(), self._session(neo4j.WRITE_ACCESS) as session:
            for query in queries:
                _define(session, query)

    def read(
        self, statement: str, parameters: Mapping[str, Any]
    ) -> Iterator[dict[str, Any]]:
        """Yield a read-only statement's rows; the server refuses one that writes."""
        with (
            self._clear_errors(),
            self._session(neo4j.READ_ACCESS) as session,
            session.begin_transaction(timeout=self._timeout) as transaction,
        ):
            self._check_reads(transaction, statement)
            for record in transaction.run(statement, dict(parameters)):
                yield _row(record)

    def read_all(
        self, statement: str, parameters: Mapping[str, Any]
    ) -> list[dict[str, Any]]:
        """Return the rows of `read`."""
        return list(self.read(statement, parameters))

    def takes(self, query: Query) -> bool:
        """Tell that all statements of the schema module are for Neo4j."""
        return True

    def matching(self, words: Words) -> Sequence[str]:
        """Return the keys of texts and statements in which all words occur."""
        query = load_query("text.matching")
        rows = self.read(query.statement, {"words": words.for_lucene})
        return [row["key"] for row in rows]

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Call `work` in one transaction, again where another one was in its way."""
        with self._clear_errors(), self._session(neo4j.WRITE_ACCESS) as session:
            for _ in range(_RACES):
                try:
                    return session.execute_write(
                        lambda transaction: work(_Neo4jTransaction(transaction))
                    )
                except (ConstraintError, RaceError) as error:
                    # Another writer created the same node, or judged an entity, first;
                    # now it is found.
                    _log.info("writing again: %s", _reason(error))
            return session.execute_write(
                lambda transaction: work(_Neo4jTransaction(transaction))
            )

    def writing(self) -> AbstractContextManager[None]:
        """Do nothing: the server serves all at once."""
        return nullcontext()

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def _session(self, access: str) -> neo4j.Session:
        return self._driver.session(database=self._database, default_access_mode=access)

    def _check_reads(self, transaction: neo4j.Transaction, statement: str) -> None:
        """Ask the server, once a statement, whether its plan only reads the graph."""
        if statement in self._known_to_read:
            return
        # A statement's own EXPLAIN or PROFILE bears no second one before it.
        bare = _PLANNING.sub("", statement)
        summary = transaction.run(f"EXPLAIN {bare}").consume()
        steps = set(_steps(summary.plan or {}))
        if summary.query_type != "r" or steps & _NOT_OF_THE_GRAPH:
            raise StoreError(WRITE_REFUSED)
        self._known_to_read.add(statement)

    @contextmanager
    def _clear_errors(self) -> Iterator[None]:
        try:
            yield
        except (DriverError, Neo4jError) as error:
            code = getattr(error, "code", None) or ""
            if self._timeout is not None and code.startswith(_TIMED_OUT):
                raise took_too_long(self._timeout) from error
            if code == _ACCESS_MODE:
                raise StoreError(WRITE_REFUSED) from error
            if code.startswith(_OF_ROWS):
                raise RowsError(_reason(error)) from error
            if isinstance(error, _GONE):
                raise StoreError(
                    f"{self._address}: the Neo4j server stopped answering; what was "
                    "written before stays, and a repeated run goes on from there"
                ) from error
            raise StoreError(f"{self._address}: {_reason(error)}") from error


def _define(session: neo4j.Session, query: Query) -> None:
    try:
        session.execute_write(
            lambda transaction: transaction.run(query.statement).consume()
        )
    except ClientError as error:
        # Another process defined the same between this one's look and its write: IF
        # NOT EXISTS does not cover that.
        if error.code not in _ALREADY_DEFINED:
            raise


def _steps(plan: Mapping[str, Any]) -> Iterator[str]:
    """Yield what the server's plan does: "LoadCSV" of "LoadCSV@neo4j"."""
    yield str(plan.get("operatorType", "")).partition("@")[0]
    for child in plan.get("children", ()):
        yield from _steps(child)


class _Neo4jTransaction:
    def __init__(self, transaction: neo4j.ManagedTransaction) -> None:
        self._transaction = transaction
        self.counters = Counters()

    def run(self, query: Query, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        result = self._transaction.run(query.statement, dict(parameters))
        rows = [_row(record) for record in result]
        found = result.consume().counters
        self.counters += Counters(
            found.nodes_created,
            found.nodes_deleted,
            found.relationships_created,
            found.relationships_deleted,
        )
        return rows


def open_neo4j(settings: Settings) -> Neo4jEngine:
    """Connect to a server and check at once that it answers.

    Raises `StoreError` where the address, the credentials or the database are wrong.
    """
    scheme = settings.store.partition("://")[0]
    if "@" in settings.store:
        # Not shown: it may hold a password.
        raise StoreError(
            "the Neo4j address names a user: expected neo4j://HOST, and the names of "
            "NEO4J_USERNAME and NEO4J_PASSWORD for the rest"
        )
    if scheme not in _SCHEMES:
        raise StoreError(f"{settings.store}: expected neo4j://HOST or bolt://HOST")
    auth = (
        (settings.username or "neo4j", settings.password)
        if settings.password is not None
        else None
    )
    if not _log.isEnabledFor(logging.INFO):
        # The driver logs each of its attempts; the last one's error is raised.
        logging.getLogger("neo4j").setLevel(logging.CRITICAL)
    try:
        driver = neo4j.GraphDatabase.driver(
            settings.store,
            auth=auth,
            connection_timeout=10,
            notifications_min_severity="OFF",
            user_agent="kg",
        )
    except (ConfigurationError, ValueError) as error:
        raise StoreError(f"{settings.store}: {_reason(error)}") from error
    try:
        driver.verify_connectivity()
        with driver.session(database=settings.database) as session:
            session.run("RETURN 1").consume()
    # The driver gives a ValueError for an address that does not resolve.
    except (DriverError, Neo4jError, ValueError) as error:
        driver.close()
        raise StoreError(_connection_reason(settings, error)) from error
    return Neo4jEngine(driver, settings)


def _connection_reason(settings: Settings, error: Exception) -> str:
    if isinstance(error, AuthError):
        given = "" if settings.password else " (no NEO4J_PASSWORD given)"
        return f"{settings.store}: authentication failed{given}"
    if isinstance(error, (ServiceUnavailable, ValueError)):
        return f"{settings.store}: no Neo4j server answers there"
    if isinstance(error, ClientError) and "DatabaseNotFound" in (error.code or ""):
        return f"{settings.store}: it has no database {settings.database!r}"
    return f"{settings.store}: {_reason(error)}"


def _reason(error: Exception) -> str:
    """Return an error's text in one line."""
    text = getattr(error, "message", None) or str(error)
    return " ".join(str(text).split())


def _row(record: neo4j.Record) -> dict[str, Any]:
    values = zip(record.keys(), record.values(), strict=True)
    return {name: _to_python(each) for name, each in values}


def _to_python(value: Any) -> Any:
    """Return a value of the driver as Python's own type."""
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if isinstance(value, Date):
        return value.to_native()
    if isinstance(value, Duration):
        return value.iso_format()
    if isinstance(value, Node):
        return {"labels": sorted(value.labels), "properties": _map(value)}
    if isinstance(value, Relationship):
        return {"type": value.type, "properties": _map(value)}
    if isinstance(value, Path):
        steps: list[Any] = [value.nodes[0]]
        for edge, node in zip(value.relationships, value.nodes[1:], strict=True):
            steps += [edge, node]
        return [_to_python(step) for step in steps]
    if isinstance(value, Mapping):
        return _map(value)
    if isinstance(value, (list, tuple)):
        return [_to_python(each) for each in value]
    return str(value)


def _map(value: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _to_python(each) for name, each in sorted(value.items())}
