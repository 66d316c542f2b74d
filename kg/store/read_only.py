"""What a store runs of others: clauses that read, and a closed list of calls.

A database's own read access refuses what would change the graph, but lets a statement
read files, send what it read to an address, or end other people's queries.
"""

import re
from collections.abc import Iterator

from kg.errors import StoreError

WRITE_REFUSED = "the statement would change the graph: only reading is allowed here"

_TOKEN = re.compile(
    r"""
    (?:\s|//[^\n]*|/\*.*?(?:\*/|\Z))+            # space and comments
  | '(?:\\.|[^'\\])*(?:'|\Z) | "(?:\\.|[^"\\])*(?:"|\Z)
  | `(?P<quoted>(?:``|[^`])*)(?:`|\Z)
  | (?P<word>[^\W\d]\w*)
  | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)
# Neo4j reads these before anything else, so that one may end a string.
_ESCAPE = re.compile(r"\\u+([0-9a-fA-F]{4})")

_PREFIXES = {"CYPHER", "EXPLAIN", "PROFILE"}
_READING = {"CALL", "MATCH", "OPTIONAL", "RETURN", "SHOW", "UNWIND", "WITH"}
_WRITING = {"CREATE", "DELETE", "DETACH", "DROP", "FOREACH", "MERGE", "REMOVE", "SET"}
_SHOWN = {
    f"{noun}{ending}"
    for noun in ("CONSTRAINT", "FUNCTION", "INDEX", "PROCEDURE")
    for ending in ("", "S", "ES")
}
_FORBIDDEN = {
    ("LOAD", "CSV"),
    ("TERMINATE", "TRANSACTION"),
    ("TERMINATE", "TRANSACTIONS"),
}
_PROCEDURES = {
    "db.index.fulltext.queryNodes",
    "db.index.fulltext.queryRelationships",
    "db.index.vector.queryNodes",
    "db.index.vector.queryRelationships",
    "db.labels",
    "db.propertyKeys",
    "db.relationshipTypes",
    "db.schema.nodeTypeProperties",
    "db.schema.relTypeProperties",
    "db.schema.visualization",
}
# Cypher's own; those of plugins may reach files and addresses.
_FUNCTIONS = {
    *("date", "datetime", "duration", "localdatetime", "localtime", "time"),
    *("point", "vector"),
}
_CALLS = {each.lower() for each in _PROCEDURES}


def check_reads(statement: str) -> None:
    """Refuse a statement that does more than read the graph.

    ``MATCH (n) RETURN n`` passes; ``LOAD CSV FROM 'http://…' AS row RETURN row`` and
    ``CALL dbms.killConnection('bolt-1')`` do not. What stands in strings, comments and
    quoted names does not count. Raises `StoreError`, one line.
    """
    decoded = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), statement)
    for text in {statement: None, decoded: None}:
        _check(list(_tokens(text)))


def _check(tokens: list[str]) -> None:
    words = [each.upper() for each in tokens]
    _check_first(words)
    for pair in zip(words, words[1:], strict=False):
        if pair in _FORBIDDEN:
            raise StoreError(f"{' '.join(pair)} is not allowed: only reading is")
    for name in _calls(tokens):
        if name.lower() not in _CALLS and name.partition(".")[0] not in _FUNCTIONS:
            raise StoreError(f"{name} is not among the procedures that may be called")


def _check_first(words: list[str]) -> None:
    first = next((each for each in words if each not in _PREFIXES), None)
    if first is None:
        raise StoreError("the statement is empty")
    if words[0] == "CYPHER":  # options follow: CYPHER 25 runtime=slotted MATCH …
        first = next((each for each in words if each in _READING | _WRITING), first)
    if first in _WRITING:
        raise StoreError(WRITE_REFUSED)
    if first not in _READING:
        raise StoreError(
            f"{first} is no clause that reads: {', '.join(sorted(_READING))}"
        )
    if first == "SHOW" and not _SHOWN.intersection(words):
        raise StoreError(
            "SHOW is allowed for constraints, functions, indexes, procedures"
        )


def _calls(tokens: list[str]) -> Iterator[str]:
    """Yield the dotted names that are called: after CALL, or before a parenthesis."""
    index = 0
    while index < len(tokens):
        end = index + 1
        while tokens[end : end + 1] == ["."]:
            end += 2
        is_called = tokens[end : end + 1] == ["("] or (
            index and tokens[index - 1].upper() == "CALL"
        )
        if end > index + 1 and is_called:
            yield "".join(tokens[index:end])
        index = end


def _tokens(statement: str) -> Iterator[str]:
    """Yield words, quoted names without their quotes, and signs."""
    for match in _TOKEN.finditer(statement):
        if (token := match["word"] or match["quoted"] or match["sign"]) is not None:
            yield token
