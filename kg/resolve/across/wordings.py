"""Find one utterance in two articles by the very words that both quote.

Who quotes the same long run of words quotes the same utterance, whatever day the
articles tell, and also where one of them does not name the speaker.
"""

import re
from collections.abc import Iterable, Iterator

from kg.records import Statement, digest
from kg.resolve.across.utterances import (
    Restatement,
    Utterance,
    are_near,
    content_words,
    disagree,
    words_in_order,
)

# So many content words in a row, of so many letters together, are of one utterance:
# "the economic aims of both countries" is a phrase that many use.
_RUN = 5
_LETTERS = 30
# So much of the shorter quotation stands in the longer one, too.
_OVERLAP = 0.8
_QUOTED = re.compile(r"[“\"«]([^“”\"«»]+)[”\"»]?")
# Bases that tell the day of the saying itself; the article's is only the last possible.
DATED = frozenset({"stated", "occasion"})


def wording(statement: Statement) -> str | None:
    """Return a key of a quotation's words, the same where another quotes the same.

    It is made from the five content words in a row that have most letters: long words
    are rare, so that articles which cut a quotation differently still agree. None for
    what is not in quotation marks or has too few words: '"Yes," he said'.
    """
    runs = sorted(_runs(_quoted(statement)), key=lambda run: (-_letters(run), run))
    if not runs or _letters(runs[0]) < _LETTERS:
        return None
    return digest(*runs[0])


def verbatim(one: Utterance, other: Utterance) -> Restatement | None:
    """Compare two statements with the same `wording`; None where they may well differ.

    Most words of the shorter one are in the other, and two days that the articles tell
    lie near each other. Symmetric.
    """
    words, others = content_words(one.text), content_words(other.text)
    least = min(len(words), len(others))
    shared = len(words & others)
    if shared < _OVERLAP * least or disagree(one.text, other.text):
        return None
    if not _may_be_one_day(one, other):
        return None
    reason = f"quoted in the same words: {shared} of {least} content words shared"
    return Restatement(score=round(shared / least, 3), reason=reason)


def _quoted(statement: Statement) -> Iterator[str]:
    """Yield what stands in quotation marks; a quotation's middle may have none."""
    for span in statement.content:
        found = _QUOTED.findall(span.text)
        yield from found or ([span.text] if statement.form == "direct" else [])


def _runs(quoted: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for text in quoted:
        told = words_in_order(text)
        for start in range(len(told) - _RUN + 1):
            yield tuple(told[start : start + _RUN])


def _letters(run: tuple[str, ...]) -> int:
    return sum(map(len, run))


def _may_be_one_day(one: Utterance, other: Utterance) -> bool:
    are_told = one.basis in DATED and other.basis in DATED
    return not are_told or are_near(one, other)
