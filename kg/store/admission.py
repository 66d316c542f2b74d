"""What a store takes in: articles of one id and one text, of names it can index."""

from collections.abc import Iterator, Sequence

from kg.errors import ArticleError
from kg.folding import search_keys
from kg.graph import GraphRows

# Neo4j's indexes take 8,167 bytes less some for the entry itself. Held on either
# engine, so that the same articles make the same graph.
INDEXED_BYTES = 8000
_SHOWN = 80

Admitted = tuple[list[GraphRows], list[ArticleError]]


def admit(batch: Sequence[GraphRows]) -> Admitted:
    """Divide a batch into the articles that a store takes and why it refuses others.

    Refused are an id, a key or a name too long for an index, and a second text under
    an id that an article before it in the batch has: of ``a`` (text 1), ``a`` (text 2)
    and ``b`` the second is refused.
    """
    admitted: list[GraphRows] = []
    refused: list[ArticleError] = []
    holders: dict[str, str] = {}
    for rows in batch:
        reason = _reason(rows, holders)
        if reason is None:
            holders[rows.article.id] = rows.key
            admitted.append(rows)
        else:
            refused.append(ArticleError(f"{shown(rows.article.id)}: {reason}"))
    return admitted, refused


def shown(text: str) -> str:
    """Return a text as it is shown in an error: its beginning, where it is long."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _reason(rows: GraphRows, holders: dict[str, str]) -> str | None:
    for what, value in _indexed(rows):
        if (size := len(value.encode("utf-8", "surrogatepass"))) > INDEXED_BYTES:
            return (
                f"{what} of {size:,} bytes ({shown(value)}): "
                f"at most {INDEXED_BYTES:,} can be found again"
            )
    if holders.get(rows.article.id, rows.key) != rows.key:
        return "another article has this id already, with another text"
    return None


def _indexed(rows: GraphRows) -> Iterator[tuple[str, str]]:
    """Yield every text of an article that an index holds, and what it is."""
    yield "an id", rows.article.id
    for node in rows.nodes:
        yield f"a key of {node.label}", node.key
    for edge in rows.edges:
        if edge.type == "MENTIONED_IN":
            names = {edge.properties["name"], *edge.properties["texts"]}
            yield from (("a name", each) for each in sorted(names))
            yield from (("a name, folded,", each) for each in search_keys(names))
