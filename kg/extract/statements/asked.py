"""Whom "you" means where a turn of a transcript asks somebody."""

from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Span, Token

from kg.intervals import Intervals

_YOU = frozenset({"you", "your"})


class Asked:
    """The turns of a transcript that have a HEARER, among all attributions.

    Takes each attribution's spans by label. In "Q: What do you fear?", asked of Ada
    Moss, she is whom "you" means.
    """

    def __init__(self, attributed: Iterable[Mapping[str, Sequence[Span]]]) -> None:
        found = [
            (content, hearer.root)
            for parts in attributed
            for hearer in parts["HEARER"]
            for content in parts["CONTENT"]
        ]
        self._heads = [head for _, head in found]
        self._places = Intervals((content.start, content.end) for content, _ in found)

    def meant_by(self, head: Token) -> Token:
        """Return the one whom "you" and "your" mean, another word itself."""
        around = self._places.at(head.i) if head.lower_ in _YOU else ()
        return next((self._heads[number] for number in around), head)
