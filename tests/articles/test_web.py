"""Addresses as articles, on a server of this machine."""

import gzip
import socket
from collections.abc import Callable
from datetime import date

import pytest

Read = Callable[..., object]


def page(story: str, head: str = "") -> str:
    return (
        f"<html><head><title>Gone</title>{head}</head><body><article><h1>Gone</h1>"
        f"<p>{story}</p><p>{story}</p></article></body></html>"
    )


def test_read_address_reads_a_page(read: Read, site, story: str) -> None:
    head = "<meta property='article:published_time' content='2024-11-01T01:00:00Z'>"
    address = site.put("/gone?id=7", page(story, head))
    article = read(address).article
    assert article.id == address
    assert article.url == address
    assert article.title == "Gone"
    assert (article.published, article.published_basis) == (
        date(2024, 11, 1),
        "metadata",
    )
    assert story in article.text


def test_read_address_follows_redirects(read: Read, site, story: str) -> None:
    final = site.put("/gone", page(story))
    address = site.put("/g", status=302, location="/gone")
    article = read(address).article
    assert (article.id, article.url) == (address, final)


def test_read_address_reads_the_declared_encoding(read: Read, site, story: str) -> None:
    content = page(f"{story} Wałęsa left.").encode("utf-16-le")
    address = site.put("/gone", content, "text/html; charset=utf-16-le")
    assert "Wałęsa left." in read(address).article.text
    content = (
        page(story.replace("minister", "Wałęsa")).replace("“", "").replace("”", "")
    )
    address = site.put(
        "/gone", content.encode("iso8859-2"), "text/html; charset=iso-8859-2"
    )
    assert "The Wałęsa of fisheries" in read(address).article.text


def test_read_address_reads_plain_text(read: Read, site, story: str) -> None:
    address = site.put("/gone.txt", f"{story}\r\n", "text/plain")
    assert read(address).article.text == f"{story}\r\n"


def test_read_address_reads_markdown(read: Read, site, story: str) -> None:
    address = site.put("/gone.md", f"---\ntitle: Gone\n---\n*{story}*", "text/plain")
    article = read(address).article
    assert (article.title, article.text) == ("Gone", story)


@pytest.mark.parametrize(
    ("path", "media_type"),
    [("/a.jsonl", "text/plain"), ("/a", "application/x-ndjson")],
)
def test_read_address_reads_tables(
    read: Read, site, path: str, media_type: str
) -> None:
    address = site.put(
        path, '{"text": "One."}\n{"id": "2", "text": "Two."}', media_type
    )
    assert [article.id for article in read(address).articles] == ["a:1", "2"]


def test_read_address_refuses_what_the_server_refuses(read: Read, site) -> None:
    address = f"{site.address}/missing"
    assert read(address).refusal == f"{address}: the server answered 404 Not Found"


def test_read_address_refuses_other_types(read: Read, site) -> None:
    address = site.put("/b.pdf", b"%PDF-1.7", "application/pdf")
    assert read(address).refusal.startswith(f"{address}: is application/pdf; kg reads")
    address = site.put("/c.xml", b"<?xml version='1.0'?><a/>", "text/xml")
    assert read(address).refusal == f"{address}: is XML, but no RSS or Atom feed"


def test_read_address_refuses_a_page_without_an_article(read: Read, site) -> None:
    address = site.put("/a", "<html><body></body></html>")
    assert read(address).refusal == f"{address}: no article text found in the page"


def test_read_address_gives_up_on_endless_redirects(read: Read, site) -> None:
    address = site.put("/a", status=302, location="/a")
    assert read(address).refusal == f"{address}: redirects more than 5 times"


def test_read_address_refuses_redirects_out_of_the_web(read: Read, site) -> None:
    address = site.put("/a", status=302, location="file:///etc/hostname")
    assert read(address).refusal.startswith(f"{address}: cannot be fetched: ")


def test_read_address_refuses_too_much(
    read: Read, site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.articles.fetch.MAX_FETCHED_BYTES", 1_000_000)
    address = site.put("/a", gzip.compress(b" " * 2_000_000))
    status, headers, body = site.pages["/a"]
    site.pages["/a"] = (status, headers | {"Content-Encoding": "gzip"}, body)
    assert read(address).refusal == f"{address}: is larger than 1 MB"


def test_read_address_gives_up_on_silence(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr("kg.articles.fetch._SILENCE_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        assert read(address).refusal == f"{address}: no answer within 0 seconds"


def test_read_address_refuses_a_server_that_is_not_there(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/"
    assert read(address).refusal.startswith(f"{address}: cannot be fetched: ")


@pytest.mark.parametrize(
    ("address", "cause"),
    [
        ("ftp://example.org/a", "kg reads http and https addresses"),
        ("file:///etc/hostname", "kg reads http and https addresses"),
        ("http://", "cannot be fetched"),
        ("http://[::1", "is not an address"),
        ("http://a b/", "cannot be fetched"),
    ],
)
def test_read_address_refuses_other_addresses(
    read: Read, address: str, cause: str
) -> None:
    assert read(address).refusal.startswith(f"{address}: {cause}")
