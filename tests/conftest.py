"""Fixtures of every room: hand-made Docs, stores on either engine, a browser."""

import itertools
import os
import re
import shutil
import signal
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import neo4j
import pytest
import spacy
from neo4j_server import Neo4jServer, NoServerError, running_server
from playwright.sync_api import Browser, Error, sync_playwright
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.annotate.names.component import MendedNames
from kg.queries import parse_query
from kg.settings import Settings
from kg.store import Store, open_store
from kg.store.days import date_all
from kg.store.naming import name_all

_CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_SAMPLE = Path(__file__).with_name("sample.cypher").read_text(encoding="utf-8")

MakeDoc = Callable[..., Doc]

# word/head/relation/entity[/part of speech]; anything else is a plain word.
_ANNOTATED = re.compile(
    r"(?P<word>.+?)/(?P<head>\d+)/(?P<dep>[A-Za-z:]+)"
    r"/(?P<ent>O|[BI]-[A-Z_]+)(?:/(?P<pos>[A-Z]+))?"
)
_CLOSING = re.compile(r"(?:[.,;:!?%)\]”]|['’](?:s|re|ve|ll|d|m)?|n['’]t)", re.I)
_OPENING = re.compile(r"(?:[A-Z]{0,2}[$£€(\[“‘])")


def pytest_configure() -> None:
    """Hear of Ctrl-C, as do the processes of tests, where a shell ignores it.

    It does so for what it runs in the background.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Neo4jServer]:
    """Give a running Neo4j; skip without one, but fail in CI, where one must be."""
    servers = running_server()
    try:
        server = servers.__enter__()
    except NoServerError as error:
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI needs a Neo4j: {error}")
        pytest.skip(f"no Neo4j: {error}")
    try:
        yield server
    finally:
        servers.__exit__(None, None, None)


@pytest.fixture(scope="session")
def neo4j_uri(neo4j_server: Neo4jServer) -> str:
    """Give the Bolt address of a running Neo4j."""
    return neo4j_server.uri


@pytest.fixture(scope="session")
def neo4j_driver(neo4j_server: Neo4jServer) -> Iterator[neo4j.Driver]:
    """Give a driver of our own, to empty the database and to look past the store."""
    auth = None
    if neo4j_server.username and neo4j_server.password:
        auth = (neo4j_server.username, neo4j_server.password)
    with neo4j.GraphDatabase.driver(neo4j_server.uri, auth=auth) as driver:
        yield driver


@pytest.fixture
def neo4j_settings(neo4j_server: Neo4jServer, neo4j_driver: neo4j.Driver) -> Settings:
    """Give settings of an empty Neo4j database."""
    neo4j_driver.execute_query("MATCH (node) DETACH DELETE node", database_="neo4j")
    return Settings(
        store=neo4j_server.uri,
        username=neo4j_server.username,
        password=neo4j_server.password,
    )


@pytest.fixture(scope="session")
def empty_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of an empty graph, to copy: creating one takes a second."""
    folder = tmp_path_factory.mktemp("embedded") / "graph"
    open_store(Settings(store=str(folder))).close()
    return folder


@pytest.fixture
def embedded_settings(empty_graph: Path, tmp_path: Path) -> Settings:
    """Give settings of an empty embedded graph."""
    folder = shutil.copytree(empty_graph, tmp_path / "graph")
    return Settings(store=str(folder))


@pytest.fixture(
    params=[
        pytest.param("embedded", marks=pytest.mark.embedded),
        pytest.param("neo4j", marks=pytest.mark.neo4j),
    ]
)
def store_settings(request: pytest.FixtureRequest) -> Settings:
    """Give settings of an empty graph, on one engine after the other."""
    settings: Settings = request.getfixturevalue(f"{request.param}_settings")
    return settings


@pytest.fixture
def store(store_settings: Settings) -> Iterator[Store]:
    """Give an empty graph, on one engine after the other."""
    with open_store(store_settings) as opened, opened.writing():
        yield opened


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Give a headless Chromium; skip without one, but fail in CI."""
    path = next(filter(None, map(shutil.which, _CHROMIUM)), None)
    with sync_playwright() as playwright:
        try:
            chromium = playwright.chromium.launch(
                executable_path=path, args=["--no-sandbox"]
            )
        except Error as error:
            if os.environ.get("CI") == "true":
                pytest.fail(f"CI needs Chromium: {error}")
            pytest.skip(f"no Chromium on the path and none of Playwright's: {error}")
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def vocab() -> Vocab:
    """Return the vocabulary that all hand-made Docs share."""
    return spacy.blank("en").vocab


@pytest.fixture(scope="session")
def make_doc(vocab: Vocab) -> MakeDoc:
    """Return a builder of Docs with the annotation a test needs, and no more.

    `words` is a list of words or one string split at blanks. A word may carry
    `word/head/relation/entity[/part of speech]`: head is the index of the head word
    in the Doc (a root's is its own), entity is `B-PERSON`, `I-PERSON` or `O`.
    Keyword arguments hold one value a word and win over what the words carry. Spaces
    are guessed from the punctuation, lemmas are the lower-case words; without heads
    the Doc has no parse, and `sent_starts` (indices of the first words) cuts it. With
    `named` its names are mended, as the pipeline's last component does it.
    """

    def make(  # noqa: PLR0913
        words: list[str] | str,
        *,
        heads: Sequence[int] | None = None,
        deps: Sequence[str] | None = None,
        pos: Sequence[str] | None = None,
        lemmas: Sequence[str] | None = None,
        ents: Sequence[str] | None = None,
        morphs: Sequence[str] | None = None,
        sent_starts: Sequence[int] | None = None,
        spaces: Sequence[bool] | None = None,
        named: bool = False,
    ) -> Doc:
        given = words.split() if isinstance(words, str) else list(words)
        parts = [_ANNOTATED.fullmatch(word) for word in given]
        plain = [
            part["word"] if part else word
            for part, word in zip(parts, given, strict=True)
        ]
        if heads is None and any(parts):
            heads = [
                int(part["head"]) if part else index for index, part in enumerate(parts)
            ]
            deps = deps or [part["dep"] if part else "ROOT" for part in parts]
        if ents is None and any(parts):
            ents = [part["ent"] if part else "O" for part in parts]
        if pos is None and any(part and part["pos"] for part in parts):
            pos = [(part["pos"] or "X") if part else "X" for part in parts]
        if heads is not None and deps is None:
            deps = ["ROOT" if at == head else "dep" for at, head in enumerate(heads)]
        starts = None
        if heads is None:
            starts = [at in set(sent_starts or (0,)) for at in range(len(plain))]
        doc = Doc(
            vocab,
            words=plain,
            spaces=list(spaces) if spaces is not None else _spaces(plain),
            heads=list(heads) if heads is not None else None,
            deps=list(deps) if deps is not None else None,
            pos=list(pos) if pos is not None else None,
            lemmas=list(lemmas) if lemmas else [word.lower() for word in plain],
            ents=list(ents) if ents is not None else None,
            morphs=list(morphs) if morphs is not None else None,
            sent_starts=starts,
        )
        return MendedNames()(doc) if named else doc

    return make


def _spaces(words: list[str]) -> list[bool]:
    """Guess which words a space follows."""
    return [
        not _CLOSING.fullmatch(after) and not _OPENING.fullmatch(word)
        for word, after in itertools.pairwise(words)
    ] + [False] * bool(words)


def _fill(store: Store) -> None:
    """Write the sample graph to an empty store."""
    query = parse_query("sample", _SAMPLE)
    store._engine.write(lambda transaction: transaction.run(query, {}))
    store._engine.write(name_all)
    date_all(store._engine.write)


@pytest.fixture(scope="module")
def embedded_sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give the sample graph in a folder, open."""
    folder = tmp_path_factory.mktemp("sample") / "graph"
    with open_store(Settings(store=str(folder))) as store:
        _fill(store)
        yield store


@pytest.fixture(scope="module")
def neo4j_sample(
    neo4j_server: Neo4jServer, neo4j_driver: neo4j.Driver
) -> Iterator[Store]:
    """Give the sample graph in a Neo4j that holds nothing else."""
    neo4j_driver.execute_query("MATCH (node) DETACH DELETE node", database_="neo4j")
    settings = Settings(
        store=neo4j_server.uri,
        username=neo4j_server.username,
        password=neo4j_server.password,
    )
    with open_store(settings) as store:
        _fill(store)
        yield store


@pytest.fixture(
    scope="module",
    params=[
        pytest.param("embedded", marks=pytest.mark.embedded),
        pytest.param("neo4j", marks=pytest.mark.neo4j),
    ],
)
def sample(request: pytest.FixtureRequest) -> Store:
    """Give the sample graph, to be read only, on one engine after the other."""
    store: Store = request.getfixturevalue(f"{request.param}_sample")
    return store


@pytest.fixture(scope="module")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give a closed folder that holds the sample graph, for the command line."""
    folder = str(tmp_path_factory.mktemp("folder") / "graph")
    with open_store(Settings(store=folder)) as store:
        _fill(store)
    return folder
