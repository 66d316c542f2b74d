"""Which texts share words enough for a closer look."""

from datetime import date
from itertools import permutations

from kg.resolve.across.shared_words import SharedWords
from kg.resolve.across.utterances import Utterance, restatement

TEXTS = (
    "that the government squandered every opportunity to negotiate",
    "the government has squandered every opportunity here",
    "every opportunity to negotiate was squandered by our government",
    "that the weather in the north was fine",
    "yes, of course",
    "",
)
DAY = date(2024, 11, 1)


def by_words() -> SharedWords:
    texts = SharedWords()
    for number, text in enumerate(TEXTS):
        texts.add(number, text)
    return texts


def test_shared_words_misses_nothing_that_is_restated() -> None:
    texts = by_words()
    said = [Utterance(text=text, from_=DAY, to=DAY) for text in TEXTS]
    joined = [
        (one, other)
        for one, other in permutations(range(len(TEXTS)), 2)
        if restatement(said[one], said[other])
    ]
    assert (0, 2) in joined
    assert all(other in texts.like(TEXTS[one]) for one, other in joined)


def test_shared_words_leaves_out_what_shares_too_few() -> None:
    assert by_words().like(TEXTS[0]) == [0, 1, 2]
    assert by_words().like("the government and every one else") == []


def test_shared_words_forgets_what_is_discarded() -> None:
    texts = by_words()
    texts.discard(1)
    assert texts.like(TEXTS[0]) == [0, 2]
