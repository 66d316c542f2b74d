"""Bytes to text: byte-order marks, UTF-8, declared and guessed encodings."""

import codecs
import logging
import re

from kg.articles.draft import printable, refusal

_logger = logging.getLogger(__name__)

# UTF-32 first: its little-endian mark starts with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip file (.docx, .odt and .epub are such)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a zstandard file"),
    (b"7z\xbc\xaf", "a 7z file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a SQLite database"),
    (b"PAR1", "a Parquet file"),
)
_SAMPLE = 1 << 16
_ODD_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x80-\x9f]")
# A capital with an accent inside a word: typical of Mac Roman read as cp1252.
_ODD_CAPITAL = re.compile(r"[a-z][À-ÖØ-Þ]")


def decode(data: bytes, where: str, *, declared: str | None = None) -> str:
    """Return the text of a file or page, without a byte-order mark.

    A byte-order mark decides, then UTF-8 where it fits, then the encoding that the
    sender declares, then a guess that must look like text. Raises `ArticleError` for
    binary content and where no encoding fits.
    """
    refuse_binary(data, where)
    encoding = marked_encoding(data)
    if encoding is None and b"\x00" in data:
        encoding = _labelled(declared) if declared else ""
        if not encoding.startswith("utf-16"):
            raise refusal(where, "holds NUL bytes: it is binary, not text")
    try:
        return data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        if encoding and encoding != "utf-8-sig":
            cause = f"is not the {encoding} that it starts as (byte {error.start})"
            raise refusal(where, cause) from error
    return _decode_other(data.removeprefix(codecs.BOM_UTF8), where, declared)


def refuse_binary(head: bytes, where: str) -> None:
    """Raise `ArticleError` where the first bytes are those of a known binary format."""
    for magic, kind in _BINARY:
        if head.startswith(magic):
            raise refusal(where, f"is {kind}, not text")


def marked_encoding(head: bytes) -> str | None:
    """Return the encoding that a byte-order mark gives, or None without one."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    return None


def guess_encoding(data: bytes, where: str) -> str:
    """Return the encoding of text that is not UTF-8; the head of it is enough.

    Western text, nearly all ASCII, is Windows-1252, or Mac Roman where the first makes
    odd characters; for everything else charset-normalizer guesses. Raises
    `ArticleError` where it has no guess.
    """
    sample = data[:_SAMPLE]
    for western in ("cp1252", "mac_roman"):
        if _looks_western(sample, western):
            return western
    from charset_normalizer import from_bytes

    for match in from_bytes(sample):
        if not _ODD_CONTROLS.search(str(match)):
            return match.encoding
    raise refusal(where, "is in no encoding that kg knows: binary, or damaged")


def is_utf8(head: bytes) -> bool:
    """Tell whether bytes, whose last character may be cut off, are UTF-8."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def _decode_other(data: bytes, where: str, declared: str | None) -> str:
    # A page may declare the UTF-8 that it is not.
    if declared and (text := _decoded(data, _labelled(declared))) is not None:
        return text
    if (text := _damaged_utf8(data)) is not None:
        _logger.warning(
            "%s: is UTF-8 with wrong bytes, read as U+FFFD", printable(where)
        )
        return text
    encoding = guess_encoding(data, where)
    text = _decoded(data, encoding)
    if text is None:
        raise refusal(where, f"is not all in one encoding ({encoding} does not fit)")
    return text


def _labelled(label: str) -> str:
    """Return the encoding that browsers take a label for: ISO-8859-1 is cp1252."""
    import webencodings

    encoding = webencodings.lookup(label)
    return encoding.codec_info.name if encoding else label


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _damaged_utf8(data: bytes) -> str | None:
    """Return the text where nearly all that is not ASCII is UTF-8: a damaged file."""
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = sum(not character.isascii() for character in text) - wrong
    return text if wrong * 5 <= right else None


def _looks_western(sample: bytes, encoding: str) -> bool:
    text = _decoded(sample, encoding)
    if text is None or _ODD_CONTROLS.search(text):
        return False
    foreign = sum(not character.isascii() for character in text)
    return foreign * 10 <= len(text) and not _ODD_CAPITAL.search(text)
