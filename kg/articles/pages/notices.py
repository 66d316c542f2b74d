"""Tell pages that are no articles: of consent, access, absence, subscription; indexes.

A notice speaks to the reader, of the reader's own doings: "You do not have permission
to access this page". An article on cookies or subscriptions speaks of other people.
"""

import re
from collections import Counter
from functools import cache
from typing import Any

from kg.articles.pages.boxes import LEAST_STORY, link_share, teasers
from kg.articles.pages.zones import words
from kg.tables import read_table

_SPEAKS_TO_READER = re.compile(
    r"""\b(?:you|your|you['’]\w+|please|we|our)\b
    | (?:^|[.!?:]\s+|,\s*)(?:accept|allow|already|become|cancel|check|choose|click
    | contact|continue|create|enable|enter|get|go\ (?:back|to)|join|log\ in|manage
    | refresh|register|reload|return|sign\ (?:in|up)|start|subscribe|support
    | try|unlock|verify)\b
    | \bth(?:is|e)\ (?:article|content|link|location|page|request|server|url
    | (?:web)?site)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_TELLS = re.compile(r"[“”«»\"]|\b(?:said|says|told)\b")
_SENTENCES = re.compile(r"(?<=[.!?])[\"”’]*\s+|\n+")
# A notice is short; where the article begins behind it, its words are the most.
_LONGEST = 400
_SHARE = 0.5
# Of a short text a lead may be left, over the notice that hides the rest.
_SHORT, _SHARE_OF_SHORT = 200, 0.35
# One such word may be in any sentence of a text.
_FEWEST_MARKS, _FEW_WORDS = 2, 12
# Where nearly every sentence has it, one will do.
_ALMOST_ALL = 0.8
_FEWEST_TEASERS = 5


def notice_kind(text: str) -> str | None:
    """Return what kind of notice a page's text is, None for an article.

    "We and our partners use cookies ..." is "a consent page".
    """
    if len(text.split()) > _LONGEST:
        return None
    sentences = [each for each in _SENTENCES.split(text) if each.strip()]
    total = sum(len(each.split()) for each in sentences)
    by_kind: Counter[str] = Counter()
    marks: set[str] = set()
    for sentence in sentences:
        # What people say is told in articles, not in notices.
        if _TELLS.search(sentence) or not _SPEAKS_TO_READER.search(sentence):
            continue
        for kind, of in _notices().items():
            if found := of.findall(sentence):
                by_kind[kind] += len(sentence.split())
                marks.update(each.lower() for each in found)
    kind, words_of_kind = by_kind.most_common(1)[0] if by_kind else ("", 0)
    is_all = words_of_kind >= _ALMOST_ALL * total
    if len(marks) < _FEWEST_MARKS and total > _FEW_WORDS and not is_all:
        return None
    least = _SHARE if total > _SHORT else _SHARE_OF_SHORT
    return kind if words_of_kind and words_of_kind >= least * total else None


def without_notices(blocks: list[str]) -> list[str]:
    """Return a text's blocks without the notices above and below it.

    "Subscribe to continue reading." is no paragraph of the article over it.
    """
    is_notice = [notice_kind(each) is not None for each in blocks]
    if all(is_notice):
        return blocks
    first = is_notice.index(False)
    last = len(blocks) - is_notice[::-1].index(False)
    return blocks[first:last]


@cache
def _notices() -> dict[str, re.Pattern[str]]:
    """Return what finds the words of each kind of notice."""
    return {
        kind: re.compile(rf"(?<!\w)(?:{'|'.join(lines.splitlines())})", re.IGNORECASE)
        for kind, lines in read_table(__package__, "notices.yaml").items()
    }


def is_index(tree: Any) -> bool:
    """Tell whether a page announces other stories and tells none of its own."""
    announcements = teasers(tree)
    if len(announcements) < _FEWEST_TEASERS:
        return False
    own = sum(
        len(words(each))
        for each in tree.iter("p")
        if link_share(each) < 0.5
        and not any(above in announcements for above in each.iterancestors())
    )
    return own < LEAST_STORY
