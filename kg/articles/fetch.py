"""Fetch addresses, within limits of time, size and redirects."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.articles.draft import refusal

if TYPE_CHECKING:
    import httpx

MAX_FETCHED_BYTES = 10_000_000
"""The most that is read from one address, in bytes after decompression."""

_SILENCE_SECONDS = 20.0
_TOTAL_SECONDS = 60.0
_REDIRECTS = 5
_HEADERS = {
    "User-Agent": "kg/0.1 (reads news articles)",
    "Accept": "text/html, application/xhtml+xml, text/plain, application/rss+xml, "
    "application/atom+xml, */*;q=0.1",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered; `media_type` is lower case, without parameters."""

    url: str
    media_type: str
    charset: str | None
    content: bytes


@contextmanager
def open_client() -> "Iterator[httpx.Client]":
    """Open a client that gives up after 20 seconds of silence or 5 redirects."""
    import httpx

    with httpx.Client(
        follow_redirects=True,
        max_redirects=_REDIRECTS,
        timeout=_SILENCE_SECONDS,
        headers=_HEADERS,
    ) as client:
        yield client


def fetch(client: "httpx.Client", address: str, where: str) -> Fetched:
    """Fetch one address; raises `ArticleError` with the cause where that fails."""
    import httpx

    try:
        with client.stream("GET", address) as response:
            if response.is_error:
                answer = f"{response.status_code} {response.reason_phrase}".strip()
                raise refusal(where, f"the server answered {answer}")
            return _fetched(response, where)
    except httpx.TimeoutException as error:
        cause = f"no answer within {_SILENCE_SECONDS:.0f} seconds"
        raise refusal(where, cause) from error
    except httpx.TooManyRedirects as error:
        raise refusal(where, f"redirects more than {_REDIRECTS} times") from error
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        cause = str(error) or type(error).__name__
        raise refusal(where, f"cannot be fetched: {cause}") from error


def _fetched(response: "httpx.Response", where: str) -> Fetched:
    media_type = response.headers.get("content-type", "").partition(";")[0]
    return Fetched(
        url=str(response.url),
        media_type=media_type.strip().lower(),
        charset=response.charset_encoding,
        content=_limited_content(response, where),
    )


def _limited_content(response: "httpx.Response", where: str) -> bytes:
    give_up = time.monotonic() + _TOTAL_SECONDS
    content = bytearray()
    for chunk in response.iter_bytes():
        content += chunk
        if len(content) > MAX_FETCHED_BYTES:
            cause = f"is larger than {MAX_FETCHED_BYTES / 1e6:.0f} MB"
            raise refusal(where, cause)
        if time.monotonic() > give_up:
            cause = f"is not sent within {_TOTAL_SECONDS:.0f} seconds"
            raise refusal(where, cause)
    return bytes(content)
