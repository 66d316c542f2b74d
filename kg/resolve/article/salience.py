"""Which mentions stand before another one, how far away, and what stands out."""

import re
from collections.abc import Iterator, Sequence

from kg.extract.findings import Candidate
from kg.resolve.article.chains import Chain, Linking

# What stands between coordinated names, titles and nationalities aside.
_AND = re.compile(
    r"\s*(?:,|,? and|,? as well as|&|together with|alongside)\s+(?:the\s+)?"
)
# A list that commas alone hold together is as likely two clauses: "Later, Choe".
_LAST_AND = re.compile(r"\b(?:and|as well as|with|alongside)\b|&")
# No list of names is longer; without a bound, a page of names costs its square.
_LONGEST_LIST = 12
# By how much the first must outweigh the next to be the one that the text speaks of.
_LEAD = 1.15


def before(linking: Linking, index: int, sentences: int) -> Iterator[int]:
    """Yield linked mentions before another one, the nearest first.

    They go back over a number of sentences; mentions that hold the other one inside
    them are left out: "the president of Kenya" does not stand before "Kenya".
    """
    here = linking.candidates[index]
    for other in range(index - 1, -1, -1):
        candidate = linking.candidates[other]
        if _sentences_back(here, candidate) > sentences:
            return
        if candidate.end <= here.start and other in linking.links:
            yield other


def chains_before(
    linking: Linking, index: int, sentences: int
) -> Iterator[tuple[int, Chain]]:
    """Yield the linked mentions before another one with their chains, nearest first."""
    for other in before(linking, index, sentences):
        for chain in linking.chains_of(other):
            yield other, chain


def distance(here: Candidate, there: Candidate) -> int:
    """Return how many sentences lie between two mentions; 0 in the same one.

    From a pronoun outside quotation marks, a quotation's sentences do not count: the
    "he" of "he added" is as near to the last narrated name as if nothing was quoted.
    """
    if here.sentence == there.sentence:
        return 0
    if there.quotation is None:
        return max(abs(_sentences_back(here, there)), 1)
    return abs(here.sentence - there.sentence)


def _sentences_back(here: Candidate, there: Candidate) -> int:
    is_outside = here.form == "pronoun" and here.quotation is None
    if is_outside and here.outside is not None and there.outside is not None:
        return here.outside - there.outside
    return here.sentence - there.sentence


def coordination(linking: Linking, last: int) -> list[int]:
    """Return the mentions coordinated with one that closes the list, itself included.

    "Lavrov and Choe" gives both from "Choe"; "Russia, China and Iran" all three.
    "Lavrov. Choe" gives "Choe" alone.
    """
    found = [last]
    start = start_with_title(linking.candidates[last])
    for other in range(last - 1, max(last - _LONGEST_LIST, -1), -1):
        candidate = linking.candidates[other]
        if candidate.end > start:
            continue
        gap = linking.text_between(candidate.end, start)
        if _goes_on_before(linking, other, found[-1], gap.strip()):
            start = candidate.start
            continue
        if not _AND.fullmatch(gap) or other not in linking.links:
            break
        found.append(other)
        start = start_with_title(candidate)
    return list(reversed(found)) if _closes_with_and(linking, found) else [last]


def _goes_on_before(linking: Linking, other: int, member: int, gap: str) -> bool:
    """Tell whether a mention is of the next one's phrase, so that a list precedes it.

    "Lavrov and North Korean Minister Choe" goes on before "North", "Ada Quill and her
    son, Bob" before "her".
    """
    candidate = linking.candidates[other]
    if candidate.form == "demonym" and gap == "":
        return True
    told = list(linking.chains_of(other))
    is_told = candidate.form == "nominal" and told == list(linking.chains_of(member))
    return gap == "," and bool(told) and is_told


def _closes_with_and(linking: Linking, found: Sequence[int]) -> bool:
    """Tell whether "and" or its like stands before the last of a list's mentions."""
    if len(found) < 2:
        return False
    last, before_last = linking.candidates[found[0]], linking.candidates[found[1]]
    gap = linking.text_between(before_last.end, last.start)
    return _LAST_AND.search(gap) is not None


def start_with_title(candidate: Candidate) -> int:
    """Return where a mention starts with its title: at "Mr." in "Mr. Quill".

    The title is no part of the mention; one blank stands between them.
    """
    return candidate.start - (len(candidate.title) + 1 if candidate.title else 0)


def stand_out(weights: Sequence[float], count: int = 1) -> bool:
    """Tell whether the first few of some weights stand out from those after them.

    `weights` go from the greatest down. 3.0, 2.9 and 1.0 have two that stand out, but
    not one; fewer weights than `count` have none.
    """
    if len(weights) < count:
        return False
    following = weights[count] if len(weights) > count else 0.0
    return weights[count - 1] >= _LEAD * following
