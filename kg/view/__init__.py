"""Show a part of the graph as one HTML page that works offline."""

from typing import TYPE_CHECKING

from kg.ask import answer
from kg.queries import load_query
from kg.view.choose import Choice
from kg.view.frame import InlinePage, inline
from kg.view.page import page
from kg.view.rows import DEFAULT_LIMIT, Row, Scope, ViewRows, read_rows

if TYPE_CHECKING:
    from kg.store import Store

__all__ = [
    "Choice",
    "InlinePage",
    "Scope",
    "ViewRows",
    "inline",
    "named",
    "page",
    "view_page",
]


def view_page(  # noqa: PLR0913 - keyword options
    store: "Store",
    *,
    around: str | None = None,
    hops: int = 2,
    from_: str | None = None,
    to: str | None = None,
    limit: int = DEFAULT_LIMIT,
) -> str:
    """Return the HTML of a page that shows the graph, or what surrounds one name.

    `around` is any alias of an entity, `hops` how many links away to go from it,
    `from_` and `to` are ISO days (both included), `limit` is how many entities at
    most. Raises `QueryError` for a name that the graph does not hold.

    >>> html = view_page(store, around="Choe Son Hui", hops=1)  # doctest: +SKIP
    """
    found = named(store, around)
    scope = Scope(
        around=tuple(dict.fromkeys(row["name"] for row in found)),
        hops=hops,
        since=from_,
        until=to,
        limit=limit,
    )
    rows, choice = read_rows(store, scope, around=[row["key"] for row in found])
    return page(rows, choice, scope)


def named(store: "Store", name: str | None) -> list[Row]:
    """Return key and name of the entities that a name means; none for no name."""
    if name is None:
        return []
    return list(answer(store, load_query("view.around"), {"name": name}).rows)
