"""Which statements are let through to a database, without any database."""

import pytest

from kg.errors import StoreError
from kg.store.read_only import check_reads


@pytest.mark.parametrize(
    "statement",
    [
        "MATCH (n) RETURN n",
        "// LOAD CSV FROM\nMATCH (n) RETURN n",
        "MATCH (n) /* CALL dbms.killConnection('x') */ RETURN n",
        "RETURN 'LOAD CSV FROM x' AS text",
        'RETURN "CALL dbms.killConnection(1)" AS text',
        r"RETURN 'it\'s LOAD CSV' AS text",
        "MATCH (`LOAD`:`CSV`) RETURN `LOAD`",
        "MATCH (load:Csv) RETURN load.csv",
        "MATCH (call:Article) RETURN call.id AS id, call AS article",
        "MATCH (set:Entity) WITH set.name AS name RETURN name",
        "CALL db.labels() YIELD label RETURN label",
        "CALL db.labels",
        "CALL DB.Labels()",
        "CALL { MATCH (n) RETURN n } RETURN n",
        "MATCH (n) CALL (n) { RETURN n.id AS id } RETURN id",
        "MATCH (n) WHERE n.from >= date.truncate('month', date()) RETURN n",
        "WITH 1 AS x RETURN x",
        "SHOW CONSTRAINTS YIELD name RETURN name",
        "SHOW RANGE INDEXES",
        "EXPLAIN MATCH (n) RETURN n",
        "CYPHER 25 runtime=slotted MATCH (n) RETURN n",
        "RETURN [x IN range(1, 2) | x] AS list",
    ],
)
def test_check_reads_lets_reading_through(statement: str) -> None:
    check_reads(statement)


@pytest.mark.parametrize(
    "statement, reason",
    [
        ("LOAD CSV FROM 'http://x' AS row RETURN row", "LOAD is no clause that reads"),
        ("MATCH (n) LOAD CSV FROM n.url AS row RETURN row", "LOAD CSV is not allowed"),
        ("MATCH (n) load/**/\ncsv FROM n.u AS r RETURN r", "LOAD CSV is not allowed"),
        ("MATCH (n) \\u004cOAD CSV FROM n.u AS r RETURN r", "LOAD CSV is not allowed"),
        ("RETURN '\\u0027 LOAD CSV FROM 'x' AS r", "LOAD CSV is not allowed"),
        ("RETURN '' AS x UNION LOAD CSV FROM 'x' AS x RETURN x", "LOAD CSV"),
        ("CALL dbms.killConnection('bolt-1')", "dbms.killConnection is not among"),
        ("CALL dbms . `killConnection`('bolt-1')", "dbms.killConnection is not among"),
        ("CALL apoc.load.json('http://x') YIELD value RETURN 1", "apoc.load.json"),
        ("CALL dbms.listConfig", "dbms.listConfig is not among"),
        ("RETURN genai.vector.encode('x', 'OpenAI', {}) AS v", "genai.vector.encode"),
        ("TERMINATE TRANSACTIONS 'x'", "TERMINATE is no clause that reads"),
        ("SHOW TRANSACTIONS YIELD * TERMINATE TRANSACTIONS 'x'", "SHOW is allowed"),
        ("SHOW USERS", "SHOW is allowed for constraints"),
        ("USE system MATCH (n) RETURN n", "USE is no clause that reads"),
        ("CREATE (n)", "would change the graph"),
        ("PROFILE CREATE (n)", "would change the graph"),
        ("DROP INDEX article_id_idx", "would change the graph"),
        ("ALTER USER x SET PASSWORD 'y'", "ALTER is no clause that reads"),
        ("", "the statement is empty"),
        ("// nothing", "the statement is empty"),
    ],
)
def test_check_reads_refuses_the_rest(statement: str, reason: str) -> None:
    with pytest.raises(StoreError, match=reason) as caught:
        check_reads(statement)
    assert "\n" not in str(caught.value)
