"""Encodings of files: marks, UTF-8, guesses, refusals."""

import pytest

from kg.articles.text.decode import decode
from kg.errors import ArticleError

STORY = (
    "The café in Besançon is closed, the mayor said; “we’ll see”, he told "
    "the reporters who came to the town on Monday to ask him about the plan."
)


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "mac_roman"],
)
def test_decode_finds_the_encoding(encoding: str) -> None:
    assert decode(STORY.encode(encoding), "a.txt") == STORY


def test_decode_reads_latin_1() -> None:
    text = "The café in Besançon is closed."
    assert decode(text.encode("latin-1"), "a.txt") == text


def test_decode_reads_a_language_of_other_letters() -> None:
    text = "Министр сказал, что переговоры закончены, и уехал из города. " * 3
    assert decode(text.encode("cp1251"), "a.txt") == text


def test_decode_prefers_what_is_declared_to_a_guess() -> None:
    content = "Wałęsa spoke in Łódź.".encode("iso8859-2")
    assert decode(content, "a", declared="iso-8859-2") == "Wałęsa spoke in Łódź."
    assert decode(content, "a", declared="no-such-code") != "Wałęsa spoke in Łódź."


def test_decode_keeps_line_ends_and_inner_marks() -> None:
    text = "one\r\ntwo\rthree\n\ufefffour"
    assert decode(text.encode("utf-8-sig"), "a.txt") == text


def test_decode_reads_damaged_utf8_and_says_so(
    caplog: pytest.LogCaptureFixture,
) -> None:
    content = STORY.encode() + b" \x93 " + STORY.encode()
    assert decode(content, "a.txt") == f"{STORY} \ufffd {STORY}"
    assert "a.txt: is UTF-8 with wrong bytes" in caplog.text


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"%PDF-1.7 ...", "is a PDF file, not text"),
        (b"PK\x03\x04...", "is a zip file"),
        (b"\x89PNG\r\n", "is a PNG image, not text"),
        (b"text\x00text", "holds NUL bytes"),
        (b"\xff\xfea\x00b", "is not the utf-16 that it starts as"),
    ],
)
def test_decode_refuses_what_is_no_text(content: bytes, cause: str) -> None:
    with pytest.raises(ArticleError, match=f"^a.txt: {cause}"):
        decode(content, "a.txt")
