"""Tell whether a plain text's first line is its title."""

import re

from kg.articles.text.dates import find_day

_LONGEST = 160
_MOST_WORDS = 25
_NAME_WORDS, _OFFICE_WORDS = 7, 4
_SMALL_WORD = 3
_ENDS_SENTENCE = re.compile(r"[.;:,][\"'”’)]*$|[-–—]$")
_ABBREVIATION_END = re.compile(r"\b(?:[A-Z]\.){2,}$")
_NO_TITLE = re.compile(
    r"(?:by|from|date|to|subject|source|url|published|updated)\b[: ]|https?://", re.I
)
_BEGINS = re.compile(r"[\W_]*[A-Z0-9À-ÖØ-Þ]")


def first_line_title(text: str) -> str | None:
    """Return the first line of a text where it looks like a title, else None.

    "Minister leaves" over a blank line, or over a line that is much longer and ends a
    sentence. A date, a byline and a line that ends as sentences do are no titles.
    """
    lines = [line.strip() for line in text[:4000].splitlines()]
    first = next((number for number, line in enumerate(lines) if line), None)
    if first is None or not _may_be_title(lines[first]):
        return None
    below = lines[first + 1 :]
    following = next((line for line in below if line), "")
    if not following:
        return None
    is_apart = not below[0]
    is_over_paragraph = (
        len(following) >= 2 * len(lines[first]) and following[-1] in '.”"'
    )
    return lines[first] if is_apart or is_over_paragraph else None


def _may_be_title(line: str) -> bool:
    if len(line) > _LONGEST or not _BEGINS.match(line) or _NO_TITLE.match(line):
        return False
    if not 2 <= len(line.split()) <= _MOST_WORDS or find_day(line):
        return False
    if _is_title_case(line):
        # "Ada Berg, Minister of Fisheries" and "Office of the Press" head a text, too.
        fewest = _NAME_WORDS if "," in line else _OFFICE_WORDS
        return len(line.split()) > fewest
    return not _ENDS_SENTENCE.search(line) or bool(_ABBREVIATION_END.search(line))


def _is_title_case(line: str) -> bool:
    """Tell whether all words but the small ones begin with a capital."""
    long_words = [word for word in line.split() if len(word) > _SMALL_WORD]
    capital = sum(word.lstrip("\"'“‘(")[:1].isupper() for word in long_words)
    return bool(long_words) and capital >= 0.8 * len(long_words)
