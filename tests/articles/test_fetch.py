"""Fetching: one bound and one deadline for all of a fetch."""

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from kg.articles.fetch import fetch
from kg.errors import ArticleError


@contextmanager
def server(answer: Callable[[socket.socket], None]) -> Iterator[str]:
    """Answer every connection by a function; give the address."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.1)
        ended = threading.Event()

        def serve() -> None:
            while not ended.is_set():
                try:
                    connection, _ = listening.accept()
                except TimeoutError:
                    continue
                with connection:
                    connection.recv(65536)
                    try:
                        answer(connection)
                    except OSError:
                        continue

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
        ended.set()
        thread.join()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def drip_headers(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    for number in range(100):
        time.sleep(0.05)
        connection.sendall(b"X-%d: y\r\n" % number)


def test_fetch_ends_by_its_deadline_where_headers_drip(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kg.articles.fetch._TOTAL_SECONDS", 0.5)
    with server(drip_headers) as address:
        began = time.monotonic()
        with pytest.raises(ArticleError, match="is not sent within 0 seconds"):
            fetch(address, "a")
        assert time.monotonic() - began < 2


def test_fetch_has_one_deadline_over_redirects(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kg.articles.fetch._TOTAL_SECONDS", 0.5)

    def redirect_slowly(connection: socket.socket) -> None:
        time.sleep(0.3)
        head = b"HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n"
        connection.sendall(head + b"Connection: close\r\n\r\n")

    with (
        server(redirect_slowly) as address,
        pytest.raises(ArticleError, match="is not sent within"),
    ):
        fetch(address, "a")


def test_fetch_refuses_what_is_packed_twice(site) -> None:
    bomb = gzip.compress(gzip.compress(b" " * 20_000_000))
    address = site.put("/a", bomb, Content_Encoding="gzip, gzip")
    with pytest.raises(ArticleError, match="^a: is packed as gzip, gzip; kg unpacks"):
        fetch(address, "a")


@pytest.mark.parametrize(
    ("encoding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)]
)
def test_fetch_unpacks_what_is_packed_once(site, encoding: str, pack) -> None:
    address = site.put(
        "/a", pack(b"The minister left. " * 9999), Content_Encoding=encoding
    )
    assert fetch(address, "a").content == b"The minister left. " * 9999


def test_fetch_refuses_damaged_content(site) -> None:
    address = site.put("/a", b"\x1f\x8b\x08nonsense", Content_Encoding="gzip")
    with pytest.raises(ArticleError, match="^a: is damaged: "):
        fetch(address, "a")


@pytest.mark.parametrize(
    "retry_after",
    ["0", format_datetime(datetime.now(UTC) - timedelta(seconds=5), usegmt=True)],
    ids=["seconds", "date"],
)
def test_fetch_comes_back_when_a_busy_server_says(site, retry_after: str) -> None:
    address = site.put("/a", "She left.", "text/plain")
    site.busy["/a"] = [{"Retry-After": retry_after}] * 2
    assert fetch(address, "a").content == b"She left."
    assert site.asked == ["/a"] * 3


@pytest.mark.parametrize(("retry_after", "times"), [("0", 3), ("3600", 1)])
def test_fetch_gives_up_on_a_server_that_stays_busy(
    site, retry_after: str, times: int
) -> None:
    address = site.put("/a", "She left.", "text/plain")
    site.busy["/a"] = [{"Retry-After": retry_after}] * 9
    with pytest.raises(ArticleError, match="^a: the server answered 429"):
        fetch(address, "a")
    assert len(site.asked) == times


def test_fetch_asks_only_for_what_changed(site) -> None:
    address = site.put("/a", "She left.", "text/plain", ETag='"one"')
    first = fetch(address, "a")
    assert first.validators == {"If-None-Match": '"one"'}
    again = fetch(address, "a", validators=first.validators)
    assert (again.is_unchanged, again.content) == (True, b"")
    site.put("/a", "She came.", "text/plain", ETag='"two"')
    assert fetch(address, "a", validators=first.validators).content == b"She came."


def test_fetch_keeps_off_private_networks_where_told(site) -> None:
    address = site.put("/a", "She left.", "text/plain")
    with pytest.raises(ArticleError, match="^a: is not fetched: 127.0.0.1 is 127.0"):
        fetch(address, "a", public_only=True)
    assert not site.asked


def test_fetch_works_inside_a_running_loop(site) -> None:
    import asyncio

    address = site.put("/a", "She left.", "text/plain")

    async def in_notebook() -> bytes:
        return fetch(address, "a").content

    assert asyncio.run(in_notebook()) == b"She left."
