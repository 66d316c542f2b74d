"""Find statements of different articles that report the same utterance.

One article quotes a minister, another renders the same words as indirect speech or from
another translation. The comparison is of two statements alone, so that what a third one
says never changes the answer.
"""

import re
from datetime import date, timedelta
from functools import lru_cache

from rapidfuzz import fuzz

from kg import vectors
from kg.english.lexicon import words
from kg.folding import fold, unaccented
from kg.gazetteer.states import state_named
from kg.records import Record

# Articles date the same utterance some days apart: the day it was made, was printed.
WINDOW = timedelta(days=4)
# Fewer words in common than this say too little, however alike the rest is.
_SHARED_WORDS = 4
# Names alone are no utterance: so many of them have to be other words.
_SHARED_PLAIN_WORDS = 2
_OVERLAP = 0.6
_LIKENESS = 0.72
# Fewer words in common do where the encoder finds the meaning alike, a cosine, of texts
# of like length: a long answer has words and subjects in common with much.
SHARED_IF_ALIKE = 3
OVERLAP_IF_ALIKE = 0.4
_ALIKE = 0.7
_LENGTHS_ALIKE = 0.4

_WORD = re.compile(r"\w+")
_INSIDE_WORDS = re.compile(r"[.'’ʼ`]")
# In plain text "don't" has lost its apostrophe.
_NEGATION = re.compile(
    r"\b(?:no|not|never|none|nothing|nobody|neither|nor|without|cannot"
    r"|(?:ai|are|ca|could|did|do|does|had|has|have|is|might|must|need|should|was|were|wo"
    r"|would)nt)\b"
)
_NAME = re.compile(r"(?<![^\W\d_])[A-Z]\w*(?:[ .-]+[A-Z]\w*)*")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_SUFFIX = re.compile(r"(?<=\w{3})(?:ies|ing|ed|es|s|e|y)$")
# What every text has, and no likeness counts.
FUNCTION_WORDS = frozenset().union(
    words("function_words.determiners"),
    words("function_words.pronouns"),
    words("function_words.prepositions"),
    words("function_words.auxiliaries"),
    words("function_words.conjunctions"),
)


class Utterance(Record, frozen=True, kw_only=True):
    """What a statement's comparison needs: its content and the days it was made on.

    `vector` is the content's meaning, as `kg.vectors` writes it; without one on both
    sides the words alone decide. `basis` is what the days rest on.
    """

    text: str
    from_: date | None
    to: date | None
    vector: str | None = None
    basis: str | None = None


class Restatement(Record, frozen=True, kw_only=True):
    """How sure it is (0 to 1) that two statements are one utterance, and why."""

    score: float
    reason: str


def restatement(one: Utterance, other: Utterance) -> Restatement | None:
    """Compare two statements of one speaker; None where they may well differ.

    "we will stand by Russia until the day of victory" restates "that North Korea would
    stand by Moscow's forces until Russia's day of victory"; a figure or a negation that
    only one of them has, or a name that each has alone, parts them. Where half of the
    words differ ("security aims", "security tasks"), the encoder's vectors and the
    lengths must be alike. Symmetric.
    """
    if not are_near(one, other):
        return None
    words, others = content_words(one.text), content_words(other.text)
    shared = words & others
    plain = _plain_words(one.text) & _plain_words(other.text)
    if len(shared) < SHARED_IF_ALIKE or len(plain) < _SHARED_PLAIN_WORDS:
        return None
    if disagree(one.text, other.text):
        return None
    least, most = sorted((len(words), len(others)))
    overlap = len(shared) / least
    reason = f"{len(shared)} of {least} content words shared"
    likeness = fuzz.token_set_ratio(_joined(words), _joined(others)) / 100
    is_worded = len(shared) >= _SHARED_WORDS and overlap >= _OVERLAP
    if is_worded and likeness >= _LIKENESS:
        return Restatement(score=round((overlap + likeness) / 2, 3), reason=reason)
    if overlap < OVERLAP_IF_ALIKE or least < _LENGTHS_ALIKE * most:
        return None
    if not (one.vector and other.vector):
        return None
    alike = vectors.likeness(one.vector, other.vector)
    if alike is None or alike < _ALIKE:
        return None
    score = round((overlap + min(alike, 1.0)) / 2, 3)
    return Restatement(score=score, reason=f"{reason}, meaning alike at {alike:.2f}")


def is_comparable(text: str) -> bool:
    """Tell whether a content has words enough to restate another's at all.

    "yes, of course" has not.
    """
    return (
        len(content_words(text)) >= SHARED_IF_ALIKE
        and len(_plain_words(text)) >= _SHARED_PLAIN_WORDS
    )


def are_near(one: Utterance, other: Utterance) -> bool:
    """Tell whether both are dated and no more than the window lies between them."""
    if not (one.from_ and one.to and other.from_ and other.to):
        return False
    return one.from_ - other.to <= WINDOW and other.from_ - one.to <= WINDOW


@lru_cache(maxsize=8192)
def content_words(text: str) -> frozenset[str]:
    """Return the words of a text that are no function words, without endings."""
    return frozenset(words_in_order(text))


def words_in_order(text: str) -> list[str]:
    """Return the content words as they follow each other, each as often as it comes."""
    words = _WORD.findall(_unmarked(text))
    return [_SUFFIX.sub("", word) for word in words if word not in FUNCTION_WORDS]


@lru_cache(maxsize=8192)
def _plain_words(text: str) -> frozenset[str]:
    """Return the content words that the text does not write with a capital."""
    small = (word for word in _WORD.findall(text) if not word[0].isupper())
    return frozenset(words_in_order(" ".join(small)))


def _unmarked(text: str) -> str:
    """Return a text in lower case without accents: "U.S." and "don't" are one word."""
    return _INSIDE_WORDS.sub("", unaccented(text).casefold())


def _joined(words: frozenset[str]) -> str:
    return " ".join(sorted(words))


def disagree(one: str, other: str) -> bool:
    """Tell whether only one denies, or each has figures or names of its own."""
    if _denies(one) != _denies(other):
        return True
    figures, other_figures = _figures(one), _figures(other)
    if figures and other_figures and not figures & other_figures:
        return True
    names, other_names = _names(one), _names(other)
    return bool(names - other_names and other_names - names)


@lru_cache(maxsize=8192)
def _names(text: str) -> frozenset[str]:
    """Return the names of a text, what opens it aside; of states, their ids.

    "Kyiv", "Ukrainian" and "Ukraine" are one, as are "Blinken" and "Antony Blinken".
    """
    found = set()
    for match in _NAME.finditer(text):
        words = match[0].split()
        state, rest = _leading_state(words)
        if state is not None:
            found.add(state)
        is_alone = state is None and len(rest) == 1
        is_opening = is_alone and not _WORD.search(text[: match.start()])
        if rest and not is_opening and fold(rest[-1]) not in FUNCTION_WORDS:
            found.add(fold(rest[-1]))
    return frozenset(found)


def _leading_state(words: list[str]) -> tuple[str | None, list[str]]:
    """Return the state that opens a name ("U.S. Senate"), and the words after it."""
    for end in range(len(words), 0, -1):
        state = state_named(" ".join(words[:end]))
        if state is not None:
            return state.id, words[end:]
    return None, words


@lru_cache(maxsize=8192)
def _denies(text: str) -> bool:
    return _NEGATION.search(_unmarked(text)) is not None


@lru_cache(maxsize=8192)
def _figures(text: str) -> frozenset[str]:
    return frozenset(figure.replace(",", "") for figure in _FIGURE.findall(text))
