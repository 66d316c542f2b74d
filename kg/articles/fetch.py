"""Fetch addresses, within limits of time and size for the whole of each fetch."""

import asyncio
import time
import zlib
from collections.abc import Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from kg.articles.addresses import private_cause
from kg.articles.draft import refusal

if TYPE_CHECKING:
    import httpx

MAX_FETCHED_BYTES = 10_000_000
"""The most that is read from one address, in bytes after decompression."""

_SILENCE_SECONDS = 20.0
_TOTAL_SECONDS = 60.0
_REDIRECTS = 5
_TRIES = 3
_LONGEST_WAIT = 60.0
_TOO_BUSY = (429, 503)
_HEADERS = {
    "User-Agent": "kg/0.1 (reads news articles)",
    "Accept": "text/html, application/xhtml+xml, text/plain, application/rss+xml, "
    "application/atom+xml, */*;q=0.1",
    # What kg unpacks itself, so that no bomb is unpacked behind its back.
    "Accept-Encoding": "gzip, deflate",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered; `media_type` is lower case, without parameters.

    `validators` are the headers that ask for the next time only what changed. With
    `is_unchanged` the server has nothing newer, and there is no content.
    """

    url: str
    media_type: str
    charset: str | None
    content: bytes
    validators: Mapping[str, str] = field(default_factory=dict)
    is_unchanged: bool = False


@dataclass(frozen=True, slots=True)
class _Busy:
    """The server asks to come back: after `wait` seconds."""

    answer: str
    wait: float


def fetch(
    address: str,
    where: str,
    *,
    validators: Mapping[str, str] | None = None,
    public_only: bool = False,
) -> Fetched:
    """Fetch one address; raises `ArticleError` with the cause where that fails.

    The whole fetch, redirects too, ends within 60 seconds and 10 MB. A server that is
    too busy is asked twice more, when it says. With `public_only` no address of a
    private network is asked, by redirects neither.
    """
    for tries_left in reversed(range(_TRIES)):
        answer = _run(_attempt(address, where, dict(validators or {}), public_only))
        if isinstance(answer, Fetched):
            return answer
        if not tries_left or answer.wait > _LONGEST_WAIT:
            raise refusal(where, f"the server answered {answer.answer}")
        time.sleep(answer.wait)
    raise AssertionError("the last try returns or raises")


def _run(work: "Coroutine[Any, Any, Fetched | _Busy]") -> "Fetched | _Busy":
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    # A notebook runs in a loop of its own.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


async def _attempt(
    address: str, where: str, headers: dict[str, str], public_only: bool
) -> Fetched | _Busy:
    import httpx

    try:
        async with (
            asyncio.timeout(_TOTAL_SECONDS),
            httpx.AsyncClient(timeout=_SILENCE_SECONDS, headers=_HEADERS) as client,
        ):
            return await _follow(client, address, where, headers, public_only)
    except httpx.TimeoutException as error:
        cause = f"no answer within {_SILENCE_SECONDS:.0f} seconds"
        raise refusal(where, cause) from error
    except TimeoutError as error:
        cause = f"is not sent within {_TOTAL_SECONDS:.0f} seconds"
        raise refusal(where, cause) from error
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        cause = str(error) or type(error).__name__
        raise refusal(where, f"cannot be fetched: {cause}") from error


async def _follow(
    client: "httpx.AsyncClient",
    address: str,
    where: str,
    headers: dict[str, str],
    public_only: bool,
) -> Fetched | _Busy:
    request = client.build_request("GET", address, headers=headers)
    for _ in range(_REDIRECTS + 1):
        if public_only:
            cause = await asyncio.to_thread(private_cause, str(request.url))
            if cause:
                raise refusal(where, f"is not fetched: {cause}")
        response = await client.send(request, stream=True)
        async with aclosing(response):
            if response.next_request is None:
                return await _answer(response, where)
            request = response.next_request
    raise refusal(where, f"redirects more than {_REDIRECTS} times")


async def _answer(response: "httpx.Response", where: str) -> Fetched | _Busy:
    is_unchanged = response.status_code == 304
    answer = f"{response.status_code} {response.reason_phrase}".strip()
    if response.status_code in _TOO_BUSY:
        return _Busy(answer, _wait(response.headers.get("retry-after", "")))
    if response.is_error:
        raise refusal(where, f"the server answered {answer}")
    media_type = response.headers.get("content-type", "").partition(";")[0]
    names = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
    return Fetched(
        url=str(response.url),
        media_type=media_type.strip().lower(),
        charset=response.charset_encoding,
        content=b"" if is_unchanged else await _limited_content(response, where),
        validators={
            asked: response.headers[name]
            for name, asked in names.items()
            if name in response.headers
        },
        is_unchanged=is_unchanged,
    )


def _wait(retry_after: str) -> float:
    """Return how many seconds Retry-After asks to wait: a number or a date."""
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        until = parsedate_to_datetime(retry_after)
    except ValueError:
        return 1.0
    return max(0.0, (until - datetime.now(UTC)).total_seconds())


async def _limited_content(response: "httpx.Response", where: str) -> bytes:
    unpack = _unpacker(response.headers.get("content-encoding", ""), where)
    content = bytearray()
    async for packed in response.aiter_raw():
        try:
            content += unpack(packed, MAX_FETCHED_BYTES + 1 - len(content))
        except zlib.error as error:
            raise refusal(where, f"is damaged: {error}") from error
        if len(content) > MAX_FETCHED_BYTES:
            cause = f"is larger than {MAX_FETCHED_BYTES / 1e6:.0f} MB"
            raise refusal(where, cause)
    return bytes(content)


def _unpacker(encoding: str, where: str) -> Any:
    """Return what unpacks a part of the content, up to a number of bytes."""
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return lambda packed, most: packed
    if name not in ("gzip", "x-gzip", "deflate"):
        raise refusal(where, f"is packed as {name}; kg unpacks gzip and deflate")
    # 47: gzip or zlib, as its head says.
    unpacking = zlib.decompressobj(wbits=47)
    return unpacking.decompress
