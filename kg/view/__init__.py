"""Show a part of the graph as one HTML page that works offline."""

import html
from typing import TYPE_CHECKING

from kg.ask import answer
from kg.queries import load_query
from kg.view.choose import Choice
from kg.view.page import page
from kg.view.rows import DEFAULT_LIMIT, Row, Scope, ViewRows, read_rows

if TYPE_CHECKING:
    from kg.store import Store

__all__ = ["Choice", "InlinePage", "Scope", "ViewRows", "inline", "page", "view_page"]


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
    """
    found = _named(store, around) if around is not None else []
    scope = Scope(
        around=tuple(dict.fromkeys(row["name"] for row in found)),
        hops=hops,
        since=from_,
        until=to,
        limit=limit,
    )
    rows, choice = read_rows(store, scope, around=[row["key"] for row in found])
    return page(rows, choice, scope)


def _named(store: "Store", name: str) -> list[Row]:
    return list(answer(store, load_query("view.around"), {"name": name}).rows)


class InlinePage(str):
    """HTML of a frame that holds a page; a notebook shows it in place."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)


def inline(document: str, *, height: int = 720) -> InlinePage:
    """Wrap a page in a frame of `height` pixels that a notebook shows.

    The frame may run the page's own script and open links; it reaches neither the
    notebook nor the network.
    """
    source = html.escape(document, quote=True)
    return InlinePage(
        f'<iframe srcdoc="{source}" width="100%" height="{height}" '
        'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" '
        'style="border:1px solid #dfe3e9;border-radius:8px" '
        'title="Knowledge graph"></iframe>'
    )
