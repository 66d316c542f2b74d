"""Read a stream of bytes as lines of text without holding it in memory."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from kg.articles.draft import refusal
from kg.articles.text.decode import (
    decode,
    guess_encoding,
    is_utf8,
    marked_encoding,
    refuse_binary,
)

_SAMPLE = 1 << 16


class TextLines:
    """The lines of a stream, decoded, with their ends.

    Bytes that the stream's encoding cannot read stay in the lines as surrogates until
    `repaired` reads the piece in which they are on its own.
    """

    def __init__(self, text: io.TextIOWrapper, where: str) -> None:
        self._text = text
        self._where = where

    def __iter__(self) -> Iterator[str]:
        while line := self.readline():
            yield line

    def readline(self, limit: int = -1) -> str:
        """Return the next line, or its first `limit` characters; "" at the end."""
        try:
            return self._text.readline(limit)
        except UnicodeDecodeError as error:
            cause = f"is not all {error.encoding}: {error.reason}"
            raise refusal(self._where, cause) from error

    def numbered(self, limit: int) -> Iterator[tuple[int, str]]:
        """Yield lines from number 1 on; of a longer line, `limit` + 1 characters."""
        number = 1
        while line := self.readline(limit + 1):
            yield number, line
            number += 1
            while len(line) > limit and not line.endswith(("\n", "\r")):
                line = self.readline(limit + 1)

    def repaired(self, piece: str, where: str) -> str:
        """Return a line or cell with the bytes that did not fit read by a guess."""
        if piece.isascii() or not _has_escaped_bytes(piece):
            return piece
        content = piece.encode(self._text.encoding, "surrogateescape")
        return decode(content, where)


@contextmanager
def open_lines(stream: BinaryIO, where: str) -> Iterator[TextLines]:
    """Open a stream as text by its byte-order mark or its first 64 KB.

    Line ends are not translated. Raises `ArticleError` for binary content.
    """
    buffered = peekable(stream)
    encoding = _stream_encoding(buffered.peek(_SAMPLE)[:_SAMPLE], where)
    is_wide = encoding in ("utf-16", "utf-32")
    errors = "strict" if is_wide else "surrogateescape"
    text = io.TextIOWrapper(buffered, encoding=encoding, errors=errors, newline="")
    try:
        yield TextLines(text, where)
    finally:
        # Closing the stream is for those who opened it.
        text.detach().detach()


def peekable(stream: BinaryIO) -> io.BufferedReader:
    """Wrap a stream so that its first 64 KB can be looked at before they are read."""
    return io.BufferedReader(cast(io.RawIOBase, stream), _SAMPLE)


def _stream_encoding(sample: bytes, where: str) -> str:
    refuse_binary(sample, where)
    if marked := marked_encoding(sample):
        return marked
    if b"\x00" in sample:
        raise refusal(where, "holds NUL bytes: it is binary, not text")
    return "utf-8" if is_utf8(sample) else guess_encoding(sample, where)


def _has_escaped_bytes(piece: str) -> bool:
    return any("\udc80" <= character <= "\udcff" for character in piece)
