"""Words to search for, as each engine's full-text index takes them.

Each term must occur: ``troops``, ``"very close ties"`` (in a row), ``commit*`` (what
starts so). Case and accents do not count, on either engine.
"""

import re
from dataclasses import dataclass

from kg.errors import QueryError

_TERM = re.compile(r'"([^"]*)"|(\S+)')
_START = re.compile(r"\w+\*")


@dataclass(frozen=True, slots=True)
class Words:
    """The terms of a search: words, words in a row, and starts, which end in ``*``."""

    terms: tuple[str, ...]

    @property
    def for_sqlite(self) -> str:
        """The terms in the language of SQLite's FTS5."""
        return " AND ".join(
            f'"{term[:-1]}" *' if _is_start(term) else f'"{term}"'
            for term in self.terms
        )

    @property
    def for_lucene(self) -> str:
        """The terms in the language of Lucene, which Neo4j's index takes."""
        return " ".join(
            f"+{term}" if _is_start(term) else f"+{_quoted(term)}"
            for term in self.terms
        )

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds the first term in a text, accents aside."""
        words = r"\W+".join(re.findall(r"\w+", self.terms[0]))
        end = "" if _is_start(self.terms[0]) else r"\b"
        return re.compile(rf"\b{words}{end}", re.IGNORECASE)


def parse_words(given: str) -> Words:
    """Read what somebody typed; raises `QueryError` where there is no word in it.

    >>> parse_words('troops "very close ties" commit*').terms
    ('troops', 'very close ties', 'commit*')
    """
    found = (phrase or word for phrase, word in _TERM.findall(given))
    terms = tuple(
        term.replace('"', " ") for term in found if re.search(r"[^\W_]", term)
    )
    if not terms:
        raise QueryError("name a word to search for")
    return Words(terms)


def _is_start(term: str) -> bool:
    return _START.fullmatch(term) is not None


def _quoted(term: str) -> str:
    escaped = term.replace("\\", "\\\\")
    return f'"{escaped}"'
