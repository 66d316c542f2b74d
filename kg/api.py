"""The public Python API: a graph that ingests, answers, draws and hands out networks.

>>> import kg
>>> graph = kg.open()                                    # doctest: +SKIP
>>> graph.ingest("seeds")                                # doctest: +SKIP
>>> graph.ask("who-said-what", speaker="Choe Son Hui")   # doctest: +SKIP
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from kg.errors import ArticleError
from kg.extras import require
from kg.frames import Lists, to_frame
from kg.output.plain import plain
from kg.output.progress import progress as show_progress
from kg.settings import Settings

if TYPE_CHECKING:
    import networkx
    import pandas

    from kg.articles import Defaults, Visits
    from kg.build import Report
    from kg.evidence import Reading
    from kg.judge import By
    from kg.records import Article, Extraction
    from kg.store import Store
    from kg.view import InlinePage

_logger = logging.getLogger(__name__)


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

    def __repr__(self) -> str:
        """Say where the graph is: ``<kg.Graph ./.kg>``."""
        return f"<kg.Graph {plain(self._settings.store)}>"

    def ingest(  # noqa: PLR0913 - options are keyword-only
        self,
        *locations: str | Path,
        published: date | None = None,
        source: str | None = None,
        override: bool = False,
        processes: int = 0,
        timeout: float | None = None,
        force: bool = False,
        text: bool = True,
        progress: bool = True,
    ) -> "Report":
        """Read articles and put what they say into the graph.

        Locations are files, folders, globs or addresses. `published` and `source` are
        for articles that name none; with `override` they hold for all. `processes` is
        how many read, 0 for one a core. An article that the graph holds as it is stays
        unless `force` is set. Without `text` the graph does not keep the texts. A
        refused article, such as one that takes longer than `timeout` seconds, does not
        stop the others: the report's `refusals` holds an `ArticleError` for each.
        `progress` counts on stderr where somebody looks.

        >>> graph.ingest("seeds").written                    # doctest: +SKIP
        5
        """
        from kg import build
        from kg.articles import Defaults, Run
        from kg.articles.counting import count_articles

        refusals: list[ArticleError] = []
        visits = build.open_visits(self._settings, self._store, force=force)
        defaults = Defaults(published, source, override)
        articles = _articles(locations, defaults, visits, refusals.append)
        with show_progress(
            "Reading", count=lambda: count_articles(locations, Run()), shown=progress
        ) as bar:
            report = build.ingest(
                articles,
                self._store,
                model=self._settings.model,
                processes=processes,
                timeout=timeout,
                force=force,
                text=text,
                on_article=bar,
                on_reading=bar.at,
                on_refused=refusals.append,
            )
        visits.save()
        return report.with_refusals(refusals)

    def extract(
        self,
        *locations: str | Path,
        published: date | None = None,
        source: str | None = None,
        override: bool = False,
        processes: int = 0,
        timeout: float | None = None,
    ) -> "Iterator[Extraction]":
        """Yield what each article says, as `kg extract` prints it; write nothing.

        Options are those of `ingest`. Raises `ArticleError` at an article that cannot
        be read.

        >>> for found in graph.extract("seeds"):             # doctest: +SKIP
        ...     print(found.article.id, len(found.statements))
        """
        from kg.articles import Defaults, Visits
        from kg.errors import raise_refusal
        from kg.identity import Names
        from kg.reading import extract

        defaults = Defaults(published, source, override)
        articles = _articles(locations, defaults, Visits(), raise_refusal)
        yield from extract(
            Names(on_note=_logger.warning).articles(articles),
            model=self._settings.model,
            processes=processes,
            timeout=timeout,
        )

    def load(self, *files: str | Path, progress: bool = True) -> "Report":
        """Put extractions into the graph that `kg extract` printed, here or elsewhere.

        What cannot be written is in the report's `refusals`, by file and line; the
        others go on. Raises `OSError` for a file that cannot be opened.
        """
        from kg import build

        refusals: list[ArticleError] = []
        with ExitStack() as stack:
            opened = [stack.enter_context(Path(file).open("rb")) for file in files]
            bar = stack.enter_context(show_progress("Loading", shown=progress))
            report = build.load(
                build.read_extractions(opened, on_refused=refusals.append),
                self._store,
                model=self._settings.model,
                on_article=bar,
                on_refused=refusals.append,
            )
        return report.with_refusals(refusals)

    def retract(self, article: str) -> None:
        """Take an article, named by its id, and all that it contributed out again.

        Raises `ArticleError` where the graph has no article of that id.
        """
        self._store.retract(article)

    def stats(self) -> "pandas.DataFrame":
        """Count nodes and relationships: columns `kind`, `name` and `count`."""
        return to_frame(self._store.stats(), ("kind", "name", "count"))

    def merge(
        self,
        entity: str,
        other: str,
        *,
        articles: Sequence[str] = (),
        why: str | None = None,
    ) -> None:
        """Judge that `other` is `entity`, in all articles or in those of these ids.

        Entities are told by a name, an alias or a key. The judgement is kept, with who
        made it (`KG_USER`, else the login), when and why, whatever is read or retracted
        later. Raises `JudgementError` where another judgement is in the way or a name
        is of several entities, `QueryError` for an unknown name.
        """
        from kg import judge

        judge.merge(self._store, entity, other, by=self._by(why), articles=articles)

    def split(
        self,
        entity: str,
        other: str | None = None,
        *,
        articles: Sequence[str] = (),
        why: str | None = None,
    ) -> None:
        """Judge that an entity is not `other`, or not the one of some articles.

        What the articles of these ids say of it is then another entity's. Raises as
        `merge` does.
        """
        from kg import judge

        judge.split(self._store, entity, other, by=self._by(why), articles=articles)

    def alias(self, entity: str, name: str, *, why: str | None = None) -> None:
        """Give an entity another name, by which it is found; raises as `merge` does."""
        from kg import judge

        judge.alias(self._store, entity, name, by=self._by(why))

    def retype(self, entity: str, type_: str, *, why: str | None = None) -> None:
        """Judge that an entity is of another type of the schema, such as ``"State"``.

        Raises as `merge` does, also for a type that there is not.
        """
        from kg import judge

        judge.retype(self._store, entity, type_, by=self._by(why))

    def undo(self, judgement: str | None = None) -> None:
        """Take a judgement back, told by its key; without one, the last made."""
        from kg import judge

        judge.undo(self._store, judgement)

    def judgements(self) -> "pandas.DataFrame":
        """List what was judged: key, target, verdict, source, user, time, why."""
        from kg.judge import to_row

        return to_frame(map(to_row, self._store.judgements()))

    def doubtful(self, type_: str | None = None) -> "pandas.DataFrame":
        """List the entities that may be one, and the names taken for another's.

        Of one type, such as ``"Person"``, or of all. Columns: doubt, entity, other,
        score, reason, article, key, otherKey.
        """
        from kg.doubtful import doubtful

        return to_frame(doubtful(self._store, type_=type_))

    def _by(self, why: str | None) -> "By":
        from kg.judge import By

        return By(self._settings.user, why)

    def questions(self) -> "pandas.DataFrame":
        """List the questions that `ask` answers: question, title, parameters."""
        from kg.ask import question_name, questions

        rows = (
            {
                "question": question_name(query),
                "title": query.title,
                "parameters": ", ".join(each.name for each in query.parameters),
            }
            for query in questions()
        )
        return to_frame(rows)

    def ask(
        self, question: str, /, *, lists: Lists = "keep", **parameters: Any
    ) -> "pandas.DataFrame":
        """Answer a question as a DataFrame, one row an answer, all of them.

        `question` is a name such as ``"who-said-what"``, or plain words, which the
        notes then say how they were understood; a parameter named like a
        Python keyword takes an underscore at its end (``from_="2024-11-01"``), and
        `limit` keeps that many rows. Columns have their types without any row, too:
        days are `datetime64[s]`, and lists such as `about` are Python lists, with
        ``lists="text"`` texts ("Iran, Russia"), with ``lists="rows"`` a row an item.
        What the asker should know is in ``frame.attrs["notes"]``. Raises `QueryError`
        for an unknown question, parameter or name.

        >>> graph.ask("said-by", speaker="Choe Son Hui", limit=5)  # doctest: +SKIP
        >>> graph.ask("What did Choe say about Russia?")           # doctest: +SKIP
        """
        from kg.ask import answer
        from kg.asking.question import read_question
        from kg.queries import without_limit

        meant = read_question(self._store, question, model=self._settings.model)
        given = {name.rstrip("_"): value for name, value in parameters.items()}
        asked = meant.query if "limit" in given else without_limit(meant.query)
        found = answer(self._store, asked, {**meant.given, **given})
        notes = (*meant.notes, *found.notes)
        return to_frame(found.rows, asked.columns, lists=lists, notes=notes)

    def search(self, words: str, /, *, limit: int | None = None) -> "pandas.DataFrame":
        """Find articles and statements in which all words occur, the latest first.

        Case and accents do not count; ``"two words"`` stand in a row, and ``agree*``
        finds what starts so. An article's `content` is the sentence with the first
        word. Raises `QueryError` where there is no word.

        >>> graph.search("troops agree*", limit=20)          # doctest: +SKIP
        """
        from kg.search import COLUMNS, search

        found = search(self._store, words, limit=limit)
        short = found.total > len(found.rows)
        notes = [f"{len(found.rows)} of {found.total} found"] if short else []
        return to_frame(found.rows, COLUMNS, notes=notes)

    def evidence(self, key: str, /) -> "pandas.DataFrame":
        """Return what a row rests on: its words with the sentences beside them, where.

        `key` is a row's `key`, or its first digits: what may be meant is all returned.

        >>> graph.evidence("3f9c0a1b")                       # doctest: +SKIP
        """
        return self.ask("evidence", key=key)

    def read(
        self, article: str | None = None, /, *, at: str | None = None
    ) -> "Reading":
        """Return an article with its text, told by its id, title or key.

        `at` is the key of a row, or its first digits: `start` and `end` are then its
        place, and the article need not be named. Raises `QueryError` where nothing or
        several are meant, or where the graph does not keep the text.

        >>> print(graph.read(at="3f9c0a1b"))                 # doctest: +SKIP
        """
        from kg.evidence import read_article

        return read_article(self._store, article, at=at)

    def cypher(self, statement: str, /, **parameters: Any) -> "pandas.DataFrame":
        """Run a read-only Cypher statement; raises `StoreError` if it would write."""
        return to_frame(self._store.read_statement(statement, parameters))

    def network(
        self, *, from_: str | None = None, to: str | None = None
    ) -> "networkx.MultiDiGraph[str]":
        """Return the entities and what ties them as a networkx graph.

        `from_` and `to` are ISO days, both included.
        """
        from kg.network import to_network

        return to_network(self._store, since=from_, until=to)

    def view(  # noqa: PLR0913 - options are keyword-only
        self,
        *,
        around: str | None = None,
        hops: int = 2,
        from_: str | None = None,
        to: str | None = None,
        limit: int | None = None,
        height: int = 720,
    ) -> "InlinePage":
        """Show the interactive page in a notebook's cell, `height` pixels high.

        `around` is any name of an entity and `hops` how many links away to go from it,
        `from_` and `to` are ISO days, `limit` is how many entities at most. Raises
        `QueryError` for a name that the graph does not hold.
        """
        from kg.view import inline, view_page

        most = {} if limit is None else {"limit": limit}
        html = view_page(
            self._store, around=around, hops=hops, from_=from_, to=to, **most
        )
        return inline(html, height=height)

    def draw(self, *, around: str | None = None, hops: int = 2, limit: int = 60) -> Any:
        """Return the network as a `pyvis.network.Network`, to show or to restyle.

        `around` is any alias of an entity. Raises `QueryError` where nothing has it,
        and `ExtraError` where pyvis is not installed.
        """
        require("pyvis", extra="notebooks")
        from kg.view import named
        from kg.view.notebook import draw

        keys = [row["key"] for row in named(self._store, around)]
        return draw(self._store, around=tuple(keys), hops=hops, limit=limit)

    def export(self, format: str, path: str | Path) -> None:
        """Write the whole graph for other programs, as `kg export` does.

        `format` is ``"graphml"``, ``"csv"``, ``"parquet"``, ``"json-ld"``, ``"ftm"`` or
        ``"neo4j-admin"``; `path` is a file, with csv, parquet and neo4j-admin a new
        folder. Nobody should write to the graph meanwhile. Raises `ExportError` for
        another format, and where `path` cannot be written; nothing is left there then.

        >>> graph.export("graphml", "graph.graphml")         # doctest: +SKIP
        """
        from kg.export.formats import export

        export(self._store.pieces(), format, Path(path), on_note=_logger.warning)

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


def _articles(
    locations: Sequence[str | Path],
    defaults: "Defaults",
    visits: "Visits",
    on_refused: Callable[[ArticleError], None],
) -> "Iterator[Article]":
    from kg.articles import Run, read_articles

    return read_articles(
        [str(location) for location in locations],
        on_refused=on_refused,
        defaults=defaults,
        run=Run(visits=visits),
    )
