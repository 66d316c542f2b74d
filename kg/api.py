"""The public Python API: a graph that ingests, answers, draws and hands out networks.

>>> import kg
>>> graph = kg.open()                                    # doctest: +SKIP
>>> graph.ingest("seeds")                                # doctest: +SKIP
>>> graph.ask("who-said-what", speaker="Choe Son Hui")   # doctest: +SKIP
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from kg.errors import ArticleError
from kg.settings import Settings

if TYPE_CHECKING:
    import networkx
    import pandas

    from kg.build import Report
    from kg.store import Store


def open(  # noqa: A001 - reads as kg.open() where it is used
    store: str | None = None, *, model: Path | None = None, create: bool = True
) -> "Graph":
    """Open a graph: a folder (embedded engine) or a Neo4j address.

    Without `store` the environment decides, as for the command line: `KG_STORE`, else
    `NEO4J_URI`, else ``./.kg``. Raises `StoreError` where it cannot be reached.
    """
    from kg.store import open_store

    settings = Settings.from_env(store=store, model=model)
    return Graph(open_store(settings, create=create), settings)


class Graph(AbstractContextManager["Graph"]):
    """A knowledge graph; close it, or use it in a `with` block."""

    def __init__(self, store: "Store", settings: Settings) -> None:
        self._store = store
        self._settings = settings

    def ingest(
        self,
        *locations: str | Path,
        published: date | None = None,
        source: str | None = None,
        processes: int = 0,
    ) -> "Report":
        """Read articles and put what they say into the graph.

        Locations are files, folders, globs or addresses. A refused article does not
        stop the others: the report's `refusals` holds an `ArticleError` for each.
        """
        from kg import build
        from kg.articles import read_articles

        refusals: list[ArticleError] = []
        articles = read_articles(
            [str(location) for location in locations],
            on_refused=refusals.append,
            published=published,
            source=source,
        )
        report = build.ingest(
            articles,
            self._store,
            model=self._settings.model,
            processes=processes,
            on_refused=refusals.append,
        )
        return report.with_refusals(refusals)

    def retract(self, article: str) -> None:
        """Take an article, named by its id, and all that it contributed out again."""
        self._store.retract(article)

    def questions(self) -> "pandas.DataFrame":
        """List the questions that `ask` answers: name, title, parameters."""
        from kg.ask import questions

        return _frame(
            {
                "question": query.name.removeprefix("ask.").replace("_", "-"),
                "title": query.title,
                "parameters": ", ".join(each.name for each in query.parameters),
            }
            for query in questions()
        )

    def ask(self, question: str, /, **parameters: Any) -> "pandas.DataFrame":
        """Answer a question as a DataFrame, one row an answer.

        `question` is a name such as ``"who-said-what"``; a parameter named like a
        Python keyword takes an underscore at its end (``from_="2024-11-01"``). Raises
        `QueryError` for an unknown question, parameter or name.
        """
        from kg.ask import answer

        given = {name.rstrip("_"): value for name, value in parameters.items()}
        return _frame(answer(self._store, question, given).rows)

    def cypher(self, statement: str, /, **parameters: Any) -> "pandas.DataFrame":
        """Run a read-only Cypher statement; raises `StoreError` if it would write."""
        return _frame(self._store.read_statement(statement, parameters))

    def network(self) -> "networkx.MultiDiGraph[str]":
        """Return the entities and what ties them as a networkx graph."""
        from kg.network import to_network

        return to_network(self._store)

    def view(self, *, around: str | None = None, hops: int = 2, **options: Any) -> Any:
        """Show the interactive page inside a notebook."""
        from kg.view import inline, view_page

        return inline(view_page(self._store, around=around, hops=hops, **options))

    def close(self) -> None:
        """Close the store."""
        self._store.close()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the store at the end of a `with` block."""
        self.close()


def _frame(
    rows: Iterator[dict[str, Any]] | list[dict[str, Any]] | Any,
) -> "pandas.DataFrame":
    import pandas

    return pandas.DataFrame(list(rows))
