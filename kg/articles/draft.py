"""What a reader hands over before it is checked: a draft, a refusal or a note."""

import re
from dataclasses import dataclass
from datetime import date

from kg.errors import ArticleError
from kg.records import PublishedBasis

MAX_CHARACTERS = 5_000_000
"""The longest text of one article, in characters: about a thousand pages."""

MAX_BYTES = 4 * MAX_CHARACTERS
"""The largest file that may hold one article: UTF-8 takes four bytes at most."""

# Controls, lone surrogates and what turns the direction or the line of a terminal.
_UNPRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff"
    r"\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article as a reader found it, before the checks that all articles pass.

    `where` names it in messages: a file, ``file:line`` or an address. `published` is a
    day, or a string that a person wrote and that must be a day; `published_in` names
    the file and line of that string where it is not in `where`. `basis` says where the
    day came from and counts only where `published` is there. `origin` says where the
    article lies, so that it is known again: an absolute path, an address; without one
    it is known by its text. `longer_id` is for where another article has its `id`.
    """

    where: str
    id: str
    text: str
    title: str | None = None
    published: date | str | None = None
    published_in: str | None = None
    basis: PublishedBasis = "metadata"
    source: str | None = None
    url: str | None = None
    origin: str | None = None
    longer_id: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """One line about something passed over or done another way."""

    text: str


Outcome = Draft | ArticleError | Note


def refusal(where: str, cause: str) -> ArticleError:
    """Make the error of an article that cannot be read: one line, safe to print."""
    return ArticleError(f"{printable(where)}: {printable(cause)}")


def os_refusal(where: str, error: OSError) -> ArticleError:
    """Make the error of a file that the operating system does not let kg read."""
    cause = error.strerror or type(error).__name__
    return refusal(where, cause[:1].lower() + cause[1:])


def too_long(size: str) -> str:
    """Say that an article is too long, and what to do."""
    return (
        f"has {size}; one article may have {MAX_CHARACTERS:,} characters "
        "(split it, or give the articles as rows of a .jsonl or .csv file)"
    )


def printable(text: str) -> str:
    r"""Escape what could move a terminal's cursor or colour: ``\x1b``, ``\u202e``."""
    return _UNPRINTABLE.sub(_escape, text)


def known(value: str | None) -> str | None:
    """Return a field without the space around it, or None where it says nothing."""
    return (value or "").strip() or None


def _escape(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")
