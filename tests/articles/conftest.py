"""What the tests of reading share: a reader that gathers, and a server of pages."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kg.articles import Defaults, Run, read_articles
from kg.records import Article

STORY = (
    "The minister of fisheries said on Tuesday that the government of Norland would "
    "not extend the treaty. \u201cWe have made our decision,\u201d she told reporters "
    "in the capital, and she added that the talks with the neighbours had ended."
)


@dataclass
class Reading:
    """What came out of one call of `read_articles`."""

    articles: list[Article] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    undated: str | None = None

    def note(self, note: str) -> None:
        """Keep a note, the count of articles without a date apart."""
        if "have no date" in note:
            self.undated = note
        else:
            self.notes.append(note)

    @property
    def article(self) -> Article:
        """The only article; fails with the refusals where there is none."""
        assert len(self.articles) == 1, self.refusals
        return self.articles[0]

    @property
    def refusal(self) -> str:
        """The only refusal, where no article was read."""
        assert not self.articles
        assert len(self.refusals) == 1
        return self.refusals[0]


@pytest.fixture
def story() -> str:
    return STORY


@pytest.fixture
def read() -> Callable[..., Reading]:
    """Read locations to the end and gather articles, refusals and notes."""

    def gather(
        *locations: object, run: Run | None = None, **defaults: object
    ) -> Reading:
        reading = Reading()
        articles = read_articles(
            [str(location) for location in locations],
            on_refused=lambda error: reading.refusals.append(str(error)),
            on_note=reading.note,
            defaults=Defaults(**defaults),
            run=run,
        )
        reading.articles.extend(articles)
        return reading

    return gather


class Site:
    """Pages that a server on this machine gives, by path."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.pages: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.busy: dict[str, list[dict[str, str]]] = {}
        self.asked: list[str] = []

    def put(
        self,
        path: str,
        content: str | bytes = b"",
        media_type: str = "text/html; charset=utf-8",
        *,
        status: int = 200,
        location: str | None = None,
        **headers: str,
    ) -> str:
        """Serve content at a path, and return the address of it."""
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        if media_type:
            headers["Content-Type"] = media_type
        if location:
            headers["Location"] = location
        body = content.encode() if isinstance(content, str) else content
        self.pages[path] = (status, headers, body)
        return self.address + path


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Serve pages on 127.0.0.1 while a test runs."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    pages = Site("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # noqa: N802
            pages.asked.append(self.path)
            missing = (404, {}, b"")
            status, headers, body = pages.pages.get(self.path, missing)
            if busy := pages.busy.get(self.path):
                status, headers, body = 429, busy.pop(), b""
            asked_with = self.headers.get("If-None-Match")
            if asked_with and asked_with == headers.get("ETag"):
                status, body = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    pages.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield pages
    server.shutdown()
    thread.join()
    server.server_close()
