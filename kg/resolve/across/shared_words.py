"""Find the texts that share so many words that one may restate another.

Every pair that `restatement` joins is among them; few others are.
"""

from collections import Counter, defaultdict

from kg.resolve.across.utterances import (
    OVERLAP_IF_ALIKE,
    SHARED_IF_ALIKE,
    content_words,
)


class SharedWords:
    """Texts, each under a number of the caller's, found by the words in them.

    >>> texts = SharedWords()
    >>> texts.add(1, "our troops left the old base")
    >>> texts.add(2, "the weather was fine")
    >>> texts.like("that troops had left their base")
    [1]
    """

    def __init__(self) -> None:
        self._words: dict[int, frozenset[str]] = {}
        # Numbers are the keys: as quickly taken out as put in, and in order.
        self._with: dict[str, dict[int, None]] = defaultdict(dict)

    def add(self, number: int, text: str) -> None:
        """Take a text in."""
        self._words[number] = content_words(text)
        for word in self._words[number]:
            self._with[word][number] = None

    def discard(self, number: int) -> None:
        """Take a text out again."""
        for word in self._words.pop(number):
            del self._with[word][number]

    def like(self, text: str) -> list[int]:
        """Return the numbers of the texts that share enough with this one, sorted."""
        words = content_words(text)
        shared: Counter[int] = Counter()
        for word in words & self._with.keys():
            shared.update(self._with[word].keys())
        return sorted(
            number
            for number, count in shared.items()
            if count >= SHARED_IF_ALIKE
            and count / min(len(words), len(self._words[number])) >= OVERLAP_IF_ALIKE
        )
